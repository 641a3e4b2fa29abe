"""Importing ahead, in a thread, what the first rows need: the event loop does not wait for it."""

from __future__ import annotations

import gc


def warm() -> None:
    """Import what finding and drawing items needs."""
    import tracker.tui.data.finding
    import tracker.tui.widgets.item_columns  # noqa: F401

    _collect_from_now_on()


def _collect_from_now_on() -> None:
    """Switch collecting on where it was off; what is there by now lives as long as the program.

    A collection that looks through all of Textual takes as long as painting ten screens.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
