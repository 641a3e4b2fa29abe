"""The line at the bottom: the keys that matter here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from tracker.tui.widgets.bar import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Hint(NamedTuple):
    """A key and what it does. ``command`` makes it clickable; ``asleep``: it cannot run now."""

    key: str
    word: str
    command: str = ""
    asleep: bool = False


class KeyBar(Bar):
    """Shows as many hints as there is room for, in their order, and always the last."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show other hints."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render(self) -> Content:
        """Write the line."""
        if not self._hints:
            return Content("")
        *others, last = map(self._piece, self._hints)
        line, room = Content(""), self.size.width - last.cell_length
        for piece in others:
            if line.cell_length + piece.cell_length > room:
                break
            line += piece
        return line + last

    def _piece(self, hint: Hint) -> Content:
        key, word = (
            ("$foreground-disabled",) * 2
            if hint.asleep
            else ("bold $text-accent", "$foreground-muted")
        )
        piece = Content.assemble((f" {hint.key}", key), (f" {hint.word} ", word))
        if not hint.command:
            return piece
        return piece.stylize(Style.from_meta({"@click": f"screen.run('{hint.command}')"}))
