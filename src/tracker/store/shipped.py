"""Where the folder ``db/`` lies: inside an installed package, or beside ``src/`` in a checkout."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def db_folder() -> Path:
    """Give the folder that holds ``migrations/``, ``views/`` and ``samples/``.

    Raises:
        FileNotFoundError: the installation lacks it, which no user can cause or mend.

    """
    from pathlib import Path  # costs 8 ms, which a list as at a day need not wait for

    return Path(_folder())


def view_text(name: str) -> str:
    """Give the text of a view's file."""
    with open(os.path.join(_folder(), "views", f"{name}.sql"), encoding="utf-8") as file:
        return file.read()


def _folder() -> str:
    """Find it: a wheel carries it as ``tracker/db``, a checkout has it at its top."""
    for above in (_PACKAGE, os.path.dirname(os.path.dirname(_PACKAGE))):
        candidate = os.path.join(above, "db")
        if os.path.isfile(os.path.join(candidate, "migrations", "env.py")):
            return candidate
    raise FileNotFoundError(os.path.join(_PACKAGE, "db", "migrations", "env.py"))
