"""``tracker office begin``, ``end`` and ``holder``: who holds an office when."""

from __future__ import annotations

import click

from tracker.cli.meeting_words import day_of
from tracker.cli.office_words import A_DAY, held_said, office_json, office_named
from tracker.cli.place import (
    as_at_option,
    examples,
    json_option,
    note_option,
    past_day,
    workplace,
)
from tracker.cli.printing import print_json, say


@click.command(
    "begin", epilog=examples('office begin Chair "Ana Lima" --from 2026-03-01 --to 2029-02-28')
)
@click.argument("office")
@click.argument("words", nargs=-1, required=True, metavar="PERSON")
@click.option("--from", "first", required=True, metavar="DATE", help='First day; "-" if not known.')
@click.option("--to", "last", metavar="DATE", help="Last day, if it is known.")
@note_option
@click.pass_context
def begin_command(
    ctx: click.Context,
    /,
    office: str,
    words: tuple[str, ...],
    first: str,
    last: str | None,
    note: str,
) -> None:
    """Let a person hold an office. The term of the holder before ends the day before."""
    from tracker.cli.people import person_named
    from tracker.desk.parties import begin_term

    place = workplace(ctx)
    row = office_named(place, office, place.today)
    person = person_named(place, " ".join(words))
    begins, ends = day_of(place, first), day_of(place, last)
    with place.change("office begin", note) as work:
        begin_term(work, row.id, person.id, begins, ends and ends + A_DAY)
    say(f"{row.label} → {person.name}, {held_said(begins, ends)}")


@click.command("end", epilog=examples("office end Chair --on 2026-02-28"))
@click.argument("words", nargs=-1, required=True, metavar="OFFICE")
@click.option("--on", metavar="DATE", help="The last day of the term, if not today.")
@note_option
@click.pass_context
def end_command(ctx: click.Context, /, words: tuple[str, ...], on: str | None, note: str) -> None:
    """End the term of whoever holds an office."""
    from tracker.desk.parties import end_term
    from tracker.domain.dates import describe

    place = workplace(ctx)
    row = office_named(place, " ".join(words), place.today)
    last = day_of(place, on) or place.today
    with place.change("office end", note) as work:
        end_term(work, row.id, last + A_DAY)
    say(f"{row.label} → {row.holder or 'the term'} until {describe(last)}")


@click.command("holder", epilog=examples("office holder Chair --on 2020-03-03"))
@click.argument("words", nargs=-1, required=True, metavar="OFFICE")
@click.option("--on", metavar="DATE", help="On which day, if not today.")
@as_at_option
@json_option
@click.pass_context
def holder_command(
    ctx: click.Context, /, words: tuple[str, ...], on: str | None, as_at: str | None, as_json: bool
) -> None:
    """Say who holds an office on a day."""
    place = workplace(ctx)
    known = past_day(place, as_at)
    day = day_of(place, on) or known or place.today
    row = office_named(place, " ".join(words), day, place.reader_at(known))
    if as_json:
        print_json(office_json(row) | {"on": day})
        return
    if row.holder:
        click.echo(row.holder)
    else:
        say(f"Nobody is known to hold {row.label} on {day}.")
