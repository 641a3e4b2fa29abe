"""What a dry run says of mails: who would get what, and how each stands in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.printing import Column, print_table
from tracker.session.clock import instant_words

if TYPE_CHECKING:
    import datetime as dt


def print_plan(lines: list[PlanLine]) -> None:
    """Print who would get what."""
    print_table(_PLAN, lines)


class PlanLine(NamedTuple):
    """One line of a dry run: who gets what, and what would happen."""

    name: str
    address: str
    gets: str
    what: str
    happens: str


def standing_words(state: str, recorded_at: dt.datetime, timezone: str) -> str:
    """Say of a line of the ledger what another run would do about it."""
    since = instant_words(recorded_at, timezone)
    match state:
        case "sent":
            return f"sent already, {since}"
        case "unknown":
            return "unknown: somebody has to decide"
        case "refused":
            return "to be sent again"
        case _:
            return (
                f"another run has had it since {since}; if that run is gone,"
                " `tracker digest ledger` says what to do"
            )


_PLAN = (
    Column("READER", lambda line: line.name),
    Column("E-MAIL", lambda line: line.address),
    Column("GETS", lambda line: line.gets),
    Column("WHAT", lambda line: line.what, flexible=True),
    Column("STATE", lambda line: line.happens),
)
