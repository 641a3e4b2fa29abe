"""What was done, said on stderr: ``12  Post the mascot → reported done``."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

from tracker.cli.printing import say
from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN_AT_MOST = 20
_PIPED_WIDTH = 100
_SHORTEST = 40


class Told(Protocol):
    """What the echo needs to know of an item."""

    @property
    def ref(self) -> int:
        """Give its ref."""

    @property
    def title(self) -> str:
        """Give its editorial title."""

    @property
    def text(self) -> str:
        """Give its adopted text."""


def heading(item: Told) -> str:
    """Give the title on one line, or the adopted text where there is none."""
    return printable(item.title or item.text, one_line=True)


def echo(items: Iterable[Told], what: str) -> None:
    """Say for each item what became of it; of many, the first few and how many more."""
    every = list(items)
    width = max((len(str(item.ref)) for item in every), default=0)
    for item in every[:_SHOWN_AT_MOST]:
        say(f"{item.ref:>{width}}  {_cut(heading(item), what)} → {what}")
    if len(every) > _SHOWN_AT_MOST:
        say(f"… and {len(every) - _SHOWN_AT_MOST} more → {what}")


def _cut(text: str, beside: str) -> str:
    """Cut a heading so that the line holds what became of it too."""
    columns = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    room = max(columns - len(beside) - 10, _SHORTEST)
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
