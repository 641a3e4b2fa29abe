"""The lives of liaison statements as one declared table of steps.

Three lives: of an outgoing statement as a whole, of each of its destinations, and of an incoming
statement. A step not in the table is refused, with the reason and what is possible instead.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.liaison.words import Incoming, Line, Outgoing

WITHDRAW_REPLY = "withdraw the reply"
"""The step of an incoming statement that is taken on its reply."""


class Need(StrEnum):
    """What a step asks for before it is taken."""

    APPROVAL = "the level of approval"
    COMPLETE = "everything that Rec. ITU-T A.1 asks for, or a reason to send anyway"
    DATE = "the date"
    REASON = "a reason"
    REASON_FOR_ACTION = "a reason, where it asks for action"
    REPLY = "the reply, or its date"
    MEETING = "the meeting that considered it, or a date"
    HOLDER = "who deals with it"
    TEXT = "the reply itself"


class Effect(StrEnum):
    """What a step does to the item, and to the outcomes and action items that it carries out."""

    UNDER_WAY = "what asked for it is under implementation, if it was pending"
    EVIDENCE = "what asked for it gets the sending as evidence"
    WAITS = "it waits on whoever is asked for action, until the day the reply is expected"
    OURS_NEXT = "it waits no longer on them; the next step is ours, at the next meeting"
    NOTED = "an incoming statement that was the reply is noted, unless it asks for action itself"
    ENDS = "when no destination is open it ends, and closing what asked for it is proposed"
    SETTLED = "no reply is owed any longer; it ends"


class Step(NamedTuple):
    """One step of a life."""

    verb: str
    source: str
    target: str
    needs: tuple[Need, ...] = ()
    effects: tuple[Effect, ...] = ()


class Life(NamedTuple):
    """One of the three lives: its name, its states, its steps, and why others are refused."""

    name: str
    states: tuple[str, ...]
    steps: tuple[Step, ...]
    reasons: dict[tuple[str, str], str]


def _outgoing() -> Life:
    drafted, cleared, dispatched, withdrawn = Outgoing
    why = (Need.REASON,)
    left = "it has left the house; undo the dispatch if it did not"
    return Life(
        "liaison statement",
        tuple(Outgoing),
        (
            Step("clear", drafted, cleared, (Need.APPROVAL,), (Effect.UNDER_WAY,)),
            Step("redraft", cleared, drafted, why),
            Step(
                "dispatch",
                cleared,
                dispatched,
                (Need.COMPLETE, Need.DATE),
                (Effect.UNDER_WAY, Effect.EVIDENCE, Effect.WAITS, Effect.ENDS),
            ),
            Step("withdraw", drafted, withdrawn, why, (Effect.ENDS,)),
            Step("withdraw", cleared, withdrawn, why, (Effect.ENDS,)),
        ),
        {
            (drafted, dispatched): "it is not cleared yet; clear it first",
            (dispatched, withdrawn): "it has left the house; send another to correct it",
            (dispatched, drafted): left,
            (dispatched, cleared): left,
        },
    )


def _line() -> Life:
    unsent, sent, acknowledged, received, considered, closed = Line
    why, day = (Need.REASON,), (Need.DATE,)
    reply, ours, ends = (Need.REPLY,), (Effect.OURS_NEXT,), (Effect.ENDS,)
    not_sent, no_reply = "it has not been sent", "no reply has come in to consider"
    return Life(
        "destination",
        tuple(Line),
        (
            Step("send", unsent, sent, day, (Effect.EVIDENCE, Effect.WAITS)),
            Step("drop", unsent, closed, why, ends),
            Step("acknowledge", sent, acknowledged, day),
            *(
                Step("reply", source, received, reply, ours)
                for source in (sent, acknowledged, received, considered)
            ),
            Step("consider", received, considered, (Need.MEETING,), (Effect.NOTED,)),
            Step("close", sent, closed, why, ends),
            Step("close", acknowledged, closed, why, ends),
            Step("close", considered, closed, (), ends),
        ),
        {
            (unsent, acknowledged): not_sent,
            (unsent, received): not_sent,
            (unsent, considered): not_sent,
            (sent, considered): no_reply,
            (acknowledged, considered): no_reply,
            (received, acknowledged): "the reply has come already",
            (received, closed): "the reply has not been considered; consider it first",
            (closed, received): "it is closed; a late reply is recorded, and reopens nothing",
        },
    )


def _incoming() -> Life:
    received, assigned, drafted, replied, noted, closed = Incoming
    settled, why = (Effect.SETTLED,), (Need.REASON_FOR_ACTION,)
    undone = "it was neither answered nor noted; do one of them first"
    return Life(
        "incoming liaison statement",
        tuple(Incoming),
        (
            Step("assign", received, assigned, (Need.HOLDER,), (Effect.UNDER_WAY,)),
            Step("assign", assigned, assigned, (Need.HOLDER,)),
            Step("answer", received, drafted, (Need.TEXT,), (Effect.UNDER_WAY,)),
            Step("answer", assigned, drafted, (Need.TEXT,)),
            Step(WITHDRAW_REPLY, drafted, assigned, (Need.REASON,)),
            Step("replied", drafted, replied, (Need.DATE,), settled),
            Step("replied", received, replied, (Need.REPLY,), settled),
            Step("replied", assigned, replied, (Need.REPLY,), settled),
            *(Step("noted", each, noted, why, settled) for each in (received, assigned, drafted)),
            Step("close", noted, closed),
            Step("close", replied, closed),
        ),
        {
            (received, closed): undone,
            (assigned, closed): undone,
            (drafted, closed): undone,
            (replied, noted): "it was answered",
            (noted, replied): "it was noted; undo that to answer it",
            (drafted, drafted): "a reply is drafted already",
        },
    )


OUTGOING, LINE, INCOMING = LIVES = (_outgoing(), _line(), _incoming())


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
