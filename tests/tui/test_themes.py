"""Themes: previewed while one looks, brought back on leaving, remembered when chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import running
from tracker.store.preferring import prefer

if TYPE_CHECKING:
    import pytest

    from tracker.session.workplace import Workplace


async def test_a_theme_is_previewed_and_the_old_one_comes_back(place: Workplace) -> None:
    """Moving through the list shows each; escape shows the one before."""
    async with running(place, (140, 40), "colon") as driver:
        await driver.type("choose theme")
        await driver.press("enter", "down")
        assert driver.app.theme == "tracker-light"
        await driver.press("escape")
        assert driver.app.theme == "tracker-dark"


async def test_a_chosen_theme_is_remembered(place: Workplace) -> None:
    """It is there the next time; the configuration file wins over it."""
    async with running(place, (140, 40), "colon") as driver:
        await driver.type("choose theme")
        await driver.press("enter", "down", "enter")
    async with running(place) as driver:
        assert driver.app.theme == "tracker-light"
    async with running(place, theme="nord") as driver:
        assert driver.app.theme == "nord"


async def test_an_unknown_theme_of_the_configuration_is_said(place: Workplace) -> None:
    """A theme that is not there is no reason not to open."""
    async with running(place, theme="no-such-theme") as driver:
        assert driver.app.theme == "tracker-dark"
        assert driver.told == ["There is no theme “no-such-theme”. Choose one from the palette."]


async def test_without_colours_a_theme_of_ours_is_used(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal's own colours would all be black; they are neither used nor offered."""
    prefer(place.reader, place.actor, "theme", "ansi-dark")
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(place, (140, 60), "colon") as driver:
        assert driver.app.theme == "tracker-dark"
        await driver.type("choose theme")
        await driver.press("enter")
        assert "tracker-light" in driver.text
        assert "ansi-" not in driver.text
