"""``tracker reader``: who gets the digest of a group, and what of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tracker.cli.facts import given
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
from tracker.domain.errors import UnknownName
from tracker.domain.mail_address import usable_address
from tracker.domain.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tracker.session.workplace import Workplace
    from tracker.store.reading.digest_readers import DigestReaderRow

reader_command = verbs("reader", "Keep readers of the digest: who gets it, and what of it.")


def _what_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--email", help="Where to; else the person's own address."),
        click.option("--language", metavar="CODE", help="Language of the mail, such as fr."),
        click.option(
            "--scope",
            type=click.Choice(["everything", "group", "own"]),
            help="Of all groups, of this one, or the own items.",
        ),
    ):
        command = option(command)
    return command


@reader_command.command(
    "add",
    epilog=examples(
        "reader add Ana", "reader add Rita --scope own", "reader add 'B. Lee <lee@example.org>'"
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="WHO")
@_what_options
@note_option
@click.pass_context
def add_command(
    ctx: click.Context, /, words: tuple[str, ...], note: str, **options: str | None
) -> None:
    """Let somebody read the digest of the current group.

    WHO is a person on record, or a name and an address.
    """
    place = workplace(ctx)
    facts = {name: value for name, value in options.items() if value is not None}
    _check_language(facts)
    who = _who(place, " ".join(words), facts.pop("email", ""))
    group = place.group
    from tracker.desk.digest_readers import add_reader

    with place.change("reader add", note) as work:
        add_reader(
            work,
            group.id,
            name="" if who.person_id else who.name,
            email=who.email,
            person_id=who.person_id,
            **facts,
        )
    say(f"{who.name} → reads the digest of {group.acronym}")


@reader_command.command("list", epilog=examples("reader list", "reader list --json"))
@click.option("--all-groups", is_flag=True, help="Of all groups, not the current one.")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, all_groups: bool, as_at: str | None, as_json: bool) -> None:
    """List the readers of the digest, with the day of the last one that reached them."""
    from tracker.store.reading.deliveries import last_digests
    from tracker.store.reading.digest_readers import list_readers

    place = workplace(ctx)
    group_id = None if all_groups else place.group.id
    readers = list_readers(place.reader_at(past_day(place, as_at)), group_id)
    last = {key: last_digests(place.reader, key) for key in {row.group_id for row in readers}}
    lines = [
        Line(row, str(last[row.group_id].get(usable_address(row.email), ""))) for row in readers
    ]
    if as_json:
        print_json([_json(line) for line in lines])
        return
    print_table(_COLUMNS, lines)
    if not lines:
        say("Nobody reads the digest yet. `tracker reader add WHO` adds somebody.")


@reader_command.command("change", epilog=examples("reader change Ana --scope own --language fr"))
@click.argument("words", nargs=-1, required=True, metavar="WHO")
@_what_options
@click.option("--name", help="Another name in the mail.")
@note_option
@click.pass_context
def change_command(
    ctx: click.Context, /, words: tuple[str, ...], note: str, **options: str | None
) -> None:
    """Change what a reader gets, where to and in which language."""
    place = workplace(ctx)
    row, facts = _reader(place, words), given(options)
    _check_language(facts)
    from tracker.desk.digest_readers import amend_reader
    from tracker.store.tables.choice import DigestReader

    with place.change("reader change", note) as work:
        changed = amend_reader(work, work.get(DigestReader, row.id), facts)
    if not changed:
        raise NothingChanged
    say(f"{row.name} → {', '.join(changed)} changed")


@reader_command.command("retire", epilog=examples("reader retire ana"))
@click.argument("words", nargs=-1, required=True, metavar="WHO")
@note_option
@click.pass_context
def retire_command(ctx: click.Context, /, words: tuple[str, ...], note: str) -> None:
    """Send the digest to a reader no longer."""
    place = workplace(ctx)
    row = _reader(place, words)
    from tracker.desk.digest_readers import retire_reader
    from tracker.store.tables.choice import DigestReader

    with place.change("reader retire", note) as work:
        retire_reader(work, work.get(DigestReader, row.id))
    say(f"{row.name} → reads the digest no longer")


def _check_language(facts: Mapping[str, Any]) -> None:
    """Raise ``NotWrittenIn`` for a language that no digest is written in."""
    from tracker.reports.catalogues import check_language

    check_language(facts.get("language", "en"))


class Line(NamedTuple):
    """A reader, and the day of the last digest that reached them."""

    reader: DigestReaderRow
    last: str


class _Who(NamedTuple):
    """A reader to be: ``email`` where it is not that of the person on record."""

    name: str
    email: str
    person_id: int | None


def _who(place: Workplace, typed: str, email: str) -> _Who:
    """Find a person on record, or read a name and an address. Raises ``UnknownName``."""
    from tracker.cli.people import person_named
    from tracker.domain.mail_address import mailbox

    box = mailbox(typed) if "@" in typed else None
    try:
        person = person_named(place, box.address if box else typed)
    except UnknownName:
        if box is None and not email:
            raise
        name = one_line((box.name or box.address) if box else typed)
        return _Who(name, email or (box.address if box else ""), None)
    return _Who(person.name, email, person.id)


def _reader(place: Workplace, words: Sequence[str]) -> DigestReaderRow:
    from tracker.cli.myself import meant
    from tracker.store.reading.digest_readers import find_reader

    name = " ".join(words)
    return find_reader(place.reader, meant(place, name), place.group.id)


def _json(line: Line) -> dict[str, Any]:
    row = line.reader
    return {
        "group": row.group,
        "name": row.name,
        "email": row.email,
        "scope": row.scope,
        "language": row.language,
        "last": line.last or None,
        "gone": row.gone,
    }


_COLUMNS = (
    Column("GROUP", lambda line: line.reader.group),
    Column("NAME", lambda line: line.reader.name + (" (retired)" if line.reader.gone else "")),
    Column("E-MAIL", lambda line: line.reader.email),
    Column("GETS", lambda line: line.reader.scope),
    Column("LANGUAGE", lambda line: line.reader.language),
    Column("LAST", lambda line: line.last),
)
