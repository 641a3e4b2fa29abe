"""Where items are at home: a meeting that is named for them is one of their own group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.session.workplace import Workplace


class SeveralGroups(Refused):
    """Items of several groups have no meeting in common."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__(
            f"These items belong to {' and '.join(groups)}, which have no meeting in common."
            " Take them group by group."
        )


def home_of(place: Workplace, refs: Sequence[int]) -> Workplace:
    """Give the workplace seen from the group of the items. Raises ``SeveralGroups``."""
    from tracker.store.reading.item_groups import groups_of

    groups = groups_of(place.reader, refs)
    if len(groups) > 1:
        raise SeveralGroups(groups)
    return place.within(groups[0]) if groups else place
