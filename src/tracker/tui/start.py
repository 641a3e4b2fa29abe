"""Opening the terminal UI."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def open_ui(place: Workplace) -> None:
    """Run the app until the person leaves it."""
    from tracker.tui.app import TrackerApp

    app = TrackerApp(place, theme=str(place.settings.more.get("theme", "")))
    try:
        app.run()
    finally:
        app.close()
