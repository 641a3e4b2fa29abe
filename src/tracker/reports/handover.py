"""The hand-over brief at a change of Chair or officer: what goes with the office, what with the person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    FieldBlock,
    Heading,
    Paragraph,
    Table,
    date_column,
    muted,
    text_column,
)
from tracker.reports.figures import by_age
from tracker.reports.item_tables import items_table, owed_table, replies_table, standing_table
from tracker.reports.phrases import DOT, countdown, owner
from tracker.store.reading.correspondence import replies_awaited, replies_owed
from tracker.store.reading.offices import terms
from tracker.store.reading.picking import owned_by_holders, pick
from tracker.store.reading.scope import OPEN, both, owned_by_party
from tracker.store.reading.standing import standing_outcomes
from tracker.store.reading.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Block, Document
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.parties import Party, TermRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.conditions import Condition
    from tracker.store.reading.picking import More


def handover(asked: Asked, office: Party | None = None) -> Document:
    """Say what a new Chair or officer takes over on a day: offices, items, replies, standing outcomes.

    Of one ``office``: its own items and replies, what its holders have taken on themselves, and the
    standing outcomes of the group, which bind whoever holds it.
    """
    words = asked.words
    own = asked if office is None else replace(asked, only=_of_office(asked, office))
    return asked.document(
        words("{group}: hand-over brief").format(
            group=asked.group_words if office is None else office.name
        ),
        Paragraph.of(
            words(
                "What belongs to an office passes to its next holder. What a person has taken on"
                " stays with them until it is given to somebody else."
            )
        ),
        *_numbered(asked, own, office),
        by_age(own, tally(own.reader, own.scope, own.today, since=own.today, months=1)),
        subtitle=words.day(asked.today),
    )


def _of_office(asked: Asked, office: Party) -> Condition:
    return both(asked.only, owned_by_party(office))


def _numbered(asked: Asked, own: Asked, office: Party | None) -> Iterator[Block]:
    for number, (title, block) in enumerate(_parts(asked, own, office), 1):
        yield Heading(title, number=str(number))
        yield block


def _parts(asked: Asked, own: Asked, office: Party | None) -> Iterator[tuple[str, Block]]:
    words, reader, scope = asked.words, asked.reader, asked.scope
    yield words("Offices"), _offices(asked, office)
    of_offices = pick(reader, own.scope, lambda _: f"{OPEN} AND i.owner_office_id IS NOT NULL",
                      order="i.due ASC NULLS LAST, i.id")  # fmt: skip
    yield words("Open items of the offices"), _by_owner(asked, of_offices)
    person = pick(reader, scope, _taken_on(asked, office), order="i.due ASC NULLS LAST, i.id")
    yield words("Personal commitments"), _by_owner(asked, person)
    yield words("Replies we await"), replies_table(asked, replies_awaited(reader, own.scope))
    yield words("Replies we owe"), owed_table(asked, replies_owed(reader, own.scope))
    standing = standing_outcomes(reader, scope)
    yield words("Standing outcomes"), standing_table(asked, standing)
    coming = DOT.join(countdown(asked)) or words("none is set")
    yield words("Next meeting"), FieldBlock.of((words("Next meeting"), coming))


def _taken_on(asked: Asked, office: Party | None) -> More:
    """Give what people own themselves: all of them, or the holders of an office on the day."""
    if office is None:
        return lambda _: f"{OPEN} AND i.owner_person_id IS NOT NULL"
    return owned_by_holders(office.office_id or 0, asked.today)


def _offices(asked: Asked, office: Party | None) -> Table | Paragraph:
    words = asked.words
    rows = [
        (term.office if asked.group else f"{term.group} {term.office}",
         term.holder or muted(words("vacant")), term.from_date, term.to_date)
        for term in terms(asked.reader)
        if _is_asked_for(asked, term, office) and _matters(asked, term)
    ]  # fmt: skip
    if not rows:
        return Paragraph.of(words("No office is on record."))
    return Table(
        (
            text_column(words("Office"), 2),
            text_column(words("Holder"), 3),
            date_column(words("From")),
            date_column(words("Until")),
        ),
        rows,
    )


def _is_asked_for(asked: Asked, term: TermRow, office: Party | None) -> bool:
    if office is not None:
        return f"{term.group} {term.office}" == office.name
    return asked.group is None or term.group == asked.group.acronym


def _matters(asked: Asked, term: TermRow) -> bool:
    """Tell whether the term runs on the day or later: the holder who goes and the one who comes."""
    return term.to_date is None or term.to_date > asked.today


def _by_owner(asked: Asked, items: list[ItemRow]) -> Table:
    rows: list[ItemRow | Band] = []
    last = ""
    for row in sorted(items, key=lambda row: row.owner.casefold()):
        if row.owner != last:
            rows.append(Band(owner(asked, row.owner)))
            last = row.owner
        rows.append(row)
    return items_table(asked, rows, owners=False)
