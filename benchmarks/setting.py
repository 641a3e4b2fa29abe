"""What the sections share: what was asked for, the databases, the program, and how figures look."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.generate import generate
from benchmarks.timing import Figure

REFERENCES = Path(__file__).parent / "references"


class Asked(NamedTuple):
    """What figures are wanted: of which sizes, how many runs each, and where databases are kept."""

    sizes: Sequence[int]
    runs: int
    folder: Path
    postgres: str = ""
    burndown: int = 0

    def database(self, size: int) -> Path:
        """Give the database of so many items, made the first time."""
        path = self.folder / f"tracker-{size}.sqlite3"
        if not path.exists():
            unfinished = path.with_name(f"unfinished-{path.name}")
            unfinished.unlink(missing_ok=True)
            generate(str(unfinished), size)
            unfinished.rename(path)
        return path

    @property
    def few(self) -> int:
        """Give how many runs something slow gets."""
        return max(3, self.runs // 2)


def tracker(*words: str) -> Sequence[str]:
    """Give the command line of the program as it is installed beside this Python."""
    program = Path(sys.executable).with_name("tracker")
    return [str(program), *words] if program.exists() else [sys.executable, "-m", "tracker", *words]


def bare(database: Path, *words: str) -> Sequence[str]:
    """Give the command line of the floor for a Python program."""
    return [sys.executable, str(REFERENCES / "bare.py"), str(database), *words]


def heading(words: str) -> None:
    """Print what the figures below are about."""
    print(f"\n== {words}")


def show(figures: Mapping[str, Figure], floor: str = "", bars: Mapping[str, str] = {}) -> None:
    """Print figures, each with its processor time or how many times the floor's, and its bar."""
    for name, figure in figures.items():
        against = figures.get(floor)
        if against and name != floor:
            busy = figure.processor_against(against)
            told = f"{figure.against(against):6.2f}× (processor {busy:.2f}×)"
        else:
            told = f"        (processor {figure.busy:.1f} ms)"
        print(f"   {name:32} {figure}  {told}{_bar(bars.get(name, ''))}")


def say(name: str, said: str, bar: str = "") -> None:
    """Print a figure that is no time."""
    print(f"   {name:32} {said}{_bar(bar)}")


def _bar(words: str) -> str:
    return f"  bar {words}" if words else ""
