"""From the global options to the workplace that a command works in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tracker.cli.printing import say
from tracker.domain.errors import Refused
from tracker.session.clock import clock_from
from tracker.session.settings import check_folder, read_settings
from tracker.session.workplace import Workplace

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.dates import Resolved
    from tracker.store.work import Work

Command = TypeVar("Command", bound=Callable[..., Any])


class NothingChanged(Refused):
    """All that was asked for is so already."""

    def __init__(self) -> None:
        super().__init__("Nothing was changed: it is so already.")


def workplace(ctx: click.Context) -> Workplace:
    """Give the workplace of this run; it is made once and closed at the end."""
    root = ctx.find_root()
    if "workplace" not in root.obj:
        options = {name: root.obj[name] for name in ("database", "group", "actor")}
        environment = root.obj.get("environment") or dict(os.environ)
        settings = read_settings(environment, **options)
        check_folder(settings.database, environment)
        place = Workplace(settings, clock_from(environment))
        root.obj["workplace"] = place
        root.call_on_close(place.close)
    found: Workplace = root.obj["workplace"]
    return found


@contextmanager
def changing(place: Workplace, verb: str, note: str = "") -> Iterator[Work]:
    """Open a change of items: one change set, or nothing at all.

    Raises ``NothingChanged`` when every item was as asked already.
    """
    with place.change(verb, note) as work:
        yield work
        if not work.touched_items():
            raise NothingChanged


def past_day(place: Workplace, text: str | None) -> dt.date | None:
    """Read a day that lies behind us (``--on``, ``--as-at``); None when none was given."""
    if not text:
        return None
    from tracker.domain.dates import resolve

    found: Resolved = resolve(text, place.today, meetings=place.meeting_dates(), direction="past")
    return found.date


def on_day(day: dt.date | None) -> str:
    """Say a day that was given, for an echo: ``on Wed 12 Feb 2020``; "" when none was."""
    if day is None:
        return ""
    from tracker.domain.dates import describe

    return f" on {describe(day)}"


def say_as_at(text: str | None, day: dt.date) -> None:
    """Say which day was understood, where it was typed in words."""
    if text and text.strip() != day.isoformat():
        from tracker.domain.dates import describe

        say(f"As recorded by the end of {describe(day)}.")


def examples(*lines: str) -> str:
    """Give the end of a command's help: what one types, line by line."""
    return "\b\n" + "\n".join(["Examples:", *(f"  tracker {line}" for line in lines)])


as_at_option = click.option("--as-at", metavar="DATE", help="As recorded by the end of that day.")
json_option = click.option("--json", "as_json", is_flag=True, help="Give JSON.")
on_option = click.option("--on", metavar="DATE", help="The day it happened, today or earlier.")
note_option = click.option("-n", "--note", default="", help="Why; kept with the change.")
