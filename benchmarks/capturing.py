"""Capture of a report of 200 pages, in the formats that reports come in."""

from __future__ import annotations

from benchmarks.long_report import FORMATS, long_report
from benchmarks.setting import Asked, heading, say, show, tracker
from benchmarks.timing import Contender, peak_of, race

PAGES = 200


def figures(asked: Asked) -> None:
    """Print the time and the memory that a whole capture takes, without its being written."""
    heading(f"capture of a report of {PAGES} pages")
    where = ("--db", str(asked.database(min(asked.sizes))))
    for form in FORMATS:
        report = long_report(asked.folder, PAGES, form)
        command = tracker(*where, "capture", str(report), "--dry-run")
        show(
            race([Contender(f"capture of .{form}", command)], 3),
            bars={f"capture of .{form}": "5,000 ms"},
        )
        say("largest memory", f"{peak_of(command):7.1f} MiB", "300 MB")
