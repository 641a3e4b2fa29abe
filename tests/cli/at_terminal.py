"""A command line at a terminal: keys go in, and what the screen was sent comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.cli.processes import COMMAND, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATIENCE = 30.0
"""Seconds that something may take to appear, on a busy machine."""
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


class Terminal:
    """The person's end of a terminal."""

    def __init__(self, end: int, process: subprocess.Popen[bytes]) -> None:
        self.end = end
        self.process = process
        self.seen = ""
        self.raw = b""

    def until(self, words: str) -> str:
        """Wait for words to appear; give all that appeared since the last wait, plain."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.seen:
            if not self._read(deadline):
                raise AssertionError(f"{words!r} never appeared in:\n{self.seen}")
        before, _, self.seen = self.seen.partition(words)
        return before + words

    def press(self, key: str) -> None:
        """Press a key once the program reads single keys: what comes earlier is thrown away."""
        deadline = time.monotonic() + PATIENCE
        while termios.tcgetattr(self.end)[3] & termios.ICANON:
            if time.monotonic() > deadline:
                raise AssertionError(f"nobody waits for a key; last seen:\n{self.seen}")
            time.sleep(0.005)
        os.write(self.end, key.encode())

    def type(self, line: str) -> None:
        """Type a line, and Enter."""
        os.write(self.end, f"{line}\n".encode())

    def ended(self) -> tuple[int, str]:
        """Wait for the end; give the exit code, and what appeared since the last wait."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            pass
        return self.process.wait(PATIENCE), self.seen

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self.end], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            more = os.read(self.end, 65536)
        except OSError:  # Linux says so when the last process has closed its end
            return False
        self.raw += more
        self.seen += _CONTROL.sub("", more.decode("utf-8", "replace"))
        return bool(more)


@contextmanager
def at_terminal(
    arguments: Sequence[str], *, size: tuple[int, int] = (100, 40), **more: str
) -> Iterator[Terminal]:
    """Start a command line at a terminal of so many columns and lines; it ends with the block."""
    end, other = pty.openpty()
    columns, lines = size
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=other,
        stdout=other,
        stderr=other,
        env=environment(**more),
        start_new_session=True,
    )
    os.close(other)
    try:
        yield Terminal(end, process)
    finally:
        process.kill()
        process.wait()
        os.close(end)
