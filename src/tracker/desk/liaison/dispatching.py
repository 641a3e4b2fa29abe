"""Clearing, checking and dispatching an outgoing liaison statement; withdrawing one that never left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import add_note
from tracker.desk.liaison.settling import carry_out, settle
from tracker.desk.liaison.statement import Statement, lines_of, shown_name, statement
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.liaison import completeness
from tracker.domain.liaison.life import LINE, OUTGOING, step
from tracker.domain.liaison.titles import own_number, sequence_in
from tracker.domain.liaison.words import Approval, Incoming, Line, Outgoing
from tracker.domain.ordinals import short
from tracker.domain.vocabulary import Direction, Purpose, Relation
from tracker.store.tables.group import Group
from tracker.store.tables.liaison import Contact, Liaison
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work


class Incomplete(Refused):
    """The statement lacks what the rules ask for."""

    def __init__(self, ref: int, lacking: tuple[completeness.Missing, ...]) -> None:
        self.lacking = lacking
        listed = "; ".join(map(str, lacking))
        super().__init__(
            f"{ref} is not complete. It lacks {listed}. Supply it, or send anyway with a reason (--anyway)."
        )


class NeedsReason(UsageProblem):
    """A step that is only taken with a reason."""

    def __init__(self, verb: str) -> None:
        super().__init__(f"To {verb}, say why (--note).")


class UnknownApproval(UsageProblem):
    """Statements are cleared at one of a few levels."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is no level of approval. It is {', '.join(Approval)}.")


class SentBeforeCleared(Refused):
    """Nothing leaves before it was cleared, and no line is sent in the future."""

    def __init__(self, on: dt.date, than: dt.date, what: str) -> None:
        super().__init__(f"It cannot be dispatched on {on}: {what} {than}.")


def clear(work: Work, ref: int, approval: str, on: dt.date | None = None) -> Statement:
    """Clear a draft at a level of approval. Raises ``UnknownApproval`` or ``StepRefused``."""
    found = statement(work, ref, Direction.OUTGOING)
    step(OUTGOING, found.liaison.state, Outgoing.CLEARED)
    if approval not in list(Approval):
        raise UnknownApproval(approval)
    found.liaison.state, found.liaison.approval = Outgoing.CLEARED, approval
    found.liaison.cleared_on = on or work.today
    settle(work, found)
    return found


def redraft(work: Work, ref: int, reason: str) -> Statement:
    """Take a cleared statement back to the desk, with a reason."""
    found = statement(work, ref, Direction.OUTGOING)
    step(OUTGOING, found.liaison.state, Outgoing.DRAFTED)
    _explain(work, found, "take it back", reason)
    found.liaison.state, found.liaison.approval = Outgoing.DRAFTED, ""
    found.liaison.cleared_on = None
    settle(work, found)
    return found


def withdraw(work: Work, ref: int, reason: str, on: dt.date | None = None) -> Statement:
    """Give a statement up before it has left the house, with a reason."""
    found = statement(work, ref, Direction.OUTGOING)
    step(OUTGOING, found.liaison.state, Outgoing.WITHDRAWN)
    _explain(work, found, "withdraw it", reason)
    found.liaison.state, found.liaison.ended_on = Outgoing.WITHDRAWN, on or work.today
    settle(work, found)
    return found


def lacking(work: Work, found: Statement) -> tuple[completeness.Missing, ...]:
    """List what the statement lacks for dispatch, each with its source."""
    contacts = work.find(Contact, item_id=found.key)
    liaison = found.liaison
    return completeness.missing(
        completeness.Statement(
            title=found.item.title,
            source=liaison.source,
            meeting=_origin(work, found),
            approval=liaison.approval,
            destinations=tuple(
                completeness.Destined(
                    shown_name(work, line), line.group_id is not None, line.purpose, line.deadline
                )
                for line in lines_of(work, found.key)
            ),
            contacts=tuple((contact.name, contact.email) for contact in contacts),
            questions=liaison.questions,
            has_questions=bool(liaison.study_group or liaison.working_party),
            abstract=liaison.abstract,
        )
    )


def dispatch(
    work: Work,
    ref: int,
    *,
    on: dt.date | None = None,
    channel: str = "",
    references: Mapping[int, str] | None = None,
    anyway: str = "",
) -> Statement:
    """Dispatch a cleared statement to all its destinations.

    It gets its number; for-information destinations end with the sending; the outcomes behind it
    get the dispatch as evidence; the statement that it answers is answered. ``references`` are the
    other sides' own, by id of the destination. What it lacks is refused unless ``anyway`` says why,
    which is kept as a note. Raises ``StepRefused``, ``Incomplete`` or ``SentBeforeCleared``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    step(OUTGOING, found.liaison.state, Outgoing.DISPATCHED)
    day = on or work.today
    _check_day(work, found, day)
    _check_complete(work, found, anyway)
    found.liaison.state, found.liaison.dispatched_on = Outgoing.DISPATCHED, day
    found.liaison.number = found.liaison.number or next_number(work, found.item.group_id, day.year)
    for line in lines_of(work, found.key):
        if line.state == Line.UNSENT:
            _send(work, line, day, channel, (references or {}).get(line.id or 0, ""))
    _tell_outcomes(work, found, day)
    _answer(work, found, day)
    settle(work, found)
    return found


def send_line(
    work: Work, ref: int, line: Destination, *, on: dt.date, channel: str, reference: str
) -> None:
    """Send a dispatched statement to a destination that was added later."""
    found = statement(work, ref, Direction.OUTGOING)
    if found.liaison.state != Outgoing.DISPATCHED:
        step(OUTGOING, found.liaison.state, Outgoing.DISPATCHED)
        raise Refused(
            f"{ref} has not been dispatched yet. `tracker liaison dispatch {ref}` sends it."
        )
    step(LINE, line.state, Line.SENT)
    _send(work, line, on, channel, reference)
    settle(work, found)


def next_number(work: Work, group_id: int, year: int) -> str:
    """Give our next own reference of the group and year. Numbers are not given twice."""
    rows = work.reader.rows(
        "SELECT l.number FROM liaison_version l JOIN item i ON i.id = l.item_id"
        " WHERE i.group_id = $1 AND l.direction = 'outgoing' AND l.number <> ''",
        (group_id,),
    )
    taken = max((sequence_in(str(number), year) for (number,) in rows), default=0)
    return own_number(work.get(Group, group_id).acronym, taken + 1, year)


def _send(work: Work, line: Destination, on: dt.date, channel: str, reference: str) -> None:
    step(LINE, line.state, Line.SENT)
    line.state, line.sent_on = Line.SENT, on
    line.channel, line.reference = channel, reference
    if line.purpose == Purpose.INFORMATION:
        line.state, line.closed_on = Line.CLOSED, on
    work.session.add(line)


def _check_day(work: Work, found: Statement, on: dt.date) -> None:
    if on > work.today:
        raise SentBeforeCleared(on, work.today, "today is")
    cleared = found.liaison.cleared_on
    if cleared is not None and on < cleared:
        raise SentBeforeCleared(on, cleared, "it was cleared on")


def _check_complete(work: Work, found: Statement, anyway: str) -> None:
    lacks = lacking(work, found)
    if not lacks:
        return
    if not anyway.strip():
        raise Incomplete(found.item.ref, lacks)
    listed = "; ".join(map(str, lacks))
    add_note(
        work, found.item, f"Sent anyway: {anyway.strip()} (lacking {listed})", purpose="status"
    )


def _tell_outcomes(work: Work, found: Statement, on: dt.date) -> None:
    names = ", ".join(shown_name(work, line) for line in lines_of(work, found.key))
    carry_out(work, found, f"{found.liaison.number} sent to {names} on {on}", on)


def _answer(work: Work, found: Statement, on: dt.date) -> None:
    """Close «owed»: the incoming statements that this one answers are replied to."""
    from tracker.desk.liaison.statement import linked

    for item in linked(work, found.key, Relation.ANSWERS):
        for liaison in work.find(Liaison, item_id=item.id, direction=Direction.INCOMING):
            if liaison.state in {Incoming.RECEIVED, Incoming.ASSIGNED, Incoming.REPLY_DRAFTED}:
                liaison.state, liaison.ended_on = Incoming.REPLIED, on
                settle(work, Statement(item, liaison))


def _origin(work: Work, found: Statement) -> str:
    if found.liaison.approval == Approval.CORRESPONDENCE:
        return "by correspondence"
    if found.item.meeting_id is None:
        return ""
    meeting = work.get(Meeting, found.item.meeting_id)
    return f"{short(meeting.ordinal)} meeting" if meeting.ordinal else meeting.title


def _explain(work: Work, found: Statement, verb: str, reason: str) -> None:
    if not reason.strip():
        raise NeedsReason(verb)
    add_note(work, found.item, reason, purpose="status")
