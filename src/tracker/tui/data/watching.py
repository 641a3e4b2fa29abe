"""Watching for changes that somebody else commits: another terminal, the command line."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tracker.domain.errors import DatabaseProblem
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
            before = self._version
            try:
                self._reader = self._reader or open_reader(self._database)
                self._version = self._reader.data_version()
            except DatabaseProblem:
                self._drop()
                raise
        return before is not None and before != self._version

    def close(self) -> None:
        """Stop watching."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        reader, self._reader, self._version = self._reader, None, None
        if reader is not None:
            reader.close()
