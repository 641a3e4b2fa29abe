"""What a dialogue offers for words that were typed."""

from __future__ import annotations

from typing import NamedTuple


class Offer(NamedTuple):
    """Something to take. ``key`` is what could be typed for it, ``note`` why it is offered.

    ``told`` is said of it while it is the one that would be taken.
    """

    value: object
    words: str
    key: str = ""
    note: str = ""
    told: str = ""
