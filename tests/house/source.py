"""The project's own files, as the guards look at them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SRC = CHECKOUT / "src"


def modules(room: str = "") -> dict[str, Path]:
    """Give the file of every module of the package, or of one room, by its dotted name."""
    found = {}
    for path in sorted((SRC / "tracker" / room).rglob("*.py")):
        parts = path.relative_to(SRC).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def run_python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python on the checkout's own source, in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SRC), "COLUMNS": "80"} | environment,
    )


def loaded_by(code: str, **environment: str) -> set[str]:
    """Give the names of the modules that running ``code`` loads, whether it exits or just ends."""
    probe = (
        "import atexit, sys\n"
        "before = set(sys.modules)\n"
        "report = lambda: print('LOADED', *sorted(set(sys.modules) - before), file=sys.stderr)\n"
        f"atexit.register(report)\n{code}"
    )
    done = run_python("-c", probe, **environment)
    narration, _, names = done.stderr.rpartition("LOADED")
    assert done.returncode == 0, narration or done.stderr
    return set(names.split())
