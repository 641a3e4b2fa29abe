"""What a list of rows tells whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from tracker.tui.widgets.row_list import RowList


@dataclass(eq=False)
class FromList(Message):
    """Something a list has to say; handlers select the list by ``control``."""

    sender: RowList[Any]

    @property
    def control(self) -> RowList[Any]:
        """Give the list that speaks."""
        return self.sender


@dataclass(eq=False)
class RowsWanted(FromList):
    """Rows with these keys are to be read and handed over by ``show_rows``."""

    keys: tuple[int, ...]


@dataclass(eq=False)
class RowReached(FromList):
    """The cursor has reached the row with this key; None when the list is empty."""

    key: int | None


@dataclass(eq=False)
class RowOpened(FromList):
    """The row with this key was chosen by enter or a double click."""

    key: int


@dataclass(eq=False)
class RowsMarked(FromList):
    """So many rows are marked now."""

    count: int
