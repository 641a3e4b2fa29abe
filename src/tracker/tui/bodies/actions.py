"""Actions: facets, the list of items, and the details of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal

from tracker.tui.bodies.body import Body
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.filter_bar import FilterBar
from tracker.tui.widgets.row_list import RowList
from tracker.tui.widgets.row_messages import RowOpened, RowReached, RowsWanted

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.domain.errors import TrackerError
    from tracker.domain.records.item_row import ItemRow
    from tracker.tui.data.detailing import Told
    from tracker.tui.data.finding import Found
    from tracker.tui.data.here import Here


class ActionsBody(Body):
    """The list everybody works in."""

    _go_to: int | None = None

    def compose(self) -> ComposeResult:
        """Put the list and the details side by side."""
        yield FilterBar()
        with Horizontal(id="panes"):
            yield RowList((), id="items")
            yield Details(id="details")

    @property
    def items(self) -> RowList[ItemRow]:
        """Give the list."""
        return self.query_one("#items", RowList)

    def begin(self) -> None:
        """Begin in the list."""
        self.items.focus()

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the marked items, or the one under the cursor."""
        return self.items.chosen()

    def arrived(self, here: Here) -> None:
        """Show the columns for this day, then ask."""
        from tracker.tui.widgets.item_columns import item_columns

        self.items.show_columns(item_columns(here.today, with_group=here.group is None))
        super().arrived(here)

    def reload(self) -> None:
        """Find the items anew."""
        self._find()

    def show_list(self, text: str, key: int | None) -> None:
        """Show the items of a filter; the cursor goes to ``key``."""
        self._go_to = key
        self.query_one(FilterBar).set_text(text)
        self._find()

    def go_to(self, key: int) -> bool:
        """Put the cursor on an item."""
        return self.items.go_to(key)

    def focus_filter(self) -> None:
        """Go to the filter."""
        self.call_next(self.query_one(FilterBar).edit)

    def clear(self) -> None:
        """Take the marks away; without marks, the filter."""
        if self.items.marks:
            self.items.clear_marks()
        else:
            self.query_one(FilterBar).set_text("")

    def mark_all(self) -> None:
        """Mark everything that the filter finds."""
        self.items.mark_all()

    @on(FilterBar.Typed)
    def _typed(self) -> None:
        self._find(typing=True)

    @on(FilterBar.Left)
    def _left_filter(self) -> None:
        self.items.focus()

    def _find(self, *, typing: bool = False) -> None:
        here, bar = self.here, self.query_one(FilterBar)
        if here is None:
            return
        from tracker.tui.data.finding import find

        self.asking.ask(
            "items",
            lambda reader: find(reader, bar.text, here, typing=typing),
            self._found,
            failed=self._not_found,
        )

    def _not_found(self, error: TrackerError) -> None:
        self.query_one(FilterBar).tell(getattr(error, "why", str(error)), wrong=True)

    def _found(self, found: Found) -> None:
        count = len(found.keys)
        self.query_one(FilterBar).tell(f"{count:,} item{'s' * (count != 1)}")
        self.items.show_keys(found.keys, found.rows)
        if self._go_to is not None:
            self.items.go_to(self._go_to)
            self._go_to = None

    @on(RowsWanted, "#items")
    def _rows_wanted(self, event: RowsWanted) -> None:
        from tracker.tui.data.finding import rows_of

        keys = event.keys
        self.asking.ask("rows", lambda reader: rows_of(reader, keys), self.items.show_rows)

    @on(RowReached, "#items")
    def _reached(self, event: RowReached) -> None:
        self.view.refresh_hints()
        self._ask_detail(event.key)

    def _ask_detail(self, key: int | None) -> None:
        from tracker.tui.data.detailing import read_detail

        here = self.here
        if key is None or here is None:
            self.asking.forget("detail")
            self.query_one(Details).show((), None)
            return
        self.asking.ask(
            "detail", lambda reader: read_detail(reader, key, here.today), self._show_detail
        )

    def _show_detail(self, told: Told | None) -> None:
        if told is not None:
            self.query_one(Details).show(told.text, told.ref)

    @on(RowOpened, "#items")
    def _opened(self) -> None:
        self.query_one(Details).focus()
