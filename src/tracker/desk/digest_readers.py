"""Keeping the readers of the digest, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.mail_address import mail_address
from tracker.domain.one_line import one_line
from tracker.store.reading.digest_readers import list_readers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.store.tables.choice import DigestReader
    from tracker.store.work import Work

SCOPES = ("everything", "group", "own")
"""What a reader may get: of all groups, of the own group, or the own items."""


_BEYOND = {"everything": "everything", "own": "their own items of every group"}
"""What is not of one group alone."""


class ReaderExists(Refused):
    """The address gets the digest already."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} gets the digest of this group already. `tracker reader change` changes what."
        )


class GetsItElsewhere(Refused):
    """What goes beyond one group would reach the address twice."""

    def __init__(self, address: str, what: str, group: str) -> None:
        super().__init__(
            f"{address} gets {what} already, as a reader of {group}. Give --scope group here."
        )


class NoAddress(UsageProblem):
    """A reader without a mail address would get nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has no mail address on record. Give one with --email.")


class UnknownScope(UsageProblem):
    """A reader gets one of three things."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is not what a reader can get. It is {', '.join(SCOPES)}.")


class OwnWhose(UsageProblem):
    """Own items are somebody's on record."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is nobody on record, so there are no own items to send. Add the person first"
            " (`tracker person add`), or give --scope group."
        )


def add_reader(
    work: Work,
    group_id: int,
    *,
    name: str = "",
    email: str = "",
    person_id: int | None = None,
    scope: str = "group",
    language: str = "en",
) -> DigestReader:
    """Let somebody read the digest of a group.

    Without a name or an ``email`` of their own, those of the person are used, also when they
    change. ``language`` is one that reports are written in. Raises ``BadAddress``, ``NoAddress``,
    ``ReaderExists``, ``GetsItElsewhere``, ``UnknownScope`` or ``OwnWhose``.
    """
    from tracker.store.tables.choice import DigestReader

    row = DigestReader(
        group_id=group_id,
        person_id=person_id,
        name=one_line(name),
        email=mail_address(email) if email else "",
        scope=scope,
        language=language,
    )
    _check(work, row)
    return work.add(row)


def amend_reader(work: Work, row: DigestReader, facts: Mapping[str, Any]) -> list[str]:
    """Change what a reader gets, where or in which language; gives what was really different.

    Raises what ``add_reader`` raises.
    """
    if facts.get("email"):
        facts = {**facts, "email": mail_address(facts["email"])}
    if facts.get("name"):
        facts = {**facts, "name": one_line(facts["name"])}
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        _check(work, row)
        work.session.add(row)
    return changed


def retire_reader(work: Work, row: DigestReader) -> None:
    """Send the digest to a reader no longer. The history and the ledger keep what was."""
    work.delete(row)


def _check(work: Work, row: DigestReader) -> None:
    if row.scope not in SCOPES:
        raise UnknownScope(row.scope)
    if row.scope == "own" and row.person_id is None:
        raise OwnWhose(row.name or row.email)
    address = row.email or _address_of(work, row)
    for each in list_readers(work.reader):
        if each.id == row.id or each.gone or each.email.casefold() != address.casefold():
            continue
        if each.group_id == row.group_id:
            raise ReaderExists(address)
        if each.scope == row.scope != "group":
            raise GetsItElsewhere(address, _BEYOND[row.scope], each.group)


def _address_of(work: Work, row: DigestReader) -> str:
    from tracker.store.tables.person import Person

    person = None if row.person_id is None else work.get(Person, row.person_id)
    if person is None or not person.email:
        raise NoAddress(person.name if person else row.name)
    return mail_address(person.email)
