"""Who is at the keyboard: whom ``me`` means, and what is said when nobody on record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import NotFound

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

ME = "me"
"""What is typed for whoever is at the keyboard."""


class WhoAreYou(NotFound):
    """Nobody on record bears the name that the person at the keyboard goes by."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"You are “{name}” here, and nobody on record is called so."
            " `tracker person me NAME` says who you are."
        )


def meant(place: Workplace, name: str) -> str:
    """Give the name that is meant: one's own for ``me``. Raises ``WhoAreYou``."""
    if name.strip().casefold() != ME:
        return name
    check_known(place)
    return place.me


def check_known(place: Workplace) -> None:
    """Make sure that whoever is at the keyboard is on record. Raises ``WhoAreYou``."""
    from tracker.domain.errors import AmbiguousName, UnknownName
    from tracker.store.reading.people import find_party

    try:
        find_party(place.reader, place.me)
    except (UnknownName, AmbiguousName) as problem:
        raise WhoAreYou(place.me) from problem
