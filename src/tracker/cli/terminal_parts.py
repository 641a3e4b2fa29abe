"""A thing with its fields and lists in a terminal: labels dim, texts broken beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli import terminal
from tracker.domain.terminal_text import printable
from tracker.render.text_width import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.cli.detail_words import Part

LEAST_BESIDE = 24
"""Columns that a text wants to stand beside its label; where there are fewer it stands below."""


def part_lines(heading: str, parts: Sequence[Part], width: int) -> Iterator[str]:
    """Give the lines of a thing, none wider than ``width`` columns."""
    label_width = max((len(part.label) for part in parts), default=0)
    beside = width - label_width - 4 >= LEAST_BESIDE
    indent = label_width + 4 if beside else 4
    for line in wrapped(printable(heading, one_line=True), width):
        yield terminal.styled(line, "bold")
    for part in parts:
        said = "\n".join(map(printable, part.lines or (part.text,)))
        style = "bold red" if part.warns else ""
        lines = [terminal.styled(line, style) for line in wrapped(said, width - indent)]
        label = "  " + terminal.styled(part.label, "dim")
        if beside:
            yield f"{label}{' ' * (indent - 2 - len(part.label))}{lines.pop(0)}".rstrip()
        else:
            yield label
        yield from (f"{' ' * indent}{line}".rstrip() for line in lines)


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines of so many columns at most, at spaces where there are any."""
    text = text.expandtabs(4)
    return [text[start:end] for start, end in wrap(text, max(columns, 2))]
