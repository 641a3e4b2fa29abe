"""Nasty text through every view, widget and dialogue: shown as it is, run by nobody, in its column."""

from __future__ import annotations

import shutil
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.clock import StillClock
from tests.tui.conftest import workplace
from tests.tui.nasty_place import TEXTS, WORST, furnish
from tests.tui.running import NARROW, WIDE, Driver, running
from tracker.domain.terminal_text import printable
from tracker.store.reading.items import items_by_id
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.strip import Strip

    from tracker.session.workplace import Workplace

SIZES = {"wide": WIDE, "narrow": NARROW}
SHOWN = tuple(printable(text, one_line=True).strip() for text in TEXTS)
DIALOGUES = {
    "status": "s",
    "owner": "o",
    "due": "d",
    "note": "n",
    "waiting": "w",
    "evidence": "v",
    "tags": "plus",
    "title": "t",
    "priority": "p",
    "edit": "e",
    "relation": "r",
    "contributors": "O",
    "facts": "x",
    "draft": "D",
    "chase": "W",
    "add": "a",
    "capture": "c",
    "help": "question_mark",
}


@pytest.fixture(scope="session")
def nasty_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database in which every text is nasty; to be copied, never to be used."""
    path = tmp_path_factory.mktemp("nasty") / "tracker.sqlite3"
    shutil.copy(migrated_file, path)
    place = workplace(path, StillClock())
    furnish(place)
    place.close()
    return path


@pytest.fixture
def nasty_place(nasty_file: Path, tmp_path: Path, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace on a database in which every text is nasty."""
    path = tmp_path / "tracker.sqlite3"
    shutil.copy(nasty_file, path)
    place = workplace(path, clock)
    yield place
    place.close()


def harmless(driver: Driver) -> str:
    """Look at the screen: nothing steers the terminal or the app, every line has its width."""
    width = driver.app.size.width
    for strip in driver.app.screen._compositor.render_strips():
        assert strip.cell_length == width
        for character in strip.text:
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp"), repr(strip.text)
            assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for click in _clicks(strip):
            assert click.startswith("screen.run('")
    assert driver.app.is_running
    return driver.text


def _clicks(strip: Strip) -> Iterator[str]:
    for _, style, _ in strip:
        if style is not None and "@click" in style.meta:
            yield str(style.meta["@click"])


@pytest.mark.parametrize("size", SIZES)
async def test_views(nasty_place: Workplace, size: str) -> None:
    """Every view shows nasty text as text, at its beginning and further down."""
    async with running(nasty_place, SIZES[size]) as driver:
        for view in "12345678":
            await driver.press(view)
            harmless(driver)
            await driver.press("end")
            harmless(driver)


async def test_lists_and_details_show_text_as_it_is(nasty_place: Workplace) -> None:
    """Each item stands in the list by its own words; its details say them too, with nothing lost."""
    async with running(nasty_place) as driver:
        seen = ""
        for _ in TEXTS:
            seen += harmless(driver)
            await driver.press("down")
        for text in SHOWN:
            beginning = text[:20].strip()
            assert beginning in seen, beginning


async def test_columns_stand_under_their_heads(nasty_place: Workplace) -> None:
    """However wide, combining or long a title is, what stands after it starts in its column."""
    async with running(nasty_place) as driver:
        items = driver.app.screen.query_one("#items", RowList)
        head, *lines = (items.render_line(y) for y in range(items.size.height))
        at = head.text.index("STATUS")
        for line in lines[: len(TEXTS)]:
            assert line.cell_length == head.cell_length
            assert line.crop(at - 1, at + 1).text[0] == " "
            assert line.crop(at, at + 3).text[0] == "□", line.text


@pytest.mark.parametrize("size", SIZES)
async def test_dialogues(nasty_place: Workplace, size: str) -> None:
    """Every dialogue about a nasty item names it as it is, and leaves it as it was."""
    before = items_by_id(nasty_place.reader, [1, 2, len(TEXTS)])
    async with running(nasty_place, SIZES[size]) as driver:
        await driver.press("end")
        for key in DIALOGUES.values():
            await driver.press(key)
            assert driver.app.screen.is_modal, key
            harmless(driver)
            await driver.press("escape")
            assert not driver.app.screen.is_modal, key
    assert items_by_id(nasty_place.reader, [1, 2, len(TEXTS)]) == before


@pytest.mark.parametrize(
    ("view", "down", "keys"),
    [("2", 2, "mERM"), ("3", 3, "DITHX"), ("6", 2, ("o", "e", "slash", "t"))],
    ids=["meetings", "liaison", "reports"],
)
async def test_dialogues_of_a_view(nasty_place: Workplace, view: str, down: int, keys: str) -> None:
    """Those of meetings, of statements and of reports, too."""
    async with running(nasty_place, NARROW, view, "home", *["down"] * down) as driver:
        for key in keys:
            await driver.press(key)
            assert driver.app.screen.is_modal, key
            harmless(driver)
            await driver.press("escape")
            assert not driver.app.screen.is_modal, key


async def test_palette(nasty_place: Workplace) -> None:
    """Items are found by nasty words and shown as they are; what is typed is run by nobody."""
    async with running(nasty_place, WIDE, "ctrl+p") as driver:
        await driver.type("@click=app.quit")
        assert "[@click=app.quit]x[/]" in harmless(driver)
        await driver.press("escape", "ctrl+p")
        await driver.type("[/]")
        harmless(driver)


async def test_toasts_and_filter(one_place: Workplace) -> None:
    """A toast tells nasty text as it is; the filter bar shows it, and says what is wrong with it."""
    async with running(one_place, NARROW) as driver:
        for text in (*TEXTS[:8], WORST, TEXTS[-2]):
            driver.app.clear_notifications()
            driver.app.tell(text, "warning")
            await driver.rest()
            assert printable(text, one_line=True).split()[0][:10] in harmless(driver)
            driver.app.show_list(text)
            await driver.rest()
            harmless(driver)


async def test_triage(empty_place: Workplace, tmp_path: Path) -> None:
    """A captured report with nasty lines is shown, judged and written as it is."""
    lines = [text.replace("\n", " ") for text in SHOWN if len(text) < 200]
    report = tmp_path / "report.txt"
    report.write_text(
        "\n".join(
            [
                "REPORT OF THE 3RD MEETING OF THE CWG-COP",
                "Geneva, 4 February 2020",
                "7\tOutcomes of the 3rd meeting",
                *(f"•\tThe meeting decided to publish {line} on its page." for line in lines),
            ]
        ),
        encoding="utf-8",
    )
    async with running(empty_place, WIDE, "c") as driver:
        await driver.paste(str(report))
        await driver.press("enter")
        assert driver.app.current_mode == "triage"
        assert "[draft] Title" in harmless(driver)
        for _ in range(8):
            await driver.press("a")
            harmless(driver)
        for key in ("e", "m", "d", "i"):
            await driver.press(key)
            harmless(driver)
            await driver.press("escape")


def test_the_texts_are_nasty_enough() -> None:
    """Markup, actions, control sequences, directions, widths, marks and lengths are among them."""
    together = "\n".join(TEXTS)
    for piece in ("[draft]", "[/]", "[@click=app.quit]", "\x1b[31m", "\u202e", "全角", "e\u0301"):
        assert piece in together
    assert max(accumulate(map(len, TEXTS), max)) >= 10_000


@pytest.mark.parametrize("key", ["t", "n", "slash"])
async def test_pasting(one_place: Workplace, key: str) -> None:
    """What a terminal would obey is taken out of what is pasted."""
    async with running(one_place, NARROW, key) as driver:
        focused = driver.app.screen.focused
        assert focused is not None
        focused.post_message(events.Paste("pasted \x1b[31mred\x07 \u202eback"))
        await driver.rest()
        assert "pasted [31mred back" in harmless(driver)
