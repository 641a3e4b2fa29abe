"""What tracker itself wrote on items is said in the language of the report; typed words stay."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.desk.liaison.house import ACTION, TODAY, House, house_of, to_action
from tests.reports.reading import rows, screen
from tracker.desk.annotate import add_evidence
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.meetings import add_meeting, move_meeting
from tracker.desk.record import NewItem, record_item
from tracker.domain.dated_meeting import dated_title
from tracker.domain.document_tree import Quote
from tracker.domain.vocabulary import Sort
from tracker.reports.asked import Asked
from tracker.reports.digest import digest
from tracker.reports.followup import followup
from tracker.reports.full_record import full_record
from tracker.reports.words import Words

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document
    from tracker.session.workplace import Workplace

TYPED = f"LS9 sent to {ACTION} on 2020-03-10"
"""As tracker would write it, but typed by a person."""

SENT = {
    "en": f"CWG-COP-LS1/2020 sent to {ACTION} on 10 Mar 2020",
    "fr": f"CWG-COP-LS1/2020 envoyée à {ACTION} le 10 mars 2020",
    "ar": f"أُرسل CWG-COP-LS1/2020 إلى {ACTION} في \u200f10 مارس 2020",
}


@pytest.fixture
def house(place: Workplace) -> House:
    """Give the house, with an outcome whose statement was sent; more evidence was typed."""
    house = house_of(place)
    ref = house.draft(to_action())
    house.do(clear, ref, "meeting")
    house.do(dispatch, ref)
    with place.change("evidence") as work:
        add_evidence(work, work.item(1), TYPED)
    return house


def asked(house: House, language: str) -> Asked:
    """Ask of the group in a language."""
    return Asked(house.place.reader, house.ids["CWG-COP"], TODAY, Words(language))


def shown(report: Document) -> str:
    """Give what a report shows, run together."""
    return " ".join(" ".join(screen(report)).split())


@pytest.mark.parametrize("language", SENT)
def test_evidence_of_a_sending(house: House, language: str) -> None:
    """In record, history, follow-up and digest: ours in the language, what was typed as typed."""
    record = full_record(asked(house, language), 1)
    words = Words(language)
    assert [what for _, what in rows(record, words("Evidence"))] == [SENT[language], TYPED]
    history = [told for *_, told in rows(record, words("Change"))]
    assert sum(SENT[language] in told for told in history) == 1
    follow = followup(asked(house, language))
    assert {SENT[language], TYPED} <= {line for row in rows(follow, words("Evidence"))
                                       for line in row[-1].splitlines()}  # fmt: skip
    told = shown(digest(asked(house, language), TODAY))
    assert TYPED in told
    assert (SENT["en"] in told) == (language == "en")


def test_replies_and_what_was_lacking(house: House) -> None:
    """Notes and reasons that steps leave behind, and states in the history, speak French."""
    ref = house.draft(to_action("Nobody Known"))
    house.do(clear, ref, "meeting")
    house.do(dispatch, ref, anyway="urgent")
    house.reply(
        ref,
        "Nobody Known",
        disposition="preliminary",
        expected_on=dt.date(2020, 10, 1),
        note="later",
    )
    record = full_record(asked(house, "fr"), ref)
    notes = [note for _, note, _ in rows(record, "Note")]
    assert notes[0].startswith("Envoyée malgré tout\u00a0: urgent (il manque quel groupe est")
    assert notes[1] == "Réponse de Nobody Known\u00a0: préliminaire, later"
    assert rows(record, "Motif")[0][-1] == "réponse de Nobody Known\u00a0: préliminaire"
    history = " ".join(told for *_, told in rows(record, "Changement"))
    assert "note de liaison\u00a0: rédigée → approuvée" in history
    assert "reporté\u00a0: 1er oct. 2020 réponse de Nobody Known\u00a0: préliminaire" in history
    for english in ("drafted", "preliminary", "acknowledged", "unsent"):
        assert english not in history


@pytest.mark.parametrize(
    ("language", "title"), [("en", "meeting of 4 May 2020"), ("fr", "réunion du 4 mai 2020")]
)
def test_a_meeting_that_is_known_by_its_day_alone(house: House, language: str, title: str) -> None:
    """Said in the language, also after it moved; a title that somebody gave stays."""
    first, group_id = dt.date(2020, 5, 3), house.ids["CWG-COP"]
    with house.place.change("capture") as work:
        dated = add_meeting(work, group_id, ordinal=None, title=dated_title(first), starts_on=first)
        titled = add_meeting(
            work, group_id, ordinal=None, title="meeting of friends", starts_on=first
        )
        refs = [
            record_item(
                work, NewItem(group_id, Sort.OUTCOME, text="To ask.", meeting_id=meeting.id)
            ).ref
            for meeting in (dated, titled)
        ]
        move_meeting(work, dated, dt.date(2020, 5, 4))
    sources = []
    for ref in refs:
        quote = full_record(asked(house, language), ref).blocks[0]
        assert isinstance(quote, Quote)
        sources.append(quote.source)
    assert sources[0] == title
    assert sources[1].startswith("meeting of friends, ")
