"""Everything about one item as text: what it is, where it comes from, what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.vocabulary import CLOSED_STATUSES, INVERSE, Relation, Status
from tracker.tui.plain_words import in_plain_words
from tracker.tui.signs import WAITING, due_cell, kind_words, status_sign
from tracker.tui.telling import told_field, when
from tracker.tui.widgets.flow import Hang, plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.domain.records.changes import ItemChange
    from tracker.domain.records.item_detail import DestinationRow, ItemDetail, LinkRow

FAINT = "$foreground-muted"
LABEL = "$text-primary"
TONES = {"late": "bold $text-error", "soon": "$text-warning"}
LABEL_WIDTH = 11
HEADING = 120
"""Cells of a heading at most: two or three lines, so that status, owner and due are in view."""
EMPTY = Hang(Content(""))


def detail_text(
    detail: ItemDetail, history: Sequence[ItemChange], today: dt.date, timezone: str
) -> tuple[Hang, ...]:
    """Give the whole text; its parts are a line apart."""
    title, text = detail.row.heading, detail.row.text
    parts: list[Iterable[Hang]] = [_head(detail, today), _facts(detail), whole_title(title, text)]
    parts += [_adopted(detail), *_gathered(detail)]
    parts.append(_history(history, timezone))
    lines: list[Hang] = []
    for part in map(list, parts):
        lines += [*part, EMPTY] if part else []
    return tuple(lines)


def heading(title: str) -> Content:
    """Give a title as the head of what is about it: where it is very long, its beginning."""
    return plain(title, "bold").truncate(HEADING, ellipsis=True)


def whole_title(title: str, text: str) -> Iterator[Hang]:
    """Give a title that is too long for a heading, unless it is the text, which is shown anyway."""
    if is_cut(title) and title != text:
        yield _title("Title")
        yield Hang(plain(title))


def is_cut(title: str) -> bool:
    """Tell whether a title is too long for a heading."""
    return plain(title).cell_length > HEADING


def _head(detail: ItemDetail, today: dt.date) -> Iterator[Hang]:
    row = detail.row
    yield Hang(heading(row.heading), plain(f"{row.ref}  ", LABEL))
    status = status_sign(Status(row.status)).text
    state = [kind_words(row), status, *(["retired"] if row.retired else [])]
    due = due_cell(row, today)
    line = plain(" · ".join(state), FAINT)
    if due.tone in TONES:
        line = Content.assemble(line, "   ", plain(due.text, TONES[due.tone]))
    if row.waiting_on and row.status not in CLOSED_STATUSES:
        line = Content.assemble(line, "   ", plain(f"{WAITING} waiting", TONES["soon"]))
    yield Hang(line)


def _facts(detail: ItemDetail) -> Iterator[Hang]:
    for label, words in _fact_words(detail):
        if words:
            yield Hang(plain(words), plain(label.ljust(LABEL_WIDTH), FAINT))


def _fact_words(detail: ItemDetail) -> Iterator[tuple[str, str]]:
    row = detail.row
    by_correspondence = row.adoption == "correspondence"
    yield "Owner", _with_basis(_owner(detail), row.owner_basis)
    yield "With", ", ".join(detail.contributors)
    yield "Due", _with_basis(_due(detail), row.due_basis)
    yield "Waiting on", f"{row.waiting_on}, since {row.waiting_since}" if row.waiting_on else ""
    yield ("Meeting" if row.meeting else "Group"), _meeting(detail)
    yield "Document", _document(detail)
    yield "Addressee", row.addressee
    yield "Adopted", f"by correspondence, {row.adopted_on}" if by_correspondence else ""
    yield "Reported", f"done on {row.reported_on}" if row.reported_on else ""
    yield "Closed", str(row.closed_on or "")
    yield "Priority", row.priority if row.priority != "normal" else ""
    yield "Tags", " ".join(f"+{tag}" for tag in row.tags)
    yield "Liaison", row.liaison_state


def _owner(detail: ItemDetail) -> str:
    if detail.owner_holder:
        return f"{detail.row.owner}: {detail.owner_holder}"
    return detail.row.owner or "unknown"


def _with_basis(words: str, basis: str) -> str:
    return f"{words} ({basis})" if basis else words


def _due(detail: ItemDetail) -> str:
    row = detail.row
    if row.due is None:
        return "unknown"
    words = f"{row.due:%a} {row.due}"
    if detail.due_meeting is not None:
        days = detail.due_days_before or 0
        hung = f"{days} days before meeting" if days else "at meeting"
        words += f", {hung} {detail.due_meeting}"
    if row.extensions:
        words += f", extended {row.extensions}×"
    return words


def _meeting(detail: ItemDetail) -> str:
    row = detail.row
    parts = [row.group, row.meeting, str(row.meeting_on or ""), detail.place]
    return ", ".join(part for part in parts if part)


def _document(detail: ItemDetail) -> str:
    row = detail.row
    where = f"§{row.paragraph}" if row.paragraph else ""
    parts = [row.document or detail.document_title, str(detail.document_on or ""), where]
    return ", ".join(part for part in parts if part)


def _adopted(detail: ItemDetail) -> Iterator[Hang]:
    row = detail.row
    if row.text and (row.text != row.heading or is_cut(row.heading)):
        yield _title("As adopted")
        for line in row.text.splitlines():
            yield Hang(plain(line), bar=Content.styled("┃ ", LABEL))


def _title(words: str) -> Hang:
    return Hang(Content.styled(words, f"bold {LABEL}"))


def _gathered(detail: ItemDetail) -> Iterator[Iterable[Hang]]:
    yield _section("Destinations", (_destination(each) for each in detail.destinations))
    yield _section("Evidence", ((str(e.on_date), e.what) for e in detail.evidence))
    notes = (
        (str(n.on_date), f"{n.text} ({n.author}{', private' if n.private else ''})")
        for n in detail.notes
    )
    yield _section("Notes", notes)
    yield _section("Relations", (_relation(link) for link in detail.links))
    extended = (
        (str(e.on_date), f"{e.from_due} → {e.to_due} {e.reason}") for e in detail.extensions
    )
    yield _section("Extended", extended)
    corrected = (
        (str(c.on_date), f"by {c.symbol}, before: {c.former_text}") for c in detail.corrigenda
    )
    yield _section("Corrected", corrected)


def _destination(each: DestinationRow) -> tuple[str, str]:
    facts = [f"for {each.purpose}" if each.purpose else "purpose unknown", each.state]
    facts += [f"deadline {each.deadline}"] if each.deadline else []
    facts += [f"sent {each.sent_on} {each.reference}".strip()] if each.sent_on else []
    facts += [f"{each.disposition} {each.disposition_note}".strip()] if each.disposition else []
    return each.addressee, ", ".join(facts)


def _relation(link: LinkRow) -> tuple[str, str]:
    words = link.relation if link.outward else INVERSE[Relation(link.relation)]
    return words, f"{link.ref} {link.heading} ({link.status})"


def _section(title: str, lines: Iterable[tuple[str, str]]) -> Iterator[Hang]:
    for number, (label, words) in enumerate(lines):
        if number == 0:
            yield _title(title)
        yield Hang(plain(words), plain(f"{label}  ", FAINT))


def _history(history: Sequence[ItemChange], timezone: str) -> Iterator[Hang]:
    if history:
        yield _title("History")
    for told in reversed(history):
        at = when(told.change_set.recorded_at, timezone)
        yield Hang(
            plain(f"{told.change_set.actor}: {told.change_set.verb}", FAINT),
            plain(f"{at}  ", FAINT),
        )
        if told.change_set.note:
            yield Hang(plain(f"“{told.change_set.note}”"), Content("  "))
        for change in () if told.created else in_plain_words(told.changes):
            yield Hang(plain(told_field(change)), Content("  "))
