"""``tracker liaison assign``, ``answer``, ``replied`` and ``noted``: what came in is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.liaison.options import (
    ATTACH,
    CONTACT,
    HEADER_OPTIONS,
    contacts_of,
    deadline_of,
    header_of,
    with_options,
)
from tracker.cli.liaison.steps import ref_argument, say_what_is_lacking, take
from tracker.cli.place import examples, note_option, on_option, past_day, workplace
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.store.work import Work


@click.command("assign", epilog=examples("liaison assign 9 rita"))
@ref_argument
@click.argument("who", nargs=-1, required=True, metavar="WHO")
@note_option
@click.pass_context
def assign_command(ctx: click.Context, /, ref: str, who: tuple[str, ...], note: str) -> None:
    """Say who deals with an incoming statement: a person, an office or a group."""
    from tracker.cli.owning import party_named

    place, key = workplace(ctx), parse_ref(ref)
    owner = party_named(place, " ".join(who))

    def step(work: Work) -> str:
        from tracker.desk.liaison.receiving import assign_holder

        assign_holder(work, key, owner)
        return f"assigned to {owner.name}"

    take(place, "assign", key, step, note)


@click.command(
    "answer",
    epilog=examples("liaison answer 9 -m 16 -c rita", "liaison answer 9 --action --deadline 1-Sep"),
)
@ref_argument
@click.option("--title", default="", help="Else: Reply to liaison statement from …")
@click.option("--action", is_flag=True, help="Our reply asks them for action in turn.")
@click.option("--deadline", default="", metavar="DATE", help="By when they are asked to act.")
@with_options(CONTACT, ATTACH, *HEADER_OPTIONS)
@note_option
@click.pass_context
def answer_command(
    ctx: click.Context,
    /,
    ref: str,
    action: bool,
    deadline: str,
    note: str,
    **options: Any,
) -> None:
    """Draft our reply to an incoming statement, and print its ref; dispatching it answers."""
    place, key = workplace(ctx), parse_ref(ref)
    contacts, attachments = options.pop("contacts"), options.pop("attachments")
    facts = header_of(place, options) | {
        "contacts": contacts_of(place, contacts),
        "attachments": attachments,
    }
    until = deadline_of(place, deadline)
    from tracker.desk.liaison.destinations import change_destination
    from tracker.desk.liaison.receiving import draft_reply
    from tracker.desk.liaison.statement import lines_of

    with place.change("liaison answer", note) as work:
        reply = draft_reply(work, key, **facts)
        if action or until:
            (line,) = lines_of(work, reply.id or 0)
            change_destination(work, reply.ref, line, purpose="action", deadline=until)
    click.echo(reply.ref)
    echo([reply], f"drafted, answers {key}")
    say_what_is_lacking(place, reply.ref)


@click.command("replied", epilog=examples('liaison replied 9 --note "by phone to A. Lima"'))
@ref_argument
@on_option
@note_option
@click.pass_context
def replied_command(ctx: click.Context, /, ref: str, on: str | None, note: str) -> None:
    """Record that an incoming statement was answered outside of tracker. Takes a note."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work) -> str:
        from tracker.desk.liaison.receiving import mark_replied

        return f"replied {mark_replied(work, key, day, note).liaison.ended_on}"

    take(place, "replied", key, step, note)


@click.command("noted", epilog=examples("liaison noted 9", 'liaison noted 9 --note "not ours"'))
@ref_argument
@on_option
@note_option
@click.pass_context
def noted_command(ctx: click.Context, /, ref: str, on: str | None, note: str) -> None:
    """Note an incoming statement without answering; one for action takes a note."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work) -> str:
        from tracker.desk.liaison.receiving import note_only

        return f"noted {note_only(work, key, day, note).liaison.ended_on}"

    take(place, "noted", key, step, note)
