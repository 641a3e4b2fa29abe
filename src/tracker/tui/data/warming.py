"""Importing ahead, in a thread, what the first rows need: the event loop does not wait for it."""

from __future__ import annotations


def warm() -> None:
    """Import what finding and drawing items needs."""
    import tracker.tui.data.finding
    import tracker.tui.widgets.item_columns  # noqa: F401
