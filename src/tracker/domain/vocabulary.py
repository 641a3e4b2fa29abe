"""The words of the field, spelled once. Values are the words a user sees and the database holds."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """What an item is. All sorts share one series of refs."""

    OUTCOME = "outcome"
    ACTION = "action"
    LIAISON = "liaison"


class Status(StrEnum):
    """Follow-up status of an item, in the wording of UNFCCC follow-up tables."""

    PENDING = "pending"
    UNDER_IMPLEMENTATION = "under implementation"
    REPORTED_DONE = "reported done"
    IMPLEMENTED = "implemented"
    STANDING = "standing"
    SUPERSEDED = "superseded"
    OVERTAKEN = "overtaken by events"
    WITHDRAWN = "withdrawn"


OPEN_STATUSES = (Status.PENDING, Status.UNDER_IMPLEMENTATION, Status.REPORTED_DONE, Status.STANDING)
"""Statuses of items that still want attention, in the order of the follow-up's life."""

CLOSED_STATUSES = (Status.IMPLEMENTED, Status.SUPERSEDED, Status.OVERTAKEN, Status.WITHDRAWN)
"""Statuses that end the follow-up of an item."""


class OutcomeKind(StrEnum):
    """Kinds of outcome that tracker offers. The list is open: any other lower-case word is kept."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    INVITATION = "invitation"
    ENCOURAGEMENT = "encouragement"
    REQUEST = "request"
    LIAISON_STATEMENT = "liaison statement"
    POSTING = "posting"
    INFORMATION = "information"
    REPORT_TO_PARENT = "report to parent body"


STANDING_KINDS = (
    OutcomeKind.RECOMMENDATION,
    OutcomeKind.INVITATION,
    OutcomeKind.ENCOURAGEMENT,
)
"""Kinds that nothing closes by itself: they come up for review at every meeting."""


class Basis(StrEnum):
    """Where an owner or a date comes from."""

    STATED = "stated"
    ASSUMED = "assumed"
    AGREED = "agreed"


class Relation(StrEnum):
    """How one item stands to another. Read as «from <relation> to»."""

    REITERATES = "reiterates"
    SUPERSEDES = "supersedes"
    REFINES = "refines"
    IMPLEMENTS = "implements"
    BLOCKED_BY = "blocked by"
    ANSWERS = "answers"


class Priority(StrEnum):
    """How pressing an item is. Normal is not shown."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Adoption(StrEnum):
    """How an outcome was adopted."""

    MEETING = "meeting"
    CORRESPONDENCE = "correspondence"


class Direction(StrEnum):
    """Which way a liaison statement travels."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class Purpose(StrEnum):
    """What a destination is asked for. Comment is read on import, never offered."""

    ACTION = "action"
    INFORMATION = "information"
    COMMENT = "comment"


INVERSE = {
    Relation.REITERATES: "reiterated by",
    Relation.SUPERSEDES: "superseded by",
    Relation.REFINES: "refined by",
    Relation.IMPLEMENTS: "implemented by",
    Relation.BLOCKED_BY: "blocks",
    Relation.ANSWERS: "answered by",
}
"""Each relation read from its other end: «to <inverse> from»."""
