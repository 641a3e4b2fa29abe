"""As it was recorded on a day; and everything there is, as JSON."""

from __future__ import annotations

from benchmarks.setting import Asked, bare, heading, say, show, tracker
from benchmarks.timing import Contender, peak_of, race

DAYS = ("2008-01-01", "2017-01-01")
"""Early in the generated history, and in its middle."""

EVERYTHING = ("list", "all")


def figures(asked: Asked) -> None:
    """Print what a filtered list and a list of everything take, as at a day."""
    for size in asked.sizes:
        where = ("--db", str(asked.database(size)))
        filtered = ("list", "overdue", "--limit", "40")
        now = "overdue now"
        contenders = [Contender(now, tracker(*where, *filtered))]
        contenders += [
            Contender(f"overdue as at {day}", tracker(*where, *filtered, "--as-at", day))
            for day in DAYS
        ]
        heading(f"as at a day, {size:,} items, {size * 10:,} changes")
        show(race(contenders, asked.runs), now, {each.name: "2×" for each in contenders[1:]})
        all_of_it = f"everything as at {DAYS[1]}"
        command = tracker(*where, *EVERYTHING, "--as-at", DAYS[1])
        show(race([Contender(all_of_it, command)], asked.few), bars={all_of_it: "1,500 ms"})


def export(asked: Asked) -> None:
    """Print what all items as JSON take, in time and in memory."""
    floor, ours = "json_object by SQLite", "tracker list all --json"
    for size in asked.sizes:
        database = asked.database(size)
        command = tracker("--db", str(database), *EVERYTHING, "--json")
        heading(f"everything as JSON, {size:,} items")
        contenders = [Contender(floor, bare(database, "json")), Contender(ours, command)]
        show(race(contenders, asked.few), floor, {ours: "4×"})
        say("largest memory", f"{peak_of(command):7.1f} MiB", "the same at every size")
