"""Moving items along: started, reported done, confirmed, standing, closed, reopened.

What may become what, and what each step takes, is declared in ``tracker.domain.lifecycle``. All
items of a change take their step, or none does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.desk.chosen import chosen
from tracker.domain.errors import Refused
from tracker.domain.lifecycle import Given, NoTransition, Verb, check, possible
from tracker.domain.own_words import say, together
from tracker.domain.vocabulary import CLOSED_STATUSES, STANDING_KINDS, Relation, Sort, Status
from tracker.store.reading.closable import closable_after

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.lifecycle import Transition
    from tracker.store.reading.closable import Closable
    from tracker.store.tables.item import Item
    from tracker.store.work import Work

STATUS_NOTE = "status"
"""Purpose of the note that explains a change of status."""


class CannotMove(Refused):
    """An item cannot take the step; says which item, and why."""

    def __init__(self, ref: int, problem: Refused) -> None:
        self.ref = ref
        super().__init__(f"{ref}: {problem}")


class HasItsOwnLife(Refused):
    """A liaison statement moves by its own steps, and its status follows from them."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"{ref} is a liaison statement: its status follows from its own steps."
            f" `tracker liaison show {ref}` lists those that are possible."
        )


class BeforeReported(Refused):
    """A follow-up is said to have ended before it was reported done."""

    def __init__(self, ref: int, reported: dt.date) -> None:
        super().__init__(f"{ref}: it was reported done on {reported}, later than that day.")


class Grounds(NamedTuple):
    """What comes with a change of status. ``on`` is the day it happened, None for today."""

    note: str = ""
    on: dt.date | None = None
    evidence: tuple[str, ...] = ()
    superseded_by: int | None = None
    confirmed_by: str = ""


def start(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Take items up: pending, standing or sent back, they are under implementation."""
    verbs = (Verb.START, Verb.TAKE_UP, Verb.SEND_BACK)
    return advance(work, refs, Status.UNDER_IMPLEMENTATION, grounds, verbs)


def report_done(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Report items done. The Chair or a meeting has still to confirm."""
    return advance(work, refs, Status.REPORTED_DONE, grounds, (Verb.REPORT_DONE,))


def confirm(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Confirm what is reported done: it is implemented, and its follow-up ends."""
    return advance(work, refs, Status.IMPLEMENTED, grounds, (Verb.CONFIRM,))


def make_standing(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Let outcomes come up at every meeting. They are never due, so a due date goes."""
    return advance(work, refs, Status.STANDING, grounds, (Verb.MAKE_STANDING,))


def retire(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """End standing outcomes, by decision."""
    return advance(work, refs, Status.IMPLEMENTED, grounds, (Verb.RETIRE,))


def withdraw(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Withdraw items."""
    return advance(work, refs, Status.WITHDRAWN, grounds, (Verb.WITHDRAW,))


def overtake(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Say that events have overtaken items."""
    return advance(work, refs, Status.OVERTAKEN, grounds, (Verb.OVERTAKE,))


def supersede(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Say that another item, or what the note names, has taken the place of items."""
    return advance(work, refs, Status.SUPERSEDED, grounds, (Verb.SUPERSEDE,))


def reopen(work: Work, refs: Sequence[int], grounds: Grounds) -> list[Item]:
    """Take up again what was closed or reported done.

    Outcomes that nothing closes stand again, other closed items are pending, what was only
    reported done is under implementation.
    """
    return [
        _advance(work, item, _reopened(item), grounds, (Verb.REOPEN, Verb.SEND_BACK))
        for item in chosen(work, refs)
    ]


def advance(
    work: Work,
    refs: Sequence[int],
    target: Status,
    grounds: Grounds,
    verbs: Sequence[Verb] = tuple(Verb),
) -> list[Item]:
    """Give items another status by one of the steps in ``verbs``, and give the items.

    Raises ``UnknownRef``, ``TakenBack``, ``HasItsOwnLife``, ``CannotMove`` or ``BeforeReported``.
    """
    return [_advance(work, item, target, grounds, verbs) for item in chosen(work, refs)]


def closable(work: Work, closed: Sequence[Item]) -> list[Closable]:
    """Give the open outcomes whose last open work is among ``closed``.

    The work of an outcome is what implements it. Standing outcomes are closed by nothing.
    """
    ids = [item.id or 0 for item in closed if item.status in CLOSED_STATUSES]
    return closable_after(work.reader, ids)


def _advance(
    work: Work, item: Item, target: Status, grounds: Grounds, verbs: Sequence[Verb]
) -> Item:
    if item.sort == Sort.LIAISON:
        raise HasItsOwnLife(item.ref)
    step = _checked(work, item, target, grounds, verbs)
    _date(item, target, grounds.on or work.today)
    item.status = step.target
    work.session.add(item)
    _explain(work, item, step, grounds)
    return item


def _checked(
    work: Work, item: Item, target: Status, grounds: Grounds, verbs: Sequence[Verb]
) -> Transition:
    source, sort = Status(item.status), Sort(item.sort)
    given = Given(
        note=grounds.note,
        evidence=bool(grounds.evidence)
        or (target == Status.IMPLEMENTED and _has_evidence(work, item)),
        superseded_by=grounds.superseded_by,
        confirmed_by=grounds.confirmed_by,
    )
    try:
        if any(s.target == target and s.verb not in verbs for s in possible(source, sort)):
            raise NoTransition(source, target, sort)
        return check(source, target, sort=sort, kind=item.kind, given=given)
    except Refused as problem:
        raise CannotMove(item.ref, problem) from problem


def _date(item: Item, target: Status, day: dt.date) -> None:
    """Set the days of the follow-up's end, and clear what it no longer has."""
    closes = target in CLOSED_STATUSES
    if closes and item.reported_on is not None and day < item.reported_on:
        raise BeforeReported(item.ref, item.reported_on)
    if target == Status.REPORTED_DONE:
        item.reported_on = day
    elif not closes:
        item.reported_on = None
    item.closed_on = day if closes else None
    if closes or target == Status.REPORTED_DONE:
        item.waiting_on, item.waiting_since = "", None
    if target == Status.STANDING:
        item.due, item.due_basis = None, ""
        item.due_meeting_id, item.due_days_before = None, None


def _explain(work: Work, item: Item, step: Transition, grounds: Grounds) -> None:
    """Write down what shows and explains the step."""
    note = grounds.note
    if step.verb == Verb.CONFIRM:
        note = together(say("confirmed", whom=grounds.confirmed_by), note)
    if note:
        from tracker.desk.annotate import add_note

        add_note(work, item, note, on=grounds.on, purpose=STATUS_NOTE)
    for what in grounds.evidence:
        from tracker.desk.annotate import add_evidence

        add_evidence(work, item, what, on=grounds.on)
    if step.target == Status.SUPERSEDED and grounds.superseded_by is not None:
        from tracker.desk.relate import relate

        relate(work, grounds.superseded_by, Relation.SUPERSEDES, item.ref)


def _reopened(item: Item) -> Status:
    if item.status == Status.REPORTED_DONE:
        return Status.UNDER_IMPLEMENTATION
    standing = item.sort == Sort.OUTCOME and item.kind in STANDING_KINDS
    return Status.STANDING if standing else Status.PENDING


def _has_evidence(work: Work, item: Item) -> bool:
    sql = "SELECT 1 FROM {evidence} e WHERE e.item_id = $1 LIMIT 1"
    return work.reader.value(sql, (item.id,)) is not None
