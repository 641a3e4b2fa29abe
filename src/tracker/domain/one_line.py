"""Titles, names and references are one line, wherever they come from: typed, pasted or read.

A text pasted from a document often has line breaks in it that nobody means. They are folded here,
and nowhere else; texts as adopted, notes and abstracts keep theirs.
"""

from __future__ import annotations

BREAKS = str.maketrans(dict.fromkeys("\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
"""What parts lines, and tabs, each to be a space."""


def one_line(text: str) -> str:
    """Give a text as one line without spaces around it: what parts its lines is a space.

    Runs of spaces become one where there was a break; else they stay as they were typed.
    """
    if text.isprintable():  # nearly every text, and no break is printable
        return text.strip()
    flat = text.translate(BREAKS)
    return (text if flat == text else " ".join(filter(None, flat.split(" ")))).strip()
