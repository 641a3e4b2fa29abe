"""Actions: facets, the list of items, and the details of the one under the cursor."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal

from tracker.tui.bodies.filtered import FilteredBody
from tracker.tui.bodies.listing import ListBody
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.facet_list import FacetList
from tracker.tui.widgets.filter_bar import FilterBar
from tracker.tui.widgets.row_list import RowList
from tracker.tui.widgets.row_messages import RowOpened, RowsMarked, RowsWanted

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from tracker.tui.data.finding import Found
    from tracker.tui.data.here import Here

PAUSE = 0.4
"""Seconds without a key after which the facets are counted."""

OTHERS = 0.05
"""Seconds that the first of many items get to be painted before the others are looked for."""

NOTHING_FOUND = "Nothing matches this filter.\n\n{clear} takes it away, {filter} changes it."
BARE_NUMBER = re.compile(r"(?:^|\s)(\d+)(?=\s|$)")
"""What looks like a ref and is looked for as a word."""
A_REF = "Nothing has the word “{number}”. A ref is written with its sign: #{number}."
NO_ITEMS = "Nothing is open.\n\n{add-item} adds an item, {filter} all shows closed ones too."


class ActionsBody(FilteredBody, ListBody):
    """The list everybody works in."""

    LISTS_ITEMS = True
    _words = ""
    """How many items there are."""
    _go_to: int | None = None
    _pause: Timer | None = None
    _others: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the list and the details side by side."""
        yield FilterBar()
        with Horizontal(id="panes"):
            yield FacetList(id="facets")
            yield RowList((), id="items")
            yield Details(id="details")

    def arrived(self, here: Here) -> None:
        """Show the columns for this day, then ask."""
        from tracker.tui.widgets.item_columns import item_columns

        columns = item_columns(here.today, here.last_ref, with_group=here.group is None)
        self.items.show_columns(columns)
        super().arrived(here)

    def show_list(self, text: str, key: int | None, *, passing: bool = False) -> None:
        """Show the items of a filter; the cursor goes to ``key``."""
        self._go_to = key
        self.replace_filter(text, passing=passing)
        self.find()

    def clear(self) -> None:
        """Go back to the list; there, take the marks away, or else the filter."""
        if self.items.has_focus and not self.items.marks:
            self._go_to = self._hidden or self._go_to
            self.replace_filter("")
        else:
            super().clear()

    def go_back(self) -> None:
        """Go to the list."""
        self.items.focus()

    def find(self, *, typing: bool = False) -> None:
        """Find the items anew; while typing or beginning, the first of them first."""
        here, bar = self.here, self.bar
        if self._others is not None:
            self._others.stop()
        if here is None:
            return
        self._count_no_more()
        self.is_finding = True
        self.expect_added()
        from tracker.tui.data.finding import find, find_first

        if typing:
            self.settle_no_more()
        hurry = typing or not self.items.keys
        self.asking.ask(
            "items",
            lambda reader: (find_first if hurry else find)(reader, bar.text, here),
            partial(self._found, anew=typing and bool(bar.text.strip())),
            failed=self.not_found,
            stoppable=True,
        )

    def _count_later(self) -> None:
        """Count the facets once typing pauses; nobody waits for them."""
        self._count_no_more()
        if self.query_one("#facets").display:
            self._pause = self.set_timer(PAUSE, self._count)

    def _count_no_more(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self.asking.forget("facets")

    def _count(self) -> None:
        from tracker.tui.data.facets import count_facets

        here, text = self.here, self.bar.text
        if here is not None:
            show = self.query_one(FacetList).show_values
            self.asking.ask(
                "facets", lambda reader: count_facets(reader, text, here), show, stoppable=True
            )

    @on(RowOpened, "#facets")
    def _facet_opened(self, event: RowOpened) -> None:
        from tracker.domain.filters import FilterProblem
        from tracker.tui.data.facet_filters import toggled

        value, here = self.query_one(FacetList).known_row(event.key), self.here
        bar = self.bar
        if value is None or value.value is None or here is None:
            return
        try:
            bar.set_text(toggled(bar.text, value.facet, value.value, here.saved))
        except FilterProblem as problem:
            bar.tell(problem.why, wrong=True)

    def show_facets(self) -> None:
        """Show the facets and go to them; from there, hide them."""
        facets = self.query_one(FacetList)
        if facets.has_focus:
            self.remove_class("-facets")
            self.items.focus()
        else:
            self.add_class("-facets")
            facets.focus()
            self._count()

    def _found(self, found: Found, *, anew: bool) -> None:
        self._words = found.words
        self._tell_count(len(self.items.marks))
        self.items.empty = self.nothing(_why_empty(self.bar.text))
        before = self.items.key
        self.items.show_keys(found.keys, found.rows, anew=anew)
        if found.more:
            self._go_to = self._go_to or (None if anew else before)
            self._others = self.set_timer(OTHERS, self.find)
            return
        self.found_all()
        self._count_later()
        if self._go_to is not None:
            self.items.go_to(self._go_to)
            self._go_to = None
        self.settle_added()

    @on(RowsMarked, "#items")
    def _count_marked(self, event: RowsMarked) -> None:
        self._tell_count(event.count)

    def _tell_count(self, marked: int) -> None:
        self.bar.tell(f"{marked:,} of {self._words} marked" if marked else self._words)

    @on(RowsWanted, "#items")
    def _rows_wanted(self, event: RowsWanted) -> None:
        from tracker.tui.data.finding import rows_of

        keys = event.keys
        self.asking.ask("rows", lambda reader: rows_of(reader, keys), self.items.show_rows)


def _why_empty(text: str) -> str:
    """Say why a filter shows nothing, and what to press."""
    if not text:
        return NO_ITEMS
    number = BARE_NUMBER.search(text)
    return "\n\n".join((*([A_REF.format(number=number[1])] if number else []), NOTHING_FOUND))
