"""The board: a column for each status; cards are moved by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import HorizontalScroll
from textual.widgets import Static

from tracker.tui.bodies.filtered import FilteredBody
from tracker.tui.data.board import COLUMNS, BoardPage, read_board
from tracker.tui.data.finding import rows_of
from tracker.tui.widgets.board_text import card, left_out, titles
from tracker.tui.widgets.card_list import CardList, TallCardList
from tracker.tui.widgets.filter_bar import FilterBar
from tracker.tui.widgets.row_messages import RowOpened, RowReached, RowsWanted

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.vocabulary import Status
    from tracker.tui.widgets.columns import Cell

EMPTY = "No card here.\n\n{add-item} adds an item."
NONE = "nothing here"
HIDDEN = "{n:,} hidden by filter"
ALL_HIDDEN = "The filter hides every card.\n\n{clear} takes it away, {filter} changes it."


class Columns(HorizontalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls with the column that has the focus; arrow keys are the board's own."""


class BoardBody(FilteredBody):
    """Lists of cards side by side."""

    LISTS_ITEMS = True

    def compose(self) -> ComposeResult:
        """Make a list for each status."""
        self._follow: int | None = None
        self._begun = False
        yield FilterBar()
        yield Static(id="board-left-out", markup=False)
        with Columns(id="board"):
            for status in COLUMNS:
                yield TallCardList(str(status), self._card, id=_id(status))

    @property
    def lists(self) -> list[CardList[Any]]:
        """Give the columns."""
        return list(self.query(CardList))

    @property
    def current(self) -> CardList[Any]:
        """Give the column that has the focus, or had it last."""
        focused = self.screen.focused
        return focused if isinstance(focused, CardList) else self._last

    _last: CardList[Any]

    def begin(self) -> None:
        """Begin in the first column that has cards."""
        self._last = next((cards for cards in self.lists if cards.keys), self.lists[0])
        self._last.focus()

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the marked cards of all columns, or the one under the cursor."""
        marked = tuple(key for each in self.lists if each.marks for key in each.chosen())
        return marked or self.current.chosen()

    def clear(self) -> None:
        """Go back to the cards; there, take the marks away, or else the filter."""
        if not isinstance(self.screen.focused, CardList):
            self._last.focus()
        elif any(each.marks for each in self.lists):
            for each in self.lists:
                each.clear_marks()
        else:
            self._follow = self._hidden or self._follow
            self.replace_filter("")

    def mark_all(self) -> None:
        """Mark every card of the column."""
        self.current.mark_all()

    def step(self, by: int) -> None:
        """Go to the column beside."""
        lists = self.lists
        at = lists.index(self.current) + by
        if 0 <= at < len(lists):
            lists[at].focus()

    def beside(self, by: int) -> Status | None:
        """Give the status of the column beside; None at the edge."""
        at = self.lists.index(self.current) + by
        return COLUMNS[at] if 0 <= at < len(COLUMNS) else None

    def follow(self, key: int) -> None:
        """Keep the cursor on a card that moves to another column."""
        self._follow = key

    def go_back(self) -> None:
        """Go to the cards."""
        self._last.focus()

    def find(self, *, typing: bool = False) -> None:
        """Find the cards anew."""
        del typing  # all columns are read at once
        here, text = self.here, self.bar.text
        if here is not None:
            self.expect_added()
            self.asking.ask(
                "board",
                lambda reader: read_board(reader, text, here),
                self._show,
                failed=self.not_found,
                stoppable=True,
            )

    def _show(self, page: BoardPage) -> None:
        for status, cards, found in zip(COLUMNS, self.lists, page.columns, strict=True):
            cards.empty = self._why_empty(status, page)
            cards.show_title(*titles(status, len(found.keys), page.counts[status]))
            cards.show_keys(found.keys, found.rows)
        self.bar.tell(f"{page.shown:,} item{'s' * (page.shown != 1)}")
        self._tell_left_out(page)
        if self._follow is not None:
            self.go_to(self._follow)
            self._follow = None
        if not self._begun:
            self._begun = True
            if self.screen.focused in (None, self.lists[0]):
                self.begin()
        self.settle_added()

    def _why_empty(self, status: Status, page: BoardPage) -> str:
        """Say why a column has no card; in the first of a bare board also what to press."""
        if status == COLUMNS[0] and not page.shown:
            return self.nothing(ALL_HIDDEN if page.whole else EMPTY)
        hidden = page.counts[status]
        return HIDDEN.format(n=hidden) if hidden else NONE

    def _tell_left_out(self, page: BoardPage) -> None:
        """Say that a filter is in force, or what has no column; nothing when all is there."""
        line = self.query_one("#board-left-out", Static)
        said = self.view.keyed(left_out(page, filtered=bool(self.filter_text())))
        line.update(said)
        line.display = bool(said)

    def go_to(self, key: int) -> bool:
        """Put the cursor on a card, in whichever column it is."""
        found = next((cards for cards in self.lists if cards.go_to(key)), None)
        if found is not None:
            found.focus()
        return found is not None

    def _card(self, row: ItemRow) -> tuple[Cell, Cell]:
        return card(row, self.here.today if self.here else row.created_on)

    @on(RowsWanted)
    def _rows_wanted(self, event: RowsWanted) -> None:
        keys, cards = event.keys, event.control
        self.asking.ask(f"rows {cards.id}", lambda reader: rows_of(reader, keys), cards.show_rows)

    @on(RowReached)
    def _reached(self, event: RowReached) -> None:
        if event.control.has_focus and isinstance(event.control, CardList):
            self._last = event.control
        self.view.refresh_hints()

    @on(RowOpened)
    def _opened(self, event: RowOpened) -> None:
        row = event.control.known_row(event.key)
        if row is not None:
            self.tracker.show_item(event.key, row.ref)


def _id(status: Status) -> str:
    return f"cards-{str(status).replace(' ', '-')}"
