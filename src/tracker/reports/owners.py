"""Open items by owner: what each has in hand, what nobody owns last."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import Band
from tracker.reports.item_tables import items_table
from tracker.reports.phrases import owner
from tracker.store.reading.picking import pick
from tracker.store.reading.scope import OPEN, both, owned_by, owned_by_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Document
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.parties import Party
    from tracker.reports.asked import Asked


def owners(asked: Asked, party: Party | None = None) -> Document:
    """List open items under their owners, by due date; or those of one person, office or group.

    A person's include those of the offices they hold on the day and those they contribute to.
    """
    words = asked.words
    if party is not None:
        person = party.person_id
        own = owned_by_party(party) if person is None else owned_by(person, asked.today)
        asked = replace(asked, only=both(asked.only, own))
    items = pick(asked.reader, asked.scope, lambda _: OPEN, order="i.due ASC NULLS LAST, i.id")
    items.sort(key=_by_owner)
    title = words("{group}: open items by owner") if party is None else words("{group}: open items")
    return asked.document(
        title.format(group=asked.group_words if party is None else party.name),
        items_table(asked, list(_banded(asked, items)), owners=False),
        subtitle=words.day(asked.today),
    )


def _by_owner(row: ItemRow) -> tuple[bool, str, dt.date]:
    return (not row.owner, row.owner.casefold(), row.due or dt.date.max)


def _banded(asked: Asked, items: list[ItemRow]) -> Iterator[ItemRow | Band]:
    last: str | None = None
    for row in items:
        if row.owner != last:
            yield Band(owner(asked, row.owner) if row.owner else asked.words("No owner"))
            last = row.owner
        yield row
