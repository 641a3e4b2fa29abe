"""``tracker list``: items by the filter language."""

from __future__ import annotations

import click

from tracker.cli.place import as_at_option, json_option, past_day, workplace
from tracker.cli.printing import print_json, print_table, say


@click.command("list")
@click.argument("words", nargs=-1, metavar="[FILTER]…")
@click.option("--sort-by", "order", default="due", help="due, ref, changed, paragraph, priority …")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@as_at_option
@json_option
@click.pass_context
def list_command(
    ctx: click.Context,
    words: tuple[str, ...],
    order: str,
    limit: int | None,
    as_at: str | None,
    as_json: bool,
) -> None:
    """List items that meet FILTER, by default all open ones of the current group."""
    from tracker.cli.item_table import item_columns, item_json
    from tracker.store.reading.items import list_items

    place = workplace(ctx)
    day = past_day(place, as_at)
    reader = place.reader_at(day)
    rows = list_items(reader, order=order, limit=limit)
    today = day or place.today
    if as_json:
        print_json([item_json(row, today) for row in rows])
        return
    print_table(item_columns(today, with_group=False), rows)
    if not rows:
        say("Nothing matches.")
