"""``tracker show``: everything about items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.place import (
    as_at_option,
    examples,
    json_option,
    past_day,
    say_as_at,
    workplace,
)
from tracker.cli.printing import print_parts
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tracker.cli.printing import Printed
    from tracker.domain.records.item_detail import ItemDetail
    from tracker.store.database import Reader


@click.command("show", epilog=examples("show 12", "show 12 14 --history", "show 3 --as-at 3-Mar"))
@click.argument("refs", nargs=-1, required=True, metavar="REF…")
@click.option("--history", "with_history", is_flag=True, help="With all that was ever changed.")
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, refs: tuple[str, ...], with_history: bool, as_at: str | None, as_json: bool
) -> None:
    """Show everything about items: where they come from, how they stand, what was written on them.

    Private notes are shown and marked.
    """
    place = workplace(ctx)
    day = past_day(place, as_at)
    reader, today = place.reader_at(day), day or place.today
    from tracker.store.reading.detail import item_detail

    items = [item_detail(reader, ref, today) for ref in parse_refs(refs)]
    if as_json:
        from tracker.cli.detail_json import print_details

        print_details(reader, items, today, with_history=with_history)
        return
    say_as_at(as_at, today)
    print_parts(_printed(reader, item, today, with_history=with_history) for item in items)


def _printed(reader: Reader, item: ItemDetail, today: dt.date, *, with_history: bool) -> Printed:
    from tracker.cli.detail_words import Part, parts_of

    reiteration = None
    if any(link.relation == "reiterates" for link in item.links):
        from tracker.cli.reiterating import reiteration_of

        reiteration = reiteration_of(reader, item)
    parts = list(parts_of(item, today, reiteration))
    if with_history:
        parts.append(Part("History", lines=tuple(_history(reader, item.row.ref))))
    return f"{item.row.ref}  {item.row.heading}", parts


def _history(reader: Reader, ref: int) -> Iterator[str]:
    from tracker.cli.change_words import change_set_words, changes_words
    from tracker.store.reading.history import item_history

    for change in item_history(reader, ref):
        made = change.change_set
        words = changes_words(change)
        yield f"{made.recorded_at:%Y-%m-%d}  {made.actor}, {change_set_words(made)}: {words}"
