"""Whom to write to about an item: its owner resolved to people with addresses, on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.mail_address import BadAddress, Mailbox, address_within, mailbox
from tracker.store.reading.among import rows_among

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.records.parties import Party
    from tracker.store.database import Reader


class Addressee(NamedTuple):
    """Somebody to write to. ``role`` is the office or group they are written to for, or ``""``."""

    to: Mailbox
    language: str
    role: str = ""


class Reached(NamedTuple):
    """Who answers for an owner; when nobody can be written to, ``why``."""

    addressees: tuple[Addressee, ...]
    why: str = ""


def owners_of(reader: Reader, ids: Sequence[int]) -> dict[int, Party]:
    """Give the owner of each item that has one, by the item's id."""
    from tracker.domain.records.parties import Party

    sql = (
        "SELECT id, owner_name, owner_person_id, owner_office_id, owner_group_id"
        " FROM {item_list} v WHERE id IN (KEYS) AND owner_name <> ''"
    )
    return {key: Party(*owner) for key, *owner in rows_among(reader, sql, ids)}


def addressees_of(reader: Reader, owner: Party, on: dt.date) -> Reached:
    """Resolve an owner: an office to its holder on the day, a group to its readers or contacts."""
    if owner.person_id is not None:
        return _person(reader, owner.person_id, "")
    if owner.office_id is not None:
        holder = _holder(reader, owner.office_id, on)
        if holder is None:
            return Reached((), f"nobody holds the office of {owner.name}")
        return _person(reader, holder, owner.name)
    return _group(reader, owner.group_id or 0, owner.name)


def _person(reader: Reader, person_id: int, role: str) -> Reached:
    ((name, email),) = reader.rows("SELECT name, email FROM {person} WHERE id = $1", (person_id,))
    if not email:
        return Reached((), f"{name} has no mail address")
    box = _box(email, name)
    if box is None:
        return Reached((), f"“{email}” of {name} is no mail address")
    return Reached((Addressee(box, _language(reader, person_id, box.address), role),))


def _holder(reader: Reader, office_id: int, on: dt.date) -> int | None:
    found = reader.value(
        "SELECT person_id FROM {office_list} v WHERE office_id = $1 AND person_id IS NOT NULL"
        " AND (from_date IS NULL OR from_date <= $2) AND (to_date IS NULL OR to_date > $2)"
        " ORDER BY from_date DESC NULLS LAST LIMIT 1",
        (office_id, on.isoformat()),
    )
    return None if found is None else int(found)


def _group(reader: Reader, group_id: int, name: str) -> Reached:
    """Write to those who read the group's digest, or else to the contacts it gave in its mail."""
    from tracker.store.reading.digest_readers import list_readers

    readers = [
        Addressee(box, row.language, name)
        for row in list_readers(reader, group_id)
        if row.scope != "own" and not row.gone and (box := _box(row.email, row.name))
    ]
    boxes = readers or [Addressee(box, "en", name) for box in _contacts(reader, group_id)]
    if not boxes:
        return Reached((), f"{name} has neither a reader of its digest nor a contact")
    return Reached(tuple(boxes))


def _contacts(reader: Reader, group_id: int) -> list[Mailbox]:
    """Give the contacts of the last statement from the group, or else of the last one to it."""
    theirs = reader.rows(
        "SELECT c.name, c.email, c.item_id FROM {contact} c JOIN {liaison} l ON l.item_id = c.item_id"
        " JOIN {item} i ON i.id = l.item_id"
        " WHERE l.direction = 'incoming' AND l.other_group_id = $1 AND c.email <> ''"
        " AND NOT i.retired ORDER BY l.received_on DESC NULLS LAST, c.item_id DESC, c.position",
        (group_id,),
    )
    last = [(email, name) for name, email, item in theirs if item == theirs[0][2]]
    ours = reader.rows(
        "SELECT x.contact FROM {destination_list} x WHERE x.group_id = $1 AND x.contact <> ''"
        " AND NOT x.retired ORDER BY x.sent_on DESC NULLS LAST, x.id DESC LIMIT 1",
        (group_id,),
    )
    typed = last or [(part, "") for (contact,) in ours for part in contact.split(";")]
    found = (_box(text, name) for text, name in typed)
    return list(dict.fromkeys(box for box in found if box))


def _box(text: str, name: str) -> Mailbox | None:
    """Read an address, alone or within the words of a contact."""
    try:
        found = mailbox(text)
    except BadAddress:
        found = Mailbox("", address_within(text))
    return Mailbox(name or found.name, found.address) if found.address else None


def _language(reader: Reader, person_id: int, address: str) -> str:
    """Give the language in which somebody reads the digest; English for those who do not."""
    found = reader.value(
        "SELECT language FROM {digest_reader} r WHERE r.person_id = $1 OR r.email = $2"
        " ORDER BY r.id LIMIT 1",
        (person_id, address),
    )
    return str(found or "en")
