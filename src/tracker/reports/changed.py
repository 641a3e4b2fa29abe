"""An item's change in words: what it is now, and what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.actions import destination_words
from tracker.reports.liaison_standing import from_words
from tracker.reports.phrases import cut, owner
from tracker.reports.words import marked as _

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.net_changes import NetChange

SORTS = {
    "outcome": _("new outcome"),
    "action": _("new action item"),
    "liaison": _("new liaison statement"),
}
NOTE_LENGTH = 60


def change_words(asked: Asked, change: NetChange) -> str:
    """Say in one line what changed about an item, the most important first."""
    words, after = asked.words, change.after
    parts = [words(SORTS[after.sort])] if change.before is None else []
    if change.before is None:
        parts += _begun(asked, after)
    else:
        parts += _differences(asked, change.before, after)
    parts += [destination_words(asked, row) for row in change.destinations]
    parts += [words("evidence: {what}").format(what=words.said(what)) for what in change.evidence]
    parts += [
        words("“{text}”").format(text=cut(words.said(note), NOTE_LENGTH))
        for note in change.notes[-1:]
    ]
    return words.points(parts or _links(asked, change)) or words("details")


def _begun(asked: Asked, new: ItemRow) -> list[str]:
    """Say how far a new item has come; a liaison statement in the words of its own life.

    What was dispatched is told by its destinations.
    """
    if new.sort == "liaison":
        state = "" if new.liaison_state == "dispatched" else asked.words.term(new.liaison_state)
        return [part for part in (from_words(asked, new), state) if part]
    is_at_start = new.status in ("pending", "standing") and not new.closed_on
    return [] if is_at_start else [asked.words.term(new.status)]


def _differences(asked: Asked, before: ItemRow, after: ItemRow) -> list[str]:
    words = asked.words
    parts = []
    is_liaison = after.sort == "liaison"
    now, then = (
        (after.liaison_state, before.liaison_state) if is_liaison else (after.status, before.status)
    )
    if now != then:
        parts.append(
            words("{now} (was {before})").format(now=words.term(now), before=words.term(then))
        )
    if after.due != before.due:
        parts.append(_due(asked, before, after))
    if after.owner != before.owner:
        parts.append(_owner(asked, before, after))
    if after.waiting_on != before.waiting_on and not is_liaison:
        text = (
            words("waiting on {whom}") if after.waiting_on else words("no longer waiting on {whom}")
        )
        parts.append(text.format(whom=after.waiting_on or before.waiting_on))
    if after.text != before.text:
        parts.append(words("adopted text corrected"))
    if after.title != before.title:
        parts.append(words("title changed"))
    parts += [
        words("{whom}: {state}").format(whom=words(name), state=words.term(now) or words("none"))
        for name, now, then in (
            (_("kind"), after.kind, before.kind),
            (_("priority"), after.priority, before.priority),
            (_("addressee"), after.addressee, before.addressee),
        )
        if now != then
    ]
    if after.reiterated > before.reiterated:
        parts.append(words("reiterated"))
    return parts


def _links(asked: Asked, change: NetChange) -> list[str]:
    """Say how the item stands to others since: “implemented by 15 and 16”."""
    words = asked.words
    refs: dict[str, list[str]] = {}
    for relation, ref in change.links:
        refs.setdefault(relation, []).append(str(ref))
    return [f"{words.term(relation)} {words.listed(found)}" for relation, found in refs.items()]


def _due(asked: Asked, before: ItemRow, after: ItemRow) -> str:
    words = asked.words
    if after.due is None:
        return words("no longer dated")
    due = words.short_day(after.due)
    if before.due is None:
        return words("due {day}").format(day=due)
    if after.extensions > before.extensions:
        return words("extended to {day} (was {before})").format(
            day=due, before=words.short_day(before.due)
        )
    return words("due {day} (was {before})").format(day=due, before=words.short_day(before.due))


def _owner(asked: Asked, before: ItemRow, after: ItemRow) -> str:
    words = asked.words
    if not after.owner:
        return words("no owner (was {before})").format(before=owner(asked, before.owner))
    if not before.owner:
        return words("owner {name}").format(name=owner(asked, after.owner))
    return words("owner {name} (was {before})").format(
        name=owner(asked, after.owner), before=owner(asked, before.owner)
    )
