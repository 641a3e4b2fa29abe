"""Adding and reporting done, one process each; and bulk writing."""

from __future__ import annotations

import shutil
import sys

from benchmarks import in_process, taskwarrior
from benchmarks.setting import REFERENCES, Asked, heading, say, show, tracker
from benchmarks.timing import Contender, race
from tracker.store.database import Database, reading

FLOOR = "one table by SQLModel"
BAR = "1.3×"
BULK = 50_000


def figures(asked: Asked) -> None:
    """Print what one change takes, on copies of the databases."""
    for size in asked.sizes:
        copy = asked.folder / f"write-{size}.sqlite3"
        shutil.copy(asked.database(size), copy)
        plain = asked.folder / "one-table.sqlite3"
        where = ("--db", str(copy))
        contenders = [
            Contender(
                FLOOR, [sys.executable, str(REFERENCES / "one_table.py"), str(plain), "Post"]
            ),
            Contender("tracker add", tracker(*where, "add", "Post it online")),
            Contender(
                "tracker done", tracker(*where, "done"), each_turn=_to_do(str(copy), asked.runs + 1)
            ),
        ]
        heading(f"add and done, {size:,} items")
        show(race(contenders, asked.runs), FLOOR, {"tracker add": BAR, "tracker done": BAR})
        if taskwarrior.installed():
            _taskwarrior(asked, size)
        copy.unlink()
        plain.unlink()


def bulk(asked: Asked) -> None:
    """Print how many items a second an import can record."""
    rate, busy = in_process.bulk(asked.folder, asked.database(min(asked.sizes)), BULK)
    heading(f"Bulk writing of {BULK:,} items, each with its creation recorded")
    say("items a second", f"{rate:9,.0f} ({busy:,.0f} of processor time)", "10,000")


def _taskwarrior(asked: Asked, size: int) -> None:
    """Time its add, and its done; its data is a copy that is filled anew afterwards."""
    data = taskwarrior.copied(taskwarrior.fill(asked.folder, asked.database(size)))
    add = taskwarrior.contender("Taskwarrior add", data, "add", "Post it online")
    numbers = [str(number) for number in range(1, asked.few + 2)]
    done = taskwarrior.contender("Taskwarrior done", data, "rc.gc=off", "done")
    show(race([add, done._replace(command=done.command, each_turn=numbers)], asked.few))
    shutil.rmtree(data)


def _to_do(database: str, count: int) -> list[str]:
    """Give refs of items that can be reported done."""
    with reading(Database(database)) as reader:
        rows = reader.rows(
            "SELECT ref FROM {item} i WHERE status = 'under implementation' ORDER BY ref"
            f" LIMIT {count}"
        )
    return [str(ref) for (ref,) in rows]
