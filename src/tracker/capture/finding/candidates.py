"""A passage that may be an outcome, before it is made a proposal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Text at [``start``, ``end``) of the outline, in the block of this index, and why it is one.

    ``body`` is where the outcome itself begins, after its label. ``owner`` is whom the passage
    names, ``due`` the date it gives in a place of its own.
    """

    start: int
    end: int
    text: str
    block: int
    score: float
    reason: str
    kind: str | None = None
    body: int = -1
    owner: str | None = None
    carried: bool = False
    due: str | None = None
