"""``tracker office``: roles in a group, and who holds them when."""

from __future__ import annotations

import click

from tracker.cli.facts import print_facts
from tracker.cli.holding import begin_command, end_command, holder_command
from tracker.cli.office_words import A_DAY, office_json, office_named, term_json, term_words
from tracker.cli.place import (
    as_at_option,
    examples,
    json_option,
    note_option,
    past_day,
    workplace,
)
from tracker.cli.printing import Column, print_json, print_table, say
from tracker.cli.subcommands import verbs

office_command = verbs("office", "Keep offices: roles in a group, and who holds them when.")


@office_command.command("add", epilog=examples('office add "Vice-Chair"'))
@click.argument("words", nargs=-1, required=True, metavar="TITLE")
@note_option
@click.pass_context
def add_command(ctx: click.Context, /, words: tuple[str, ...], note: str) -> None:
    """Add an office to the current group."""
    from tracker.desk.parties import add_office

    place, title = workplace(ctx), " ".join(words)
    group = place.group
    with place.change("office add", note) as work:
        add_office(work, group.id, title)
    say(f"{group.acronym} {title} → added")


@office_command.command(
    "list", epilog=examples("office list", "office list --as-at 2020-03-03 --json")
)
@click.option("--all", "everything", is_flag=True, help="Retired ones too.")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, everything: bool, as_at: str | None, as_json: bool) -> None:
    """List offices and who holds them."""
    from tracker.store.reading.offices import list_offices

    place = workplace(ctx)
    day = past_day(place, as_at)
    rows = [
        office
        for office in list_offices(place.reader_at(day), day or place.today)
        if everything or not office.retired
    ]
    if as_json:
        print_json([office_json(row) for row in rows])
        return
    print_table(_COLUMNS, rows)
    if not rows:
        say("There is no office yet. `tracker office add TITLE` adds one.")


@office_command.command("show", epilog=examples("office show Chair", "office show CWG-COP Chair"))
@click.argument("words", nargs=-1, required=True, metavar="OFFICE")
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, /, words: tuple[str, ...], as_at: str | None, as_json: bool
) -> None:
    """Show an office with all its terms."""
    from tracker.store.reading.hanging import open_items_of
    from tracker.store.reading.offices import terms

    place = workplace(ctx)
    day = past_day(place, as_at)
    reader = place.reader_at(day)
    row = office_named(place, " ".join(words), day or place.today, reader)
    held = [term for term in terms(reader) if term.office_id == row.id and term.person_id]
    refs = open_items_of(reader, "office", row.id)
    if as_json:
        print_json(
            office_json(row) | {"terms": [term_json(term) for term in held], "open_items": refs}
        )
        return
    print_facts(
        [
            ("Office", row.label),
            ("Holder", row.holder),
            ("Terms", "\n".join(f"{term.holder}, {term_words(term)}" for term in held)),
            ("Open items", refs),
        ]
    )


@office_command.command("retire", epilog=examples('office retire "Vice-Chair"'))
@click.argument("words", nargs=-1, required=True, metavar="OFFICE")
@note_option
@click.pass_context
def retire_command(ctx: click.Context, /, words: tuple[str, ...], note: str) -> None:
    """Retire an office that nobody holds and that has no open items."""
    place = workplace(ctx)
    row = office_named(place, " ".join(words), place.today)
    from tracker.desk.retire import retire_office
    from tracker.store.tables.person import Office

    with place.change("office retire", note) as work:
        retire_office(work, work.get(Office, row.id))
    say(f"{row.label} → retired")


_COLUMNS = (
    Column("GROUP", lambda row: row.group),
    Column("OFFICE", lambda row: row.title + (" (retired)" if row.retired else "")),
    Column("HOLDER", lambda row: row.holder or "—"),
    Column("SINCE", lambda row: str(row.since or "") if row.holder else ""),
    Column("UNTIL", lambda row: str(row.until - A_DAY) if row.until else ""),
)

for _verb in (begin_command, end_command, holder_command):
    office_command.add_command(_verb)
