"""Dates as people say them: one grammar for every place where a date is typed.

`resolve` makes one day of “fri”, “in 2 weeks”, “end of March” or “12 days before the 17th”;
`period` makes a stretch of days of “this week” or “2026-11”; `describe` echoes a day with its
weekday.
What can be read two ways is refused with what to write instead, and nothing is invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.domain.dates.calendar import Direction, describe, short
    from tracker.domain.dates.meetings import MeetingAnchor, MeetingDates
    from tracker.domain.dates.periods import Period, checked, period
    from tracker.domain.dates.problems import (
        AmbiguousDate,
        DateProblem,
        FutureFact,
        ImpossibleDate,
        UnknownDate,
        UnknownMeetingDate,
    )
    from tracker.domain.dates.resolving import Resolved, resolve

__all__ = [
    "AmbiguousDate",
    "DateProblem",
    "Direction",
    "FutureFact",
    "ImpossibleDate",
    "MeetingAnchor",
    "MeetingDates",
    "Period",
    "Resolved",
    "UnknownDate",
    "UnknownMeetingDate",
    "checked",
    "describe",
    "period",
    "resolve",
    "short",
]

_HOMES = {
    "calendar": ("Direction", "describe", "short"),
    "meetings": ("MeetingAnchor", "MeetingDates"),
    "periods": ("Period", "checked", "period"),
    "resolving": ("Resolved", "resolve"),
}
"""Which module holds what; all else is in ``problems``. Looked up when first asked for, so that
whoever only writes a date does not wait for the grammar that reads them."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = next((module for module, names in _HOMES.items() if name in names), "problems")
    return getattr(import_module(f"{__name__}.{home}"), name)
