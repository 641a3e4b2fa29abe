"""The destinations of an outgoing liaison statement: added, resolved to groups, changed, dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.desk.liaison.settling import settle
from tracker.desk.liaison.statement import lines_of, shown_name, statement
from tracker.desk.liaison.unsent import AlreadySent
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.folding import fold
from tracker.domain.liaison.words import Line, Outgoing
from tracker.domain.vocabulary import Direction, Purpose
from tracker.store.reading.groups import group_ids
from tracker.store.tables.liaison import Destination

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.work import Work

OFFERED_PURPOSES = (Purpose.ACTION, Purpose.INFORMATION)
"""Comment is legacy (ITU-D Resolution 1, Annex 4): read on import, never offered."""


class UnknownPurpose(UsageProblem):
    """A destination is asked for action or informed; nothing else is offered."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{word}” is not a purpose. A destination gets it for action or for information."
        )


class GivenUp(Refused):
    """A withdrawn statement goes nowhere."""

    def __init__(self, ref: int) -> None:
        super().__init__(f"{ref} was withdrawn. Draft another statement.")


class AlreadyAddressed(Refused):
    """The statement goes there already."""

    def __init__(self, ref: int, name: str) -> None:
        super().__init__(
            f'{ref} goes to {name} already. `tracker liaison to {ref} "{name}" --action` or'
            " another option changes that."
        )


@dataclass(frozen=True, slots=True)
class NewDestination:
    """A destination to be. The group is looked up by the addressee's name unless it is given."""

    addressee: str
    purpose: str = ""
    deadline: dt.date | None = None
    contact: str = ""
    group_id: int | None = None


def add_destination(work: Work, ref: int, new: NewDestination) -> Destination:
    """Add a destination; a name that several groups bear stays unresolved until a person chooses.

    Raises ``UnknownPurpose``, ``AlreadyAddressed`` or ``GivenUp``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    if found.liaison.state == Outgoing.WITHDRAWN:
        raise GivenUp(ref)
    line = add_line(work, ref, found.key, new)
    settle(work, found)
    return line


def change_destination(work: Work, ref: int, line: Destination, **changed: Any) -> None:
    """Change the group, purpose, deadline or contact of a destination.

    Once it was sent only what was unknown can be supplied, and the contact changed. Raises
    ``UnknownPurpose`` or ``AlreadySent``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    check_purpose(changed.get("purpose", ""))
    for name, value in changed.items():
        known = getattr(line, name) not in (None, "")
        if (
            line.state != Line.UNSENT
            and name != "contact"
            and known
            and value != getattr(line, name)
        ):
            raise AlreadySent(ref, f"The line to {shown_name(work, line)}")
        setattr(line, name, value)
    if line.state == Line.SENT and line.purpose == Purpose.INFORMATION:
        line.state, line.closed_on = Line.CLOSED, line.sent_on
    work.session.add(line)
    settle(work, found)


def choose_group(work: Work, ref: int, line: Destination, group_id: int) -> None:
    """Resolve an addressee to the group that a person chose. Raises ``AlreadySent``."""
    change_destination(work, ref, line, group_id=group_id)


def drop_destination(work: Work, ref: int, line: Destination) -> None:
    """Take a destination off a statement that was never sent there. Raises ``AlreadySent``."""
    found = statement(work, ref, Direction.OUTGOING)
    if line.sent_on is not None:
        raise AlreadySent(ref, f"The line to {shown_name(work, line)}")
    work.delete(line)
    settle(work, found)


def check_purpose(word: str) -> str:
    """Give the purpose, which may still be open in a draft. Raises ``UnknownPurpose``."""
    if word and word not in OFFERED_PURPOSES:
        raise UnknownPurpose(word)
    return word


def add_line(work: Work, ref: int, key: int, new: NewDestination) -> Destination:
    """Add a destination to a statement. Raises ``UnknownPurpose`` or ``AlreadyAddressed``."""
    group_id = new.group_id
    if group_id is None:
        known = group_ids(work.reader, new.addressee)
        group_id = known[0] if len(known) == 1 else None
    lines = lines_of(work, key)
    for line in lines:
        same_group = group_id is not None and line.group_id == group_id
        if same_group or fold(line.addressee) == fold(new.addressee):
            raise AlreadyAddressed(ref, shown_name(work, line))
    return work.add(
        Destination(
            item_id=key,
            position=max((line.position for line in lines), default=-1) + 1,
            group_id=group_id,
            addressee=new.addressee.strip(),
            purpose=check_purpose(new.purpose),
            deadline=new.deadline,
            contact=new.contact,
            state=Line.UNSENT,
        )
    )
