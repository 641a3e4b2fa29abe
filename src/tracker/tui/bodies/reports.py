"""Reports: looked at as they will be given, as at any day, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal

from tracker.tui.bodies.body import Body
from tracker.tui.data.reports import KINDS, Kind, Line, Wanted, laid_out, made
from tracker.tui.widgets.card_list import CardList
from tracker.tui.widgets.columns import Cell
from tracker.tui.widgets.paper import Paper
from tracker.tui.widgets.row_messages import RowOpened, RowReached

if TYPE_CHECKING:
    import datetime as dt

    from textual.app import ComposeResult

    from tracker.domain.document_tree import Document
    from tracker.domain.errors import TrackerError
    from tracker.store.database import Reader

SETTLE = 0.1
"""Seconds on a report after which it is made."""


class ReportsBody(Body):
    """The kinds of report on the left, the report on the right."""

    day: dt.date | None = None
    """The day as at which reports are made; None for now."""
    document: Document | None = None
    shown: Wanted | None = None
    """What ``document`` is, which the cursor may have left already."""

    def compose(self) -> ComposeResult:
        """Make the list and the paper."""
        with Horizontal(id="reports"):
            yield CardList("REPORT", _card, id="kinds")
            yield Paper(id="paper")

    def begin(self) -> None:
        """Begin in the list."""
        kinds = dict(enumerate(KINDS))
        self._kinds.show_keys(kinds, kinds)
        self._kinds.focus()

    def clear(self) -> None:
        """Go back to the list."""
        self._kinds.focus()

    def reload(self) -> None:
        """Make the report anew."""
        self._make()

    def show_day(self, day: dt.date | None) -> None:
        """Show reports as at another day."""
        self.day = day
        self._kinds.show_title(f"REPORT AS AT {day}" if day else "REPORT")
        self._make()

    @property
    def wanted(self) -> Wanted:
        """Give the report that is looked at."""
        return Wanted(KINDS[self._kinds.key or 0], self.day)

    @property
    def _kinds(self) -> CardList[Kind]:
        return self.query_one("#kinds", CardList)

    def _make(self) -> None:
        here, wanted, place = self.here, self.wanted, self.tracker.place
        paper = self.query_one(Paper)
        width = paper.columns
        if here is None:
            return

        def make(reader: Reader) -> tuple[Wanted, Document, list[Line]]:
            document = made(reader, place, here, wanted)
            return wanted, document, laid_out(document, width)

        self.asking.ask("report", make, self._show, failed=self._cannot)

    def _show(self, found: tuple[Wanted, Document, list[Line]]) -> None:
        self.shown, self.document, lines = found
        self.query_one(Paper).show(lines)
        self.view.refresh_hints()

    def _cannot(self, error: TrackerError) -> None:
        self.shown = self.document = None
        self.query_one(Paper).tell(str(error))

    @on(RowReached, "#kinds")
    def _reached(self) -> None:
        self.set_timer(SETTLE, self._make)

    @on(RowOpened, "#kinds")
    def _opened(self) -> None:
        self.query_one(Paper).focus()

    def on_resize(self) -> None:
        """Lay the report out in the new width."""
        self.call_after_refresh(self._make)


def _card(kind: Kind) -> tuple[Cell, Cell]:
    return Cell(kind.name), Cell(kind.says, "faint")
