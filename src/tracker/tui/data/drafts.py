"""What was typed and not saved: kept until the person comes back, also over a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.store.database import Reader

PREFERENCE = "drafts"
KEPT = 40
"""Drafts kept for each person; the oldest go first."""


class Drafts:
    """The lines of each dialogue by its name. Kept in memory, read and written in threads."""

    def __init__(self, actor: str) -> None:
        self._actor = actor
        self._drafts: dict[str, dict[str, str]] = {}
        self.unwritten = False
        """Whether there is something that the database does not have yet."""

    def of(self, about: str) -> Mapping[str, str]:
        """Give the lines that were typed, by their names; nothing if there are none."""
        return self._drafts.get(about, {})

    def keep(self, about: str, lines: Mapping[str, str]) -> None:
        """Keep lines, in place of those kept before; no lines: there is nothing to keep."""
        if about and dict(self.of(about)) != dict(lines):
            self._drafts.pop(about, None)
            if lines:
                self._drafts[about] = dict(lines)
            self.unwritten = True

    def read(self, reader: Reader) -> None:
        """Take those of earlier times; what was typed since counts."""
        import json  # no first frame waits for it

        from tracker.store.reading.preferences import preference

        earlier = preference(reader, self._actor, PREFERENCE)
        if earlier:
            self._drafts = {**json.loads(earlier), **self._drafts}

    def write(self, reader: Reader) -> None:
        """Write the newest into the database."""
        import json

        from tracker.store.preferring import prefer

        self.unwritten = False
        newest = dict(list(self._drafts.items())[-KEPT:])
        prefer(reader, self._actor, PREFERENCE, json.dumps(newest, ensure_ascii=False))
