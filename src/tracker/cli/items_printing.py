"""What every list of items has in common: its options, and the shapes it is printed in."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tracker.cli.place import as_at_option, json_option, say_as_at
from tracker.cli.printing import print_json, print_json_lines, print_table, say
from tracker.cli.terminal import to_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.cli.selecting import Selection

ORDERS = ("due", "ref", "changed", "paragraph", "priority", "status", "owner")
"""As the reader of lists knows them; a test holds the two together."""

IN_A_TERMINAL = 100
"""Lines that a terminal gets unless it asks for more."""


EVER = 2**31
"""More lines than there can be items."""


class Shape(NamedTuple):
    """How a list was asked for."""

    order: str
    limit: int | None
    only_count: bool
    only_refs: bool
    as_json: bool
    as_at: str | None
    all_groups: bool

    @property
    def most(self) -> int | None:
        """Give how many lines at most; None for all."""
        as_lines = not (self.as_json or self.only_refs)
        if self.limit is None and as_lines and to_terminal():
            return IN_A_TERMINAL
        return min(self.limit, EVER) if self.limit else None


def list_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every list has; the command gets them as one ``shape``."""

    @wraps(command)
    def run(ctx: click.Context, words: tuple[str, ...], **options: Any) -> None:
        command(ctx, words, Shape(**options))

    shaped: Callable[..., None] = run
    for option in (
        json_option,
        as_at_option,
        click.option("--refs", "only_refs", is_flag=True, help="Give only refs, for a command."),
        click.option("--count", "only_count", is_flag=True, help="Give only their number."),
        click.option(
            "--limit",
            type=click.IntRange(min=0),
            metavar="N",
            help=f"At most so many, 0 for all. In a terminal {IN_A_TERMINAL} unless given.",
        ),
        click.option(
            "--order",
            type=click.Choice(ORDERS),
            default="due",
            show_default=True,
            help="What comes first.",
        ),
        click.option("--all-groups", is_flag=True, help="Of every group, not the current one."),
    ):
        shaped = option(shaped)
    return shaped


def print_items(chosen: Selection, shape: Shape, words: Sequence[str] = ()) -> None:
    """Print the selected items as a table, as JSON, as refs, or their number.

    ``words`` were looked for: when nothing matches, they may lead elsewhere.
    """
    if shape.only_count:
        _print_count(chosen, as_json=shape.as_json)
    elif shape.as_json:
        _print_json(chosen, shape)
    elif shape.only_refs:
        _print_refs(chosen, shape)
    else:
        _print_table(chosen, shape, words)


def _print_count(chosen: Selection, *, as_json: bool) -> None:
    from tracker.store.reading.items import count_items

    number = count_items(chosen.reader, chosen.condition)
    if as_json:
        print_json({"count": number})
    else:
        click.echo(number)


def _print_json(chosen: Selection, shape: Shape) -> None:
    from tracker.store.reading.items_json import items_as_json

    print_json_lines(
        items_as_json(
            chosen.reader,
            chosen.condition,
            today=chosen.today,
            order=shape.order,
            limit=shape.most,
        )
    )


def _print_refs(chosen: Selection, shape: Shape) -> None:
    from tracker.store.reading.items import list_items

    rows = list_items(chosen.reader, chosen.condition, order=shape.order, limit=shape.most)
    if rows:
        click.echo(" ".join(str(row.ref) for row in rows))


def _nothing_words(chosen: Selection, words: Sequence[str]) -> str:
    """Say that nothing matches, or that there is nothing at all: perhaps this is another database."""
    from tracker.store.reading.items import count_items

    if count_items(chosen.reader):
        return " ".join(["Nothing matches.", *_of_meetings(words)])
    where = chosen.reader.database.label()
    when = "" if chosen.reader.at is None else " by that day"
    return (
        f"There is no item in {where}{when}."
        " `tracker capture FILE` reads a report, `tracker add TITLE` adds an item."
    )


def _of_meetings(words: Sequence[str]) -> Iterator[str]:
    """Say how the items of a meeting are listed, where an ordinal was looked for in their texts."""
    from tracker.domain.ordinals import ordinal_of, short

    for word in words:
        if not word.isdecimal() and (ordinal := ordinal_of(word)):
            yield f"`tracker list meeting:{ordinal}` lists what is of the {short(ordinal)} meeting."


def _print_table(chosen: Selection, shape: Shape, words: Sequence[str]) -> None:
    from tracker.cli.item_table import item_columns
    from tracker.store.reading.items import count_items, list_items

    rows = list_items(chosen.reader, chosen.condition, order=shape.order, limit=shape.most)
    print_table(item_columns(chosen.today, with_group=chosen.many_groups), rows)
    say_as_at(shape.as_at, chosen.today)
    if not rows:
        say(_nothing_words(chosen, words))
    elif len(rows) == shape.most and to_terminal():
        total = count_items(chosen.reader, chosen.condition)
        if total > len(rows):
            say(f"Shown are {len(rows)} of {total}; --limit 0 shows all.")
