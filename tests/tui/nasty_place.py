"""A group in which every text that people write is nasty."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.render.nasty_text import NASTY
from tracker.desk.annotate import add_evidence, add_note, tag, wait
from tracker.desk.assign import assign
from tracker.desk.liaison.destinations import NewDestination
from tracker.desk.liaison.drafting import NewContact, NewStatement, draft
from tracker.desk.liaison.receiving import NewIncoming, receive
from tracker.desk.meetings import add_document, add_meeting
from tracker.desk.parties import add_group, add_person
from tracker.desk.record import NewItem, record_item
from tracker.domain.terminal_text import printable
from tracker.domain.vocabulary import OutcomeKind, Sort
from tracker.store.reading.people import find_party

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace
    from tracker.store.work import Work


def _can_be_kept(text: str) -> bool:
    """Tell whether a database keeps the text: not half a surrogate pair, NUL or nothing."""
    whole = text.encode(errors="ignore").decode() == text
    return whole and bool(printable(text).strip()) and "\0" not in text


TEXTS = tuple(filter(_can_be_kept, NASTY))
WORST = "[@click=app.quit]x[/] [draft] a [/] b \x1b[31mred 全角 e\u0301 \u202eback"
"""Everything bad in one line."""


def furnish(place: Workplace) -> None:
    """Fill the database: an item for each text, and others where texts stand."""
    for number, text in enumerate(TEXTS):
        with place.change("record", note=text) as work:
            if number == 0:
                _begin(work)
            _item(work, number, text)
    with place.change("liaison", note=WORST) as work:
        _correspond(work)
        person = add_person(work, f"Somebody {WORST}")
        last = work.item(len(TEXTS))
        assign(work, [last.ref], find_party(work.reader, person.name))


def _begin(work: Work) -> None:
    group = add_group(work, "a[/]", name=WORST).id or 0
    for ordinal, text in enumerate(TEXTS[:4], start=1):
        day = dt.date(2020, 1, 1) + dt.timedelta(ordinal)
        add_meeting(work, group, ordinal=ordinal, starts_on=day, title=text, place=WORST)
    add_document(work, group, meeting_ids=(4,), symbol="[b]/[/]", title=WORST, summary=WORST)


def _item(work: Work, number: int, text: str) -> None:
    item = record_item(
        work,
        NewItem(
            1,
            Sort.OUTCOME if number % 2 else Sort.ACTION,
            text,
            text if number % 2 else "",
            OutcomeKind.DECISION if number % 2 else "",
            meeting_id=4,
            document_id=1,
            section="[/]",
            addressee=text,
        ),
    )
    add_note(work, item, text)
    add_evidence(work, item, text)
    wait(work, [item.ref], text)
    tag(work, [item.ref], ["[draft]"])


def _correspond(work: Work) -> None:
    draft(
        work,
        NewStatement(
            1,
            WORST,
            (NewDestination(f"their {WORST}", "action", dt.date(2020, 4, 1)),),
            (NewContact(WORST),),
        ),
    )
    receive(
        work, NewIncoming(1, f"their {WORST}", WORST, dt.date(2020, 3, 5), their_reference=WORST)
    )
