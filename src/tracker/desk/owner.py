"""The owner of one item, with the basis for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import UsageProblem
from tracker.domain.vocabulary import Basis

if TYPE_CHECKING:
    from tracker.domain.records.parties import Party
    from tracker.store.tables.item import Item


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


def check_basis(word: str) -> str:
    """Give the basis that the word is. Raises ``UnknownBasis``."""
    if word not in list(Basis):
        raise UnknownBasis(word)
    return Basis(word)
