"""Everybody who can own work, read once, so that a name is understood while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import NotFound, UnknownName
from tracker.store.reading.people import PARTIES, find_party, list_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.parties import Party
    from tracker.store.database import Parameter, Reader


class _Kept:
    """Answers the one question of ``find_party`` from rows that were read before."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        self._rows = rows

    def rows(self, _sql: str, _parameters: Sequence[Parameter] = ()) -> list[tuple[object, ...]]:
        """Give the rows."""
        return self._rows


class Owners:
    """The parties, and finding one by its name. ``advice`` is said of a name that nobody has."""

    def __init__(self, reader: Reader, me: str, advice: str = "") -> None:
        self._kept = _Kept(reader.rows(PARTIES))
        self._me = me
        self._advice = advice
        self.names = ["me", "none", *sorted(party.name for party in list_parties(reader))]

    def find(self, name: str) -> Party:
        """Give the party that a name means. Raises ``NotFound`` or ``AmbiguousName``."""
        wanted = self._me if name.strip().casefold() == "me" else name
        try:
            return find_party(self._kept, wanted)  # type: ignore[arg-type]
        except UnknownName as problem:
            raise NotFound(f"{problem} {self._advice}".strip()) from problem
