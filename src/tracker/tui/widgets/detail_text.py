"""Everything about one item as text: what it is, where it comes from, what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.terminal_text import printable
from tracker.domain.vocabulary import INVERSE, Relation
from tracker.tui.signs import due_cell, kind_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.domain.records.changes import ItemChange
    from tracker.domain.records.item_detail import ItemDetail, LinkRow

FAINT = "$foreground-muted"
TITLE = "bold"
LABEL = "$text-primary"
LATE_STYLE = "bold $text-error"
SOON_STYLE = "$text-warning"
LABEL_WIDTH = 11


def detail_text(detail: ItemDetail, history: Sequence[ItemChange], today: dt.date) -> Content:
    """Give the whole text."""
    blocks = [
        _head(detail, today),
        _facts(detail),
        _adopted(detail),
        *_gathered(detail),
        _history(history),
    ]
    return Content("\n\n").join(block for block in blocks if block)


def plain(text: str, style: str = "") -> Content:
    """Give user text as it is: no markup, no control characters."""
    return Content.styled(printable(text), style) if style else Content(printable(text))


def _lines(lines: Iterable[Content]) -> Content:
    return Content("\n").join(lines)


def _head(detail: ItemDetail, today: dt.date) -> Content:
    row = detail.row
    what = Content.assemble(plain(f"{row.ref}  ", LABEL), plain(row.heading, TITLE))
    state = [kind_words(row), row.status]
    if row.retired:
        state.append("retired")
    due = due_cell(row, today)
    line = plain(" · ".join(state), FAINT)
    if due.tone == "late":
        line = Content.assemble(line, "   ", plain(due.text, LATE_STYLE))
    elif due.tone == "soon":
        line = Content.assemble(line, "   ", plain(due.text, SOON_STYLE))
    return _lines([what, line])


def _facts(detail: ItemDetail) -> Content:
    facts = [(label, words) for label, words in _fact_words(detail) if words]
    return _lines(
        Content.assemble(plain(label.ljust(LABEL_WIDTH), FAINT), plain(words))
        for label, words in facts
    )


def _fact_words(detail: ItemDetail) -> Iterator[tuple[str, str]]:
    row = detail.row
    yield "Owner", _with_basis(_owner(detail), row.owner_basis)
    yield "With", ", ".join(detail.contributors)
    yield "Due", _with_basis(_due(detail), row.due_basis)
    yield "Waiting on", f"{row.waiting_on}, since {row.waiting_since}" if row.waiting_on else ""
    yield "Meeting", _meeting(detail)
    yield "Document", _document(detail)
    yield "Addressee", row.addressee
    yield (
        "Adopted",
        f"by correspondence, {row.adopted_on}" if row.adoption == "correspondence" else "",
    )
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


def _adopted(detail: ItemDetail) -> Content:
    row = detail.row
    if not row.text or row.text == row.heading:
        return Content("")
    quoted = [Content.assemble(("┃ ", LABEL), plain(line)) for line in row.text.splitlines()]
    return _lines([_title("As adopted"), *quoted])


def _title(words: str) -> Content:
    return Content.styled(words, f"bold {LABEL}")


def _gathered(detail: ItemDetail) -> Iterator[Content]:
    yield _section(
        "Liaison: destinations",
        (
            (
                str(d.sent_on or "not sent"),
                f"{d.addressee}: {d.purpose or 'purpose unknown'}, {d.state}",
            )
            for d in detail.destinations
        ),
    )
    yield _section("Evidence", ((str(e.on_date), e.what) for e in detail.evidence))
    yield _section(
        "Notes",
        (
            (str(n.on_date), f"{n.text} ({n.author}{', private' if n.private else ''})")
            for n in detail.notes
        ),
    )
    yield _section("Relations", (_relation(link) for link in detail.links))
    yield _section(
        "Extended",
        ((str(e.on_date), f"{e.from_due} → {e.to_due} {e.reason}") for e in detail.extensions),
    )
    yield _section(
        "Corrected",
        ((str(c.on_date), f"by {c.symbol}, before: {c.former_text}") for c in detail.corrigenda),
    )


def _relation(link: LinkRow) -> tuple[str, str]:
    words = link.relation if link.outward else INVERSE[Relation(link.relation)]
    return words, f"{link.ref} {link.heading} ({link.status})"


def _section(title: str, lines: Iterable[tuple[str, str]]) -> Content:
    told = [
        Content.assemble(plain(f"{label}  ", FAINT), plain(words, "")) for label, words in lines
    ]
    return _lines([_title(title), *told]) if told else Content("")


def _history(history: Sequence[ItemChange]) -> Content:
    lines = [_title("History")]
    for told in reversed(history):
        when = f"{told.change_set.recorded_at:%Y-%m-%d %H:%M}"
        head = f"{when}  {told.change_set.actor}: {told.change_set.verb}"
        lines.append(plain(head, FAINT))
        if told.change_set.note:
            lines.append(plain(f"  “{told.change_set.note}”"))
        for change in () if told.created else told.changes:
            before = f"{change.before} → " if change.before else ""
            lines.append(plain(f"  {change.name}: {before}{change.after or 'none'}"))
    return _lines(lines) if len(lines) > 1 else Content("")
