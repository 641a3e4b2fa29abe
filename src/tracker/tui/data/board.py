"""What the board shows: the cards of each column, and how many items there are to show at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters import parse
from tracker.domain.vocabulary import CLOSED_STATUSES, Status
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.reading.counting import count_by
from tracker.tui.data.finding import Found, find

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.store.database import Reader
    from tracker.tui.data.here import Here

COLUMNS = (
    Status.PENDING,
    Status.UNDER_IMPLEMENTATION,
    Status.REPORTED_DONE,
    Status.IMPLEMENTED,
    Status.STANDING,
)
"""The statuses that have a column, from the left."""

WITHOUT_COLUMN = tuple(status for status in CLOSED_STATUSES if status not in COLUMNS)
"""How items end otherwise than implemented."""


class BoardPage(NamedTuple):
    """What the filter lets through, a column each, and how many items there are whatever it says."""

    columns: tuple[Found, ...]
    counts: Mapping[Status, int]

    @property
    def shown(self) -> int:
        """Give how many cards there are."""
        return sum(len(found.keys) for found in self.columns)

    @property
    def whole(self) -> int:
        """Give how many cards there would be without a filter."""
        return sum(self.counts[status] for status in COLUMNS)


def read_board(reader: Reader, text: str, here: Here) -> BoardPage:
    """Find the cards of every column, closed items too. Raises ``FilterProblem``."""
    columns = tuple(find(reader, text, here, also=f'status:"{status}"') for status in COLUMNS)
    everything = condition_for(
        reader, parse("all"), Asking(here.today, here.me), group_id=here.group_id
    )
    counted = {Status(status): int(n) for status, n in count_by(reader, everything, "status")}
    return BoardPage(columns, {status: counted.get(status, 0) for status in Status})
