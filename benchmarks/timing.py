"""Timing whole processes and calls in turns, so that a drift of the machine meets all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PEAK = Path(__file__).parent / "references" / "peak.py"


class Figure(NamedTuple):
    """Milliseconds of several runs; ``times`` and ``processor`` hold each run's, in turn."""

    low: float
    median: float
    high: float
    times: tuple[float, ...] = ()
    processor: tuple[float, ...] = ()

    def __str__(self) -> str:
        """Say median and spread."""
        return f"{self.median:7.1f} ms  ({self.low:.1f}–{self.high:.1f})"

    @property
    def busy(self) -> float:
        """Give the processor time, the median of the runs."""
        return statistics.median(self.processor)

    def against(self, other: Figure) -> float:
        """Give how many times as long it took as another: the median of the pairs of runs."""
        return _ratio(self.times, other.times)

    def processor_against(self, other: Figure) -> float:
        """Give the same of processor time, on which a busy machine tells less."""
        return _ratio(self.processor, other.processor)


class Contender(NamedTuple):
    """A command under its name.

    With ``terminal`` it writes to a pseudo-terminal. ``each_turn`` holds words to be added in each
    turn, one for the warm-up and one a run, for what can be done only once. ``good`` holds the exit
    codes that are no failure.
    """

    name: str
    command: Sequence[str]
    terminal: bool = False
    each_turn: Sequence[str] = ()
    environment: Mapping[str, str] = {}
    good: Sequence[int] = (0,)


def race(contenders: Sequence[Contender], runs: int) -> dict[str, Figure]:
    """Run the commands in turns, one warm-up each, and give each one's time."""
    taken: dict[str, list[tuple[float, float]]] = {each.name: [] for each in contenders}
    for turn in range(runs + 1):
        for contender in contenders:
            both = _run(contender, turn)
            if turn:
                taken[contender.name].append(both)
    return {name: _figure(*zip(*times, strict=True)) for name, times in taken.items()}


def repeat(call: Callable[[], object], runs: int) -> Figure:
    """Time a call in this process, after one warm-up."""
    return in_turns({"": call}, runs)[""]


def in_turns(calls: Mapping[str, Callable[[], object]], runs: int) -> dict[str, Figure]:
    """Time calls in this process in turns, after one warm-up each."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
    for turn in range(runs + 1):
        for name, call in calls.items():
            started, busy = time.perf_counter(), time.process_time()
            call()
            if turn:
                now, spent = time.perf_counter(), time.process_time()
                taken[name].append((1e3 * (now - started), 1e3 * (spent - busy)))
    return {name: _figure(*zip(*times, strict=True)) for name, times in taken.items()}


def peak_of(command: Sequence[str]) -> float:
    """Run a command once and give its largest resident memory, in MiB.

    A small Python starts it: what starts a process lends it its own peak.
    """
    done = subprocess.run(
        [sys.executable, "-S", str(PEAK), *command],
        capture_output=True,
        env=surroundings(),
        check=True,
    )
    return float(done.stdout) / 1024


def surroundings() -> dict[str, str]:
    """Give an environment that lets Python keep its bytecode, as an installed program does."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "TRACKER_CLOCK": "2026-11-24T09:00:00+00:00", "TERM": "xterm-256color"}


def _figure(times: tuple[float, ...], processor: tuple[float, ...]) -> Figure:
    return Figure(min(times), statistics.median(times), max(times), times, processor)


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return statistics.median(a / max(b, 1e-6) for a, b in zip(ours, theirs, strict=True))


def _run(contender: Contender, turn: int) -> tuple[float, float]:
    """Give the wall time and the processor time of one run, in milliseconds."""
    command = [*contender.command, *contender.each_turn[turn : turn + 1]]
    environment = {**surroundings(), **contender.environment}
    started = time.perf_counter()
    status, busy, said = (
        _in_terminal(command, environment)
        if contender.terminal
        else _through_a_pipe(command, environment)
    )
    wall = time.perf_counter() - started
    if status not in contender.good:
        raise SystemExit(f"{contender.name}: {said}")
    return 1e3 * wall, 1e3 * busy


def _through_a_pipe(
    command: Sequence[str], environment: Mapping[str, str]
) -> tuple[int, float, str]:
    near, far = os.pipe()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=far, stderr=errors, env=environment)
        os.close(far)
        while os.read(near, 65536):
            pass
        os.close(near)
        status, busy = _waited_for(process.pid)
        process.returncode = status
        errors.seek(0)
        return status, busy, errors.read().decode(errors="replace")


def _in_terminal(command: Sequence[str], environment: Mapping[str, str]) -> tuple[int, float, str]:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), dict(environment))
    said = b""
    try:
        while some := os.read(terminal, 65536):
            said = some
    except OSError:
        pass  # the far end of a pseudo-terminal ends with an error, not with an empty read
    os.close(terminal)
    return *_waited_for(child), said.decode(errors="replace")


def _waited_for(child: int) -> tuple[int, float]:
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
