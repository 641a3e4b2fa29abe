"""What an incoming statement says, supplied or corrected after it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.liaison.destinations import check_purpose
from tracker.desk.liaison.receiving import check_new
from tracker.desk.liaison.statement import Statement, statement
from tracker.desk.schedule import Due, reschedule
from tracker.domain.errors import UnknownName
from tracker.domain.liaison.words import AT_WORK
from tracker.domain.own_words import say
from tracker.domain.vocabulary import Basis, Direction
from tracker.store.reading.groups import find_group

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.work import Work

MOVED = say("another date")


def correct(
    work: Work,
    ref: int,
    *,
    sender: str = "",
    purpose: str = "",
    deadline: dt.date | None = None,
    their_reference: str = "",
) -> Statement:
    """Say who sent an incoming statement, what it asks of us, by when, or its reference.

    What is not given stays. The item is due by the new deadline, a later one is counted as an
    extension. Raises ``NoLiaison``, ``UnknownPurpose``, ``AmbiguousName`` or ``AlreadyReceived``.
    """
    found = statement(work, ref, Direction.INCOMING)
    liaison = found.liaison
    if purpose:
        liaison.purpose = check_purpose(purpose)
    if sender.strip():
        _name_sender(work, found, sender.strip())
    if their_reference.strip():
        liaison.their_reference = their_reference.strip()
        check_new(
            work,
            found.item.group_id,
            liaison.their_reference,
            liaison.other_group_id,
            liaison.other_name,
            but=ref,
        )
    if deadline is not None:
        liaison.deadline = deadline
        if liaison.state in AT_WORK:
            reschedule(work, (ref,), Due(deadline), basis=Basis.STATED, reason=MOVED)
    work.session.add(liaison)
    return found


def _name_sender(work: Work, found: Statement, name: str) -> None:
    """Take the group of that name, beside the words as printed; else keep the name as words."""
    try:
        found.liaison.other_group_id = find_group(work.reader, name).id
    except UnknownName:
        found.liaison.other_group_id, found.liaison.other_name = None, name
