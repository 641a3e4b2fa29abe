"""Opening the terminal UI."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def open_ui(place: Workplace) -> None:
    """Run the app until the person leaves it."""
    gc.disable()  # until the first rows are read: nothing is garbage so soon

    from tracker.tui.app import TrackerApp

    app = TrackerApp(place, theme=str(place.settings.more.get("theme", "")))
    try:
        app.run()
    finally:
        gc.enable()
        app.close()
