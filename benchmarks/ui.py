"""Figures of the terminal UI, taken from outside: in a pseudo-terminal, by keys and what is painted.

Everything is compared, in turns, with the smallest Textual app; the bars are those that are to be
reached on a quiet machine.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.in_process import workplace
from benchmarks.terminal import Terminal
from benchmarks.timing import Figure
from tracker.tui.data.finding import find, find_first
from tracker.tui.data.here import read_here

TRIVIAL = [sys.executable, str(Path(__file__).parent / "references" / "trivial_app.py")]
FIRST_FRAME = "Actions"
STROKES = 80
WORDS = ("bacodi", "fegu", "kalo", "lone", "pura", "soti", "veba", "agenda")
"""What is typed into the filter."""

UP, DOWN = "\x1b[A", "\x1b[B"


class Bars:
    """What is to be reached, see the README of the figures."""

    FRAME, ROWS = 1.3, 1.6
    KEY, FILTER = 20.0, 50.0
    BEFORE, AFTER = 25.0, 60.0


def figures(database: Path, tracker: Sequence[str], runs: int) -> None:
    """Print all of them for one database."""
    _start(database, tracker, runs)
    with Terminal([*tracker, "--db", str(database)]) as ours, Terminal(TRIVIAL) as trivial:
        ours.painted(_first_heading(database))
        trivial.painted("Trivial")
        _moving(ours, trivial)
        _filtering(ours, database)
    _memory(database, tracker)


def _start(database: Path, tracker: Sequence[str], runs: int) -> None:
    """Time the start: the smallest app, our first frame, our first rows."""
    heading = _first_heading(database)
    taken: dict[str, list[float]] = {"smallest app": [], "first frame": [], "first rows": []}
    for turn in range(runs + 1):
        with Terminal(TRIVIAL) as trivial:
            smallest = trivial.painted("Trivial")
        with Terminal([*tracker, "--db", str(database)]) as ours:
            frame = ours.painted(FIRST_FRAME)
        with Terminal([*tracker, "--db", str(database)]) as ours:
            rows = ours.painted(heading)
        if turn:
            for name, milliseconds in zip(taken, (smallest, frame, rows), strict=True):
                taken[name].append(milliseconds)
    floor = statistics.median(taken["smallest app"])
    for name, bar in (
        ("smallest app", 0.0),
        ("first frame", Bars.FRAME),
        ("first rows", Bars.ROWS),
    ):
        times = taken[name]
        median = statistics.median(times)
        ratio = f"  {median / floor:5.2f}×  (bar {bar}×)" if bar else ""
        print(f"   {name:32} {Figure(min(times), median, max(times))}{ratio}")


def _moving(ours: Terminal, trivial: Terminal) -> None:
    """Time a cursor key until its repaint."""
    times: dict[str, list[float]] = {"smallest app, cursor key": [], "cursor key to repaint": []}
    for stroke in range(STROKES):
        key = DOWN if stroke % 16 < 8 else UP
        for terminal, taken in zip((trivial, ours), times.values(), strict=True):
            terminal.settled()
            taken.append(terminal.pressed(key))
    for name, taken in times.items():
        _print_p95(name, taken, Bars.KEY if name.startswith("cursor") else 0)


def _filtering(ours: Terminal, database: Path) -> None:
    """Time a keystroke in the filter until the rows that it finds are there."""
    shown = _shown(database)
    ours.pressed("/")
    taken: list[float] = []
    alone: list[float] = []
    for word in WORDS:
        before = shown("").at_last
        for end in range(1, len(word) + 1):
            ours.settled()
            now = shown(word[:end])
            if now.at_first == before:  # nothing new to be painted
                ours.pressed(word[end - 1])
            else:
                taken.append(ours.pressed(word[end - 1], now.at_first))
                alone.append(now.took)
            before = now.at_last
        ours.settled()
        ours.pressed("\x15")
    _print_p95("the question alone, no screen", alone, 0)
    _print_p95("filter keystroke to rows", taken, Bars.FILTER)


def _memory(database: Path, tracker: Sequence[str]) -> None:
    """Give how much more memory it takes than the smallest app, before and after a write."""
    with TemporaryDirectory(dir=database.parent) as folder:  # a log left of a copy is no part of it
        copy = Path(shutil.copy(database, folder))
        with Terminal(TRIVIAL) as trivial, Terminal([*tracker, "--db", str(copy)]) as ours:
            trivial.painted("Trivial")
            ours.painted(_first_heading(database))
            trivial.settled(1)
            ours.settled(1)
            empty, before = trivial.memory(), ours.memory()
            ours.pressed("n", "Note")
            ours.settled()
            ours.pressed("asked\r", "written")
            ours.settled(1)
            after = ours.memory()
    print(
        f"   {'memory, before the first write':32} {before - empty:7.1f} MiB  (bar {Bars.BEFORE})"
    )
    print(f"   {'memory, after it':32} {after - empty:7.1f} MiB  (bar {Bars.AFTER})")


def _print_p95(name: str, taken: list[float], bar: float) -> None:
    ordered = sorted(taken)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    said = f"  (bar {bar:.0f} ms)" if bar else ""
    print(
        f"   {name:32} {p95:7.1f} ms  p95 of {len(taken)},"
        f" median {statistics.median(taken):.1f}{said}"
    )


def _first_heading(database: Path) -> str:
    """Give the beginning of the first row's heading, as it is painted."""
    place = workplace(str(database))
    found = find(place.reader, "", read_here(place, place.reader))
    heading = found.rows[found.keys[0]].heading
    place.close()
    return heading[:20]


class Shown(NamedTuple):
    """How many items there are, as it is painted: with the first rows, and when all are known.

    ``took`` is how long asking for the first rows takes, in milliseconds.
    """

    at_first: str
    at_last: str
    took: float


def _shown(database: Path) -> Callable[[str], Shown]:
    """Give what says how many items a filter finds."""
    place = workplace(str(database))
    here = read_here(place, place.reader)

    def words(text: str) -> Shown:
        started = time.perf_counter()
        first = find_first(place.reader, text, here).words
        took = 1e3 * (time.perf_counter() - started)
        return Shown(first, find(place.reader, text, here).words, took)

    return words
