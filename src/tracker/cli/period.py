"""A period that a report is asked for: ``--since`` and ``--until``, both days in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from tracker.cli.place import past_day, workplace
from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


class BackToFront(UsageProblem):
    """A period that ends before it begins holds nothing."""

    def __init__(self, since: dt.date, until: dt.date) -> None:
        super().__init__(
            f"The period ends on {until}, before it begins on {since}. Give the earlier day to"
            " --since and the later one to --until."
        )


class Period(NamedTuple):
    """The first and the last day; None where it is open."""

    since: dt.date | None
    until: dt.date | None


def period_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the two ends of a period."""
    for option in (
        click.option(
            "--until", "--to", "until", default="", metavar="DATE", help="Up to that day."
        ),
        click.option(
            "--since", "--from", "since", default="", metavar="DATE", help="From that day on."
        ),
    ):
        command = option(command)
    return command


def period_of(ctx: click.Context, since: str, until: str) -> Period:
    """Read the two ends as typed. Raises ``BackToFront`` or what a date that cannot be read does."""
    place = workplace(ctx)
    period = Period(past_day(place, since), past_day(place, until))
    if period.since and period.until and period.until < period.since:
        raise BackToFront(period.since, period.until)
    return period
