"""Who carries an item: its owner, with the basis for it, and contributors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.errors import UsageProblem
from tracker.domain.vocabulary import Basis

if TYPE_CHECKING:
    from tracker.domain.records.parties import Party
    from tracker.store.tables.item import Item
    from tracker.store.work import Work


class UnknownBasis(UsageProblem):
    """A basis is one of three words."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is not a basis. It is stated, assumed or agreed.")


def set_owner(item: Item, owner: Party | None, basis: str) -> None:
    """Put the owner on an item; None makes it unknown. Raises ``UnknownBasis``."""
    item.owner_person_id = owner.person_id if owner else None
    item.owner_office_id = owner.office_id if owner else None
    item.owner_group_id = owner.group_id if owner else None
    item.owner_basis = check_basis(basis) if owner else ""


def assign(
    work: Work, refs: Sequence[int], owner: Party | None, basis: str = Basis.AGREED
) -> None:
    """Give several items one owner, or make it unknown. Raises ``UnknownRef``, ``UnknownBasis``."""
    for ref in refs:
        item = work.item(ref)
        set_owner(item, owner, basis)
        work.session.add(item)


def add_contributors(work: Work, refs: Sequence[int], parties: Sequence[Party]) -> None:
    """Let parties contribute to items; those that do already are left alone."""
    from tracker.store.tables.annotation import Contributor

    for ref in refs:
        item_id = work.item(ref).id or 0
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


def remove_contributors(work: Work, refs: Sequence[int], parties: Sequence[Party]) -> None:
    """Let parties no longer contribute to items."""
    from tracker.store.tables.annotation import Contributor

    unwanted = {_key(party) for party in parties}
    for ref in refs:
        for row in work.find(Contributor, item_id=work.item(ref).id):
            if _key(row) in unwanted:
                work.delete(row)


def check_basis(word: str) -> str:
    """Give the basis that the word is. Raises ``UnknownBasis``."""
    if word not in list(Basis):
        raise UnknownBasis(word)
    return Basis(word)


def _key(row: object) -> tuple[int | None, ...]:
    return tuple(getattr(row, name) for name in ("person_id", "office_id", "group_id"))
