"""Reading the items that a command is to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store.reading.instants import newest_seq
from tracker.tui.data.finding import rows_of

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.tui.screens.view import Chosen


def read_chosen(reader: Reader, keys: tuple[int, ...]) -> Chosen:
    """Read the rows, and the newest change set: first, so that nothing slips between."""
    from tracker.tui.screens.view import Chosen

    seen = newest_seq(reader)
    rows = rows_of(reader, keys)
    return Chosen(tuple(rows[key] for key in keys if key in rows), seen)
