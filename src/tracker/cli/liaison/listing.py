"""``tracker liaison list``: statements sent and received, with where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.liaison.options import with_options
from tracker.cli.place import as_at_option, examples, json_option, past_day, workplace
from tracker.cli.printing import print_json, print_table, say
from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader

_WHICH = {
    "awaited": "Replies that we await.",
    "owed": "Replies that we owe.",
    "unsent": "What has not left the house.",
    "overdue": "Replies awaited or owed whose day is past.",
    "consider": "Replies that no meeting has considered.",
    "all": "Closed ones too.",
}
_EMPTY = {
    "awaited": "No reply is awaited.",
    "owed": "No reply is owed.",
    "unsent": "Nothing is unsent.",
    "overdue": "No reply is overdue.",
    "to consider": "No reply is to be considered.",
}


class OneList(UsageProblem):
    """One list at a time."""

    def __init__(self) -> None:
        super().__init__(f"Choose one of --{', --'.join(_WHICH)}.")


@click.command(
    "list",
    epilog=examples("liaison list --awaited", 'liaison list --all --with "ITU-T SG17" -m 16'),
)
@with_options(
    *(click.option(f"--{name}", name, is_flag=True, help=text) for name, text in _WHICH.items())
)
@click.option("-m", "--meeting", default="", metavar="N", help="Of that meeting only.")
@click.option("--with", "group", default="", metavar="GROUP", help="To or from that group only.")
@as_at_option
@json_option
@click.pass_context
def list_command(
    ctx: click.Context,
    /,
    meeting: str,
    group: str,
    as_at: str | None,
    as_json: bool,
    **flags: bool,
) -> None:
    """List statements, one line a destination; by default those that are open."""
    from tracker.cli.liaison.words import columns, line_json
    from tracker.store.reading.liaison_list import Which, liaison_lines
    from tracker.store.reading.scope import Scope

    chosen = [name for name, given in flags.items() if given]
    if len(chosen) > 1:
        raise OneList
    which = Which("to consider" if chosen == ["consider"] else chosen[0] if chosen else "open")
    place = workplace(ctx)
    day = past_day(place, as_at)
    reader, today = place.reader_at(day), day or place.today
    group_id, name = _group(reader, group)
    rows = liaison_lines(
        reader,
        Scope(place.current.id if place.current else None),
        which,
        today=today,
        meeting_id=_meeting(place, meeting),
        with_group=group_id,
        with_name=name,
    )
    if as_json:
        print_json([line_json(row, today) for row in rows])
        return
    print_table(columns(today), rows)
    if not rows:
        say(_EMPTY.get(which, "There is none. `tracker liaison draft` or `receive` makes one."))


def _meeting(place: Workplace, name: str) -> int | None:
    from tracker.cli.liaison.options import meeting_id

    return meeting_id(place, name) if name else None


def _group(reader: Reader, name: str) -> tuple[int | None, str]:
    """Give a group by its id; an ambiguous or unknown name stands for itself."""
    if not name:
        return None, ""
    from tracker.domain.errors import AmbiguousName, UnknownName
    from tracker.store.reading.groups import find_group

    try:
        return find_group(reader, name).id, name
    except (AmbiguousName, UnknownName):
        return None, name
