"""What lists ask for, in one open connection: on SQLite, and the same on PostgreSQL."""

from __future__ import annotations

from benchmarks import in_process
from benchmarks.generate import generate
from benchmarks.setting import Asked, heading, show
from benchmarks.timing import Figure
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
    theirs = in_process.queries(asked.postgres, asked.runs)
    ours = in_process.queries(str(asked.database(size)), asked.runs)
    heading(f"PostgreSQL beside SQLite, {size:,} items")
    for name, figure in theirs.items():
        pair: dict[str, Figure] = {"SQLite": ours[name], "PostgreSQL": figure}
        print(f"  {name}")
        show(pair, "SQLite", {"PostgreSQL": "2×"})
