"""The life of an item's follow-up: one table of what may become what, and what each step takes.

The statuses are those of UNFCCC follow-up tables. Reporting done and confirming are two steps,
taken by two parties: whoever did the work reports, the Chair or the meeting confirms (as in the W3C
Tracker's PENDINGREVIEW). Liaison statements have these statuses as items; their own life, and that
of their destinations, stands elsewhere.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.vocabulary import (
    CLOSED_STATUSES,
    OPEN_STATUSES,
    STANDING_KINDS,
    OutcomeKind,
    Sort,
    Status,
)

AT_WORK = (Status.PENDING, Status.UNDER_IMPLEMENTATION)
"""Statuses in which the work is in hand: only then does a due date press or silence count."""


class Verb(StrEnum):
    """What people do to a follow-up, in the words they say."""

    START = "start"
    PUT_BACK = "put back"
    REPORT_DONE = "report done"
    CONFIRM = "confirm"
    SEND_BACK = "send back"
    REOPEN = "reopen"
    MAKE_STANDING = "make standing"
    TAKE_UP = "take up"
    RETIRE = "retire"
    SUPERSEDE = "supersede"
    OVERTAKE = "overtake"
    WITHDRAW = "withdraw"


class Need(StrEnum):
    """What a transition takes, in the words of the line that asks for it."""

    NOTE = "a note that says why"
    NOTE_OR_REF = "the ref of what supersedes it, or a note that says what does"
    CONFIRMATION = "the one who confirms: the Chair or a meeting"
    EVIDENCE = "evidence: a URL, a document symbol or a text that shows it"


class Transition(NamedTuple):
    """One step in the life of a follow-up."""

    verb: Verb
    source: Status
    target: Status
    needs: tuple[Need, ...] = ()
    sorts: tuple[Sort, ...] = tuple(Sort)
    """Sorts of item that can take this step."""


class Given(NamedTuple):
    """What comes with a change of status."""

    note: str = ""
    evidence: bool = False
    """Some is recorded already, or comes with the change."""
    superseded_by: int | None = None
    confirmed_by: str = ""
    """The Chair, or the meeting that confirmed."""


class NoTransition(Refused):
    """An item in this status cannot get that one."""

    def __init__(self, source: Status, target: Status, sort: Sort) -> None:
        if source == target:
            super().__init__(f"It is {source} already.")
            return
        can = "; ".join(f"{step.verb} → {step.target}" for step in possible(source, sort))
        super().__init__(f"{_why_not(source, target, sort)} Possible: {can}.")


class NeedsMore(Refused):
    """The step is possible, but something that it takes is missing."""

    def __init__(self, step: Transition, missing: tuple[Need, ...]) -> None:
        self.missing = missing
        super().__init__(f"“{step.verb}” needs {', and '.join(missing)}.")


def _steps() -> tuple[Transition, ...]:
    pending, under_way = AT_WORK
    done, standing = Status.REPORTED_DONE, Status.STANDING
    outcomes = (Sort.OUTCOME,)
    why = (Need.NOTE,)
    return (
        Transition(Verb.START, pending, under_way),
        Transition(Verb.PUT_BACK, under_way, pending),
        Transition(Verb.REPORT_DONE, pending, done),
        Transition(Verb.REPORT_DONE, under_way, done),
        Transition(Verb.CONFIRM, done, Status.IMPLEMENTED, (Need.CONFIRMATION,)),
        Transition(Verb.SEND_BACK, done, under_way, why),
        Transition(Verb.SEND_BACK, done, pending, why),
        *(Transition(Verb.MAKE_STANDING, each, standing, (), outcomes) for each in AT_WORK),
        Transition(Verb.MAKE_STANDING, done, standing, why, outcomes),
        Transition(Verb.TAKE_UP, standing, under_way),
        Transition(Verb.TAKE_UP, standing, pending),
        Transition(Verb.RETIRE, standing, Status.IMPLEMENTED, why),
        *(
            Transition(verb, each, target, (need,))
            for verb, target, need in (
                (Verb.SUPERSEDE, Status.SUPERSEDED, Need.NOTE_OR_REF),
                (Verb.OVERTAKE, Status.OVERTAKEN, Need.NOTE),
                (Verb.WITHDRAW, Status.WITHDRAWN, Need.NOTE),
            )
            for each in OPEN_STATUSES
        ),
        *(Transition(Verb.REOPEN, each, pending, why) for each in CLOSED_STATUSES),
        *(Transition(Verb.REOPEN, each, under_way, why) for each in CLOSED_STATUSES),
        *(Transition(Verb.REOPEN, each, standing, why, outcomes) for each in CLOSED_STATUSES),
    )


TRANSITIONS = _steps()
"""Every step there is; between two statuses there is at most one."""

_BY_ENDS = {(step.source, step.target): step for step in TRANSITIONS}

_PROVEN_KINDS = (OutcomeKind.POSTING, OutcomeKind.LIAISON_STATEMENT)
"""Confirmed only with evidence: a posting by its URL, a liaison statement by its reference."""


def first_status(sort: Sort, kind: str = "") -> Status:
    """The status of a new item: standing for outcomes that nothing closes, else pending."""
    if sort == Sort.OUTCOME and kind in STANDING_KINDS:
        return Status.STANDING
    return Status.PENDING


def possible(source: Status, sort: Sort) -> tuple[Transition, ...]:
    """The steps that an item of this sort can take from this status."""
    return tuple(step for step in TRANSITIONS if step.source == source and sort in step.sorts)


def step_by(verb: Verb, source: Status, sort: Sort) -> Transition:
    """The step that a verb means from this status, the likeliest first. Raises `NoTransition`."""
    for step in possible(source, sort):
        if step.verb == verb:
            return step
    target = next(step.target for step in TRANSITIONS if step.verb == verb)
    raise NoTransition(source, target, sort)


def needs_of(step: Transition, kind: str = "") -> tuple[Need, ...]:
    """What a step takes for an outcome of this kind."""
    if step.verb == Verb.CONFIRM and kind in _PROVEN_KINDS:
        return (*step.needs, Need.EVIDENCE)
    return step.needs


def check(
    source: Status,
    target: Status,
    *,
    sort: Sort,
    kind: str = "",
    given: Given = Given(),  # noqa: B008 - immutable
) -> Transition:
    """The step from one status to the other, if it may be taken with what is given.

    Raises `NoTransition`, which says why not and what is possible, or `NeedsMore`, which says what
    is missing.
    """
    step = _BY_ENDS.get((source, target))
    if step is None or sort not in step.sorts:
        raise NoTransition(source, target, sort)
    missing = tuple(need for need in needs_of(step, kind) if not _meets(need, given))
    if missing:
        raise NeedsMore(step, missing)
    return step


def _meets(need: Need, given: Given) -> bool:
    if need is Need.EVIDENCE:
        return given.evidence
    if need is Need.CONFIRMATION:
        return bool(given.confirmed_by.strip())
    noted = bool(given.note.strip())
    return noted or (need is Need.NOTE_OR_REF and given.superseded_by is not None)


def _why_not(source: Status, target: Status, sort: Sort) -> str:
    other = _BY_ENDS.get((source, target))
    if other is not None and sort in other.sorts:
        return f"From {source} that step is to {other.verb}."
    if target == Status.STANDING and sort != Sort.OUTCOME:
        return "Only an outcome can be standing."
    if source in CLOSED_STATUSES:
        return f"It is {source}, which ended its follow-up: reopen it first."
    if source == Status.STANDING:
        return "Nothing closes a standing outcome by itself: it is retired by decision."
    return "Implemented is what the Chair or a meeting confirms: report it done first."
