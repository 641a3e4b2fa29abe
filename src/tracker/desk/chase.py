"""Chasing by hand: which items can be chased, and the note that says that they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import add_note
from tracker.desk.chosen import TakenBack, chosen
from tracker.domain.errors import Refused
from tracker.domain.own_words import say
from tracker.domain.vocabulary import CLOSED_STATUSES, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.store.tables.item import Item
    from tracker.store.work import Work

CHASE = "chase"
"""Purpose of the note that says that an owner was chased."""


class NothingToChase(Refused):
    """Nobody has anything left to do about the item."""

    def __init__(self, ref: int, why: str) -> None:
        super().__init__(f"{ref} is {why}, so there is nothing to chase.")


def check_chasable(items: Sequence[ItemRow]) -> None:
    """Check that there is something to chase. Raises ``NothingToChase`` or ``TakenBack``.

    What is closed is silent; what is reported done waits for whoever confirms it.
    """
    for item in items:
        if item.retired:
            raise TakenBack(item.ref)
        if item.status in CLOSED_STATUSES:
            raise NothingToChase(item.ref, f"closed ({item.status})")
        if item.status == Status.REPORTED_DONE:
            raise NothingToChase(item.ref, f"reported done (`tracker confirm {item.ref}`)")


def log_chase(work: Work, refs: Sequence[int], whom: str, words: str) -> list[Item]:
    """Write on items that their owners were chased, whom and with which words. Gives the items."""
    items = chosen(work, refs)
    for item in items:
        add_note(work, item, say("of one", whom=whom, what=words), purpose=CHASE)
    return items
