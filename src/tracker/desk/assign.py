"""Who carries items: their owner, and contributors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.chosen import chosen
from tracker.desk.owner import set_owner
from tracker.domain.vocabulary import Basis, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.parties import Party
    from tracker.store.tables.item import Item
    from tracker.store.work import Work


def assign(
    work: Work, refs: Sequence[int], owner: Party | None, basis: str = Basis.AGREED
) -> list[Item]:
    """Give several items one owner, or make it unknown; give the items.

    Raises ``UnknownRef``, ``TakenBack``, ``UnknownBasis``.
    """
    items = chosen(work, refs)
    for item in items:
        set_owner(item, owner, basis)
        work.session.add(item)
        if item.sort == Sort.LIAISON and owner is not None:
            from tracker.desk.liaison.receiving import take_in_hand

            take_in_hand(work, item)
    return items


def add_contributors(work: Work, refs: Sequence[int], parties: Sequence[Party]) -> list[Item]:
    """Let parties contribute to items; those that do already are left alone. Gives the items."""
    from tracker.store.tables.annotation import Contributor

    items = chosen(work, refs)
    for item_id in (item.id or 0 for item in items):
        known = {_key(row) for row in work.find(Contributor, item_id=item_id)}
        for party in parties:
            if _key(party) not in known:
                work.add(
                    Contributor(
                        item_id=item_id,
                        person_id=party.person_id,
                        office_id=party.office_id,
                        group_id=party.group_id,
                    )
                )
    return items


def remove_contributors(work: Work, refs: Sequence[int], parties: Sequence[Party]) -> list[Item]:
    """Let parties no longer contribute to items. Gives the items."""
    from tracker.store.tables.annotation import Contributor

    unwanted = {_key(party) for party in parties}
    items = chosen(work, refs)
    for item in items:
        for row in work.find(Contributor, item_id=item.id):
            if _key(row) in unwanted:
                work.delete(row)
    return items


def _key(row: object) -> tuple[int | None, ...]:
    return tuple(getattr(row, name) for name in ("person_id", "office_id", "group_id"))
