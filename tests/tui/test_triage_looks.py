"""Triage of a report with some of it judged looks as it did, in every look, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tests.tui.snapshots import difference
from tests.tui.test_looks import SIZES
from tracker.tui.data.triage import capture

if TYPE_CHECKING:
    from textual.strip import Strip

    from tracker.session.workplace import Workplace

REPORT = Path(__file__).parents[1] / "fixtures" / "reports" / "twin.txt"
JUDGED = ("8", "a", "d", "enter", "end", "up", "m", "down", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_judging_looks(
    empty_place: Workplace, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One accepted, one dismissed, one merged with another; then the dialogue of the last."""
    capture(empty_place.reader, empty_place, REPORT)
    async with running(empty_place, SIZES[size], *JUDGED):
        pass  # what was judged is kept
    dark = await pictures(empty_place, size, "tracker-dark")
    light = await pictures(empty_place, size, "tracker-light")
    monkeypatch.setenv("NO_COLOR", "1")
    grey = await pictures(empty_place, size, "tracker-dark")
    differences = (
        difference(f"triage-{name}-{size}", {"dark": a, "light": b, "colourless": c})
        for name, a, b, c in zip(("judging", "merging"), dark, light, grey, strict=True)
    )
    if found := "\n".join(filter(None, differences)):
        pytest.fail(found, pytrace=False)


async def pictures(place: Workplace, size: str, theme: str) -> tuple[list[Strip], list[Strip]]:
    """Take a picture of the last proposal, and one of merging it."""
    async with running(place, SIZES[size], "8", "home", "end", theme=theme) as driver:
        return await driver.picture(), await driver.picture("m")
