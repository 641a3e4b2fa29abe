"""The full record of one item: text, provenance, work, notes, evidence, relations, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    FieldBlock,
    Heading,
    Quote,
    Table,
    date_column,
    muted,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.domain.vocabulary import INVERSE
from tracker.reports.actions import evidence_span
from tracker.reports.history_table import history_table
from tracker.reports.phrases import (
    due_cell,
    meeting_title,
    owner_cell,
    paragraph_words,
    status_words,
)
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Block, Cell, Document
    from tracker.domain.records.item_detail import DestinationRow, ItemDetail, NoteRow
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words


def full_record(asked: Asked, ref: int) -> Document:
    """Give everything on record about one item, whatever the filter. Raises ``UnknownRef``."""
    asked = asked.unfiltered
    words = asked.words
    detail = item_detail(asked.reader, ref, asked.today)
    row = detail.row
    title = words("{sort} {ref}").format(sort=_sort(asked, row.sort), ref=row.ref)
    return asked.document(
        title,
        *([Quote(row.text, _provenance(asked, detail))] if row.text else []),
        _facts(asked, detail),
        *_parts(asked, detail, history_table(asked, ref)),
        subtitle=row.title,
    )


def _sort(asked: Asked, sort: str) -> str:
    words = asked.words
    names = {
        "outcome": words("Outcome"),
        "action": words("Action item"),
        "liaison": words("Liaison statement"),
    }
    return names[sort]


def _provenance(asked: Asked, detail: ItemDetail) -> str:
    row, words = detail.row, asked.words
    day = words.day(row.meeting_on) if row.meeting_on else ""
    meeting = meeting_title(words, row.meeting_title, row.meeting_on)
    if row.meeting_ordinal is not None:
        meeting = words("{ordinal} meeting").format(ordinal=words.ordinal(row.meeting_ordinal))
    said = () if day in meeting else (day,)
    return words.run((row.document, paragraph_words(words, row), meeting, *said))


def _facts(asked: Asked, detail: ItemDetail) -> FieldBlock:
    row, words = detail.row, asked.words
    waiting: Cell = row.waiting_on or None
    if row.waiting_on and row.waiting_since:
        waiting = words("{whom}, since {day}").format(
            whom=row.waiting_on, day=words.short_day(row.waiting_since)
        )
    return FieldBlock.known(
        (words("Group"), row.group),
        (words("Kind"), words.term(row.kind) or None),
        (words("Status"), status_words(asked, row)),
        (words("Owner"), _with_basis(asked, owner_cell(asked, row), row.owner_basis)),
        (words("Contributors"), words.run(detail.contributors) or None),
        (words("Due"), _with_basis(asked, due_cell(asked, row), row.due_basis)),
        (words("Waiting on"), waiting),
        (words("Addressee"), row.addressee or None),
        (words("Priority"), words.term(row.priority) if row.priority != "normal" else None),
        (words("Tags"), words.run(row.tags) or None),
        (words("Adopted"), row.adopted_on),
        (words("Reported done"), row.reported_on),
        (words("Closed"), row.closed_on),
        (words("Recorded"), row.created_on),
    )


def _with_basis(asked: Asked, value: Cell, basis: str) -> Cell:
    """Say where an owner or a date comes from."""
    if not basis or value is None:
        return value
    from tracker.render.cells import cell_text

    return f"{cell_text(value, asked.words.language)} ({asked.words.term(basis)})"


def _parts(asked: Asked, detail: ItemDetail, history: Table) -> Iterator[Block]:
    words = asked.words
    parts = (
        (words("Notes"), _notes(asked, detail)),
        (words("Evidence"), _evidence(asked, detail)),
        (words("Destinations"), _destinations(asked, detail.destinations)),
        (words("Relations"), _relations(asked, detail)),
        (words("Extensions"), _extensions(asked, detail)),
        (words("Corrigenda"), _corrigenda(asked, detail)),
        (words("History"), history),
    )
    for title, table in parts:
        if len(table.rows):
            yield Heading(title)
            yield table


def _notes(asked: Asked, detail: ItemDetail) -> Table:
    words = asked.words
    notes = [note for note in detail.notes if asked.private or not note.private]
    return Table(
        (date_column(words("Date")), text_column(words("Note"), 6), text_column(words("By"), 1.6)),
        rows_of(
            notes,
            lambda note: (
                note.on_date,
                _note_words(words, note),
                note.author or None,
            ),
        ),
    )


def _note_words(words: Words, note: NoteRow) -> str:
    text = words.said(note.text)
    return words("{text} (private)").format(text=text) if note.private else text


def _evidence(asked: Asked, detail: ItemDetail) -> Table:
    words = asked.words
    return Table(
        (date_column(words("Date")), text_column(words("Evidence"), 6)),
        rows_of(detail.evidence, lambda e: (e.on_date, evidence_span(words.said(e.what)))),
    )


def _destinations(asked: Asked, rows: tuple[DestinationRow, ...]) -> Table:
    words = asked.words
    return Table(
        (
            text_column(words("To"), 3),
            text_column(words("For"), 2.1),
            status_column(words("State")),
            date_column(words("Sent")),
            text_column(words("Reference"), 2),
            date_column(words("Deadline")),
            date_column(words("Reply")),
        ),
        rows_of(
            rows,
            lambda row: (
                row.addressee,
                words.term(row.purpose) or muted(words("unknown")),
                words.term(row.state),
                row.sent_on,
                row.reference or None,
                row.deadline,
                row.replied_on,
            ),
        ),
    )


def _relations(asked: Asked, detail: ItemDetail) -> Table:
    words = asked.words
    return Table(
        (
            text_column(words("Relation"), 1.6),
            ref_column(words("Ref")),
            text_column(words("Item"), 5),
            status_column(words("Status")),
        ),
        rows_of(
            detail.links,
            lambda link: (
                words.term(link.relation if link.outward else INVERSE[link.relation]),  # type: ignore[index]
                link.ref,
                link.heading,
                words.term(link.status),
            ),
        ),
    )


def _extensions(asked: Asked, detail: ItemDetail) -> Table:
    words = asked.words
    return Table(
        (
            date_column(words("Date")),
            date_column(words("From")),
            date_column(words("To")),
            text_column(words("Reason"), 4),
        ),
        rows_of(
            detail.extensions,
            lambda e: (e.on_date, e.from_due, e.to_due, words.said(e.reason) or None),
        ),
    )


def _corrigenda(asked: Asked, detail: ItemDetail) -> Table:
    words = asked.words
    return Table(
        (
            date_column(words("Date")),
            text_column(words("Document"), 2),
            text_column(words("Former text"), 5),
        ),
        rows_of(detail.corrigenda, lambda c: (c.on_date, c.symbol, c.former_text)),
    )
