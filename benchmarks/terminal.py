"""A program in a pseudo-terminal: keys go in, and what it paints is waited for."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.timing import surroundings

LINES, COLUMNS = 40, 140
LONGEST = 30.0
"""Seconds after which something that was waited for is said not to come."""


class NotPainted(Exception):
    """What was waited for was not painted."""

    def __init__(self, words: str, seen: bytes) -> None:
        end = seen[-2000:].decode(errors="replace")
        super().__init__(f"{words!r} was not painted, but {end!r}")


class Terminal:
    """A program that was started; it is ended when the ``with`` block is left."""

    def __init__(self, command: Sequence[str]) -> None:
        self.started = time.perf_counter()
        self.process, self._far = pty.fork()
        if self.process == 0:
            size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), surroundings())

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._far)

    def painted(self, words: str, since: float | None = None) -> float:
        """Wait until these words are painted; give the milliseconds since the start."""
        wanted, seen = words.encode(), b""
        until = time.perf_counter() + LONGEST
        while wanted not in seen:
            more = self._read(until)
            if not more:
                raise NotPainted(words, seen)
            seen += more
        return 1e3 * (time.perf_counter() - (self.started if since is None else since))

    def pressed(self, keys: str, words: str = "") -> float:
        """Press keys; give the milliseconds until ``words``, or anything, is painted."""
        since = time.perf_counter()
        os.write(self._far, keys.encode())
        return self.painted(words or "\x1b[", since)

    def settled(self, quiet: float = 0.15) -> None:
        """Wait until nothing has been painted for so many seconds."""
        while select.select([self._far], [], [], quiet)[0]:
            os.read(self._far, 1 << 20)

    def memory(self) -> float:
        """Give the resident memory in MiB."""
        counts = Path(f"/proc/{self.process}/statm").read_text(encoding="ascii")
        pages = int(counts.split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / (1 << 20)

    def _read(self, until: float) -> bytes:
        """Give what was painted next; nothing when time is up or the program has ended."""
        left = max(until - time.perf_counter(), 0)
        if not select.select([self._far], [], [], left)[0]:
            return b""
        try:
            return os.read(self._far, 1 << 20)
        except OSError:  # how the far end of a pseudo-terminal ends
            return b""
