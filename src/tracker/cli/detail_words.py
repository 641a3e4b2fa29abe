"""Everything about an item in words: fields with a label, and lists under a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.dates.calendar import describe, short

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tracker.domain.records.item_detail import DestinationRow, ItemDetail, LinkRow

UNKNOWN = "unknown"


class Part(NamedTuple):
    """A field with its text, or a list of lines under a heading."""

    label: str
    text: str = ""
    lines: tuple[str, ...] = ()
    warns: bool = False


class Reiteration(NamedTuple):
    """How often an outcome was adopted again, since when, and the day of the last evidence."""

    times: int
    first_adopted: dt.date | None
    evidence_on: dt.date | None


def parts_of(item: ItemDetail, today: dt.date, reiteration: Reiteration | None) -> Iterator[Part]:
    """Give all that is known of an item; what is unknown and matters is said to be unknown."""
    yield from _standing_of(item, today)
    yield from _origin_of(item)
    if reiteration is not None:
        yield Part("Reiterated", reiteration_words(reiteration))
    yield from _lists_of(item)
    yield Part("Recorded", _recorded(item))


def reiteration_words(reiteration: Reiteration) -> str:
    """Say how often and since when: “1×, first adopted 26 Sep 2019, no evidence recorded”."""
    words = [f"{reiteration.times}×"]
    if reiteration.first_adopted is not None:
        words.append(f"first adopted {short(reiteration.first_adopted)}")
    words.append(
        f"last evidence {short(reiteration.evidence_on)}"
        if reiteration.evidence_on
        else "no evidence recorded"
    )
    return ", ".join(words)


def relation_words(link: LinkRow) -> str:
    """Say a relation as it reads from this item."""
    from tracker.domain.vocabulary import INVERSE, Relation

    name = link.relation if link.outward else INVERSE[Relation(link.relation)]
    return f"{name} {link.ref}  {link.heading} ({link.status})"


def hanging_words(days_before: int, meeting: str) -> str:
    """Say how a date hangs on a meeting: ``12 days before the 17th meeting``."""
    if days_before == 0:
        return f"on the first day of the {meeting}"
    days = abs(days_before)
    side = "before" if days_before > 0 else "after"
    return f"{days} {'day' if days == 1 else 'days'} {side} the {meeting}"


def _standing_of(item: ItemDetail, today: dt.date) -> Iterator[Part]:
    row = item.row
    late = row.overdue(today)
    yield Part("Status", _status(item))
    yield Part("Owner", _owner(item))
    if item.contributors:
        yield Part("With", ", ".join(item.contributors))
    yield Part("Due", f"{_due(item)}{', overdue' if late else ''}", warns=late)
    if row.waiting_on:
        since = f" since {describe(row.waiting_since)}" if row.waiting_since else ""
        yield Part("Waiting on", f"{row.waiting_on}{since}")
    if row.blocked:
        yield Part("Blocked", "by an open item", warns=True)
    if row.priority != "normal":
        yield Part("Priority", row.priority)
    if row.tags:
        yield Part("Tags", " ".join(f"+{tag}" for tag in row.tags))


def _status(item: ItemDetail) -> str:
    row = item.row
    since = f" on {describe(row.closed_on)}" if row.closed_on else ""
    if row.status == "reported done" and row.reported_on:
        since = f" on {describe(row.reported_on)}"
    return f"{row.status}{since}{', its recording undone' if row.retired else ''}"


def _owner(item: ItemDetail) -> str:
    if not item.row.owner:
        return UNKNOWN
    holder = f", held by {item.owner_holder}" if item.owner_holder else ""
    return f"{item.row.owner}{holder}{_basis(item.row.owner_basis)}"


def _due(item: ItemDetail) -> str:
    row = item.row
    if row.due is None and item.due_days_before is None:
        return "at every meeting" if row.status == "standing" else UNKNOWN
    day = describe(row.due) if row.due else "when the meeting has a date"
    if item.due_days_before is not None:
        from tracker.domain.ordinals import short as ordinal

        which = f"{ordinal(item.due_meeting)} meeting" if item.due_meeting else "meeting"
        day += f", {hanging_words(item.due_days_before, which)}"
    times = f", extended {row.extensions}×" if row.extensions else ""
    return f"{day}{_basis(row.due_basis)}{times}"


def _basis(word: str) -> str:
    return f" ({word})" if word else ""


def _origin_of(item: ItemDetail) -> Iterator[Part]:
    row = item.row
    yield Part("Sort", ", ".join(filter(None, (row.sort, row.kind))))
    if row.liaison_state:
        header = f"`tracker liaison show {row.ref}` shows its header"
        yield Part("Statement", f"{row.direction}, {row.liaison_state}; {header}")
    adopted = (
        describe(row.adopted_on) if row.adopted_on else "",
        f"{row.meeting} meeting" if row.meeting_ordinal is not None else row.meeting_title,
        item.place,
        "by correspondence" if row.adoption == "correspondence" else "",
    )
    if any(adopted):
        yield Part("Adopted" if row.sort == "outcome" else "Meeting", _listed(adopted))
    source = (
        row.document,
        f"§{row.paragraph}" if row.paragraph else "",
        item.document_title,
        short(item.document_on) if item.document_on else "",
    )
    if any(source):
        yield Part("From", _listed(source))
    if row.addressee:
        yield Part("Addressee", row.addressee)
    if row.text:
        yield Part("Text as adopted", lines=(row.text,))


def _lists_of(item: ItemDetail) -> Iterator[Part]:
    lists = {
        "Relations": [relation_words(link) for link in item.links],
        "Destinations": [_destination(each) for each in item.destinations],
        "Extensions": [
            f"{short(e.on_date)}  {short(e.from_due)} → {short(e.to_due)}{_said(e.reason)}"
            for e in item.extensions
        ],
        "Corrigenda": [
            f"{short(c.on_date)}  {c.symbol}, formerly: {c.former_text}" for c in item.corrigenda
        ],
        "Evidence": [
            f"{short(e.on_date)}  {e.what}{_to_meeting(e.meeting)}" for e in item.evidence
        ],
        "Notes": [
            f"{short(n.on_date)}  {n.author}{', private' if n.private else ''}: {n.text}"
            for n in item.notes
        ],
    }
    for label, lines in lists.items():
        if lines:
            yield Part(label, lines=tuple(lines))


def _destination(row: DestinationRow) -> str:
    words = (
        row.group if row.group and row.group != row.addressee else "",
        f"for {row.purpose}" if row.purpose else "purpose unknown",
        f"deadline {short(row.deadline)}" if row.deadline else "",
        row.state,
        f"sent {short(row.sent_on)}" if row.sent_on else "",
        row.reference,
        f"reply {short(row.replied_on)}" if row.replied_on else "",
        row.disposition,
    )
    return f"{row.addressee}, {_listed(words)}"


def _recorded(item: ItemDetail) -> str:
    row = item.row
    created, changed = short(row.created_on), short(row.changed_on)
    return f"{created} in {row.group}, last changed {changed} (change {item.version})"


def _said(reason: str) -> str:
    return f", {reason}" if reason else ""


def _to_meeting(ordinal: int | None) -> str:
    from tracker.domain.ordinals import short as as_ordinal

    return "" if ordinal is None else f" ({as_ordinal(ordinal)} meeting)"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(filter(None, words))
