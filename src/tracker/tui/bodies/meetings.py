"""Meetings: each with its report, what it adopted, and the work under that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from tracker.domain.records.item_row import ItemRow
from tracker.domain.records.meetings import DocumentRow, MeetingRow
from tracker.tui.bodies.listing import ListBody
from tracker.tui.data.outline import Group, Line, read_outline
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.meeting_text import document_text, meeting_text
from tracker.tui.widgets.outline_columns import outline_columns
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.tui.data.here import Here

EMPTY = "No meeting yet.\n\n{capture} captures a report with its meetings."


class MeetingsBody(ListBody):
    """An outline that folds and unfolds."""

    LISTS_ITEMS = True

    def compose(self) -> ComposeResult:
        """Put the outline and the details side by side."""
        self._lines: tuple[Line, ...] = ()
        self._unfolded: frozenset[int] | None = None
        with Horizontal(id="panes"):
            yield RowList((), id="items")
            yield Details(id="details")

    def arrived(self, here: Here) -> None:
        """Show the columns for this day, then ask."""
        self.items.show_columns(outline_columns(here.today))
        self.items.empty = self.nothing(EMPTY)
        super().arrived(here)

    def reload(self) -> None:
        """Read the outline anew; at first, with the last meetings unfolded."""
        here, unfolded = self.here, self._unfolded or frozenset()
        if here is not None:
            self.expect_added()
            self.asking.ask(
                "outline", lambda reader: read_outline(reader, here, unfolded), self._show
            )

    @property
    def meeting(self) -> MeetingRow | None:
        """Give the meeting under the cursor, or the one whose outcomes the cursor is among."""
        at = self.items.key
        above = self._lines[: at + 1] if at is not None else ()
        found = (line.what for line in reversed(above) if isinstance(line.what, MeetingRow | Group))
        meeting = next(found, None)
        return meeting if isinstance(meeting, MeetingRow) else None

    def item_of(self, key: int) -> int | None:
        """Give the item of a line."""
        what = self._lines[key].what if key < len(self._lines) else None
        return what.id if isinstance(what, ItemRow) else None

    def go_to(self, key: int) -> bool:
        """Put the cursor on an item, where it is unfolded."""
        at = next((n for n in range(len(self._lines)) if self.item_of(n) == key), None)
        return at is not None and self.items.go_to(at)

    def open_row(self, key: int) -> None:
        """Fold or unfold a meeting; go to the details of anything else."""
        what = self._lines[key].what
        if isinstance(what, MeetingRow):
            self._unfolded = (self._unfolded or frozenset()) ^ {what.id}
            self.reload()
        else:
            super().open_row(key)

    def has_words(self, row: object, words: str) -> bool:
        """Tell whether a line is the meeting of this name."""
        return isinstance(row, Line) and getattr(row.what, "label", None) == words

    def _show(self, lines: tuple[Line, ...]) -> None:
        if self._unfolded is None:
            self._unfolded = frozenset(_last_with_items(lines))
            if self._unfolded:
                self.reload()
                return
        at = self.items.row
        self._lines = lines
        self.items.show_keys(range(len(lines)), dict(enumerate(lines)))
        if isinstance(at, Line):
            self._stay_on(at)
        self.find_sought()
        self.settle_added()

    def _stay_on(self, before: Line) -> None:
        """Put the cursor back on what it was on, whatever was folded above it."""
        for number, line in enumerate(self._lines):
            if type(line.what) is type(before.what) and line.what[0] == before.what[0]:
                self.items.cursor = number
                return

    def reached(self, key: int | None) -> None:
        """Show the meeting, the document or the item."""
        what = self._lines[key].what if key is not None else None
        if isinstance(what, MeetingRow):
            self.show_text(meeting_text(what), -what.id)
        elif isinstance(what, DocumentRow):
            self.show_text(document_text(what), -what.id)
        else:
            super().reached(key)


def _last_with_items(lines: tuple[Line, ...]) -> list[int]:
    """Give the newest meeting that adopted anything."""
    meetings = [line.what for line in lines if isinstance(line.what, MeetingRow)]
    return [meeting.id for meeting in meetings if meeting.items][:2]
