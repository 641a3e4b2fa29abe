"""``tracker digest ledger`` and ``settle``: what was mailed to whom, and deciding the unknown."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.place import examples, json_option, workplace
from tracker.cli.printing import Column, print_json, print_table, say
from tracker.domain.errors import NotFound, Refused, UsageProblem
from tracker.session.clock import instant_words

if TYPE_CHECKING:
    from tracker.domain.records.deliveries import DeliveryRow

_DECISIONS = ("sent", "retry")


class NothingUnknown(NotFound):
    """There is nothing to settle."""

    def __init__(self) -> None:
        super().__init__("No delivery is unknown or being sent, so there is nothing to settle.")


class NeverHandedOver(Refused):
    """No server can have the mail: its run ended, or is still about to send it."""

    def __init__(self, row: DeliveryRow) -> None:
        super().__init__(
            f"{row.edition} for {row.reader} was not handed to a server yet, so it was not sent."
            " If that run is gone, settle it with retry."
        )


class WhatBecameOfIt(UsageProblem):
    """Settling needs an edition, a reader and a decision."""

    def __init__(self) -> None:
        super().__init__(
            "Write the edition, the reader and what became of it: `tracker digest settle 2020-W11"
            " ana@example.org sent`, or `retry` to send it again."
        )


@click.command("ledger", epilog=examples("digest ledger", "digest ledger --unknown"))
@click.option(
    "--unknown", is_flag=True, help="Only what a person may decide: unknown, or still being sent."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=30, show_default=True, help="The newest so many."
)
@json_option
@click.pass_context
def ledger_command(ctx: click.Context, unknown: bool, limit: int, as_json: bool) -> None:
    """List what was mailed to whom: digests, reminders, chases, the newest first.

    What is unknown may have reached the reader or not: the answer of the mail server was lost.
    Ask the reader, then settle it. What is being sent for long is of a run that was ended in the
    middle; it becomes unknown after half an hour, and can be settled at once.
    """
    from tracker.domain.records.deliveries import UNDECIDED
    from tracker.store.reading.deliveries import list_deliveries

    place = workplace(ctx)
    rows = list_deliveries(place.reader, states=UNDECIDED if unknown else (), limit=limit)
    if as_json:
        print_json([delivery_json(row) for row in rows])
        return
    print_table(_columns(place.timezone), rows)
    if not rows:
        say("Nothing is unknown, or being sent." if unknown else "Nothing was mailed yet.")
    for row in rows:
        if row.state in UNDECIDED:
            say(f"{row.reader}: {_undecided_words(row, place.timezone)}")


@click.command("settle", epilog=examples("digest settle 2020-W11 ana@example.org sent"))
@click.argument("words", nargs=-1, required=True, metavar="EDITION READER sent|retry")
@click.pass_context
def settle_command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Decide an unknown delivery: it was sent, or the next run is to send it again.

    Also one that a run was sending which is gone. The edition and the reader may be shortened as
    long as it is clear what is meant.
    """
    *named, decision = words
    if decision not in _DECISIONS or len(named) < 2:
        raise WhatBecameOfIt
    place = workplace(ctx)
    from tracker.domain.records.deliveries import UNDECIDED, DeliveryState
    from tracker.store.delivering import settle
    from tracker.store.reading.deliveries import list_deliveries

    row = _the_undecided(list_deliveries(place.reader, states=UNDECIDED), " ".join(named))
    sent = decision == "sent"
    if sent and row.state is DeliveryState.CLAIMED:
        raise NeverHandedOver(row)
    if settle(place.reader, row.id, sent=sent, by=place.actor, now=place.now()) is None:
        raise NothingUnknown
    say(f"{row.edition}, {row.reader} → {'sent' if sent else 'the next run sends it again'}")


def _the_undecided(rows: list[DeliveryRow], named: str) -> DeliveryRow:
    """Find the one delivery meant. Raises ``NothingUnknown``, ``UnknownName``, ``AmbiguousName``."""
    from tracker.domain.naming import Named, the_one

    if not rows:
        raise NothingUnknown
    known = [
        Named(row, f"{row.edition} {row.reader}", (f"{row.edition} {row.reader} {row.name}",))
        for row in rows
    ]
    return the_one(named, known, what="unknown delivery", several="unknown deliveries")


def delivery_json(row: DeliveryRow) -> dict[str, Any]:
    """Give a line of the ledger with the field names of the domain."""
    return {
        "edition": row.edition,
        "kind": row.kind,
        "reader": row.reader,
        "name": row.name,
        "date": row.on_date,
        "state": row.state,
        "recorded_at": row.recorded_at,
        "detail": row.detail,
        "items": row.refs,
        "attempts": row.attempts,
        "message_id": row.message_id,
    }


def _undecided_words(row: DeliveryRow, timezone: str) -> str:
    """Say since when nobody has concluded it, and how a person does."""
    since = instant_words(row.recorded_at, timezone)
    settle = f"tracker digest settle {shlex.quote(row.edition)} {row.reader}"
    decide = f"`{settle} sent` where it arrived, else `{settle} retry`"
    match row.state:
        case "sending":
            return f"sending since {since}; if that run is gone: {decide}"
        case "claimed":
            return (
                f"about to be sent since {since}; if that run is gone, the next one after half an"
                f" hour sends it, or at once after `{settle} retry`"
            )
        case _:
            return f"the answer was lost: {decide}"


def _about(row: DeliveryRow) -> str:
    refs = ", ".join(map(str, row.refs))
    return "; ".join(part for part in (refs, row.detail if row.state != "sent" else "") if part)


def _columns(timezone: str) -> tuple[Column, ...]:
    return (
        Column("WHEN", lambda row: instant_words(row.recorded_at, timezone)),
        Column("EDITION", lambda row: row.edition),
        Column("READER", lambda row: row.reader),
        Column(
            "STATE",
            lambda row: row.state,
            style=lambda row: "bold red" if row.state == "unknown" else "",
        ),
        Column("ABOUT", _about, flexible=True),
    )
