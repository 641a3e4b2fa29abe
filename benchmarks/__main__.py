"""Print the figures of tracker beside those of others, taken in turns.

    python -m benchmarks [--sizes 1000,10000] [--runs 7] [--folder DIR] [--postgres URL] [--only WORD]

The databases are made the first time and kept in the folder.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import in_process, taskwarrior
from benchmarks.generate import generate
from benchmarks.timing import Contender, Figure, peak_of_children, race

REFERENCES = Path(__file__).parent / "references"
DAY = "2017-01-01"


def main() -> None:
    """Take the figures that are asked for."""
    asked = _arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    sections = {
        "start": _start,
        "read": _read,
        "write": _write,
        "as-at": _as_at,
        "reports": _reports,
        "bulk": _bulk,
        "capture": _capture,
        "queries": _queries,
    }
    for name, section in sections.items():
        if asked.only in {"", name}:
            section(asked)


def _start(asked: argparse.Namespace) -> None:
    print("\n== Start-up")
    _print(
        race(
            [
                Contender("python -c pass", [sys.executable, "-c", "pass"]),
                Contender("tracker --version", _tracker("--version")),
                Contender("tracker --help", _tracker("--help")),
            ],
            asked.runs,
        ),
        "python -c pass",
    )


def _read(asked: argparse.Namespace) -> None:
    for size in asked.sizes:
        database = _database(asked.folder, size)
        ours = {
            "list": ("list", "due:today..+7d"),
            "show": ("show", "17"),
            "search": ("search", "bacodi"),
        }
        theirs = {"list": ("list",), "show": ("show", "17"), "search": ("search", "bacodi")}
        for what, words in ours.items():
            bare = [sys.executable, str(REFERENCES / "bare.py"), str(database), *theirs[what]]
            contenders = [
                Contender("bare sqlite3 + print", bare),
                Contender(f"tracker {what}", _tracker("--db", str(database), *words)),
                Contender(
                    f"tracker {what}, terminal",
                    _tracker("--db", str(database), *words),
                    terminal=True,
                ),
            ]
            if taskwarrior.installed() and what != "show":
                data = taskwarrior.fill(asked.folder, database)
                query = (
                    ("due.before:2026-12-02", "all")
                    if what == "list"
                    else ("description.contains:bacodi", "all")
                )
                contenders.append(taskwarrior.contender(f"taskwarrior {what}", data, *query))
            print(f"\n== {what}, {size:,} items")
            _print(race(contenders, asked.runs), "bare sqlite3 + print")


def _write(asked: argparse.Namespace) -> None:
    for size in asked.sizes:
        copy = asked.folder / f"write-{size}.sqlite3"
        shutil.copy(_database(asked.folder, size), copy)
        plain = asked.folder / "one-table.sqlite3"
        script = [sys.executable, str(REFERENCES / "one_table.py"), str(plain), "Post it"]
        print(f"\n== add and done, {size:,} items")
        _print(
            race(
                [
                    Contender("one table by SQLModel", script),
                    Contender("tracker add", _tracker("--db", str(copy), "add", "Post it online")),
                    Contender("tracker note", _tracker("--db", str(copy), "note", "17", "asked")),
                ],
                asked.runs,
            ),
            "one table by SQLModel",
        )
        copy.unlink()


def _as_at(asked: argparse.Namespace) -> None:
    for size in asked.sizes:
        where = ("--db", str(_database(asked.folder, size)))
        print(f"\n== as at {DAY}, {size:,} items, {size * 10:,} changes")
        _print(
            race(
                [
                    Contender("overdue now", _tracker(*where, "list", "overdue", "--limit", "40")),
                    Contender(
                        "overdue as at",
                        _tracker(*where, "list", "overdue", "--limit", "40", "--as-at", DAY),
                    ),
                    Contender("everything as at", _tracker(*where, "list", "all", "--as-at", DAY)),
                ],
                asked.runs,
            ),
            "overdue now",
        )
        _json(asked, size)


def _json(asked: argparse.Namespace, size: int) -> None:
    database = str(_database(asked.folder, size))
    print(f"\n== everything as JSON, {size:,} items")
    bare = [sys.executable, str(REFERENCES / "bare.py"), database, "json"]
    _print(
        race(
            [
                Contender("json_object by SQLite", bare),
                Contender(
                    "tracker list --json", _tracker("--db", database, "list", "all", "--json")
                ),
            ],
            max(3, asked.runs // 2),
        ),
        "json_object by SQLite",
    )
    print(f"   peak memory of any process so far: {peak_of_children():.0f} MiB")


def _reports(asked: argparse.Namespace) -> None:
    for size in asked.sizes:
        where = ("--db", str(_database(asked.folder, size)))
        contenders = [
            Contender("tracker summary", _tracker(*where, "summary")),
            Contender("tracker digest", _tracker(*where, "digest")),
        ]
        if taskwarrior.installed() and size <= asked.burndown:
            data = taskwarrior.fill(asked.folder, _database(asked.folder, size))
            contenders.append(
                taskwarrior.contender("taskwarrior burndown", data, "burndown.weekly")
            )
        print(f"\n== reports as whole processes, {size:,} items")
        _print(race(contenders, max(3, asked.runs // 2)), "tracker summary")


def _bulk(asked: argparse.Namespace) -> None:
    empty = _database(asked.folder, min(asked.sizes))
    rate = in_process.bulk(asked.folder, empty, 50_000)
    print(f"\n== bulk writing: {rate:,.0f} items a second, each with its creation recorded")


def _capture(asked: argparse.Namespace) -> None:
    report = in_process.long_report(asked.folder, 200)
    database = str(_database(asked.folder, min(asked.sizes)))
    print("\n== capture of a 200-page report")
    figures = race(
        [
            Contender(
                "tracker capture", _tracker("--db", database, "capture", str(report), "--dry-run")
            )
        ],
        3,
    )
    _print(figures, "tracker capture")


def _queries(asked: argparse.Namespace) -> None:
    for size in asked.sizes:
        print(f"\n== queries in one process, {size:,} items")
        _print(in_process.queries(str(_database(asked.folder, size)), asked.runs), "")
    if asked.postgres:
        print(f"\n== the same on {asked.postgres.partition('?')[0]}")
        _print(in_process.queries(asked.postgres, asked.runs), "")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Print figures and ratios.")
    parser.add_argument("--sizes", default="1000,10000", type=_sizes)
    parser.add_argument("--runs", default=7, type=int)
    parser.add_argument(
        "--burndown", default=1000, type=int, help="largest size for it; it is slow"
    )
    parser.add_argument("--folder", default=Path(tempfile.gettempdir(), "tracker-bench"), type=Path)
    parser.add_argument("--postgres", default="", help="URL of a generated database")
    parser.add_argument("--only", default="", help="one section")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _database(folder: Path, size: int) -> Path:
    path = folder / f"tracker-{size}.sqlite3"
    if not path.exists():
        generate(str(path), size)
    return path


def _tracker(*words: str) -> Sequence[str]:
    program = Path(sys.executable).with_name("tracker")
    return [str(program), *words] if program.exists() else [sys.executable, "-m", "tracker", *words]


def _print(figures: dict[str, Figure], floor: str) -> None:
    for name, figure in figures.items():
        against = figures.get(floor)
        ratio = f"  {figure.median / against.median:5.2f}×" if against and name != floor else ""
        print(f"   {name:32} {figure}{ratio}")


if __name__ == "__main__":
    main()
