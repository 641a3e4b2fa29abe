"""Whom to write a calendar of their own: whoever owns an item, or ever did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store.reading.instants import last_seq
from tracker.store.reading.people import list_parties

if TYPE_CHECKING:
    from tracker.domain.records.parties import Party
    from tracker.store.database import Reader
    from tracker.store.reading.scope import Scope


def calendar_owners(reader: Reader, scope: Scope) -> list[Party]:
    """Give the people, offices and groups that own items of the scope or once did, by name.

    People also by the offices that they hold or held, and as contributors. Former owners are among
    them, so that their calendars hear that something was taken off them.
    """
    where, bind = scope.where()
    last = last_seq(reader)
    ours = f"FROM {{item}} i JOIN {{v}} w ON w.{{key}} = i.id AND w.from_seq <= {last}"
    owned = ours.replace("{v}", "item_version").replace("{key}", "id")
    helped = ours.replace("{v}", "contributor_version").replace("{key}", "item_id")
    anybody = where.removeprefix("NOT i.retired AND ")
    found = {
        tuple(row)
        for row in reader.rows(
            f"SELECT w.owner_person_id, w.owner_office_id, w.owner_group_id {owned} WHERE {anybody}"
            f" UNION SELECT w.person_id, w.office_id, w.group_id {helped} WHERE {anybody}",
            bind.values,
        )
    }
    held = reader.rows(
        "SELECT DISTINCT t.office_id, t.person_id FROM term_version t"
        f" WHERE t.from_seq <= {last} AND t.person_id IS NOT NULL"
    )
    offices = {office for _, office, _ in found}
    found |= {(person, None, None) for office, person in held if office in offices}
    parties = [
        party
        for party in list_parties(reader)
        if (party.person_id, party.office_id, party.group_id) in found
    ]
    return sorted(parties, key=lambda party: (party.name.casefold(), party))
