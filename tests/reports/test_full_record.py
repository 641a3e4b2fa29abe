from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import MORE_INVOLVEMENT, RUMOUR
from tests.reports.reading import facts, rows, screen
from tracker.domain.document_tree import Quote
from tracker.domain.errors import UnknownRef
from tracker.reports.full_record import full_record
from tracker.reports.words import Words

if TYPE_CHECKING:
    from tests.reports.committee import Committee


def test_everything_about_an_item(committee: Committee) -> None:
    """Text as adopted with where it stands, facts with their basis, notes, evidence, history."""
    report = full_record(committee.asked("2020-09-02"), 6)
    quote = report.blocks[0]
    assert isinstance(quote, Quote)
    assert quote.source == "C20/57-E, 7.2 bullet 1, 16th meeting, 4 February 2020"
    assert facts(report)["Due"] == "29 May 2020 (agreed)"
    assert rows(report, "Note") == [("2020-05-28", "Posted on the COP site.", "R. Test")]
    assert rows(report, "Change")[1][2] == (
        "owner: CWG-COP Secretary; owner basis: agreed; due: 29 May 2020; due basis: agreed"
    )


def test_relations_are_told_from_both_ends(committee: Committee) -> None:
    """What reiterates and what is reiterated."""
    asked = committee.asked("2020-09-02")
    ((relation, ref, *_),) = rows(full_record(asked, 7), "Relation")
    assert (relation, ref) == ("reiterates", "2")
    assert ("reiterated by", "7", MORE_INVOLVEMENT, "standing") in rows(
        full_record(asked, 2), "Relation"
    )


def test_where_a_liaison_statement_stands(committee: Committee) -> None:
    """Each destination with purpose, state, day, reference and deadline."""
    found = rows(full_record(committee.asked("2020-09-02"), 9), "State")
    assert found == [("ITU-D", "action", "sent", "2020-03-12", "TSB-5", "2020-06-30", "")]


def test_history_speaks_the_language_of_the_report(committee: Committee) -> None:
    """Names of fields, statuses and days; what people wrote stays as they wrote it."""
    report = full_record(committee.asked("2020-09-02", words=Words("fr")), 6)
    assert rows(report, "Changement")[2][2].startswith(
        "état\u00a0: en attente → déclaré achevé\u00a0; déclaré achevé le\u00a0: 28 mai 2020"
    )


def test_what_was_taken_back_and_brought_back(own: Committee) -> None:
    """A retired item that came back says so, and a private note is not even mentioned."""
    with own.on("2020-09-03") as work:
        work.item(6).retired = True
        work.session.add(work.item(6))
    with own.on("2020-09-04") as work:
        work.item(6).retired = False
        work.session.add(work.item(6))
    report = full_record(own.asked("2020-09-05"), 6)
    assert [row[2] for row in rows(report, "Change")][-2:] == ["taken back", "brought back"]
    assert RUMOUR.split(":")[0] not in "\n".join(screen(report))


def test_an_item_nobody_knows(committee: Committee) -> None:
    """A ref that is not in use is refused, as is one that was not in use then."""
    with pytest.raises(UnknownRef):
        full_record(committee.asked("2020-09-02"), 99)
    with pytest.raises(UnknownRef):
        full_record(committee.asked("2020-03-05", as_at=True), 10)


def test_a_titled_meeting_and_an_outcome_without_a_section(own: Committee) -> None:
    """Provenance is told with what is known of it."""
    from tracker.desk.meetings import add_meeting
    from tracker.desk.record import NewItem, record_item
    from tracker.domain.vocabulary import Sort

    with own.on("2020-09-03") as work:
        held = add_meeting(
            work,
            own.group_id,
            ordinal=None,
            title="Workshop on filters",
            starts_on=dt.date(2020, 9, 1),
        )
        record_item(
            work,
            NewItem(own.group_id, Sort.OUTCOME, text="Go on.", meeting_id=held.id, bullet=2),
        )
    quote = full_record(own.asked("2020-09-03"), 12).blocks[0]
    assert isinstance(quote, Quote)
    assert quote.source == "bullet 2, Workshop on filters, 1 September 2020"
