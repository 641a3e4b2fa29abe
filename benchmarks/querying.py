"""What lists ask for, in one open connection: on SQLite, and the same on PostgreSQL."""

from __future__ import annotations

from functools import partial

from benchmarks import in_process
from benchmarks.generate import generate
from benchmarks.setting import Asked, heading, say, show
from benchmarks.timing import in_turns
from tracker.store.database import Database, reading


def figures(asked: Asked) -> None:
    """Print query times at every size, and on PostgreSQL at the largest beside SQLite."""
    for size in asked.sizes:
        heading(f"queries in one process, {size:,} items")
        show(in_process.queries(str(asked.database(size)), asked.runs))
    if asked.postgres:
        _beside(asked, max(asked.sizes))


def _beside(asked: Asked, size: int) -> None:
    """Fill the PostgreSQL database where it is empty, and compare."""
    with reading(Database(asked.postgres)) as reader:
        held = int(reader.value("SELECT count(*) FROM {item} i"))
    if held == 0:
        generate(asked.postgres, size)
    elif held != size:
        raise SystemExit(f"The PostgreSQL database holds {held} items, not {size}.")
    heading(f"PostgreSQL beside SQLite, {size:,} items")
    sqlite = in_process.Asker(str(asked.database(size)))
    postgres = in_process.Asker(asked.postgres)
    for name in in_process.QUERIES:
        calls = {"SQLite": partial(sqlite.ask, name), "PostgreSQL": partial(postgres.ask, name)}
        taken = in_turns(calls, asked.runs)
        print(f"  {name}")
        show(taken, "SQLite", {"PostgreSQL": "2×"})
        quickest = taken["PostgreSQL"].low / taken["SQLite"].low
        say("their quickest runs", f"{quickest:7.2f}×")
