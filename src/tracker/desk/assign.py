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

    Who contributed and leads from now on is no contributor any more. Raises ``UnknownRef``,
    ``TakenBack``, ``UnknownBasis``.
    """
    items = chosen(work, refs)
    for item in items:
        set_owner(item, owner, basis)
        work.session.add(item)
        if owner is not None:
            _take_off(work, item, {_key(owner)})
        if item.sort == Sort.LIAISON and owner is not None:
            from tracker.desk.liaison.receiving import take_in_hand

            take_in_hand(work, item)
    return items


def add_contributors(work: Work, refs: Sequence[int], parties: Sequence[Party]) -> list[Item]:
    """Let parties contribute to items; those that do already, or lead, are left alone."""
    from tracker.store.tables.annotation import Contributor

    items = chosen(work, refs)
    for item in items:
        known = {_key(row) for row in work.find(Contributor, item_id=item.id)} | {_lead(item)}
        for party in parties:
            if _key(party) not in known:
                work.add(
                    Contributor(
                        item_id=item.id or 0,
                        person_id=party.person_id,
                        office_id=party.office_id,
                        group_id=party.group_id,
                    )
                )
    return items


def remove_contributors(work: Work, refs: Sequence[int], parties: Sequence[Party]) -> list[Item]:
    """Let parties no longer contribute to items. Gives the items."""
    unwanted = {_key(party) for party in parties}
    items = chosen(work, refs)
    for item in items:
        _take_off(work, item, unwanted)
    return items


def _take_off(work: Work, item: Item, unwanted: set[tuple[int | None, ...]]) -> None:
    from tracker.store.tables.annotation import Contributor

    for row in work.find(Contributor, item_id=item.id):
        if _key(row) in unwanted:
            work.delete(row)


def _lead(item: Item) -> tuple[int | None, ...]:
    return (item.owner_person_id, item.owner_office_id, item.owner_group_id)


def _key(row: object) -> tuple[int | None, ...]:
    return tuple(getattr(row, name) for name in ("person_id", "office_id", "group_id"))
