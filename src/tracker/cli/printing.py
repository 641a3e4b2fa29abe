"""What commands print: tables for people, stable plain text when piped, JSON for programs.

Data goes to stdout, everything else to stderr. Text of users is text: never markup.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tracker.cli import terminal
from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tracker.cli.detail_words import Part

Printed = tuple[str, "Sequence[Part]"]
"""A heading, and the parts under it."""

PLAIN_GAP = "  "


class Column(NamedTuple):
    """A column: its title, and how to get its text from a record.

    In a terminal a flexible column is cut to what room there is, and a spare one left out where
    there is none.
    """

    title: str
    text: Callable[[Any], str]
    flexible: bool = False
    right: bool = False
    style: Callable[[Any], str] = lambda _record: ""
    spare: bool = False


def say(line: str) -> None:
    """Tell a person something that is not data."""
    sys.stderr.write(f"{printable(line)}\n")


def print_table(columns: Sequence[Column], records: Sequence[Any]) -> None:
    """Print records as a table: as wide as the terminal, or aligned plain text when piped."""
    if not records:
        return
    if terminal.to_terminal():
        from tracker.cli.terminal_table import table_lines

        click.echo("\n".join(table_lines(columns, records, terminal.width())))
        return
    sys.stdout.writelines(plain_lines(columns, records))


def plain_lines(columns: Sequence[Column], records: Sequence[Any]) -> Iterable[str]:
    """Give aligned lines with a header; nothing is cut, so that programs see everything."""
    aligned = [_aligned(column, records) for column in columns]
    for row in zip(*aligned, strict=True):
        yield f"{PLAIN_GAP.join(row).rstrip()}\n"


def _aligned(column: Column, records: Sequence[Any]) -> list[str]:
    """Give a column, its title first, every text as wide as the widest."""
    texts = [column.title, *map(column.text, records)]
    together = "".join(texts)
    if not (together.isascii() and together.isprintable()):
        texts = [printable(text, one_line=True) for text in texts]
    width = max(map(len, texts))
    if column.right:
        return [text.rjust(width) for text in texts]
    return [text.ljust(width) for text in texts]


def print_json(value: object) -> None:
    """Print a value as JSON, dates in ISO form; one object or one list, and a newline."""
    import json

    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=_as_text)
    sys.stdout.write("\n")


def _as_text(value: Any) -> str:
    """Write days and instants in ISO form."""
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if isoformat else str(value)


def print_json_lines(lines: Iterable[str]) -> None:
    """Print JSON objects, each made already, as one list with an object a line."""
    before = "[\n"
    for line in lines:
        sys.stdout.write(before + line)
        before = ",\n"
    sys.stdout.write("[]\n" if before == "[\n" else "\n]\n")


def print_parts(things: Iterable[Printed]) -> None:
    """Print things one by one: a heading, then its fields and lists."""
    for number, (heading, parts) in enumerate(things):
        if number:
            sys.stdout.write("\n")
        if terminal.to_terminal():
            from tracker.cli.terminal_parts import part_lines

            click.echo("\n".join(part_lines(heading, parts, terminal.width())))
        else:
            sys.stdout.write("".join(_part_lines(heading, parts)))


def _part_lines(heading: str, parts: Sequence[Part]) -> Iterator[str]:
    yield f"{printable(heading, one_line=True)}\n"
    width = max((len(part.label) for part in parts if not part.lines), default=0)
    for part in parts:
        if not part.lines:
            yield f"  {part.label:<{width}}  {printable(part.text, one_line=True)}\n"
            continue
        yield f"  {part.label}\n"
        for line in "\n".join(map(printable, part.lines)).splitlines():
            yield f"    {line}\n"
