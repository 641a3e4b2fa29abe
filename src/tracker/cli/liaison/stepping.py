"""``tracker liaison clear``, ``redraft``, ``dispatch``, ``send`` and ``withdraw``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.liaison.steps import (
    on_line,
    ref_argument,
    say_what_is_lacking,
    shown_lines,
    take,
    whom_argument,
)
from tracker.cli.place import examples, note_option, on_option, past_day, workplace
from tracker.cli.printing import say
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work

LEVELS = ("meeting", "working party", "rapporteur group", "correspondence")

channel_option = click.option(
    "--by", "channel", default="", metavar="CHANNEL", help="How it goes: e-mail, TIES, letter …"
)


@click.command("clear", epilog=examples("liaison clear 8", "liaison clear 8 --at correspondence"))
@ref_argument
@click.option(
    "--at",
    "level",
    type=click.Choice(LEVELS),
    default="meeting",
    show_default=True,
    help="The level of approval.",
)
@on_option
@note_option
@click.pass_context
def clear_command(ctx: click.Context, /, ref: str, level: str, on: str | None, note: str) -> None:
    """Clear a draft: it may leave the house."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work) -> str:
        from tracker.desk.liaison.dispatching import clear

        found = clear(work, key, level, day)
        return f"cleared, approval: {level}, {found.liaison.cleared_on}"

    take(place, "clear", key, step, note)
    say_what_is_lacking(place, key)


@click.command("redraft", epilog=examples('liaison redraft 8 --note "a date is wrong"'))
@ref_argument
@note_option
@click.pass_context
def redraft_command(ctx: click.Context, /, ref: str, note: str) -> None:
    """Take a cleared statement back to the desk. Takes a note."""
    place, key = workplace(ctx), parse_ref(ref)

    def step(work: Work) -> str:
        from tracker.desk.liaison.dispatching import redraft

        redraft(work, key, note)
        return "drafted again"

    take(place, "redraft", key, step, note)


@click.command(
    "dispatch",
    epilog=examples(
        "liaison dispatch 8 --by e-mail", 'liaison dispatch 8 --on yesterday --anyway "urgent"'
    ),
)
@ref_argument
@on_option
@channel_option
@click.option("--number", default="", help="Our number, if the group counts in its own way.")
@click.option("--anyway", default="", metavar="REASON", help="Send it though something is missing.")
@note_option
@click.pass_context
def dispatch_command(
    ctx: click.Context,
    /,
    ref: str,
    on: str | None,
    channel: str,
    number: str,
    anyway: str,
    note: str,
) -> None:
    """Dispatch a cleared statement to all its destinations; it gets its number.

    For information, a destination ends with that; for action, when the reply was considered.
    """
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work) -> str:
        from tracker.desk.liaison.dispatching import dispatch

        found = dispatch(work, key, on=day, channel=channel, number=number, anyway=anyway)
        liaison = found.liaison
        return f"{liaison.number} dispatched {liaison.dispatched_on}: {shown_lines(work, key)}"

    take(place, "dispatch", key, step, note or anyway)
    say(f"Next: tracker liaison document {key} -o LS.docx, or tracker liaison mail {key} -o LS.eml")


@click.command("send", epilog=examples('liaison send 8 "ITU-R WP 5D" --by e-mail'))
@ref_argument
@whom_argument
@on_option
@channel_option
@click.option("--reference", default="", help="Their own reference, if known.")
@click.pass_context
def send_command(
    ctx: click.Context,
    /,
    ref: str,
    whom: tuple[str, ...],
    on: str | None,
    channel: str,
    reference: str,
) -> None:
    """Send a dispatched statement to a destination that was added later."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work, line: Destination) -> str:
        from tracker.desk.liaison.dispatching import send_line

        send_line(work, key, line, on=day, channel=channel, reference=reference)
        return f"sent {line.sent_on}"

    on_line(place, "send", key, " ".join(whom), step)


@click.command("withdraw", epilog=examples('liaison withdraw 8 --note "asked by phone"'))
@ref_argument
@on_option
@note_option
@click.pass_context
def withdraw_command(ctx: click.Context, /, ref: str, on: str | None, note: str) -> None:
    """Give up a statement that has not left the house. Takes a note."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work) -> str:
        from tracker.desk.liaison.dispatching import withdraw

        withdraw(work, key, note, day)
        return "withdrawn"

    take(place, "withdraw", key, step, note)
