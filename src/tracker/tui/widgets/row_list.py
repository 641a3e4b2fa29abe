"""A list of any length: it holds keys in order, and only the rows somebody looks at.

Rows are drawn line by line, so that a hundred thousand cost no more than a screenful. The list
asks for rows by a message and is handed them by whoever can read them.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar, Generic

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.tui.widgets.columns import GAP, Column, Placed, Row, fitted, place
from tracker.tui.widgets.moving import MOVES
from tracker.tui.widgets.row_messages import RowOpened, RowReached, RowsMarked, RowsWanted
from tracker.tui.widgets.row_styles import RowStyles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual import events

AHEAD = 40
"""Rows read beyond both edges of what is in view."""

KEPT = 1_500
"""Rows kept; when more were looked at, those far away are dropped and read again if needed."""

TONES = ("late", "soon", "good", "faint", "strong", "title")
"""What the text of a cell can be, beside plain."""

HEADER = 1
EDGE = 2
"""Cells before the first column: the mark."""


class RowList(ScrollView, Generic[Row], can_focus=True, inherit_bindings=False):
    """A list with a header, a cursor and marks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"row-list--{name}" for name in ("header", "cursor", "marked", *TONES)
    }
    LINES: int = 1
    """Lines that a row takes."""
    BINDINGS = MOVES
    ALLOW_SELECT = False
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, columns: Sequence[Column[Row]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns = tuple(columns)
        self.keys: array[int] = array("q")
        self.marks: set[int] = set()
        self.empty = ""
        """What to say, and which keys to press, when there is nothing to list."""
        self._rows: dict[int, Row] = {}
        self._asked: set[int] = set()
        """Rows asked for or read since the keys were last shown; others may be out of date."""
        self._placed: list[Placed[Row]] = []
        self._styles = RowStyles(self)

    # What is shown

    def show_keys(
        self, keys: Iterable[int], rows: Mapping[int, Row] | None = None, *, anew: bool = False
    ) -> None:
        """Show the rows with these keys in this order; the cursor stays on the row it is on.

        ``rows`` are those already read. All others are read anew, and shown as they were until
        then. A list that is sought ``anew`` is shown from its top, unless the row is in view there.
        """
        at = self.key
        above = self.cursor - round(self.scroll_y) // self.LINES
        self.keys = array("q", keys)
        self._rows.update(rows or {})
        self._asked = set(rows or {})
        self.marks &= set(self.keys) if self.marks else set()
        self._measure()
        if anew:
            above = self._height
            at = at if at in self.keys[:above] else None
        self._stay_on(at, above)
        self._want_rows()
        self.refresh()
        self.post_message(RowReached(self, self.key))

    def show_rows(self, rows: Mapping[int, Row]) -> None:
        """Show rows that have been read."""
        if len(self._rows) > KEPT:
            self._rows = {key: self._rows[key] for key in self._in_view() if key in self._rows}
            self._asked = set(self._rows)
        self._rows.update(rows)
        self._asked.update(rows)
        self.refresh()

    def show_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns."""
        self.columns = tuple(columns)
        self._place()
        self.refresh()

    @property
    def key(self) -> int | None:
        """Give the key of the row under the cursor; None when the list is empty."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    @property
    def row(self) -> Row | None:
        """Give the row under the cursor, once it has been read."""
        return None if self.key is None else self._rows.get(self.key)

    def chosen(self) -> tuple[int, ...]:
        """Give the marked keys in the order of the list; without marks, that under the cursor."""
        if self.marks:
            return tuple(key for key in self.keys if key in self.marks)
        return () if self.key is None else (self.key,)

    def known_row(self, key: int) -> Row | None:
        """Give a row that has been read and is still kept."""
        return self._rows.get(key)

    def go_to(self, key: int) -> bool:
        """Put the cursor on a row; False if it is not in the list."""
        try:
            self.cursor = self.keys.index(key)
        except ValueError:
            return False
        return True

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget: the header, a row, or nothing."""
        width = self.room
        if y == 0:
            return self._header(width)
        if not self.keys:
            return self._empty(y - HEADER - 1, width)
        index, line = divmod(self.scroll_offset.y + y - HEADER, self.LINES)
        if index >= len(self.keys):
            return Strip.blank(width, self._styles.style(""))
        return self._line(index, line, width)

    def _empty(self, line: int, width: int) -> Strip:
        from tracker.render.text_width import wrap

        room, style = max(width - 2 * EDGE, 1), self._styles.style("", "faint")
        lines = [
            text[start:end]
            for text in self.empty.split("\n")
            for start, end in list(wrap(text, room)) or [(0, 0)]
        ]
        text = lines[line] if 0 <= line < len(lines) else ""
        return Strip([Segment(fitted(f"  {text}", width), style)], width)

    def _header(self, width: int) -> Strip:
        style = self._styles.style("header")
        titles = [fitted(p.column.title, p.width, right=p.column.right) for p in self._placed]
        text = " " * EDGE + (" " * GAP).join(titles)
        return Strip([Segment(fitted(text, width), style)], width)

    def _line(self, index: int, line: int, width: int) -> Strip:
        """Draw a line of a row; ``line`` counts from 0 within the row."""
        del line  # rows of this list have one
        key = self.keys[index]
        marked = key in self.marks
        state = "cursor" if index == self.cursor else "marked" if marked else ""
        plain = self._styles.style(state)
        row = self._rows.get(key)
        pieces = [Segment("● " if marked else "  ", plain)]
        pieces.extend([Segment("…", plain)] if row is None else self._cells(row, state))
        return Strip(pieces).adjust_cell_length(width, plain)

    def _cells(self, row: Row, state: str) -> Iterator[Segment]:
        room = self.room - EDGE
        for column, width in self._placed:
            cell = column.cell(row)
            taken = room if cell.span else width
            text = fitted(cell.said(taken), taken, right=column.right)
            yield Segment(text, self._styles.style(state, cell.tone))
            if cell.span:
                return
            yield Segment(" " * GAP, self._styles.style(state))
            room -= width + GAP

    def notify_style_update(self) -> None:
        """Work the styles out anew."""
        super().notify_style_update()
        self._styles.forget()

    def _place(self) -> None:
        self._placed = place(self.columns, max(self.room - EDGE - GAP, 1))

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(cursor, len(self.keys) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two lines anew and tell where the cursor is."""
        self._reveal(after)
        for index in (before, after):
            self.refresh_lines(index * self.LINES + HEADER, self.LINES)
        self.post_message(RowReached(self, self.key))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Read what has come into view."""
        super().watch_scroll_y(old_value, new_value)
        self._want_rows()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        self.cursor += by * max(self._height - 1, 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = len(self.keys) - 1

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.key is not None:
            self.post_message(RowOpened(self, self.key))

    # Marking

    def action_mark(self) -> None:
        """Mark the row under the cursor or take its mark away, and go on to the next."""
        if self.key is not None:
            self._set_marks(self.marks ^ {self.key})
            self.cursor += 1

    def action_extend(self, by: int) -> None:
        """Mark the row under the cursor and the next."""
        if self.key is not None:
            before = self.key
            self.cursor += by
            self._set_marks(self.marks | {before, self.keys[self.cursor]})

    def mark_all(self) -> None:
        """Mark every row of the list; when all are marked, none."""
        everything = set(self.keys)
        self._set_marks(set() if self.marks == everything else everything)

    def clear_marks(self) -> None:
        """Take all marks away."""
        self._set_marks(set())

    def _set_marks(self, marks: set[int]) -> None:
        self.marks = marks
        self.refresh()
        self.post_message(RowsMarked(self, len(marks)))

    # The mouse and the window

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the pointer is; a second click opens."""
        index = (self.scroll_offset.y + event.y - HEADER) // self.LINES
        if event.y == 0 or index >= len(self.keys):
            return
        if event.x < EDGE:
            self.cursor = index
            self._set_marks(self.marks ^ {self.keys[index]})
        elif event.chain > 1:
            self.action_open()
        else:
            self.cursor = index

    def on_resize(self, event: events.Resize) -> None:
        """Place the columns in the new width and keep the cursor in view."""
        del event
        self._measure()
        self._place()
        self._reveal(self.cursor)
        self._want_rows()
        self.refresh()

    def on_focus(self) -> None:
        """Draw the cursor as the one that keys move."""
        self._styles.forget()
        self.refresh()

    on_blur = on_focus

    @property
    def room(self) -> int:
        """Give the cells of a line, the scrollbar left out."""
        return self.scrollable_content_region.width

    @property
    def _height(self) -> int:
        """Give how many rows are in view at once."""
        return max((self.size.height - HEADER) // self.LINES, 0)

    def _measure(self) -> None:
        """Take in how long the list is: no reason to lay the whole screen out anew."""
        size = Size(self.room, len(self.keys) * self.LINES + HEADER)
        self.set_reactive(RowList.virtual_size, size)
        self._scroll_update(size)

    def _reveal(self, index: int) -> None:
        top, height = self._top, self._height
        if height and not top <= index < top + height:
            new = index if index < top else index - height + 1
            self.scroll_to(y=new * self.LINES, animate=False)

    @property
    def _top(self) -> int:
        """Give the first row that is wholly in view."""
        return -(-round(self.scroll_target_y) // self.LINES)

    def _stay_on(self, key: int | None, above: int) -> None:
        index = 0
        if key is not None:
            try:
                index = self.keys.index(key)
            except ValueError:
                index = min(self.cursor, max(len(self.keys) - 1, 0))
        self.set_reactive(RowList.cursor, index)
        self.scroll_to(y=max(index - above, 0) * self.LINES, animate=False)
        self._reveal(index)

    def _in_view(self) -> list[int]:
        top = self._top
        return list(self.keys[max(top - AHEAD, 0) : top + self._height + AHEAD])

    def _want_rows(self) -> None:
        wanted = [key for key in self._in_view() if key not in self._asked]
        if wanted:
            self._asked.update(wanted)
            self.post_message(RowsWanted(self, tuple(wanted)))
