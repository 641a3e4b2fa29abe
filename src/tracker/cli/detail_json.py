"""Everything about items as JSON: the fields of a list, and what hangs on each item."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tracker.cli.printing import print_json
from tracker.cli.reiterating import reiteration_of
from tracker.store.reading.conditions import Condition
from tracker.store.reading.items_json import items_as_json

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.changes import ChangeSet, ItemChange
    from tracker.domain.records.item_detail import ItemDetail, LinkRow
    from tracker.store.database import Reader

_KEYS = {"id", "item_id", "reply_item_id", "ref", "title", "number"}
"""What says which row it is, or is said by the item already."""


def print_details(
    reader: Reader, items: list[ItemDetail], today: dt.date, *, with_history: bool
) -> None:
    """Print items as a list of objects, in the order asked for."""
    print_json([_as_json(reader, item, today, with_history=with_history) for item in items])


def change_set_json(made: ChangeSet) -> dict[str, Any]:
    """Give a change set; ``change`` is the number that undo takes."""
    return {
        "change": made.seq,
        "recorded": made.recorded_at,
        "actor": made.actor,
        "verb": made.verb,
        "note": made.note or None,
        "undoes": made.undoes,
        "redoes": made.redoes,
    }


def item_change_json(change: ItemChange) -> dict[str, Any]:
    """Give what a change set did to an item."""
    return {
        "ref": change.ref,
        "title": change.heading,
        "created": change.created,
        "changes": [
            {
                "field": each.name,
                "before": each.before or None,
                "after": each.after or None,
                "private": each.private,
            }
            for each in change.changes
        ],
    }


def _as_json(
    reader: Reader, item: ItemDetail, today: dt.date, *, with_history: bool
) -> dict[str, Any]:
    line = next(items_as_json(reader, Condition("v.ref = $1", (item.row.ref,)), today=today))
    made: dict[str, Any] = json.loads(line)
    made |= {
        "uid": item.uid,
        "change": item.version,
        "taken_back": item.row.retired,
        "document_title": item.document_title or None,
        "document_date": item.document_on,
        "place": item.place or None,
        "due_meeting": item.due_meeting,
        "due_days_before": item.due_days_before,
        "owner_holder": item.owner_holder or None,
        "contributors": list(item.contributors),
    }
    reiteration = reiteration_of(reader, item)
    made["reiteration"] = reiteration._asdict() if reiteration else None
    made |= _hanging(item)
    if with_history:
        from tracker.store.reading.history import item_history

        made["history"] = [
            {**change_set_json(each.change_set), **item_change_json(each)}
            for each in item_history(reader, item.row.ref)
        ]
    return made


def _hanging(item: ItemDetail) -> dict[str, Any]:
    return {
        "notes": [_fields(each) for each in item.notes],
        "evidence": [_fields(each) for each in item.evidence],
        "relations": [_relation(link) for link in item.links],
        "extended": [_fields(each) for each in item.extensions],
        "corrigenda": [_fields(each) for each in item.corrigenda],
        "destinations": [_fields(each) for each in item.destinations],
    }


def _relation(link: LinkRow) -> dict[str, Any]:
    from tracker.domain.vocabulary import INVERSE, Relation

    return {
        "relation": link.relation if link.outward else INVERSE[Relation(link.relation)],
        "ref": link.ref,
        "title": link.heading,
        "status": link.status,
        "adopted": link.adopted_on,
    }


def _fields(row: Any) -> dict[str, Any]:
    """Give a record's fields: a day by its plain name (``sent``), unknown as null, no keys."""
    return {
        _named(name): None if value == "" else value
        for name, value in row._asdict().items()
        if name not in _KEYS
    }


def _named(name: str) -> str:
    return "date" if name == "on_date" else name.removesuffix("_on")
