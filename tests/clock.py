"""A clock that stands still until a test moves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(slots=True)
class StillClock:
    """Stands in for the program's own clock: a call gives an aware instant in UTC."""

    instant: datetime = datetime(2020, 3, 10, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give its instant."""
        return self.instant

    def move(self, **by: float) -> datetime:
        """Go forward by what ``timedelta`` takes (``days=1``, ``hours=2`` …); give the new now."""
        self.instant += timedelta(**by)
        return self.instant

    def today(self) -> date:
        """Give the date of its instant in UTC."""
        return self.instant.date()
