"""What capture hands on for a person to judge: proposals, and the facts found around them.

Nothing here is in the database yet. Unknown is ``None``; nothing is invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.vocabulary import Basis, Purpose

ACTION = "action"
"""The kind of an outcome that gives somebody something to do (minutes say "Action: …")."""


@dataclass(frozen=True, slots=True)
class KnownOutcome:
    """An outcome that is already in the database, as much of it as matching needs."""

    ref: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Match:
    """A known outcome that a proposal resembles; a ``score`` of 100 is word for word."""

    ref: int
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """One outcome that the document seems to hold.

    ``key`` is stable for the same document text ("7.1-b2", "p14"). ``text`` is verbatim: only the
    bullet glyph before it and the debris of the word processor are gone. [``start``, ``end``) is
    where it stands in the outline's text. ``position`` counts proposals from 1 in the order of the
    document. ``meeting`` is an index into :attr:`CaptureResult.meetings`. ``score`` (0–1) says how
    sure the finder is, ``reason`` why it proposes at all. ``carried`` marks what the document
    itself lists as work of an earlier meeting. ``reiterates`` is the key of an earlier proposal.
    """

    key: str
    kind: str
    text: str
    position: int
    start: int
    end: int
    section: str | None = None
    heading: str | None = None
    bullet: int | None = None
    meeting: int | None = None
    addressee: str | None = None
    purpose: Purpose | None = None
    owner: str | None = None
    owner_basis: Basis | None = None
    due: date | None = None
    due_text: str | None = None
    due_basis: Basis | None = None
    suggested_title: str = ""
    reiterates: str | None = None
    matches: tuple[Match, ...] = ()
    carried: bool = False
    score: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting reported on; ``dates`` holds the first and, if it lasted, the last day."""

    ordinal: int | None = None
    dates: tuple[date, ...] = ()
    place: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class GroupFound:
    """The body whose record this is: short name, full name, and what else the paper calls it."""

    name: str
    full_name: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChairFound:
    """Who chaired, as the document says it."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class BulletFound:
    """One bullet of an outcomes section, and the proposal that covers it, if any does."""

    text: str
    start: int
    end: int
    section: str | None
    bullet: int
    covered_by: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureResult:
    """Everything found in one document; ``fingerprint`` is the SHA-256 of its bytes, in hex.

    ``text`` is the plain text that all offsets point into.
    """

    fingerprint: str
    group: GroupFound | None = None
    meetings: tuple[MeetingFound, ...] = ()
    place: str | None = None
    chair: ChairFound | None = None
    title: str | None = None
    symbol: str | None = None
    date: date | None = None
    action_required: str | None = None
    summary: str | None = None
    language: str = "en"
    proposals: tuple[Proposal, ...] = ()
    bullets: tuple[BulletFound, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def uncovered(self) -> tuple[BulletFound, ...]:
        """Bullets of outcomes sections that no proposal covers; a person decides on each."""
        return tuple(bullet for bullet in self.bullets if bullet.covered_by is None)
