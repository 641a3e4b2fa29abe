"""A body with a list and, beside it, the details of the item under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from tracker.tui.bodies.body import Body
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.filter_input import FilterInput
from tracker.tui.widgets.row_list import RowList
from tracker.tui.widgets.row_messages import RowOpened, RowReached, RowsMarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from tracker.tui.data.detailing import Told
    from tracker.tui.widgets.flow import Hang

SETTLE = 0.04
"""Seconds on a row after which its details are read, so that moving never waits."""

SETTLE_TYPING = 0.1
"""The same while a filter is typed: every letter finds another row, which nobody reads yet."""


class ListBody(Body):
    """The list has the id ``items``; a row may stand for an item, or for something else."""

    _settling: Timer | None = None
    _sought = ""
    """The words of a line that the cursor goes to as soon as it is there."""

    @property
    def items(self) -> RowList[Any]:
        """Give the list."""
        return self.query_one("#items", RowList)

    def item_of(self, key: int) -> int | None:
        """Give the id of the item that a row stands for; None if it stands for something else."""
        return key

    def begin(self) -> None:
        """Begin in the list."""
        self.items.focus()

    def come_back(self) -> None:
        """Go back to the list, from the facets or the details."""
        self.items.focus()

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the marked items, or the one under the cursor, each once."""
        found = (self.item_of(key) for key in self.items.chosen())
        return tuple(dict.fromkeys(key for key in found if key is not None))

    def go_to(self, key: int) -> bool:
        """Put the cursor on an item."""
        return self.items.go_to(key)

    def seek(self, words: str) -> None:
        """Put the cursor on the line with these words, now or when the lines have been read."""
        self._sought = words
        self.find_sought()

    def find_sought(self) -> None:
        """Put the cursor on the line that is sought, if it is there."""
        rows = ((key, self.items.known_row(key)) for key in self.items.keys)
        found = (key for key, row in rows if row is not None and self.has_words(row, self._sought))
        if self._sought and (key := next(found, None)) is not None:
            self._sought = ""
            self.items.go_to(key)

    def has_words(self, row: object, words: str) -> bool:
        """Tell whether a row is the one that is sought by these words."""
        del row, words
        return False

    def mark_all(self) -> None:
        """Mark everything that is listed."""
        self.items.mark_all()

    def clear(self) -> None:
        """Go back to the list; there, take the marks away."""
        if self.items.has_focus:
            self.items.clear_marks()
        else:
            self.items.focus()

    def open_row(self, key: int) -> None:
        """Go to the details of a row."""
        del key
        self.query_one(Details).focus()

    @on(RowReached, "#items")
    def _reached(self) -> None:
        self.view.refresh_hints()
        if self._settling is not None:
            self._settling.stop()
        pause = SETTLE_TYPING if isinstance(self.screen.focused, FilterInput) else SETTLE
        self._settling = self.set_timer(pause, lambda: self.reached(self.items.key))

    def settle_no_more(self) -> None:
        """Read no details: what the cursor is on is about to change."""
        if self._settling is not None:
            self._settling.stop()
        self.asking.forget("detail")

    def reached(self, key: int | None) -> None:
        """Show the details of the row that the cursor has reached."""
        self.show_detail(None if key is None else self.item_of(key))

    @on(RowsMarked, "#items")
    def _marked(self) -> None:
        self.view.refresh_hints()

    @on(RowOpened, "#items")
    def _opened(self, event: RowOpened) -> None:
        self.open_row(event.key)

    def show_detail(self, key: int | None) -> None:
        """Show everything about an item; nothing for None."""
        from tracker.tui.data.detailing import read_detail

        here = self.here
        if key is None or here is None:
            self.show_text((), None)
            return
        self.asking.ask("detail", lambda reader: read_detail(reader, key, here), self._told)

    def show_text(self, text: Sequence[Hang], about: int | None) -> None:
        """Show a text that is known already."""
        self.asking.forget("detail")
        self.query_one(Details).show(text, about)

    def _told(self, told: Told | None) -> None:
        if told is not None:
            self.query_one(Details).show(told.text, told.ref)
