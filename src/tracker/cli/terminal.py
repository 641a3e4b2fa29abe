"""Writing to a terminal: how wide it is, and a few styles where it knows them.

Lists and details are written by hand instead of by Rich, which takes as long to import as
everything else together and a millisecond a row.
"""

from __future__ import annotations

import os
import shutil
import sys

from tracker.render.text_width import display_width, wrap

FORMS = {"bold": "1", "dim": "2"}
COLOURS = {"red": "31", "green": "32", "yellow": "33", "cyan": "36"}
NARROWEST = 20
"""Columns below which nothing is fitted any more."""


def to_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """Give the columns of the terminal; COLUMNS decides where it is set."""
    return max(shutil.get_terminal_size((80, 24)).columns, NARROWEST)


def styled(text: str, style: str) -> str:
    """Dress a text in a style such as ``bold red``; NO_COLOR leaves out the colour."""
    if not style or not text or os.environ.get("TERM") == "dumb":
        return text
    known = FORMS if os.environ.get("NO_COLOR") else FORMS | COLOURS
    codes = ";".join(known[word] for word in style.split() if word in known)
    return f"\033[{codes}m{text}\033[0m" if codes else text


def cut(text: str, columns: int) -> str:
    """Cut one line to so many columns; an ellipsis says that there was more."""
    if display_width(text) <= columns:
        return text
    kept, used = [], 0
    for character in text:
        used += display_width(character)
        if used > columns - 1:
            break
        kept.append(character)
    return f"{''.join(kept).rstrip()}…"


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines of so many columns at most, at spaces where there are any."""
    return [text[start:end] for start, end in wrap(text.expandtabs(4), max(columns, 2))]
