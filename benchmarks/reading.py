"""List, show and search: piped, in a terminal, against Taskwarrior, and as the database grows."""

from __future__ import annotations

from benchmarks import taskwarrior
from benchmarks.setting import Asked, bare, heading, show, tracker
from benchmarks.timing import Contender, race

FLOOR = "bare sqlite3 + print"
OURS = {
    "list": ("list", "due:today..+7d"),
    "show": ("show", "17"),
    "search": ("search", "bacodi"),
}
THEIRS = {
    "list": ("due.after:2026-11-23", "due.before:2026-12-02", "list"),
    "search": ("description.contains:bacodi", "all"),
}


def figures(asked: Asked) -> None:
    """Print what reading takes at every size, and how it grows from the smallest to the largest."""
    for size in asked.sizes:
        for what in OURS:
            heading(f"{what}, {size:,} items")
            _against_the_floor(asked, size, what)
            if taskwarrior.installed() and what in THEIRS:
                _against_taskwarrior(asked, size, what)
    if len(asked.sizes) > 1:
        _growing(asked)


def _ours(asked: Asked, size: int, what: str) -> list[str]:
    return [*tracker("--db", str(asked.database(size)), *OURS[what])]


def _against_the_floor(asked: Asked, size: int, what: str) -> None:
    words = ("list",) if what == "list" else OURS[what]
    command = _ours(asked, size, what)
    piped, dressed = f"tracker {what}", f"tracker {what}, terminal"
    taken = race(
        [
            Contender(FLOOR, bare(asked.database(size), *words)),
            Contender(piped, command),
            Contender(dressed, command, terminal=True),
        ],
        asked.runs,
    )
    show(taken, FLOOR, {piped: "3.5× at 10,000", dressed: "6×"})


def _against_taskwarrior(asked: Asked, size: int, what: str) -> None:
    data = taskwarrior.fill(asked.folder, asked.database(size))
    theirs, ours = f"Taskwarrior {what}", f"tracker {what}"
    taken = race(
        [
            taskwarrior.contender(theirs, data, *THEIRS[what]),
            Contender(ours, _ours(asked, size, what)),
        ],
        asked.few,
    )
    show(taken, theirs, {ours: "0.8× at 10,000, 0.1× at 100,000"})


def _growing(asked: Asked) -> None:
    small, large = min(asked.sizes), max(asked.sizes)
    heading(f"{large:,} items against {small:,}")
    for what in OURS:
        floor, grown = f"{what}, {small:,}", f"{what}, {large:,}"
        contenders = [
            Contender(floor, _ours(asked, small, what)),
            Contender(grown, _ours(asked, large, what)),
        ]
        show(race(contenders, asked.runs), floor, {grown: "1.5×"})
