"""Timing whole processes and calls in turns, so that a drift of the machine meets all alike."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """Milliseconds of several runs."""

    low: float
    median: float
    high: float

    def __str__(self) -> str:
        """Say median and spread."""
        return f"{self.median:7.1f} ms  ({self.low:.1f}–{self.high:.1f})"


class Contender(NamedTuple):
    """A command under its name; with ``terminal`` it writes to a pseudo-terminal."""

    name: str
    command: Sequence[str]
    terminal: bool = False


def race(contenders: Sequence[Contender], runs: int) -> dict[str, Figure]:
    """Run the commands in turns, one warm-up each, and give each one's wall time."""
    taken: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for turn in range(runs + 1):
        for contender in contenders:
            milliseconds = _run(contender)
            if turn:
                taken[contender.name].append(milliseconds)
    return {name: _figure(times) for name, times in taken.items()}


def repeat(call: Callable[[], object], runs: int) -> Figure:
    """Time a call in this process, after one warm-up."""
    times = []
    for turn in range(runs + 1):
        started = time.perf_counter()
        call()
        if turn:
            times.append(1e3 * (time.perf_counter() - started))
    return _figure(times)


def peak_of_children() -> float:
    """Give the largest resident memory of any child so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _figure(times: list[float]) -> Figure:
    return Figure(min(times), statistics.median(times), max(times))


def _run(contender: Contender) -> float:
    started = time.perf_counter()
    if contender.terminal:
        _in_terminal(contender.command)
    else:
        done = subprocess.run(
            contender.command, capture_output=True, env=_surroundings(), check=False
        )
        if done.returncode:
            raise SystemExit(f"{contender.name}: {done.stderr.decode(errors='replace')}")
    return 1e3 * (time.perf_counter() - started)


def _surroundings() -> dict[str, str]:
    """Give an environment that lets Python keep its bytecode, as an installed program does."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "TRACKER_CLOCK": "2026-11-24T09:00:00+00:00", "TERM": "xterm-256color"}


def _in_terminal(command: Sequence[str]) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), _surroundings())
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass  # the far end of a pseudo-terminal ends with an error, not with an empty read
    os.close(terminal)
    os.waitpid(child, 0)
