"""``tracker calendar``: deadlines and meetings for the calendars that people keep."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.place import as_at_option, examples, past_day, workplace
from tracker.cli.printing import say

if TYPE_CHECKING:
    from tracker.domain.records.parties import Party
    from tracker.exchange.calendars import CalendarAsked, CalendarMade
    from tracker.session.workplace import Workplace


@click.command(
    "calendar",
    epilog=examples(
        "calendar -o cwg-cop.ics", "calendar --owner rita -o rita.ics", "calendar --each calendars"
    ),
)
@click.option("--owner", default="", metavar="WHO", help='Only of this owner, or "me".')
@click.option(
    "--each",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="A file for each owner, into FOLDER.",
)
@click.option("--tasks", is_flag=True, help="Items as tasks, those without a date too.")
@click.option("--output", "-o", metavar="FILE", type=click.Path(path_type=Path), help="Into FILE.")
@click.option("--all-groups", is_flag=True, help="Of every group of ours.")
@click.option("--language", default="en", metavar="CODE", help="Of the calendar's own words.")
@as_at_option
@click.pass_context
def calendar_command(
    ctx: click.Context,
    owner: str,
    each: Path | None,
    tasks: bool,
    output: Path | None,
    all_groups: bool,
    language: str,
    as_at: str | None,
) -> None:
    """Give deadlines and meetings as a calendar (iCalendar, .ics).

    Due dates of items, awaited replies, meetings with the deadlines for their documents and
    reports. Import the file again, or subscribe to it where a web server offers it: what moved
    moves, and what was closed is cancelled.
    """
    if each and (owner or output):
        raise click.UsageError("--each writes a file for every owner: leave --owner and -o out.")
    place = workplace(ctx)
    asked = _asked(place, as_at, language, tasks=tasks, all_groups=all_groups)
    from tracker.exchange.calendars import calendar_of, calendars_by_owner

    if each:
        for name, made in calendars_by_owner(asked):
            _write(each / name, made)
        return
    made = calendar_of(asked, _owner(place, owner))
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.content)
        return
    _write(output, made)


def _asked(
    place: Workplace, as_at: str | None, language: str, *, tasks: bool, all_groups: bool
) -> CalendarAsked:
    from tracker.exchange.calendars import CalendarAsked
    from tracker.reports.catalogues import check_language
    from tracker.reports.words import Words

    check_language(language)
    day = past_day(place, as_at)
    group = None if all_groups else place.group
    return CalendarAsked(
        place.reader_at(day), group, day or place.today, place.timezone, Words(language), tasks
    )


def _owner(place: Workplace, name: str) -> Party | None:
    from tracker.cli.owning import party_named

    return party_named(place, name) if name else None


def _write(path: Path, made: CalendarMade) -> None:
    """Write a file whole or not at all, and say so; one that says the same already is left as it is."""
    from tracker.render.formats import CannotWrite

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == made.content:
            return
        if path.exists() and not path.is_file():  # a device or a pipe: nothing to replace
            path.write_bytes(made.content)
            return
        beside = path.with_name(f".{path.name}.part")
        beside.write_bytes(made.content)
        beside.replace(path)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    cancelled = f", {made.cancelled} of them cancelled" if made.cancelled else ""
    say(f"{path}: {made.entries} {'entry' if made.entries == 1 else 'entries'}{cancelled}")
