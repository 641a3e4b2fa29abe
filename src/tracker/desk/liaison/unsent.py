"""What has left the house stays as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.liaison.words import Outgoing

if TYPE_CHECKING:
    from tracker.desk.liaison.statement import Statement


class AlreadySent(Refused):
    """What has left the house is not changed; what was unknown then may still be supplied."""

    def __init__(self, ref: int, what: str) -> None:
        super().__init__(
            f"{what} of {ref} has been sent and cannot be changed. Undo the dispatch first."
        )


def check_unsent(found: Statement, what: str) -> None:
    """Raise ``AlreadySent`` when the statement has left the house."""
    if found.liaison.state == Outgoing.DISPATCHED:
        raise AlreadySent(found.item.ref, what)
