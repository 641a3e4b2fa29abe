"""Reports: looked at as they will be given, as at any day, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.running import WIDE, Driver, running
from tracker.desk.parties import add_group
from tracker.tui.data.reports import KINDS
from tracker.tui.dialogs.choice import ChoicePrompt
from tracker.tui.typed_ahead import BREATH
from tracker.tui.widgets.picked_line import PickedLine

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.session.workplace import Workplace


async def picked(driver: Driver, words: str) -> None:
    """Pick what the report is to be of: an item by its ref, anything else by its words."""
    await driver.press("o")
    prompt = driver.app.screen
    if not isinstance(prompt, ChoicePrompt):
        await driver.type(words)
        await driver.press("enter")
        return
    listed = [choice.words for choice in prompt._choices]
    at = next(n for n, each in enumerate(listed) if words in each)
    await driver.press("home", *["down"] * at, "enter")


async def look_at(driver: Driver, report: str) -> None:
    """Go to a report."""
    await driver.press("home", *["down"] * [kind.name for kind in KINDS].index(report))


def line_of_choices(driver: Driver) -> str:
    """Give the line above the report that says what is picked."""
    return str(driver.app.screen.query_one(PickedLine).visual)


async def test_each_report_is_shown(place: Workplace) -> None:
    """Moving down the list shows one after the other, none of them a failure."""
    async with running(place, (140, 40), "6") as driver:
        seen = set()
        for kind in KINDS:
            assert kind.name in driver.text
            if kind.takes == ("ref",):
                await picked(driver, "11")
            right = "\n".join(line[36:] for line in driver.text.splitlines()[2:])
            assert "CWG-COP" in right or "Child Online Protection" in right, right
            seen.add(right)
            await driver.press("down")
        assert len(seen) == len(KINDS)


async def test_a_report_is_shown_as_at_a_past_day(place: Workplace) -> None:
    """What was recorded later is not in it; “now” brings it back."""
    async with running(place, (140, 40), "6") as driver:
        assert "1 awaited" in driver.text
        await driver.press("t", *"2020-03-03", "enter")
        assert "REPORT AS AT 2020-03-03" in driver.text
        assert "1 awaited" not in driver.text
        await driver.press("t", *"now", "enter")
        assert "1 awaited" in driver.text


async def test_a_report_is_saved_in_the_format_of_its_ending(
    place: Workplace, tmp_path: Path
) -> None:
    """The name that is typed says where and how; another ending is refused at once."""
    path = tmp_path / "page.md"
    async with running(place, (140, 40), "6", "w") as driver:
        await driver.press("ctrl+u")
        await driver.type(f"{path}x")
        await driver.press("enter")
        assert "format" in driver.text
        assert not path.exists()
        await driver.press("backspace", "enter")
    assert "1 awaited" in path.read_text(encoding="utf-8")


async def test_a_word_document_is_made_from_the_groups_template(
    place: Workplace, tmp_path: Path
) -> None:
    """The template that the settings name for the group is used here as on the command line."""
    import docx

    template, path = tmp_path / "house.docx", tmp_path / "page.docx"
    word = docx.Document()
    word.add_paragraph("The house's own words")
    word.add_paragraph("{{report}}")
    word.save(str(template))
    more = {"templates": {"CWG-COP": str(template)}}
    place.settings = place.settings._replace(more=more)
    async with running(place, (140, 40), "6", "w") as driver:
        await driver.press("ctrl+u")
        await driver.paste(str(path))
        await driver.press("enter")
    found = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "The house's own words" in found


async def test_a_meeting_is_picked_from_those_there_are(place: Workplace) -> None:
    """The line above says which, and only the reports for a meeting have that choice."""
    async with running(place, WIDE, "6") as driver:
        await look_at(driver, "follow-up")
        assert "for the next meeting" in line_of_choices(driver)
        await picked(driver, "16th meeting")
        assert "for the 16th meeting" in line_of_choices(driver)
        assert "Follow-up of the outcomes of the fifteenth meeting" in driver.text
        await picked(driver, "of C20/57-E only")
        assert "of C20/57-E" in line_of_choices(driver)
        assert "for the" not in line_of_choices(driver)
        await look_at(driver, "summary")
        await driver.press("o")
        assert "has no meeting or period" in driver.told[-1]


async def test_a_period_is_picked_and_said(place: Workplace) -> None:
    """The digest from the last meeting on, the register of last year."""
    async with running(place, WIDE, "6") as driver:
        await look_at(driver, "digest")
        assert "since a week ago" in line_of_choices(driver)
        await picked(driver, "since the 16th meeting")
        assert "since 2020-02-04" in line_of_choices(driver)
        assert "4 February 2020 to 10 March 2020" in driver.text
        await look_at(driver, "register")
        assert "Household indicators" in driver.text
        await picked(driver, "of 2019")
        assert "since 2019-01-01  ·  until 2019-12-31" in line_of_choices(driver)
        assert "Household indicators" not in driver.text


async def test_what_is_picked_is_kept_when_one_comes_back(place: Workplace) -> None:
    """Its own choices by each report, filter and day by all; one key puts back the usual."""
    async with running(place, WIDE, "6", "slash") as driver:
        await driver.type("owner:rita")
        await driver.press("enter")
        await look_at(driver, "preparation")
        await picked(driver, "16th meeting")
        await driver.press("1", "6")
        assert "for the 16th meeting" in line_of_choices(driver)
        assert "only owner:rita" in line_of_choices(driver)
        await look_at(driver, "follow-up")
        assert "for the next meeting" in line_of_choices(driver)
        assert "only owner:rita" in line_of_choices(driver)
        await driver.press("backspace")
        assert "all items" in line_of_choices(driver)
        await driver.press("backspace")
        assert driver.told[-1] == "Nothing but the usual is picked."


async def test_a_filter_that_is_not_understood_is_refused_while_it_is_typed(
    place: Workplace,
) -> None:
    """Nothing is picked then; the dialogue says what is wrong."""
    async with running(place, WIDE, "6", "slash") as driver:
        await driver.type("owner:(")
        await driver.press("enter", "escape")
        assert "all items" in line_of_choices(driver)


async def fill_in(driver: Driver, **fields: str) -> None:
    """Fill in fields of the form, and say yes to it."""
    await driver.press("e")
    for name, text in fields.items():
        line = driver.app.screen.query_one(f"#field-{name}", Input)
        line.value = text
    await driver.press("enter")


async def test_everything_is_picked_in_one_form(place: Workplace, tmp_path: Path) -> None:
    """What is saved is what was picked: symbol, language, day and private notes among it."""
    path = tmp_path / "page.md"
    async with running(place, WIDE, "6") as driver:
        await look_at(driver, "follow-up")
        await fill_in(driver, meeting="17th", symbol="CWG/17/4", language="fr", private="yes")
        line = line_of_choices(driver)
        for words in ("for the 17th meeting", "CWG/17/4", "in fr", "with private notes"):
            assert words in line
        await driver.press("w", "ctrl+u")
        await driver.paste(str(path))
        await driver.press("enter")
    text = path.read_text(encoding="utf-8")
    for words in ("CWG/17/4", "17e réunion", "Only for us."):
        assert words in text


@pytest.mark.parametrize(
    ("report", "field", "text", "says"),
    [
        ("follow-up", "meeting", "44", "There is no such meeting. There are: 15th, 16th, 17th."),
        ("follow-up", "document", "C99", "No document is called C99."),
        ("owners", "owner", "nemo", "nemo"),
        ("digest", "since", "31 Feb", "31 Feb"),
        ("digest", "scope", "x", "One of group, everything, own."),
        ("summary", "group", "SG17", "Which group? CWG-COP"),
        ("summary", "language", "tlh", "Reports are not written in “tlh”"),
        ("summary", "private", "maybe", "yes or no"),
        ("record", "ref", "twelve", "is not a ref"),
    ],
)
async def test_what_cannot_be_picked_is_said_in_the_form(
    place: Workplace, report: str, field: str, text: str, says: str
) -> None:
    """The form stays open and nothing is picked."""
    async with running(place, WIDE, "6") as driver:
        await look_at(driver, report)
        before = line_of_choices(driver)
        await fill_in(driver, **{field: text})
        assert says in driver.text
        await driver.press("escape")
        assert line_of_choices(driver) == before


async def test_all_groups_are_reported_on_and_mailed_to_nobody(place: Workplace) -> None:
    """A report of all groups is saved; whose it would be is asked before it is mailed."""
    with place.change("group add") as work:
        add_group(work, "CWG-X")
    place.choose_group("CWG-COP")
    async with running(place, WIDE, "6") as driver:
        await fill_in(driver, group="all")
        assert "All groups: where things stand" in driver.text
        await driver.press("m")
        assert driver.told[-1].startswith("Which group's report?")
        await driver.pilot.pause(BREATH)
        await fill_in(driver, group="cwg-x")
        assert "CWG-X: where things stand" in driver.text


async def test_the_own_digest_is_of_whoever_is_at_the_keyboard(place: Workplace) -> None:
    """Scope own, as on the command line."""
    async with running(place, WIDE, "6") as driver:
        await look_at(driver, "digest")
        await fill_in(driver, scope="own")
        assert "Rita Sekretär: digest" in driver.text
        await driver.press("m")
        assert "as each of its readers chose" in driver.told[-1]
