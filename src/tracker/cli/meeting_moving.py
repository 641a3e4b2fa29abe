"""``tracker meeting move``: a meeting gets another date, and due dates may follow."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.echo import echo
from tracker.cli.meeting_words import UNKNOWN, day_of, meeting_of, span_said
from tracker.cli.place import NothingChanged, examples, note_option, workplace
from tracker.cli.printing import say
from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.session.workplace import Workplace
    from tracker.store.reading.hanging import Hung


class DateMissing(UsageProblem):
    """A meeting is moved to a day."""

    def __init__(self) -> None:
        super().__init__("Say to which day: `tracker meeting move 17 2027-03-02`.")


@click.command("move", epilog=examples("meeting move 17 2027-03-02 --move-dates"))
@click.argument("meeting")
@click.argument("words", nargs=-1, required=True, metavar="DATE")
@click.option("--to", "last", metavar="DATE", help="The last day; as long as before without it.")
@click.option(
    "--move-dates/--keep-dates", "follow", default=None, help="Whether due dates follow, unasked."
)
@note_option
@click.pass_context
def move_command(
    ctx: click.Context,
    /,
    meeting: str,
    words: tuple[str, ...],
    last: str | None,
    follow: bool | None,
    note: str,
) -> None:
    """Move a meeting to another day.

    The due dates that hang on it are listed, and follow it when you say so. Without a terminal
    they are kept unless --move-dates is given. What it adopted on its last day goes with that.
    """
    from tracker.desk.meetings import move_meeting
    from tracker.desk.schedule import follow_meeting
    from tracker.store.tables.meeting import Meeting

    place = workplace(ctx)
    row = meeting_of(place, meeting)
    begins, ends = _day(place, " ".join(words)), day_of(place, last)
    if row.starts_on == begins and ends in (None, row.ends_on):
        raise NothingChanged
    hung = _would_follow(place, row.id, begins)
    follows = _asked(hung, begins, follow)
    with place.change("meeting move", note) as work:
        meeting_row = work.get(Meeting, row.id)
        adopted = move_meeting(work, meeting_row, begins, ends)
        if follows:
            follow_meeting(work, row.id, begins)
    say(f"{row.group} {row.label} → {span_said(begins, meeting_row.ends_on)}")
    echo(adopted, f"adopted on {meeting_row.ends_on}")
    if hung:
        say(f"{len(hung)} due {_dates(hung)} {'moved with it' if follows else 'kept'}.")


def _day(place: Workplace, text: str) -> dt.date:
    day = day_of(place, text)
    if day is None:
        raise DateMissing
    return day


def _would_follow(place: Workplace, meeting_id: int, begins: dt.date) -> list[Hung]:
    from tracker.store.reading.hanging import due_dates_on

    hung = due_dates_on(place.reader, meeting_id)
    return [each for each in hung if each.due != each.moved(begins)]


def _asked(hung: Sequence[Hung], begins: dt.date, follow: bool | None) -> bool:
    """Show what would follow, and ask where that was not said and somebody can answer."""
    for each in hung:
        say(f"{each.ref}  {each.heading}: {each.due or UNKNOWN} → {each.moved(begins)}")
    if not hung or follow is not None:
        return bool(follow)
    if not _somebody_is_there():
        say("Due dates that hang on the meeting are kept; --move-dates moves them.")
        return False
    return click.confirm(f"Move {'these' if len(hung) > 1 else 'this'} too?", err=True)


def _dates(hung: Sequence[Hung]) -> str:
    return "date" if len(hung) == 1 else "dates"


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()
