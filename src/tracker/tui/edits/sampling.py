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
    tracker, failed = view.tracker, False
    try:
        with tracker.suspend():  # which never resumes if anything is raised in it
            print("The sample is being made …", flush=True)  # noqa: T201 - the terminal is free
            try:
                done = subprocess.run([sys.executable, "-m", "tracker", "demo"], check=False)
                failed = bool(done.returncode)
            except OSError:
                failed = True
    except SuspendNotSupported:
        tracker.tell("The sample cannot be opened here. Run `tracker demo`.", "warning")
    if failed:
        tracker.tell("The sample could not be made. Run `tracker demo` to see why.", "warning")
