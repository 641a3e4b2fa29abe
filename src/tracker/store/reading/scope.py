"""Which items a report covers, as SQL over the table of items.

Counting goes over the table itself and joins nothing; the view comes in only where a filter asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.vocabulary import OPEN_STATUSES, Status
from tracker.store.reading.conditions import EVERYTHING, Binder, Condition

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.parties import Party


def quoted(words: tuple[Status, ...]) -> str:
    """Write statuses as an SQL list."""
    return ", ".join(f"'{word}'" for word in words)


OPEN = f"i.status IN ({quoted(OPEN_STATUSES)})"
"""Open items. Written as the partial index has it, so that it is used."""

AT_WORK = f"i.status IN ({quoted((Status.PENDING, Status.UNDER_IMPLEMENTATION))})"
"""Items that somebody has in hand: only these can be overdue or stalled."""

SINCE = "COALESCE(i.adopted_on, i.created_on)"
"""The day an item dates from: its adoption, or else its recording."""

OUR_GROUPS = "i.group_id IN (SELECT g.id FROM {working_group} g WHERE g.ours AND NOT g.retired)"

COUNTED_ELSEWHERE = (
    "i.id IN (SELECT r.from_id FROM {link} r JOIN {item} o ON o.id = r.to_id"
    " JOIN {item} a ON a.id = r.from_id WHERE r.relation = 'reiterates' AND NOT o.retired"
    f" AND (o.status IN ({quoted(OPEN_STATUSES)}) OR a.status NOT IN ({quoted(OPEN_STATUSES)})))"
)
"""Items that reiterate another which counts for both. One that reopens a closed one counts itself."""


class Scope(NamedTuple):
    """The items of one group, or of all groups of ours, that meet a condition on the list view."""

    group_id: int | None = None
    only: Condition = EVERYTHING

    def where(self, *, once: bool = False) -> tuple[str, Binder]:
        """Give the condition on ``{item} i`` and the binder for more values.

        ``once`` leaves out the items that reiterate another, so that an outcome counts once.
        """
        bind = Binder()
        bind.values.extend(self.only.parameters)
        parts = ["NOT i.retired"]
        parts.append(OUR_GROUPS if self.group_id is None else f"i.group_id = {bind(self.group_id)}")
        if self.only != EVERYTHING:
            parts.append(f"i.id IN (SELECT v.id FROM {{item_list}} v WHERE {self.only.sql})")
        if once:
            parts.append(f"NOT {COUNTED_ELSEWHERE}")
        return " AND ".join(parts), bind


def both(one: Condition, other: Condition) -> Condition:
    """Give the condition that holds where both hold."""
    if one == EVERYTHING:
        return other
    if other == EVERYTHING:
        return one
    shifted = re.sub(r"\$(\d+)", lambda found: f"${int(found[1]) + len(one.parameters)}", other.sql)
    return Condition(f"({one.sql}) AND ({shifted})", (*one.parameters, *other.parameters))


def owned_by_party(party: Party) -> Condition:
    """Give the condition for the items that an office, a group or a person owns."""
    bind = Binder()
    for who in ("person", "office", "group"):
        key = getattr(party, f"{who}_id")
        if key is not None:
            return bind.condition(f"NOT v.retired AND v.owner_{who}_id = {bind(key)}")
    return Condition("FALSE")


def owned_by(person_id: int, today: dt.date) -> Condition:
    """Give the condition for a person's own items: theirs, their offices', or contributed to."""
    bind = Binder()
    person, day = bind(person_id), bind(today.isoformat())
    offices = (
        f"(SELECT t.office_id FROM {{term}} t WHERE t.person_id = {person}"
        f" AND (t.from_date IS NULL OR t.from_date <= {day})"
        f" AND (t.to_date IS NULL OR t.to_date > {day}))"
    )
    contributes = (
        f"v.id IN (SELECT c.item_id FROM {{contributor}} c WHERE c.person_id = {person}"
        f" OR c.office_id IN {offices})"
    )
    return bind.condition(
        f"NOT v.retired AND (v.owner_person_id = {person} OR v.owner_office_id IN {offices}"
        f" OR {contributes})"
    )
