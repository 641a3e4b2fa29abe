"""Starting up: version, help and completion."""

from __future__ import annotations

import sys

from benchmarks.setting import Asked, heading, show, tracker
from benchmarks.timing import Contender, race

FLOOR = "python -c pass"
BAR = "6×, 100 ms"


def figures(asked: Asked) -> None:
    """Print what the shortest answers take."""
    completing = {
        "_TRACKER_COMPLETE": "bash_complete",
        "COMP_WORDS": "tracker li",
        "COMP_CWORD": "1",
    }
    contenders = [
        Contender(FLOOR, [sys.executable, "-c", "pass"]),
        Contender("tracker --version", tracker("--version")),
        Contender("tracker --help", tracker("--help")),
        Contender("completion of a command", tracker(), environment=completing),
    ]
    heading("Start-up")
    show(race(contenders, asked.runs), FLOOR, {each.name: BAR for each in contenders[1:]})
