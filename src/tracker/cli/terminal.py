"""The terminal: whether there is one, how wide it is, and a few styles where it knows them.

Lists and details are written by hand instead of by Rich, which takes as long to import as
everything else together and a millisecond a row. What a piped list needs not is imported later.
"""

from __future__ import annotations

import os
import sys

FORMS = {"bold": "1", "dim": "2"}
COLOURS = {"red": "31", "green": "32", "yellow": "33", "cyan": "36"}
USUAL = 80
"""Columns of a terminal that does not say how many it has."""

NARROWEST = 20
"""Columns below which nothing is fitted any more."""


def to_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """Give the columns of the terminal; COLUMNS decides where it is set."""
    wanted = os.environ.get("COLUMNS", "")
    columns = int(wanted) if wanted.isdecimal() else 0
    return max(columns or _width_of_stdout() or USUAL, NARROWEST)


def styled(text: str, style: str) -> str:
    """Dress a text in a style such as ``bold red``; NO_COLOR leaves out the colour."""
    if not style or not text or os.environ.get("TERM") == "dumb":
        return text
    known = FORMS if os.environ.get("NO_COLOR") else FORMS | COLOURS
    codes = ";".join(known[word] for word in style.split() if word in known)
    return f"\033[{codes}m{text}\033[0m" if codes else text


def _width_of_stdout() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):  # as shutil asks, which takes 3 ms to import
        return 0
