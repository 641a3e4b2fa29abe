"""Actions: facets, the list of items, and the details of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tracker.domain.filters import FilterProblem
from tracker.domain.records.item_row import ItemRow
from tracker.tui.commands.binding import bindings
from tracker.tui.commands.on_items import ON_ITEMS, ON_LISTS
from tracker.tui.data.detailing import Told, read_detail
from tracker.tui.data.finding import Found, filter_of, find, rows_of
from tracker.tui.screens.view import View
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.filter_bar import FilterBar, FilterInput
from tracker.tui.widgets.item_columns import item_columns
from tracker.tui.widgets.row_list import RowList
from tracker.tui.widgets.row_messages import RowOpened, RowReached, RowsWanted

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.tui.commands.command import Command
    from tracker.tui.data.here import Here


class ActionsView(View):
    """The list everybody works in."""

    NAME = "actions"
    AUTO_FOCUS = "#items"
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (*ON_LISTS, *ON_ITEMS)
    BINDINGS = bindings(COMMANDS_HERE)

    def compose_body(self) -> ComposeResult:
        """Put the list and the details side by side."""
        yield FilterBar()
        with Horizontal(id="panes"):
            with Vertical(id="list-pane"):
                yield RowList[ItemRow]((), id="items")
            yield Details(id="details")

    @property
    def items(self) -> RowList[ItemRow]:
        """Give the list."""
        return self.query_one("#items", RowList)

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the marked items, or the one under the cursor."""
        return self.items.chosen()

    def arrived(self, here: Here) -> None:
        """Show the columns for this day, then ask."""
        self.items.show_columns(item_columns(here.today, with_group=here.group is None))
        super().arrived(here)

    def reload(self) -> None:
        """Find the items anew."""
        self._find()

    def focus_filter(self) -> None:
        """Go to the filter."""
        self.query_one(FilterBar).input.focus()

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

    @on(FilterInput.Left)
    def _left_filter(self) -> None:
        self.items.focus()

    def _find(self, *, typing: bool = False) -> None:
        here = self.here
        if here is None:
            return
        bar = self.query_one(FilterBar)
        try:
            wanted = filter_of(bar.text, here, typing=typing)
        except FilterProblem as problem:
            bar.tell(problem.why, wrong=True)
            return
        self.asking.ask("items", lambda reader: find(reader, wanted, here), self._found)

    def _found(self, found: Found) -> None:
        count = len(found.keys)
        self.query_one(FilterBar).tell(f"{count:,} item{'s' * (count != 1)}")
        self.items.show_keys(found.keys, found.rows)

    @on(RowsWanted, "#items")
    def _rows_wanted(self, event: RowsWanted) -> None:
        keys = event.keys
        self.asking.ask("rows", lambda reader: rows_of(reader, keys), self.items.show_rows)

    @on(RowReached, "#items")
    def _reached(self, event: RowReached) -> None:
        self.refresh_hints()
        self._ask_detail(event.key)

    def _ask_detail(self, key: int | None) -> None:
        here = self.here
        if key is None or here is None:
            self.asking.forget("detail")
            self.query_one(Details).show(Content(""), None)
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
