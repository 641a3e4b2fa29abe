"""What a rendering may be asked for beyond its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import IO


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Choices of the person or place that asks; a format takes what concerns it.

    ``width`` counts columns (terminal, text). ``styled`` allows bold and the like, ``colour``
    allows colours (terminal). ``template`` is the group's own .docx for styles and header block.
    ``on_row`` is called for every table row that is gone through, so that a long rendering can show
    that it moves; some formats go through a table twice.
    """

    width: int | None = None
    styled: bool = True
    colour: bool = True
    template: Path | None = None
    on_row: Callable[[], None] | None = None


def for_terminal(stream: IO[str], environ: Mapping[str, str], width: int) -> RenderOptions:
    """The options for a stream: styles only on a terminal, no colours where NO_COLOR is set."""
    styled = stream.isatty() and environ.get("TERM") != "dumb"
    colour = styled and not environ.get("NO_COLOR")
    return RenderOptions(width=width, styled=styled, colour=colour)
