"""Owners and contributors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.desk import assign, owner
from tracker.domain.errors import UnknownRef
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import find_item
from tracker.store.reading.people import find_party

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def test_an_owner_has_a_basis_and_an_unknown_one_has_none(cwg_cop: Workplace) -> None:
    """Unknown is a value: nothing of the former owner is left."""
    secretary = find_party(cwg_cop.reader, "Secretary")
    with cwg_cop.change("assign") as work:
        assign.assign(work, [2, 3], secretary, "stated")
    row = item_detail(cwg_cop.reader, 3, cwg_cop.today)
    assert (row.row.owner, row.row.owner_basis) == ("CWG-COP Secretary", "stated")
    assert row.owner_holder == "Rita Sekretär"
    with cwg_cop.change("assign") as work:
        assign.assign(work, [3], None)
    unowned = find_item(cwg_cop.reader, 3)
    assert (unowned.owner, unowned.owner_basis) == ("", "")


def test_contributors_come_once(cwg_cop: Workplace) -> None:
    """People, offices and groups alike; removing leaves the others."""
    parties = [find_party(cwg_cop.reader, name) for name in ("ana", "ITU-D SG 2", "ana")]
    for some in (parties[:2], parties[2:]):
        with cwg_cop.change("contribute") as work:
            assign.add_contributors(work, [3], some)
    assert item_detail(cwg_cop.reader, 3, cwg_cop.today).contributors == ("Ana Lima", "ITU-D SG 2")
    with cwg_cop.change("contribute") as work:
        assign.remove_contributors(work, [3], parties[:1])
    assert item_detail(cwg_cop.reader, 3, cwg_cop.today).contributors == ("ITU-D SG 2",)


def test_a_basis_is_one_of_three(cwg_cop: Workplace) -> None:
    """Another word is refused, and so is an unknown ref: nothing is changed."""
    ana = find_party(cwg_cop.reader, "ana")
    with pytest.raises(owner.UnknownBasis), cwg_cop.change("assign") as work:
        assign.assign(work, [2], ana, "guessed")
    with pytest.raises(UnknownRef), cwg_cop.change("assign") as work:
        assign.assign(work, [2, 99], ana)
    assert find_item(cwg_cop.reader, 2).owner == ""
