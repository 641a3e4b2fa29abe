"""Watching for changes that somebody else commits: another terminal, the command line."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tracker.store.database import open_reader

if TYPE_CHECKING:
    from tracker.store.database import Database, Reader


class Watch:
    """One reader kept open, since only an open connection notices what others commit."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reader: Reader | None = None
        self._version: int | None = None
        self._lock = Lock()

    def changed(self) -> bool:
        """Tell whether anybody has committed since the last look. Call in a thread."""
        with self._lock:
            if self._reader is None:
                self._reader = open_reader(self._database)
            before, self._version = self._version, self._reader.data_version()
        return before is not None and before != self._version

    def close(self) -> None:
        """Stop watching."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
