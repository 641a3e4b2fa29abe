"""A bar on stderr for what takes longer than a second, and nothing for what does not."""

from __future__ import annotations

from threading import Event, Thread
from typing import IO, TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

PATIENCE: Final = 1.0
"""Seconds that something may take before it shows how far it is."""

REST: Final = 0.2
"""Seconds between two looks of the bar."""

BREADTH: Final = 30
_WIPE: Final = "\r\x1b[K"


class ProgressBar:
    """Shows, from the first second to its end, that something moves; to be used in a ``with``.

    Called with how many rows have been gone through, of how many, it shows how far that is; before
    the first call it shows that records are being read. A thread draws it, so that it moves while
    nothing calls.
    """

    def __init__(self, stream: IO[str], patience: float = PATIENCE, rest: float = REST) -> None:
        self._stream = stream
        self._patience = patience
        self._rest = rest
        self._rows: tuple[int, int] | None = None
        self._ended = Event()
        self._thread = Thread(target=self._draw, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.end()

    def __call__(self, done: int, total: int) -> None:
        """Take note of how many rows have been gone through, of how many."""
        self._rows = done, total

    def end(self) -> None:
        """Wipe the line, if there is one; before anything else is written to the terminal."""
        self._ended.set()
        self._thread.join()

    def _draw(self) -> None:
        if self._ended.wait(self._patience):
            return
        looks = 0
        while True:
            self._write(f"\r{look(self._rows, looks)}")
            if self._ended.wait(self._rest):
                self._write(_WIPE)
                return
            looks += 1

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # the terminal is gone, and with it who would look
            self._ended.set()


def look(rows: tuple[int, int] | None, looks: int) -> str:
    """The bar: how many rows of how many are done, or a block that moves on with each look."""
    if rows is None:
        start = looks % BREADTH
        cells = ["░"] * BREADTH
        for at in range(start, start + 3):
            cells[at % BREADTH] = "█"
        return f"{''.join(cells)} reading"
    done, total = rows
    filled = BREADTH * done // max(total, 1)
    percent = 100 * done // max(total, 1)
    return f"{'█' * filled}{'░' * (BREADTH - filled)} {percent:3} %  "
