"""The follow-up document (matters arising), in the shape of the body's own documents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    BulletList,
    Heading,
    Paragraph,
    Table,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.domain.vocabulary import CLOSED_STATUSES, OPEN_STATUSES
from tracker.reports.actions import action_cell, evidence_cell, ref_cell, status_cell
from tracker.reports.item_sheets import outcomes_sheet
from tracker.reports.matters import Matters, matters_arising, matters_of
from tracker.reports.paper import Paper, document_reference, header
from tracker.reports.phrases import days_of, is_overdue, meeting_title
from tracker.reports.refs import refs_named
from tracker.reports.register import register_tables
from tracker.store.reading.correspondence import replies_to_consider
from tracker.store.reading.followup import action_taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Block, Document, Row
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.followup import Taken

MEETINGS_NAMED = 6
"""So many meetings are named in the title; with more it names none."""


def followup(
    asked: Asked, meeting: int | None = None, document: str = "", paper: Paper | None = None
) -> Document:
    """Say what became of the outcomes that a meeting has to look at.

    For the meeting of that ordinal, by default the next one; or of one document, by its symbol.
    Raises ``UnknownName`` for a meeting or document that is not known.
    """
    matters = matters_of(asked, document) if document else matters_arising(asked, meeting)
    taken = action_taken(asked.reader, [row.id for row in matters.items], private=asked.private)
    once = counted_once(matters.items, taken)
    return asked.document(
        _title(asked, matters),
        *_front(asked, matters, once),
        Heading(asked.words("Outcomes and action taken"), number="1"),
        Paragraph.of(
            asked.words(
                "Outcomes are quoted as adopted, in the order of the report. Beneath each number"
                " stands the paragraph of the report and, in brackets, its bullet."
            ),
            number="1.1",
        ),
        outcomes_table(asked, matters.items, taken),
        *_statements(asked, matters),
        header=header(asked, matters.meeting, paper or Paper()),
    )


def outcomes_table(asked: Asked, items: list[ItemRow], taken: dict[int, Taken]) -> Table:
    """Give the table of outcomes by document and section; each row is made when it is come to."""
    words = asked.words
    lines = list(_by_section(asked, items))

    def row_of(line: ItemRow | Band) -> Row:
        if isinstance(line, Band):
            return line
        done = taken[line.id]
        return (
            ref_cell(line),
            line.text or line.title,
            action_cell(asked, line, done),
            status_cell(asked, line),
            evidence_cell(asked, done),
        )

    return Table(
        (
            ref_column(words("Ref"), 1.2),
            text_column(words("Outcome as adopted"), 4.0),
            text_column(words("Action taken"), 4.0),
            status_column(words("Status"), 2.4),
            text_column(words("Evidence"), 2.4),
        ),
        rows_of(lines, row_of),
        empty=words("No outcome is on record."),
        sheet=outcomes_sheet(asked, lines, taken),
    )


def _by_section(asked: Asked, items: list[ItemRow]) -> Iterator[ItemRow | Band]:
    last = ""
    for row in items:
        band = _band(asked, row)
        if band != last:
            yield Band(band)
            last = band
        yield row


def _band(asked: Asked, row: ItemRow) -> str:
    """Name where an item comes from: document, section, meeting."""
    words = asked.words
    parts = [row.document] if row.document else []
    if row.section:
        parts.append(words("section {section}").format(section=row.section))
    place = words.run(parts)
    if row.meeting_ordinal is not None:
        meeting = words("{ordinal} meeting").format(ordinal=words.ordinal(row.meeting_ordinal))
    elif row.adoption == "correspondence":
        meeting = words("adopted by correspondence")
    else:
        meeting = meeting_title(words, row.meeting_title, row.meeting_on)
    if row.meeting_on and (day := words.day(row.meeting_on)) not in meeting:
        meeting = words.run([meeting, day])
    if place and meeting:
        return words("{whom}: {state}").format(whom=place, state=meeting)
    return place or meeting or words("Without a meeting")


def _title(asked: Asked, matters: Matters) -> str:
    words = asked.words
    which = _which(asked, matters)
    if not which:
        return words("Follow-up of outcomes")
    return words.count(
        "Follow-up of the outcomes of the {which} meeting",
        "Follow-up of the outcomes of the {which} meetings",
        len(matters.listed),
        which=which,
    )


def _which(asked: Asked, matters: Matters) -> str:
    """Name the meetings whose outcomes are listed; nothing for many, or one without ordinal or day."""
    if len(matters.listed) > MEETINGS_NAMED:
        return ""
    if not all(m.ordinal is not None and m.starts_on is not None for m in matters.listed):
        return ""
    return asked.words.listed([asked.words.spelled(m.ordinal or 0) for m in matters.listed])


def counted_once(items: list[ItemRow], taken: dict[int, Taken]) -> list[ItemRow]:
    """Leave out what reiterates another outcome of the list that counts for both, as all reports do.

    One that reopens a closed outcome counts itself.
    """
    by_ref = {row.ref: row for row in items}

    def counts(row: ItemRow) -> bool:
        others = [by_ref[each.ref] for each in taken[row.id].reiterates if each.ref in by_ref]
        closed = row.status not in OPEN_STATUSES
        return not any(closed or other.status in OPEN_STATUSES for other in others)

    return [row for row in items if counts(row)]


def _front(asked: Asked, matters: Matters, once: list[ItemRow]) -> Iterator[Block]:
    words = asked.words
    yield Heading(words("Summary"))
    yield Paragraph.of(_summary(asked, matters, once))
    yield Heading(words("Action required"))
    yield from _action_required(asked, once)
    if matters.documents:
        yield Heading(words("References"))
        yield BulletList.of(*(document_reference(words, each) for each in matters.documents))


def _summary(asked: Asked, matters: Matters, items: list[ItemRow]) -> str:
    words = asked.words
    counted = Counter(row.status for row in items)
    states = [
        words.so_many(status, counted[status])
        for status in (*CLOSED_STATUSES, *reversed(OPEN_STATUSES))
        if counted[status]
    ]
    text = words("This document sets out the action taken on the outcomes.")
    if which := _which(asked, matters):
        days = words.listed([days_of(words, m) for m in matters.listed])
        text = words.count(
            "This document sets out the action taken on the outcomes of the {which} meeting,"
            " held on {days}.",
            "This document sets out the action taken on the outcomes of the {which} meetings,"
            " held on {days}.",
            len(matters.listed),
            which=which,
            days=days,
        )
    if states:
        text += " " + words.count(
            "Of {n} outcome: {states}.",
            "Of {n} outcomes: {states}.",
            len(items),
            states=words.listed(states),
        )
    if len(items) < len(matters.items):
        text += " " + words("Reiterations are counted once.")
    late = sum(1 for row in items if is_overdue(row, asked.today))
    if late:
        text += " " + words.count("{n} is overdue.", "{n} are overdue.", late)
    return text


def _action_required(asked: Asked, items: list[ItemRow]) -> Iterator[Block]:
    """List what the group is asked to do; replies that came in are for it to consider."""
    words = asked.words
    done = [row.ref for row in items if row.status == "reported done"]
    standing = [row.ref for row in items if row.status == "standing"]
    unowned = [
        row.ref
        for row in items
        if not row.owner and row.status in ("pending", "under implementation")
    ]
    asks = [words("note this document")]
    if done:
        asks.append(
            words("confirm that what is reported done is implemented: {refs}").format(
                refs=refs_named(words, done)
            )
        )
    if standing:
        asks.append(
            words("review the standing outcomes: {refs}").format(refs=refs_named(words, standing))
        )
    if came := _replies_to_consider(asked):
        asks.append(words("consider the replies to: {refs}").format(refs=refs_named(words, came)))
    if unowned:
        asks.append(words("name an owner for: {refs}").format(refs=refs_named(words, unowned)))
    if len(asks) == 1:
        yield Paragraph.of(words("The group is invited to note this document."))
        return
    yield Paragraph.of(words("The group is invited to:"))
    points = [words("{point};").format(point=each) for each in asks[:-1]]
    yield BulletList.of(*points, words("{point}.").format(point=asks[-1]))


def _replies_to_consider(asked: Asked) -> list[str]:
    """Name the statements whose replies no meeting has considered, by number or ref."""
    rows = replies_to_consider(asked.reader, asked.scope)
    return list(dict.fromkeys(row.number or str(row.ref) for row in rows))


def _statements(asked: Asked, matters: Matters) -> Iterator[Block]:
    """Give the liaison statements of the meetings followed up, and those sent or received since."""
    meetings = [m.id for m in matters.held]
    since = matters.held[0].starts_on if matters.held else None
    tables = register_tables(asked, meetings=meetings, since=since)
    if tables:
        yield Heading(asked.words("Liaison statements"), number="2")
        yield from tables
