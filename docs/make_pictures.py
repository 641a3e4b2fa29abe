"""Make the pictures of the terminal UI that the documentation shows, from the sample group.

python docs/make_pictures.py
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.demo import make_sample
from tracker.session.clock import clock_from
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace
from tracker.store.shipped import db_folder
from tracker.tui.app import TrackerApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

PICTURES = Path(__file__).parent / "pictures"
REPORT = "cwg-cop-report.md"
SIZE = (124, 34)
VIEWS = {
    "actions": "1",
    "meetings": "2",
    "liaison": "3",
    "board": "4",
    "chair": "5",
    "reports": "6",
    "history": "7",
}
SETTLED = 0.5
"""Seconds without anything being asked, after which a view shows what it has to show."""


async def picture_views(database: Path) -> None:
    """Open the sample and take a picture of each view."""
    async with opened(database) as pilot:
        for name, key in VIEWS.items():
            await pilot.press(key)
            await save(name, pilot)


async def picture_triage(database: Path) -> None:
    """Capture the sample's report where nothing is known yet, and judge some of it."""
    async with opened(database) as pilot:
        await pilot.press("c")
        await settle(pilot)
        await pilot.press(*str(db_folder() / "samples" / REPORT), "enter")
        await settle(pilot)
        await pilot.press("a", "a", "a")
        pilot.app.clear_notifications()
        await save("triage", pilot)


@asynccontextmanager
async def opened(database: Path) -> AsyncIterator[Pilot[None]]:
    """Run the app on a database."""
    settings = Settings(str(database), "Rita Moreau", "Rita Moreau", "", {})
    app = TrackerApp(Workplace(settings, clock_from({})))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        yield pilot
    app.close()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing has been asked for a while."""
    await pilot.pause(SETTLED)
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(SETTLED)


async def save(name: str, pilot: Pilot[None]) -> None:
    """Write a picture that changes only with the screen and asks nothing of the network.

    Its ids are random and are numbered instead; the fonts that it would fetch are left out.
    """
    await settle(pilot)
    picture = pilot.app.export_screenshot(title="tracker")
    picture = re.sub(r"@font-face \{[^}]*\}", "", picture)
    ids = dict.fromkeys(re.findall(r"terminal-\d+", picture))
    for number, random in enumerate(ids):
        picture = picture.replace(random, f"terminal-{number}")
    (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main(folder: Path) -> None:
    """Make all pictures."""
    make_sample(folder / "sample.sqlite3")
    await picture_views(folder / "sample.sqlite3")
    await picture_triage(folder / "empty.sqlite3")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made_here:
        asyncio.run(main(Path(made_here)))
