"""Reports: looked at as they will be given, of what is picked, and saved or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from tracker.tui.bodies.body import Body
from tracker.tui.data.report_choices import NOTHING, OF_EVERY, Picked, said
from tracker.tui.data.reports import KINDS, Kind, Line, Wanted, laid_out, made
from tracker.tui.widgets.card_list import CardList
from tracker.tui.widgets.columns import Cell
from tracker.tui.widgets.paper import Paper
from tracker.tui.widgets.picked_line import PickedLine
from tracker.tui.widgets.row_messages import RowOpened, RowReached

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from tracker.domain.document_tree import Document
    from tracker.domain.errors import TrackerError
    from tracker.store.database import Reader

SETTLE = 0.1
"""Seconds on a report after which it is made."""


class ReportsBody(Body):
    """The kinds of report on the left, the report on the right."""

    document: Document | None = None
    shown: Wanted | None = None
    """What ``document`` is, which the cursor may have left already."""

    def compose(self) -> ComposeResult:
        """Make the list and the paper, with what is picked above it."""
        self._picked: dict[str, Picked] = {}
        with Horizontal(id="reports"):
            yield CardList("REPORT", _card, id="kinds")
            with Vertical():
                yield PickedLine()
                yield Paper(id="paper")

    def begin(self) -> None:
        """Begin in the list."""
        kinds = dict(enumerate(KINDS))
        self._kinds.show_keys(kinds, kinds)
        self._kinds.focus()

    def come_back(self) -> None:
        """Go back to the list, from what is shown of a report."""
        self._kinds.focus()

    def clear(self) -> None:
        """Go back to the list."""
        self._kinds.focus()

    def reload(self) -> None:
        """Make the report anew."""
        self._make()

    def pick(self, picks: Mapping[str, object]) -> None:
        """Pick other choices of the report; those that every report has hold for all of them."""
        name = self.wanted.kind.name
        for kind in KINDS:
            before = self._picked.get(kind.name, NOTHING)
            wanted = {n: v for n, v in picks.items() if n in OF_EVERY or kind.name == name}
            self._picked[kind.name] = before._replace(**wanted)  # type: ignore[arg-type]
        self._make()

    def pick_usual(self) -> None:
        """Make the report of nothing but the usual."""
        self.pick(NOTHING._asdict())

    def show_report(self, name: str, picks: Mapping[str, object]) -> None:
        """Show the report of this name, of what is picked."""
        self._kinds.go_to([kind.name for kind in KINDS].index(name))
        self.pick(picks)

    @property
    def wanted(self) -> Wanted:
        """Give the report that is looked at, with what is picked for it."""
        kind = KINDS[self._kinds.key or 0]
        return Wanted(kind, self._picked.get(kind.name, NOTHING))

    def _say(self) -> None:
        (kind, picked), here = self.wanted, self.here
        day = picked.day
        self._kinds.show_title(f"REPORT AS AT {day}" if day else "REPORT")
        group = here.label if here is not None else ""
        line = said(kind.takes, picked, group=group, since=kind.since)
        self.query_one(PickedLine).say(line)

    @property
    def _kinds(self) -> CardList[Kind]:
        return self.query_one("#kinds", CardList)

    def _make(self) -> None:
        here, wanted = self.here, self.wanted
        width = self.query_one(Paper).columns
        self._say()
        if here is None:
            return

        def make(reader: Reader) -> tuple[Wanted, Document, list[Line]]:
            document = made(reader, here, wanted)
            return wanted, document, laid_out(document, width)

        self.asking.ask("report", make, self._show, failed=self._cannot)

    def _show(self, found: tuple[Wanted, Document, list[Line]]) -> None:
        before = self.shown
        self.shown, self.document, lines = found
        self.query_one(Paper).show(lines, stay=self.shown == before)
        self.view.refresh_hints()

    def _cannot(self, error: TrackerError) -> None:
        self.shown = self.document = None
        self.query_one(Paper).tell(str(error))
        self.view.refresh_hints()

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
