"""The words of liaison statements, spelled once. Values are what a user sees and the database holds."""

from __future__ import annotations

from enum import StrEnum


class Outgoing(StrEnum):
    """Where an outgoing liaison statement stands as a whole."""

    DRAFTED = "drafted"
    CLEARED = "cleared"
    DISPATCHED = "dispatched"
    WITHDRAWN = "withdrawn"


class Line(StrEnum):
    """Where one destination of an outgoing liaison statement stands."""

    UNSENT = "unsent"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    REPLY_RECEIVED = "reply received"
    CONSIDERED = "considered"
    CLOSED = "closed"


class Incoming(StrEnum):
    """Where an incoming liaison statement stands."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    REPLY_DRAFTED = "reply drafted"
    REPLIED = "replied"
    NOTED = "noted"
    CLOSED = "closed"


class Approval(StrEnum):
    """The level at which a liaison statement was cleared (Rec. ITU-T A.1, clause 1.5)."""

    MEETING = "meeting"
    WORKING_PARTY = "working party"
    RAPPORTEUR_GROUP = "rapporteur group"
    CORRESPONDENCE = "correspondence"


class Disposition(StrEnum):
    """What a reply comes to (RFC 4053, section 3.2)."""

    USEFUL = "useful"
    NOT_USEFUL = "not useful"
    ACCOMPLISHED = "accomplished"
    WILL_BE_ACCOMPLISHED = "will be accomplished"
    WILL_NOT_BE_DONE = "will not be done"
    ANSWER = "answer to the question"
    PRELIMINARY = "preliminary"
    ACKNOWLEDGEMENT = "acknowledgement"


AT_WORK = (Incoming.RECEIVED, Incoming.ASSIGNED, Incoming.REPLY_DRAFTED)
"""Where an incoming statement still wants a reply, or to be noted."""

NO_ANSWER_YET = frozenset({Disposition.PRELIMINARY, Disposition.ACKNOWLEDGEMENT})
"""Dispositions after which the reply proper is still awaited."""

NEEDS_DATE = frozenset({Disposition.WILL_BE_ACCOMPLISHED, Disposition.PRELIMINARY})
"""Dispositions that say by when."""

NEEDS_REASON = frozenset({Disposition.WILL_NOT_BE_DONE, Disposition.NOT_USEFUL})
"""Dispositions that say why."""
