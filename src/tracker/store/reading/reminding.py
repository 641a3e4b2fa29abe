"""Items whose owners are to be reminded on a day, or chased."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.domain.cadence import CATCH_UP, DAYS_BEFORE, last_step
from tracker.store.reading.items import items_by_id
from tracker.store.reading.picking import overdue, pick
from tracker.store.reading.scope import AT_WORK, OPEN

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.parties import Party
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Binder
    from tracker.store.reading.scope import Scope


class Reminded(NamedTuple):
    """An item to remind of, and at which step: in days from its due date, negative before it."""

    item: ItemRow
    step: int

    @property
    def told(self) -> str:
        """Give it as the ledger keeps it: ``ref/due/days``."""
        return f"{self.item.ref}/{self.item.due}/{self.step}"


def items_to_remind_of(
    reader: Reader, scope: Scope, today: dt.date, timezone: str
) -> list[Reminded]:
    """Give the items with a step today, by due date, or with one of the last days to make up for.

    What is closed, standing or reported done is left in peace, and a step from before the due date
    was set counts never. Whom the ledger has told already is not asked here.
    """
    steps: dict[int, int] = {}
    for key, day in _dated(reader, scope, today + dt.timedelta(max(DAYS_BEFORE))):
        due = dt.date.fromisoformat(day)
        step = last_step(due, today)
        if step is None:
            continue
        late = (today - due).days - step
        if late == 0 or (late <= CATCH_UP and _set_by(reader, key, due, step, timezone)):
            steps[key] = step
    found = items_by_id(reader, list(steps))
    return [Reminded(found[key], step) for key, step in steps.items()]


def overdue_of(reader: Reader, scope: Scope, owner: Party, today: dt.date) -> list[ItemRow]:
    """Give what an owner is to be asked about: theirs, or of an office that they hold; overdue."""
    late = overdue(today)
    return pick(reader, scope, lambda bind: f"{late(bind)} AND {_owned(owner, today, bind)}")


def _owned(owner: Party, today: dt.date, bind: Binder) -> str:
    if owner.office_id is not None:
        return f"i.owner_office_id = {bind(owner.office_id)}"
    if owner.group_id is not None:
        return f"i.owner_group_id = {bind(owner.group_id)}"
    person, day = bind(owner.person_id), bind(today.isoformat())
    held = (
        f"SELECT t.office_id FROM {{term}} t WHERE t.person_id = {person}"
        f" AND (t.from_date IS NULL OR t.from_date <= {day})"
        f" AND (t.to_date IS NULL OR t.to_date > {day})"
    )
    return f"(i.owner_person_id = {person} OR i.owner_office_id IN ({held}))"


def _dated(reader: Reader, scope: Scope, until: dt.date) -> list[tuple[int, str]]:
    where, bind = scope.where(once=True)
    sql = (
        f"SELECT i.id, i.due FROM {{item}} i WHERE {where} AND {OPEN} AND {AT_WORK}"
        f" AND i.due <= {bind(until.isoformat())} ORDER BY i.due, i.ref"
    )
    return [(int(key), day) for key, day in reader.rows(sql, bind.values)]


def _set_by(reader: Reader, key: int, due: dt.date, step: int, timezone: str) -> bool:
    """Tell whether the due date was known on the day of its step."""
    recorded = reader.value(
        "SELECT c.recorded_at FROM item_version v JOIN {change_set} c ON c.seq = v.from_seq"
        " WHERE v.id = $1 AND v.due = $2 AND v.from_seq > COALESCE((SELECT max(w.from_seq)"
        " FROM item_version w WHERE w.id = $1 AND (w.due IS NULL OR w.due <> $2)), 0)"
        " ORDER BY v.from_seq LIMIT 1",
        (key, due.isoformat()),
    )
    since = dt.datetime.fromisoformat(recorded).astimezone(ZoneInfo(timezone)).date()
    return since <= due + dt.timedelta(step)
