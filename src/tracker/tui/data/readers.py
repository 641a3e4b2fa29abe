"""Readers for threads: each worker has one to itself while it asks."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from tracker.domain.errors import DatabaseProblem
from tracker.store.database import open_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.store.database import Database, Reader

IDLE_FILES = 1
"""Idle readers kept of a file: opening one takes a millisecond or two, keeping it some 4 MiB."""

IDLE_SERVER = 4
"""Idle readers kept of a server, where opening takes longer than a question."""


class Readers:
    """A few open readers, lent out one at a time and kept for the next who asks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._idle: list[Reader] = []
        self._room = IDLE_FILES if database.is_sqlite else IDLE_SERVER
        self._lock = Lock()
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[Reader]:
        """Lend a reader for the length of a ``with`` block. Raises a ``DatabaseProblem``."""
        reader = self._taken() or open_reader(self._database)
        reader.go_on()
        try:
            yield reader
        except DatabaseProblem:
            reader.close()
            raise
        except BaseException:
            self._take_back(reader)
            raise
        self._take_back(reader)

    def close(self) -> None:
        """Close what is idle now, and what comes back later."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.close()

    def _taken(self) -> Reader | None:
        with self._lock:
            return self._idle.pop() if self._idle else None

    def _take_back(self, reader: Reader) -> None:
        with self._lock:
            if not self._closed and len(self._idle) < self._room:
                self._idle.append(reader)
                return
        reader.close()
