"""The lives of liaison statements as one declared table of steps.

Three lives: of an outgoing statement as a whole, of each of its destinations, and of an incoming
statement. A step not in the table is refused, with the reason and what is possible instead.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.liaison.words import Incoming, Line, Outgoing


class Need(StrEnum):
    """What a step asks for before it is taken."""

    APPROVAL = "the level of approval"
    COMPLETE = "everything that Rec. ITU-T A.1 asks for, or a reason to send anyway"
    DATE = "the date"
    REASON = "a reason"
    REPLY = "the reply, or its date"
    MEETING = "the meeting that considered it, or a date"
    HOLDER = "who deals with it"
    TEXT = "the reply itself"


class Step(NamedTuple):
    """One step of a life. ``effect`` says what it does to the linked outcome and action item."""

    verb: str
    source: str
    target: str
    needs: tuple[Need, ...]
    effect: str


class Life(NamedTuple):
    """One of the three lives: its name for a person, its states, its steps, why others are refused."""

    name: str
    states: tuple[str, ...]
    steps: tuple[Step, ...]
    reasons: dict[tuple[str, str], str]


_WORK_GOES_ON = "the outcome is under implementation"
_SENT = "the outcome gets the dispatch as evidence; it waits on whoever owes a reply"
_ENDED = "when no destination is open, closing the outcome is proposed"

OUTGOING = Life(
    "liaison statement",
    tuple(Outgoing),
    (
        Step("clear", Outgoing.DRAFTED, Outgoing.CLEARED, (Need.APPROVAL,), _WORK_GOES_ON),
        Step("redraft", Outgoing.CLEARED, Outgoing.DRAFTED, (Need.REASON,), "none"),
        Step(
            "dispatch", Outgoing.CLEARED, Outgoing.DISPATCHED, (Need.COMPLETE, Need.DATE), _SENT
        ),
        Step("withdraw", Outgoing.DRAFTED, Outgoing.WITHDRAWN, (Need.REASON,), "none"),
        Step("withdraw", Outgoing.CLEARED, Outgoing.WITHDRAWN, (Need.REASON,), "none"),
    ),
    {
        (Outgoing.DRAFTED, Outgoing.DISPATCHED): "it is not cleared yet; clear it first",
        (Outgoing.DISPATCHED, Outgoing.WITHDRAWN): "it has left the house; send another to correct it",
        (Outgoing.DISPATCHED, Outgoing.DRAFTED): "it has left the house; undo the dispatch if it did not",
        (Outgoing.DISPATCHED, Outgoing.CLEARED): "it has left the house; undo the dispatch if it did not",
    },
)

LINE = Life(
    "destination",
    tuple(Line),
    (
        Step("send", Line.UNSENT, Line.SENT, (Need.DATE,), _SENT),
        Step("drop", Line.UNSENT, Line.CLOSED, (Need.REASON,), _ENDED),
        Step("acknowledge", Line.SENT, Line.ACKNOWLEDGED, (Need.DATE,), "none"),
        Step("receive reply", Line.SENT, Line.REPLY_RECEIVED, (Need.REPLY,), "it waits no longer"),
        Step(
            "receive reply", Line.ACKNOWLEDGED, Line.REPLY_RECEIVED, (Need.REPLY,),
            "it waits no longer",
        ),
        Step("consider", Line.REPLY_RECEIVED, Line.CONSIDERED, (Need.MEETING,), "none"),
        Step("close", Line.SENT, Line.CLOSED, (Need.REASON,), _ENDED),
        Step("close", Line.ACKNOWLEDGED, Line.CLOSED, (Need.REASON,), _ENDED),
        Step("close", Line.CONSIDERED, Line.CLOSED, (), _ENDED),
    ),
    {
        (Line.UNSENT, Line.ACKNOWLEDGED): "it has not been sent",
        (Line.UNSENT, Line.REPLY_RECEIVED): "it has not been sent",
        (Line.UNSENT, Line.CONSIDERED): "it has not been sent",
        (Line.SENT, Line.CONSIDERED): "no reply has come in to consider",
        (Line.ACKNOWLEDGED, Line.CONSIDERED): "no reply has come in to consider",
        (Line.REPLY_RECEIVED, Line.CLOSED): "the reply has not been considered; consider it first",
        (Line.CLOSED, Line.REPLY_RECEIVED): "it is closed; a late reply is recorded, and reopens nothing",
    },
)  # fmt: skip

INCOMING = Life(
    "incoming liaison statement",
    tuple(Incoming),
    (
        Step("assign", Incoming.RECEIVED, Incoming.ASSIGNED, (Need.HOLDER,), _WORK_GOES_ON),
        Step("assign", Incoming.ASSIGNED, Incoming.ASSIGNED, (Need.HOLDER,), "none"),
        Step("draft reply", Incoming.RECEIVED, Incoming.REPLY_DRAFTED, (Need.TEXT,), _WORK_GOES_ON),
        Step("draft reply", Incoming.ASSIGNED, Incoming.REPLY_DRAFTED, (Need.TEXT,), "none"),
        Step("reply", Incoming.REPLY_DRAFTED, Incoming.REPLIED, (Need.DATE,), "no reply is owed"),
        Step("reply", Incoming.RECEIVED, Incoming.REPLIED, (Need.REPLY,), "no reply is owed"),
        Step("reply", Incoming.ASSIGNED, Incoming.REPLIED, (Need.REPLY,), "no reply is owed"),
        Step("note", Incoming.RECEIVED, Incoming.NOTED, (Need.REASON,), "no reply is owed"),
        Step("note", Incoming.ASSIGNED, Incoming.NOTED, (Need.REASON,), "no reply is owed"),
        Step("note", Incoming.REPLY_DRAFTED, Incoming.NOTED, (Need.REASON,), "no reply is owed"),
        Step("close", Incoming.NOTED, Incoming.CLOSED, (), _ENDED),
        Step("close", Incoming.REPLIED, Incoming.CLOSED, (), _ENDED),
    ),
    {
        (Incoming.RECEIVED, Incoming.CLOSED): "it was neither answered nor noted; do one of them first",
        (Incoming.ASSIGNED, Incoming.CLOSED): "it was neither answered nor noted; do one of them first",
        (Incoming.REPLIED, Incoming.NOTED): "it was answered",
        (Incoming.NOTED, Incoming.REPLIED): "it was noted; undo that to answer it",
    },
)

LIVES = (OUTGOING, LINE, INCOMING)


class StepRefused(Refused):
    """The life has no such step from where the statement stands."""

    def __init__(self, life: Life, source: str, target: str) -> None:
        why = life.reasons.get((source, target)) or _why(life, source, target)
        possible = " or ".join(dict.fromkeys(f"“{s.verb}”" for s in steps_from(life, source)))
        then = f" Possible is {possible}." if possible else " Nothing more can follow."
        super().__init__(f"This {life.name} is {source}: {why}.{then}")


def step(life: Life, source: str, target: str) -> Step:
    """Give the step from one state to another. Raises ``StepRefused``."""
    for found in life.steps:
        if (found.source, found.target) == (source, target):
            return found
    raise StepRefused(life, source, target)


def steps_from(life: Life, source: str) -> tuple[Step, ...]:
    """Give the steps that can be taken from a state."""
    return tuple(found for found in life.steps if found.source == source)


def _why(life: Life, source: str, target: str) -> str:
    if source == target:
        return "it is that already"
    if not steps_from(life, source):
        return "that is the end of it"
    return f"it cannot become {target} from there"
