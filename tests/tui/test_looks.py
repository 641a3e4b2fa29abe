"""Every view, wide and narrow, with nothing, one item and many, looks as it did, in every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, WIDE, running
from tests.tui.snapshots import difference
from tracker.tui.screens.every import EVERY_VIEW

if TYPE_CHECKING:
    from textual.strip import Strip

    from tracker.session.workplace import Workplace

SIZES = {"wide": WIDE, "narrow": NARROW}
VIEWS = {view.NAME: str(key) for key, view in enumerate(EVERY_VIEW, start=1)}
Pictures = dict[str, list["Strip"]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("filled", ["many_place", "one_place", "empty_place"])
async def test_looks(
    filled: str, size: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A view looks as it is kept: dark, light and without colour, where it says the same words."""
    place: Workplace = request.getfixturevalue(filled)
    dark, light = await pictures(place, size, "tracker-dark", "tracker-light")
    monkeypatch.setenv("NO_COLOR", "1")
    (colourless,) = await pictures(place, size, "tracker-dark")
    differences = (
        difference(
            f"{view}-{filled.removesuffix('_place')}-{size}",
            {"dark": dark[view], "light": light[view], "colourless": colourless[view]},
        )
        for view in VIEWS
    )
    if found := "\n".join(filter(None, differences)):
        pytest.fail(found, pytrace=False)


async def pictures(place: Workplace, size: str, *themes: str) -> list[Pictures]:
    """Take a picture of every view, in one theme after the other."""
    async with running(place, SIZES[size]) as driver:
        taken = []
        for theme in themes:
            driver.app.theme = theme
            taken.append({view: await driver.picture(key) for view, key in VIEWS.items()})
        return taken
