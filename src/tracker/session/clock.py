"""The clock: read at the edge of the program, handed on as a value."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable

from tracker.domain.errors import UsageProblem

Clock = Callable[[], dt.datetime]
"""Gives the present instant, aware and in UTC."""


class BadClock(UsageProblem):
    """``TRACKER_CLOCK`` does not hold an instant."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"TRACKER_CLOCK holds “{text}”. Write an instant such as 2026-02-04T10:00:00+00:00."
        )


def clock_from(environment: dict[str, str]) -> Clock:
    """Give the system's clock, or one that stands at ``TRACKER_CLOCK`` (tests and rehearsals)."""
    fixed = environment.get("TRACKER_CLOCK", "")
    if not fixed:
        return system_clock
    try:
        written = dt.datetime.fromisoformat(fixed)
        instant = written.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise BadClock(fixed) from error
    if written.tzinfo is None:
        raise BadClock(fixed)
    return lambda: instant


def system_clock() -> dt.datetime:
    """Give the present instant."""
    return dt.datetime.now(dt.UTC)


def today_in(timezone: str, now: dt.datetime) -> dt.date:
    """Give the day that an instant falls on in a time zone."""
    if timezone == "UTC":
        return now.date()
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(timezone)).date()


def instant_words(instant: dt.datetime, timezone: str) -> str:
    """Give an instant as people of a time zone read it: ``2020-03-10 09:00``."""
    if timezone != "UTC":
        from zoneinfo import ZoneInfo

        instant = instant.astimezone(ZoneInfo(timezone))
    return f"{instant:%Y-%m-%d %H:%M}"


def login_name() -> str:
    """Name the person at the keyboard as the system knows them."""
    for variable in ("LOGNAME", "USER", "USERNAME"):
        if name := os.environ.get(variable):
            return name
    return _account_name()


def _account_name() -> str:
    """Name the account that the program runs under: services and containers set no variable."""
    try:
        import pwd
    except ImportError:  # Windows has no such list, and always sets USERNAME
        return "unknown"
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "unknown"
