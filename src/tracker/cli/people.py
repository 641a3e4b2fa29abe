"""``tracker person``: people who own work, hold offices or are contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.facts import given, print_facts
from tracker.cli.myself import ME, meant
from tracker.cli.place import (
    NothingChanged,
    as_at_option,
    examples,
    json_option,
    note_option,
    past_day,
    workplace,
)
from tracker.cli.printing import Column, print_json, print_table, say
from tracker.cli.subcommands import verbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.records.parties import PersonRow, TermRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader

person_command = verbs("person", "Keep people: who owns work, holds an office or is a contact.")

_FACTS = (
    ("email", "E-mail address."),
    ("organization", "Where they work."),
    ("country", "Country."),
    ("phone", "Telephone number."),
)


def _fact_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, help in reversed(_FACTS):
        command = click.option(f"--{name}", help=help)(command)
    return command


@person_command.command("add", epilog=examples('person add "Ana Lima" --country Brazil'))
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@_fact_options
@note_option
@click.pass_context
def add_command(
    ctx: click.Context, /, words: tuple[str, ...], note: str, **options: str | None
) -> None:
    """Add a person."""
    from tracker.desk.parties import add_person

    name = " ".join(words)
    with workplace(ctx).change("person add", note) as work:
        add_person(work, name, **{key: value or "" for key, value in options.items()})
    say(f"{name} → added")


@person_command.command("list", epilog=examples("person list", "person list --all --json"))
@click.option("--all", "everything", is_flag=True, help="Retired ones too.")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, everything: bool, as_at: str | None, as_json: bool) -> None:
    """List people."""
    from tracker.store.reading.people import list_people

    place = workplace(ctx)
    people = list_people(place.reader_at(past_day(place, as_at)))
    rows = [person for person in people if everything or not person.retired]
    if as_json:
        print_json([person_json(row) for row in rows])
        return
    print_table(_COLUMNS, rows)
    if not rows:
        say("There is nobody yet. `tracker person add NAME` adds somebody.")


@person_command.command("show", epilog=examples("person show ana", "person show me --json"))
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, /, words: tuple[str, ...], as_at: str | None, as_json: bool
) -> None:
    """Show a person with the offices held."""
    from tracker.cli.office_words import term_json, term_words
    from tracker.store.reading.hanging import open_items_of

    place = workplace(ctx)
    reader = place.reader_at(past_day(place, as_at))
    row = person_named(place, " ".join(words), reader)
    held, refs = _held(reader, row.id), open_items_of(reader, "person", row.id)
    if as_json:
        offices = [term_json(term) for term in held]
        print_json(person_json(row) | {"offices": offices, "open_items": refs})
        return
    print_facts(
        [
            ("Person", row.name),
            ("E-mail", row.email),
            ("Organization", row.organization),
            ("Country", row.country),
            ("Telephone", row.phone),
            ("Offices", "\n".join(f"{t.group} {t.office}, {term_words(t)}" for t in held)),
            ("Open items", refs),
        ]
    )


@person_command.command(
    "change", epilog=examples('person change "Ana Lima" --email ana@example.org')
)
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@click.option("--name", help="Another name.")
@_fact_options
@note_option
@click.pass_context
def change_command(
    ctx: click.Context, /, words: tuple[str, ...], note: str, **options: str | None
) -> None:
    """Change what is known of a person."""
    place = workplace(ctx)
    row, facts = person_named(place, " ".join(words)), given(options)
    from tracker.desk.amend import amend_person
    from tracker.store.tables.person import Person

    with place.change("person change", note) as work:
        changed = amend_person(work, work.get(Person, row.id), facts)
    if not changed:
        raise NothingChanged
    say(f"{row.name} → {', '.join(changed)} changed")


@person_command.command("me", epilog=examples('person me "Ana Lima"', "person me"))
@click.argument("words", nargs=-1, metavar="[NAME]")
@click.pass_context
def me_command(ctx: click.Context, /, words: tuple[str, ...]) -> None:
    """Say which person you are, so that `me` and `mine` mean you; without a name, show it."""
    from tracker.store.preferring import prefer

    place = workplace(ctx)
    if not words:
        click.echo(person_named(place, ME).name)
        return
    row = person_named(place, " ".join(words))
    prefer(place.reader, place.actor, ME, row.name)
    say(f"{row.name} → you, when {place.actor} is at the keyboard")


@person_command.command("retire", epilog=examples('person retire "Ana Lima" -n "left in June"'))
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@note_option
@click.pass_context
def retire_command(ctx: click.Context, /, words: tuple[str, ...], note: str) -> None:
    """Retire a person who has no open items and holds no office. Old records keep the name."""
    place = workplace(ctx)
    row = person_named(place, " ".join(words))
    from tracker.desk.retire import retire_person
    from tracker.store.preferring import forget
    from tracker.store.tables.person import Person

    with place.change("person retire", note) as work:
        retire_person(work, work.get(Person, row.id))
    forget(place.reader, ME, row.name)
    say(f"{row.name} → retired")


def person_named(place: Workplace, name: str, reader: Reader | None = None) -> PersonRow:
    """Give the person of this name; ``me`` is whoever is at the keyboard."""
    from tracker.store.reading.people import find_person

    return find_person(reader or place.reader, meant(place, name))


def person_json(row: PersonRow) -> dict[str, Any]:
    """Give a person with the field names of the domain."""
    facts = {name: getattr(row, name) or None for name, _ in _FACTS}
    return {"name": row.name, **facts, "retired": row.retired}


def _held(reader: Reader, person_id: int) -> list[TermRow]:
    from tracker.store.reading.offices import terms

    return [term for term in terms(reader) if term.person_id == person_id]


_COLUMNS = (
    Column("NAME", lambda row: row.name + (" (retired)" if row.retired else "")),
    Column("E-MAIL", lambda row: row.email),
    Column("ORGANIZATION", lambda row: row.organization),
    Column("COUNTRY", lambda row: row.country),
)
