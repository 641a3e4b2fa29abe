"""Relations between items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.desk.relate import NotRelated, RelatedToItself, relate, unrelate
from tracker.domain.vocabulary import Relation
from tracker.store.reading.items import find_item

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def test_nothing_is_related_to_itself_in_a_circle(cwg_cop: Workplace) -> None:
    """Neither directly nor through others; another relation is another matter."""
    with cwg_cop.change("relate") as work:
        relate(work, 1, Relation.REFINES, 2)
        relate(work, 2, Relation.REFINES, 3)
        relate(work, 3, Relation.ANSWERS, 1)
        for start, end in ((3, 1), (1, 1)):
            with pytest.raises(RelatedToItself):
                relate(work, start, Relation.REFINES, end)


def test_said_twice_is_said_once(cwg_cop: Workplace) -> None:
    """A relation that is there already changes nothing."""
    with cwg_cop.change("relate") as work:
        relate(work, 3, Relation.IMPLEMENTS, 2)
        assert work.touched_items() == []


def test_only_what_is_related_can_be_parted(cwg_cop: Workplace) -> None:
    """An item is blocked as long as what blocks it is open."""
    with cwg_cop.change("relate") as work:
        relate(work, 2, Relation.BLOCKED_BY, 3)
    assert find_item(cwg_cop.reader, 2).blocked
    with cwg_cop.change("unrelate") as work:
        unrelate(work, 2, Relation.BLOCKED_BY, 3)
        with pytest.raises(NotRelated):
            unrelate(work, 2, Relation.BLOCKED_BY, 3)
    assert not find_item(cwg_cop.reader, 2).blocked
