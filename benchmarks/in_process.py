"""Figures taken inside one process: reports over a long history, bulk writing, capture."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from pathlib import Path

from benchmarks.timing import Figure, repeat
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def workplace(database: str) -> Workplace:
    """Give a workplace on a database, its clock at the end of the generated history."""
    return Workplace(Settings(database, "bench", "Person 03 Example", "", {}), lambda: NOW)


def queries(database: str, runs: int) -> dict[str, Figure]:
    """Time what lists ask for, in one open connection."""
    from tracker.domain.filters import parse
    from tracker.store.filtering.compiling import Asking, condition_for
    from tracker.store.reading.items import count_items, list_items

    place = workplace(database)
    asking = Asking(place.today, place.settings.me)

    def ask(text: str, day: dt.date | None = None) -> object:
        reader = place.reader_at(day)
        condition = condition_for(reader, parse(text), asking)
        return count_items(reader, condition), list_items(reader, condition, limit=40)

    middle = dt.date(2017, 1, 1)
    figures = {
        "count and page: open": repeat(lambda: ask("open"), runs),
        "count and page: overdue": repeat(lambda: ask("overdue"), runs),
        "count and page: a rare word": repeat(lambda: ask("bacodi"), runs),
        "the same as at a day: overdue": repeat(lambda: ask("overdue", middle), runs),
    }
    place.close()
    return figures


def bulk(folder: Path, empty: Path, items: int) -> float:
    """Give how many items a second bulk writing records, each with its version and its words."""
    from tracker.domain.folding import fold
    from tracker.store import bulk
    from tracker.store.tables.item import Item

    copy = folder / "bulk.sqlite3"
    shutil.copy(empty, copy)
    place = workplace(str(copy))
    started = time.perf_counter()
    with place.change("import") as work:
        group_id = place.group.id
        rows = [
            Item(
                id=number, ref=number, uid=f"bulk-{number}", sort="action", group_id=group_id,
                title=f"Imported item {number}", status="pending",
                created_on=work.today, changed_on=work.today,
            ).model_dump()
            for number in range(10_000_001, 10_000_001 + items)
        ]  # fmt: skip
        bulk.load_new_rows(work.connection, Item, rows, work.seq)
        bulk.load_words(
            work.connection,
            (
                {
                    "item_id": r["id"],
                    "terms": fold(r["title"]),
                    "from_seq": work.seq,
                    "to_seq": 2**62,
                }
                for r in rows
            ),
        )
    seconds = time.perf_counter() - started
    place.close()
    copy.unlink()
    return items / seconds


def long_report(folder: Path, pages: int) -> Path:
    """Write a report of so many pages: running text, and an outcomes section on the last ones."""
    path = folder / f"report-{pages}.txt"
    said = (
        "The meeting discussed document {n} and the proposals in it at some length. Several"
        " delegations welcomed the contribution, others asked for more time to study it."
    )
    lines = [f"{n}.{k}\t{said.format(n=n)}" for n in range(1, pages + 1) for k in range(1, 13)]
    lines += [f"{pages + 1}.\tOutcomes of the third meeting", "The main outcomes were:"]
    lines += [f"· The meeting invited members to comment on document {n}." for n in range(1, 200)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
