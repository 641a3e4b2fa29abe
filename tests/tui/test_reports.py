"""Reports: looked at as they will be given, as at any day, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import running
from tracker.tui.data.reports import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.session.workplace import Workplace


async def test_each_report_is_shown(place: Workplace) -> None:
    """Moving down the list shows one after the other, none of them a failure."""
    async with running(place, (140, 40), "6") as driver:
        seen = set()
        for kind in KINDS:
            assert kind.name in driver.text
            right = "\n".join(line[36:] for line in driver.text.splitlines()[1:])
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
