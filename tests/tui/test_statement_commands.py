"""What a liaison statement goes through between its draft and its end, by key."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, TextArea

from tests.tui.running import WIDE, Driver, running
from tracker.desk.liaison.destinations import NewDestination
from tracker.desk.liaison.drafting import draft_for_outcome
from tracker.desk.parties import add_group
from tracker.store.reading.detail import item_detail
from tracker.store.reading.liaison_header import LiaisonHeader, liaison_header
from tracker.tui.typed_ahead import BREATH
from tracker.tui.widgets.picked_line import PickedLine

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.session.workplace import Workplace

SENT, RECEIVED, DRAFT = 11, 12, 13
MAIL = """From: SG17 secretariat <sg17@example.org>
Date: Thu, 05 Mar 2020 09:00:00 +0000
Subject: Survey of filters
Content-Type: text/plain

Source: ITU-T SG17
Title: Survey of filters
For action to: CWG-COP
Deadline: 1 October 2020

We ask for answers to the survey.
"""


def header(place: Workplace, ref: int) -> LiaisonHeader:
    """Give a statement with its header."""
    found = liaison_header(place.reader, ref)
    assert found is not None
    return found


@pytest.fixture
def drafted(place: Workplace) -> Workplace:
    """Give the workplace with a draft to an addressee that is not resolved."""
    with place.change("liaison draft") as work:
        add_group(work, "ITU-T SG2", ours=False)
        draft_for_outcome(work, 4, destinations=(NewDestination("Study Group 2"),))
    return place


async def on_item(driver: Driver, ref: int) -> None:
    """Put the cursor on a statement in the liaison view."""
    await driver.press("3")
    assert driver.body.go_to(ref)
    await driver.rest()


def line(driver: Driver) -> Input:
    """Give the line of the dialogue."""
    return driver.app.screen.query_one("#prompt-line", Input)


async def fill_in(driver: Driver, **fields: str) -> None:
    """Fill in fields of the form that is shown, and say yes to it."""
    for name, text in fields.items():
        driver.app.screen.query_one(f"#field-{name}", Input).value = text
    await driver.press("enter")


async def test_destinations_are_resolved_changed_added_and_dropped(drafted: Workplace) -> None:
    """All on one line, which begins with whom it goes to now."""
    async with running(drafted, WIDE) as driver:
        await on_item(driver, DRAFT)
        await driver.press("T")
        assert line(driver).value == "Study Group 2"
        assert "Study Group 2 (not on record) purpose unknown" in driver.text
        line(driver).value = "Study Group 2 = ITU-D SG2 for action by 30 June; UNICEF for info"
        await driver.press("enter")
        found = header(drafted, DRAFT).destinations
        assert [(d.addressee, d.group, d.purpose) for d in found] == [
            ("Study Group 2", "ITU-D SG2", "action"),
            ("UNICEF", "", "information"),
        ]
        assert found[0].deadline == dt.date(2020, 6, 30)
        await driver.press("T")
        assert line(driver).value == (
            "Study Group 2 = ITU-D SG2 for action by 2020-06-30; UNICEF for information"
        )
        line(driver).value = "UNICEF for information"
        await driver.press("enter")
        assert [d.addressee for d in header(drafted, DRAFT).destinations] == ["UNICEF"]


async def test_a_group_that_is_not_on_record_resolves_nothing(drafted: Workplace) -> None:
    """The dialogue says so and stays."""
    async with running(drafted, WIDE) as driver:
        await on_item(driver, DRAFT)
        await driver.press("T")
        line(driver).value = "Study Group 2 = SG99"
        await driver.press("enter")
        assert "SG99" in driver.text
    assert [d.group for d in header(drafted, DRAFT).destinations] == [""]


async def test_what_was_sent_is_not_taken_back(place: Workplace) -> None:
    """A destination that it was sent to stays; one that came later can be added and sent to."""
    async with running(place, WIDE) as driver:
        await on_item(driver, SENT)
        await driver.press("T")
        line(driver).value = "UNICEF for information"
        await driver.press("enter")
        assert "has been sent and cannot be changed" in driver.text
        line(
            driver
        ).value = "ITU-D SG2 for action by 2020-03-09; UNICEF for information; WHO for information"
        await driver.press("enter")
        await driver.press("s")
        prompt = driver.app.screen
        words = [choice.words for choice in prompt._choices]  # type: ignore[attr-defined]
        driver.app.screen.query_one("#line-how", Input).value = "TIES"
        await driver.press("home", *["down"] * words.index("send to WHO"), "enter")
    sent = header(place, SENT).destinations[2]
    assert (sent.addressee, sent.state, sent.channel) == ("WHO", "closed", "TIES")


async def test_the_header_of_a_draft_is_changed_in_a_form(drafted: Workplace) -> None:
    """Title, meeting, words, contacts and attachments; what is known is shown."""
    async with running(drafted, WIDE) as driver:
        await on_item(driver, DRAFT)
        await driver.press("H")
        assert driver.app.screen.query_one("#field-source", Input).value == "CWG-COP"
        await fill_in(
            driver,
            title="On the Guidelines",
            meeting_id="16",
            abstract="We tell of them.",
            contact0="rita",
            attachments="C20/57-E; https://example.org",
        )
        assert "title, meeting, abstract, contact, attachments changed" in driver.told[-1]
        await driver.press("H")
        await fill_in(driver, contact1="Ana Lima <ana@example.org>; TSB; Brazil")
    found = header(drafted, DRAFT)
    assert (found.title, found.meeting.ordinal) == ("On the Guidelines", 16)
    assert [contact[:3] for contact in found.contacts] == [
        ("Rita Sekretär", "", ""),
        ("Ana Lima", "TSB", "Brazil"),
    ]
    assert found.attachments == ("C20/57-E", "https://example.org")


async def test_what_an_incoming_statement_was_recorded_with_is_put_right(place: Workplace) -> None:
    """Sender, purpose and deadline; the latter moves what is owed."""
    async with running(place, WIDE) as driver:
        await on_item(driver, RECEIVED)
        await driver.press("H")
        await fill_in(driver, sender="ITU-D SG2", deadline="2020-04-30")
    found = header(place, RECEIVED)
    assert (found.other, found.deadline) == ("ITU-D SG2", dt.date(2020, 4, 30))
    assert item_detail(place.reader, RECEIVED, place.today).row.due == dt.date(2020, 4, 30)


async def test_the_text_is_written_here_and_seen_as_a_document(drafted: Workplace) -> None:
    """The preview shows the official shape, ready to be saved or mailed."""
    async with running(drafted, WIDE) as driver:
        await on_item(driver, DRAFT)
        await driver.press("X")
        driver.app.screen.query_one(TextArea).text = "The Group informs you."
        await driver.press("enter")
        assert header(drafted, DRAFT).body == "The Group informs you."
        await driver.press("V")
        assert driver.app.current_mode == "reports"
        assert "item 13" in str(driver.app.screen.query_one(PickedLine).visual)
        assert "The Group informs you." in driver.text
        assert "For action to" in driver.text


async def test_the_record_of_an_item_is_a_key_away(place: Workplace) -> None:
    """Also before the reports were ever looked at, and again for another item."""
    async with running(place, WIDE) as driver:
        for ref, words in ((6, "Mascot online"), (10, "Draw the mascot")):
            driver.app.show_item(ref, ref)
            await driver.rest()
            await driver.press("i")
            assert f"item {ref}" in str(driver.app.screen.query_one(PickedLine).visual)
            assert words in driver.text


async def test_a_statement_that_came_in_is_recorded_by_hand(place: Workplace) -> None:
    """As a reply to one of ours it ends the waiting for it."""
    async with running(place, WIDE, "3", "I") as driver:
        await driver.type("On indicators")
        await driver.press("enter", "enter")
        assert "Who sent it?" in driver.text
        await fill_in(driver, sender="ITU-D SG2", answers="11", disposition="answer", owner="jan")
        assert driver.told[-1] == "13 received, answers 11"
        assert header(place, 13).owner == "Jan Novák"
        replied = header(place, SENT).destinations[0]
        assert (replied.state, replied.disposition) == ("reply received", "answer to the question")


async def test_a_statement_that_came_in_is_read_from_its_file(
    place: Workplace, tmp_path: Path
) -> None:
    """What was found is shown to be changed, and nothing is written before one says so."""
    path = tmp_path / "LS40.eml"
    path.write_text(MAIL, encoding="utf-8")
    async with running(place, WIDE, "3", "I") as driver:
        await driver.paste(str(path))
        await driver.press("enter")
        form = driver.app.screen
        assert form.query_one("#field-title", Input).value == "Survey of filters"
        assert form.query_one("#field-sender", Input).value == "ITU-T SG17"
        assert liaison_header(place.reader, 13) is None
        await driver.press("enter")
    found = header(place, 13)
    assert (found.purpose, found.deadline) == ("action", dt.date(2020, 10, 1))
    assert found.received_on == dt.date(2020, 3, 5)
    assert "answers to the survey" in found.body


@pytest.mark.parametrize("key", ["T", "H", "X"])
async def test_keys_of_statements_say_why_they_do_nothing(place: Workplace, key: str) -> None:
    """On the title of a section, and on an outcome that nobody has drafted yet."""
    async with running(place, WIDE, "3", "home", key) as driver:
        assert driver.told == ["No item is selected here."]
        await driver.pilot.pause(BREATH)
        await on_item(driver, 4)
        await driver.press(key)
        assert "4 is no" in driver.told[-1]
