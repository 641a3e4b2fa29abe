"""The action taken on an item, its evidence and its standing, as cells of a follow-up table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import Span, alert, inline, link, muted, strong
from tracker.reports.phrases import is_overdue, joined, owner
from tracker.store.reading.correspondence import expected

if TYPE_CHECKING:
    from tracker.domain.document_tree import Cell, Inline
    from tracker.domain.document_tree import Words as Parts
    from tracker.domain.records.item_detail import DestinationRow
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.followup import Said, Taken, Under


def ref_cell(row: ItemRow) -> Inline:
    """Show an item's ref and, beneath it, the paragraph it comes from."""
    paragraph = paragraph_of(row)
    return (
        inline(strong(str(row.ref)), muted(f"\n{paragraph}"))
        if paragraph
        else inline(strong(str(row.ref)))
    )


def paragraph_of(row: ItemRow) -> str:
    """Give the paragraph of the report and, in brackets, its bullet: “7.1(4)”."""
    return row.section if row.bullet is None else f"{row.section}({row.bullet})"


def action_cell(asked: Asked, row: ItemRow, taken: Taken) -> Cell:
    """Say what was done: the last notes, the work under the outcome, reiterations, who is waited on."""
    words = asked.words
    lines: list[Parts] = [_note(asked, note) for note in taken.notes]
    lines += [_work(asked, work) for work in taken.under]
    for other in taken.reiterates:
        first = words.short_day(other.adopted_on) if other.adopted_on else ""
        text = words("Reiterates {ref}, adopted {day}.") if first else words("Reiterates {ref}.")
        lines.append(text.format(ref=other.ref, day=first))
    if taken.reiterated_by:
        refs = words.listed([str(other.ref) for other in taken.reiterated_by])
        lines.append(words("Reiterated by {refs}.").format(refs=refs))
    if row.waiting_on:
        lines.append(_waiting(asked, row))
    return joined(lines, "\n") if lines else muted(words("None recorded."))


def status_cell(asked: Asked, row: ItemRow) -> Cell:
    """Show the status and, beneath it, owner and date; what is unknown is said to be unknown."""
    words = asked.words
    lines: list[Parts] = [words.term(row.status)]
    if row.closed_on is not None:
        return joined([*lines, muted(words.short_day(row.closed_on))], "\n")
    lines.append(owner(asked, row.owner) if row.owner else muted(words("no owner")))
    if row.reported_on is not None and row.status == "reported done":
        lines.insert(1, muted(words.short_day(row.reported_on)))
    elif row.due is None:
        if row.status != "standing":
            lines.append(muted(words("no date")))
    elif is_overdue(row, asked.today):
        lines.append(alert(words("overdue since {day}").format(day=words.short_day(row.due))))
    else:
        lines.append(words("due {day}").format(day=words.short_day(row.due)))
    return joined(lines, "\n")


def evidence_cell(asked: Asked, taken: Taken) -> Cell:
    """Show the evidence and the references of liaison statements, each once."""
    said = list(dict.fromkeys(shown.what for shown in taken.evidence))
    for work in taken.under:
        for reference in (work.number, *(row.reference for row in work.destinations)):
            if reference and not any(reference in what for what in said):
                said.append(reference)
    if not said:
        return None
    return joined([evidence_span(asked.words.said(what)) for what in said], "\n")


def destination_words(asked: Asked, row: DestinationRow) -> str:
    """Say where a liaison statement stands with one addressee."""
    words = asked.words
    if row.considered_on is not None:
        state = words("reply considered {day}").format(day=words.short_day(row.considered_on))
    elif row.replied_on is not None:
        state = words("reply received {day}").format(day=words.short_day(row.replied_on))
    elif row.sent_on is not None:
        state = words("sent {day}").format(day=words.short_day(row.sent_on))
        state += _reply_words(asked, row)
    else:
        state = words("not yet sent")
    return words("{whom}: {state}").format(whom=row.group or row.addressee, state=state)


def _reply_words(asked: Asked, row: DestinationRow) -> str:
    words = asked.words
    if row.purpose != "action" or row.closed_on is not None:
        return ""
    day = expected(row)
    if day is None:
        return words(", reply awaited")
    if day < asked.today:
        return words(", reply overdue since {day}").format(day=words.short_day(day))
    return words(", reply expected by {day}").format(day=words.short_day(day))


def _note(asked: Asked, note: Said) -> Inline:
    day = asked.words("{day}: ").format(day=asked.words.short_day(note.on_date))
    return inline(muted(day), asked.words.said(note.text))


def _work(asked: Asked, work: Under) -> Inline:
    words = asked.words
    if work.sort == "liaison":
        lead = words("LS {ref}").format(ref=work.ref)
        states = [destination_words(asked, row) for row in work.destinations]
        state = words.points(states) or words.term(work.status)
        return inline(
            lead,
            " ",
            words("to {destinations}").format(destinations=state) if states else state,
            ".",
        )
    parts = [words.term(work.status)]
    parts += [owner(asked, work.owner)] if work.owner else []
    if work.due and work.status not in ("implemented", "withdrawn"):
        parts.append(words("due {day}").format(day=words.short_day(work.due)))
    head = words("Action {ref}: {heading}").format(ref=work.ref, heading=work.heading)
    lines: list[Parts] = [f"{head} ({words.run(parts)})."]
    lines += [_note(asked, note) for note in work.notes[-1:]]
    return joined(lines, " ")


def _waiting(asked: Asked, row: ItemRow) -> str:
    words = asked.words
    if row.waiting_since is None:
        return words("Waiting on {whom}.").format(whom=row.waiting_on)
    return words("Waiting on {whom} since {day}.").format(
        whom=row.waiting_on, day=words.short_day(row.waiting_since)
    )


def evidence_span(what: str) -> Span:
    """Show evidence; an address leads there."""
    is_address = what.startswith(("http://", "https://")) and " " not in what
    return link(what, what) if is_address else Span(what)
