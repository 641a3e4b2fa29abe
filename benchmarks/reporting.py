"""The Chair's summary with its trend, and the digest."""

from __future__ import annotations

from benchmarks import in_process, taskwarrior
from benchmarks.setting import Asked, heading, show, tracker
from benchmarks.timing import Contender, race

BAR = "500 ms"


def figures(asked: Asked) -> None:
    """Print what the reports take in one process; and a whole one against Taskwarrior's burndown."""
    for size in asked.sizes:
        database = asked.database(size)
        heading(f"reports in one process, {size:,} items, {size * 10:,} changes")
        taken = in_process.reports(str(database), asked.few)
        show(taken, bars=dict.fromkeys(taken, BAR))
        if taskwarrior.installed() and size <= asked.burndown:
            _burndown(asked, size)


def _burndown(asked: Asked, size: int) -> None:
    theirs, ours = "Taskwarrior burndown.weekly", "tracker summary"
    data = taskwarrior.fill(asked.folder, asked.database(size))
    contenders = [
        taskwarrior.contender(theirs, data, "burndown.weekly"),
        Contender(ours, tracker("--db", str(asked.database(size)), "summary")),
    ]
    show(race(contenders, 1 if size > 1000 else 3), theirs, {ours: "0.01× at 10,000"})
