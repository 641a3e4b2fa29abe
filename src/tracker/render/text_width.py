"""How wide text stands in a terminal, and where its lines break."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"[^ ]+")


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """Columns that one line of cleaned text takes up."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def widest_line(text: str) -> int:
    """Columns of the widest line."""
    return max(map(display_width, text.split("\n"))) if "\n" in text else display_width(text)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of the text starts and ends, no line wider than ``width`` columns.

    Lines break at spaces; a word that is too long breaks where it must. There is always a line.
    """
    if "\n" not in text and display_width(text) <= width:
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    begin = 0
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, begin, width))
        begin += len(paragraph) + 1
    return lines


def _wrap_paragraph(text: str, offset: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start = end = 0
    used = 0
    for first, last, word_width in _fitting_words(text, width):
        gap = first - end
        if lines_started := end > start:
            used += gap
        if lines_started and used + word_width > width:
            lines.append((offset + start, offset + end))
            start, used = first, 0
        elif not lines_started:
            start, used = first, 0
        end = last
        used += word_width
    lines.append((offset + start, offset + end))
    return lines


def _fitting_words(text: str, width: int) -> list[tuple[int, int, int]]:
    """Start, end and width of every word; a word wider than the line comes in pieces."""
    words: list[tuple[int, int, int]] = []
    for match in _WORDS.finditer(text):
        first, last = match.span()
        columns = display_width(match[0])
        if columns <= width:
            words.append((first, last, columns))
        else:
            words.extend(_pieces(text, first, last, width))
    return words


def _joint(text: str, start: int, end: int) -> int:
    """A better place than ``end`` to break an address or a symbol: behind one of its joints."""
    joint = max(text.rfind(sign, start, end) for sign in "/-_.?&=") + 1
    return joint if joint - start > (end - start) // 2 else end


def _pieces(text: str, first: int, last: int, width: int) -> list[tuple[int, int, int]]:
    pieces: list[tuple[int, int, int]] = []
    start, used = first, 0
    for position in range(first, last):
        columns = display_width(text[position])
        if used + columns > width and position > start:
            end = _joint(text, start, position)
            pieces.append((start, end, display_width(text[start:end])))
            start, used = end, display_width(text[end:position])
        used += columns
    pieces.append((start, last, used))
    return pieces
