"""Looking at the sample group, in a program and a database of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


def look_at_sample(view: View) -> None:
    """Open the sample in front; leaving it comes back to what is open now."""
    tracker = view.tracker
    try:
        with tracker.suspend():
            print("The sample is being made …", flush=True)  # noqa: T201 - the terminal is free
            done = subprocess.run([sys.executable, "-m", "tracker", "demo"], check=False)
    except (SuspendNotSupported, OSError):
        tracker.tell("The sample cannot be opened here. Run `tracker demo`.", "warning")
        return
    if done.returncode:
        tracker.tell("The sample could not be made. Run `tracker demo` to see why.", "warning")
