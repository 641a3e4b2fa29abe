"""The command line as a process of its own, as a secretariat starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.conftest import Ran
from tests.house.source import SRC

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMAND = (sys.executable, "-m", "tracker")


def environment(**more: str) -> dict[str, str]:
    """Give the environment of a process that runs the checkout's own source."""
    return os.environ | {"PYTHONPATH": str(SRC)} | more


def run_process(arguments: Sequence[str | bytes], *, code: str = "", **more: str) -> Ran:
    """Run a command line in a process of its own, piped; ``code`` is run before, in the same one."""
    first = (sys.executable, "-c", f"{code}\nfrom tracker.cli.main import main; main()")
    done = subprocess.run(
        [*(first if code else COMMAND), *arguments],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(**more),
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
