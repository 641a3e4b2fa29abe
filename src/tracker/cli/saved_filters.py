"""``tracker filter``: filters kept under a name and used as ``@name``."""

from __future__ import annotations

from typing import NamedTuple

import click

from tracker.cli.place import as_at_option, examples, json_option, note_option, past_day, workplace
from tracker.cli.printing import Column, print_json, print_table, say
from tracker.cli.subcommands import verbs


class _Word(NamedTuple):
    """A word of the filter language. ``values`` are those it is limited to or that are usual."""

    word: str
    meaning: str
    values: tuple[str, ...]


filter_command = verbs("filter", "Keep filters under a name; `tracker list @name` uses one.")


@filter_command.command("save", epilog=examples("filter save chase overdue or waiting"))
@click.argument("name")
@click.argument("words", nargs=-1, required=True, metavar="FILTER…")
@note_option
@click.pass_context
def save_command(ctx: click.Context, /, name: str, words: tuple[str, ...], note: str) -> None:
    """Save FILTER under NAME, in place of what NAME stood for."""
    from tracker.cli.place import NothingChanged
    from tracker.cli.selecting import parsed
    from tracker.desk.filters import save_filter
    from tracker.domain.filters import joined

    place, text = workplace(ctx), joined(words)
    parsed(place.reader, text)
    with place.change("filter save", note) as work:
        changed = save_filter(work, name, text)
    if not changed:
        raise NothingChanged
    say(f"@{name.removeprefix('@')} → {text}")


@filter_command.command("words", epilog=examples("filter words"))
@json_option
def words_command(*, as_json: bool) -> None:
    """List the words of the filter language: fields, and the names of ready-made filters."""
    from tracker.domain.filters import FIELDS, NAMED

    fields = [_Word(f"{each.name}:", each.meaning, each.choices) for each in FIELDS.values()]
    names = [_Word(name, named.meaning, ()) for name, named in NAMED.items()]
    if as_json:
        words = [("field", each) for each in fields] + [("name", each) for each in names]
        print_json([{"sort": sort, **each._asdict()} for sort, each in words])
        return
    columns = (
        Column("WORD", lambda each: each.word),
        Column("MEANING", lambda each: each.meaning),
        Column("VALUES", lambda each: ", ".join(each.values), flexible=True),
    )
    print_table(columns, [*fields, *names])


@filter_command.command("list", epilog=examples("filter list", "filter list --json"))
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


@filter_command.command("show", epilog=examples("filter show chase"))
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


@filter_command.command("delete", epilog=examples("filter delete chase"))
@click.argument("name")
@note_option
@click.pass_context
def delete_command(ctx: click.Context, /, name: str, note: str) -> None:
    """Delete a saved filter. `tracker undo` brings it back."""
    from tracker.desk.filters import delete_filter

    with workplace(ctx).change("filter delete", note) as work:
        deleted = delete_filter(work, name)
    say(f"@{deleted} → deleted")
