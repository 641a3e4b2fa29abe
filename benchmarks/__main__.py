"""Print the figures of tracker beside those of others, taken in turns, and what is to be reached.

    python -m benchmarks [--sizes 1000,10000] [--runs 7] [--folder DIR] [--postgres URL] [--only WORD]

The databases are made the first time and kept in the folder; 100,000 items take some minutes. A
ratio is the median of the ratios of runs side by side, which a busy machine disturbs least. No
figure makes anything fail.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import capturing, looking_back, querying, reading, reporting, starting, writing
from benchmarks.setting import Asked, heading, tracker

DEFAULT = Path(tempfile.gettempdir(), "tracker-bench")


def main() -> None:
    """Take the figures that are asked for."""
    given = _arguments()
    given.folder.mkdir(parents=True, exist_ok=True)
    asked = Asked(given.sizes, given.runs, given.folder, given.postgres, given.burndown)
    sections = {
        "start": starting.figures,
        "read": reading.figures,
        "write": writing.figures,
        "as-at": looking_back.figures,
        "json": looking_back.export,
        "reports": reporting.figures,
        "bulk": writing.bulk,
        "capture": capturing.figures,
        "queries": querying.figures,
        "ui": _ui,
    }
    for name, section in sections.items():
        if given.only in {"", name}:
            section(asked)


def _ui(asked: Asked) -> None:
    from benchmarks import ui  # imports what the terminal UI needs, which other sections do not

    for size in asked.sizes:
        heading(f"terminal UI, {size:,} items")
        ui.figures(asked.database(size), tracker(), asked.runs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Print figures and ratios.")
    parser.add_argument("--sizes", default=[1000, 10_000], type=_sizes, help="items, by commas")
    parser.add_argument("--runs", default=7, type=int, help="runs of each")
    parser.add_argument(
        "--burndown", default=1000, type=int, help="largest size for Taskwarrior's; it is slow"
    )
    parser.add_argument("--folder", default=DEFAULT, type=Path, help="where databases are kept")
    parser.add_argument("--postgres", default="", help="URL of an empty or a generated database")
    parser.add_argument("--only", default="", help="one section: start, read, write, as-at …")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
