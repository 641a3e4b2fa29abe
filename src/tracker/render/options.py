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
    ``on_progress`` is told of every table row that is gone through: how many have been, of how many
    in all. Formats that measure a table before they write it count its rows twice. ``on_warning``
    is told in one line of what the reader will miss, such as letters that no font has (PDF).
    """

    width: int | None = None
    styled: bool = True
    colour: bool = True
    template: Path | None = None
    on_progress: Callable[[int, int], None] | None = None
    on_warning: Callable[[str], None] | None = None


def for_terminal(stream: IO[str], environ: Mapping[str, str], width: int) -> RenderOptions:
    """The options for a stream: styles only on a terminal, no colours where NO_COLOR is set."""
    styled = stream.isatty() and environ.get("TERM") != "dumb"
    colour = styled and not environ.get("NO_COLOR")
    return RenderOptions(width=width, styled=styled, colour=colour)
