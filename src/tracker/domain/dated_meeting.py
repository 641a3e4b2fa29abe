"""The title of a meeting that has neither an ordinal nor a title of its own: its first day says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


def dated_title(day: dt.date | None) -> str:
    """Name a meeting by its first day. Reports know it by that, and say it in their language."""
    return f"meeting of {day}" if day else ""
