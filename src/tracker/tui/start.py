"""Opening the terminal UI."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

FRAMES = "200"
"""Frames a second at most. A frame waits for up to two turns of this clock after the one before:
at Textual's 60, what a key found would be painted up to 33 ms late."""


def open_ui(place: Workplace) -> None:
    """Run the app until the person leaves it.

    Raises the ``TrackerError`` for which there was nothing to look at, such as a file that is no
    database; and an ``ExceptionGroup`` of the defects that were met meanwhile.
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # read when Textual is imported
    gc.disable()  # until the first rows are read: nothing is garbage so soon

    from tracker.tui.app import TrackerApp

    app = TrackerApp(place, theme=str(place.settings.more.get("theme", "")))
    try:
        app.run()
    finally:
        gc.enable()
        app.close()
    app.defects.report()
    if app.ended_by is not None:
        raise app.ended_by
