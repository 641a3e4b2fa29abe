"""Where the folder ``db/`` lies: inside an installed package, or beside ``src/`` in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def db_folder() -> Path:
    """Give the folder that holds ``migrations/``, ``views/`` and ``samples/``.

    A wheel carries it as ``tracker/db``; a checkout (and so an editable install) has it at its top.

    Raises:
        FileNotFoundError: the installation lacks it, which no user can cause or mend.

    """
    for candidate in (_PACKAGE / "db", _PACKAGE.parent.parent / "db"):
        if (candidate / "migrations" / "env.py").is_file():
            return candidate
    raise FileNotFoundError(_PACKAGE / "db" / "migrations" / "env.py")
