"""Putting right what an item is and where it comes from; its adopted text is not among this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.desk.chosen import chosen
from tracker.domain.errors import Refused
from tracker.domain.place_in_report import order_of, place_in_report
from tracker.domain.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.store.tables.item import Item
    from tracker.store.work import Work

OF_EVERY_ITEM = frozenset({"meeting_id"})
"""What an action item has too; all else is an outcome's."""


class NotAnOutcome(Refused):
    """Kind, addressee and the place in a document are an outcome's."""

    def __init__(self, ref: int) -> None:
        super().__init__(f"{ref} is an action item: only its meeting can be put right.")


class HasItsHeader(Refused):
    """What a liaison statement is and comes from stands in its header."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"{ref} is a liaison statement: `tracker liaison header {ref}` changes it."
        )


def amend_items(work: Work, refs: Sequence[int], facts: Mapping[str, Any]) -> list[Item]:
    """Change kind, addressee, meeting, document, section, bullet and adoption of items.

    ``facts`` are columns of the table with their new values. Gives the items. Raises
    ``NotAnOutcome`` or ``HasItsHeader``.
    """
    items = chosen(work, refs)
    for item in items:
        if item.sort == Sort.LIAISON:
            raise HasItsHeader(item.ref)
        if item.sort == Sort.ACTION and set(facts) - OF_EVERY_ITEM:
            raise NotAnOutcome(item.ref)
        for name, value in facts.items():
            setattr(item, name, value)
        if facts.keys() & {"section", "bullet"}:
            item.position = place_in_report(item.section, item.bullet, order_of(item.position))
        work.session.add(item)
    return items
