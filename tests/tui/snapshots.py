"""Screens kept in ``screens/``: what is shown as text, and how each cell of it looks.

A file holds one screen in every look. Below the text, each line is given as runs: ``a2 b78`` is two
cells that look as ``a`` and 78 as ``b``; lines that are alike are told once. What a letter means in
each look is said at the end.

After a change that is meant, run the tests once with ``UPDATE_SCREENS=1`` and read the difference
before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path
from string import ascii_letters
from typing import TYPE_CHECKING
from zlib import crc32

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

FOLDER = Path(__file__).parent / "screens"
WEIGHTS = ("bold", "dim", "italic", "underline", "reverse", "strike")


def difference(name: str, looks: Mapping[str, Sequence[Strip]]) -> str:
    """Give the difference from the kept screen; ``""`` when there is none.

    ``looks`` are the same screen by the name of the look; all have to say the same words, since
    colour never says anything alone.
    """
    texts = {look: written(strips) for look, strips in looks.items()}
    first, *others = texts
    for other in others:
        if texts[other] != texts[first]:
            return _compared(texts[first], texts[other], f"{name} {first}", f"{name} {other}")
    return _compared(_kept(name, screen := "\n".join(_screen(looks))), screen, name, "now")


def written(strips: Iterable[Strip]) -> str:
    """Give what is shown, line by line, without blanks at the ends of lines."""
    return "\n".join(strip.text.rstrip() for strip in strips).rstrip() + "\n"


def look_of(style: Style | None) -> str:
    """Say how a cell looks: colours, then weights."""
    if style is None:
        return "plain"
    ink = style.color.name if style.color else "-"
    ground = style.bgcolor.name if style.bgcolor else "-"
    return " ".join([ink, "on", ground, *(w for w in WEIGHTS if getattr(style, w))])


def _kept(name: str, screen: str) -> str:
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        path.write_text(screen + "\n", encoding="utf-8")
        return screen
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _compared(before: str, after: str, name: str, other: str) -> str:
    lines = unified_diff(before.splitlines(), after.splitlines(), name, other, lineterm="")
    return "\n".join(lines)


def _screen(looks: Mapping[str, Sequence[Strip]]) -> Iterator[str]:
    strips = next(iter(looks.values()))
    letters = Letters()
    lines = []
    for number in range(len(strips)):
        cells = zip(*(_cells(each[number]) for each in looks.values()), strict=True)
        runs = ((letter, len(list(run))) for letter, run in groupby(map(letters.of, cells)))
        lines.append(" ".join(f"{letter}{length}" for letter, length in runs))
    yield written(strips)
    for line, same in groupby(enumerate(lines, start=1), key=lambda each: each[1]):
        numbers = [number for number, _ in same]
        span = f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        yield f"{span:>5}  {line}"
    yield ""
    for each, letter in sorted(letters.known.items(), key=lambda known: known[1]):
        said = "; ".join(f"{look} {words}" for look, words in zip(looks, each, strict=True))
        yield f"{letter}: {said}"


class Letters:
    """Gives each look a letter, the same one however many others there are, if it can."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], str] = {}

    def of(self, looks: tuple[str, ...]) -> str:
        """Give the letter of a look."""
        if looks not in self.known:
            at = crc32(repr(looks).encode())
            free = (ascii_letters[(at + step) % 52] for step in range(52))
            taken = set(self.known.values())
            self.known[looks] = next(letter for letter in free if letter not in taken)
        return self.known[looks]


def _cells(strip: Strip) -> Iterator[str]:
    for text, style, _ in strip:
        yield from [look_of(style)] * cell_len(text)
