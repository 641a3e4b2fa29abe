"""Figures taken inside one process: reports over a long history, bulk writing, capture."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from functools import partial
from pathlib import Path

from benchmarks.timing import Figure, repeat
from tracker.domain.records.item_row import ItemRow
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def workplace(database: str) -> Workplace:
    """Give a workplace on a database, its clock at the end of the generated history."""
    return Workplace(Settings(database, "bench", "Person 03 Example", "", {}), lambda: NOW)


QUERIES = {
    "count and page: open": ("open", None),
    "count and page: overdue": ("overdue", None),
    "count and page: a rare word": ("bacodi", None),
    "the same as at a day: overdue": ("overdue", dt.date(2017, 1, 1)),
}
"""What lists ask for: a filter, and the day whose state is asked for."""


class Asker:
    """Asks a database what lists ask, in one open connection."""

    def __init__(self, database: str) -> None:
        self.place = workplace(database)

    def ask(self, name: str) -> tuple[int, list[ItemRow]]:
        """Give how many items one of ``QUERIES`` finds, and the first page of them."""
        from tracker.domain.filters import parse
        from tracker.store.filtering.compiling import Asking, condition_for
        from tracker.store.reading.items import count_items, list_items

        text, day = QUERIES[name]
        reader = self.place.reader_at(day)
        asking = Asking(self.place.today, self.place.settings.me)
        condition = condition_for(reader, parse(text), asking)
        return count_items(reader, condition), list_items(reader, condition, limit=40)


def queries(database: str, runs: int) -> dict[str, Figure]:
    """Time what lists ask for."""
    asker = Asker(database)
    figures = {name: repeat(partial(asker.ask, name), runs) for name in QUERIES}
    asker.place.close()
    return figures


def reports(database: str, runs: int) -> dict[str, Figure]:
    """Time the making of reports, printed as text, in one open connection."""
    from tracker.render.formats import render_text
    from tracker.reports.asked import Asked
    from tracker.reports.digest import digest
    from tracker.reports.summary import summary

    place = workplace(database)

    def asked() -> Asked:
        return Asked(place.reader, place.group.id, place.today)

    week = place.today - dt.timedelta(days=7)
    figures = {
        "summary with trend": repeat(lambda: render_text(summary(asked()), "text"), runs),
        "digest of a week": repeat(lambda: render_text(digest(asked(), week), "text"), runs),
    }
    place.close()
    return figures


def bulk(folder: Path, empty: Path, items: int) -> tuple[float, float]:
    """Give how many items a second bulk writing records: by the clock, and of processor time."""
    from tracker.store import bulk
    from tracker.store.tables.item import Item

    copy = folder / "bulk.sqlite3"
    shutil.copy(empty, copy)
    place = workplace(str(copy))
    group_id = place.group.id
    started, busy = time.perf_counter(), time.process_time()
    with place.change("import") as work:
        first = bulk.highest_id(work.connection, Item) + 1
        facts = {
            **bulk.blank(Item), "sort": "action", "group_id": group_id, "status": "pending",
            "created_on": work.today, "changed_on": work.today,
        }  # fmt: skip
        rows = [
            {
                **facts,
                "id": n,
                "ref": work.new_ref(),
                "uid": f"bulk-{n}",
                "title": f"Imported item {n}",
            }
            for n in range(first, first + items)
        ]
        bulk.load_items(work, rows)
    rates = items / (time.perf_counter() - started), items / (time.process_time() - busy)
    place.close()
    copy.unlink()
    return rates
