from __future__ import annotations

import pytest

from tracker.domain.place_in_report import order_of, place_in_report

IN_ORDER = [
    ("", None), ("IV", 1), ("7", None), ("7.1", None), ("7.1", 1), ("7.1", 2), ("7.1", 10),
    ("§7.2", 1), ("7.2.1", 1), ("7.9", 1), ("7.10", 1), ("VIII", 1), ("IX", 1), ("12", 1),
    ("Annex 2", 1), ("Annex 10", 1), ("B.1", 1),
]  # fmt: skip


@pytest.mark.parametrize("order", [0, 1, 99_999])
def test_sections_are_in_natural_order_then_bullets(order: int) -> None:
    """7.2 < 7.9 < 7.10, Roman numerals count, annexes follow, what has no section comes last."""
    unplaced, *rest = IN_ORDER
    places = [place_in_report(*each, order) for each in [*rest, unplaced]]
    assert places == sorted(set(places))


def test_order_decides_only_between_what_is_alike() -> None:
    """Two lists of one section keep their order bullet by bullet; nothing outgrows 64 bits."""
    assert place_in_report("7.1", 1, 8) < place_in_report("7.1", 1, 9) < place_in_report("7.1", 2)
    assert order_of(place_in_report("7.1", 4, 9)) == 9
    assert place_in_report("9999.9999.999.999.1", 99_999, 10**9) < 10**18
    assert place_in_report("", 99_999, 10**9) < 2**63
