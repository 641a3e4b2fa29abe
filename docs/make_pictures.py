"""Make the pictures of the terminal UI that the documentation shows, from the sample group.

    python docs/make_pictures.py
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from tracker.cli.demo import make_sample
from tracker.session.clock import clock_from
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace
from tracker.tui.app import TrackerApp

PICTURES = Path(__file__).parent / "pictures"
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
PATIENCE = 1.5
"""Seconds that a view gets to read and paint; far more than it takes."""


async def make(database: Path) -> None:
    """Open the sample and take a picture of each view."""
    settings = Settings(str(database), "Rita Moreau", "Rita Moreau", "", {})
    app = TrackerApp(Workplace(settings, clock_from({})))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(PATIENCE)
        for name, key in VIEWS.items():
            await pilot.press(key)
            await pilot.pause(PATIENCE)
            save(name, app.export_screenshot(title="tracker"))
    app.close()


def save(name: str, picture: str) -> None:
    """Write a picture that changes only with the screen and asks nothing of the network.

    Its ids are random and are numbered instead; the fonts that it would fetch are left out.
    """
    picture = re.sub(r"@font-face \{[^}]*\}", "", picture)
    ids = dict.fromkeys(re.findall(r"terminal-\d+", picture))
    for number, random in enumerate(ids):
        picture = picture.replace(random, f"terminal-{number}")
    (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.sqlite3"
        make_sample(sample)
        asyncio.run(make(sample))
