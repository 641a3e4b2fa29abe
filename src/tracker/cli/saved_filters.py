"""``tracker filter``: filters kept under a name and used as ``@name``."""

from __future__ import annotations

import click

from tracker.cli.place import as_at_option, examples, json_option, note_option, past_day, workplace
from tracker.cli.printing import Column, print_json, print_table, say
from tracker.cli.subcommands import verbs

filter_command = verbs("filter", "Keep filters under a name; `tracker list @name` uses one.")


@filter_command.command("save", epilog=examples("filter save chase overdue or waiting"))
@click.argument("name")
@click.argument("words", nargs=-1, required=True, metavar="FILTER…")
@note_option
@click.pass_context
def save_command(ctx: click.Context, /, name: str, words: tuple[str, ...], note: str) -> None:
    """Save FILTER under NAME, in place of what NAME stood for."""
    from tracker.cli.place import NothingChanged
    from tracker.desk.filters import save_filter
    from tracker.domain.filters import joined

    place, text = workplace(ctx), joined(words)
    with place.change("filter save", note) as work:
        changed = save_filter(work, name, text)
    if not changed:
        raise NothingChanged
    say(f"@{name.removeprefix('@')} → {text}")


@filter_command.command("list")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, as_at: str | None, as_json: bool) -> None:
    """List saved filters."""
    from tracker.store.reading.saved_filters import saved_filters

    place = workplace(ctx)
    saved = saved_filters(place.reader_at(past_day(place, as_at)))
    if as_json:
        print_json([{"name": name, "filter": text} for name, text in saved.items()])
        return
    columns = (
        Column("NAME", lambda pair: f"@{pair[0]}"),
        Column("FILTER", lambda pair: pair[1], flexible=True),
    )
    print_table(columns, list(saved.items()))
    if not saved:
        say("No filter is saved yet. `tracker filter save NAME FILTER` saves one.")


@filter_command.command("show")
@click.argument("name")
@as_at_option
@json_option
@click.pass_context
def show_command(ctx: click.Context, /, name: str, as_at: str | None, as_json: bool) -> None:
    """Show what a saved filter stands for."""
    from tracker.store.reading.saved_filters import find_filter

    place = workplace(ctx)
    found, text = find_filter(place.reader_at(past_day(place, as_at)), name)
    if as_json:
        print_json({"name": found, "filter": text})
        return
    click.echo(text)


@filter_command.command("delete")
@click.argument("name")
@note_option
@click.pass_context
def delete_command(ctx: click.Context, /, name: str, note: str) -> None:
    """Delete a saved filter. `tracker undo` brings it back."""
    from tracker.desk.filters import delete_filter

    with workplace(ctx).change("filter delete", note) as work:
        deleted = delete_filter(work, name)
    say(f"@{deleted} → deleted")
