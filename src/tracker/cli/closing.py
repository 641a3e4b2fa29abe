"""``tracker standing``, ``retire``, ``withdraw``, ``overtaken`` and ``supersede``."""

from __future__ import annotations

import click

from tracker.cli.moving import evidence_option, move, refs_argument
from tracker.cli.place import examples, note_option, on_option
from tracker.domain.refs import parse_ref, parse_refs


@click.command("standing", epilog=examples("standing 3"))
@refs_argument
@note_option
@click.pass_context
def standing_command(ctx: click.Context, refs: tuple[str, ...], note: str) -> None:
    """Let outcomes stand: they come up for review at every meeting, and are never due."""
    from tracker.desk.progress import make_standing

    numbers = parse_refs(refs)
    move(ctx, "standing", lambda work, grounds: make_standing(work, numbers, grounds), note=note)


@click.command("retire", epilog=examples('retire 3 --note "decided by the 17th meeting"'))
@refs_argument
@evidence_option
@on_option
@note_option
@click.pass_context
def retire_command(
    ctx: click.Context, refs: tuple[str, ...], evidence: tuple[str, ...], on: str | None, note: str
) -> None:
    """End standing outcomes, by decision. Takes a note."""
    from tracker.desk.progress import retire

    numbers = parse_refs(refs)
    move(
        ctx,
        "retire",
        lambda work, grounds: retire(work, numbers, grounds),
        on=on,
        note=note,
        evidence=evidence,
    )


@click.command("withdraw", epilog=examples('withdraw 12 --note "asked for twice"'))
@refs_argument
@on_option
@note_option
@click.pass_context
def withdraw_command(ctx: click.Context, refs: tuple[str, ...], on: str | None, note: str) -> None:
    """Withdraw items. Takes a note."""
    from tracker.desk.progress import withdraw

    numbers = parse_refs(refs)
    move(ctx, "withdraw", lambda work, grounds: withdraw(work, numbers, grounds), on=on, note=note)


@click.command("overtaken", epilog=examples('overtaken 12 --note "the Conference was moved"'))
@refs_argument
@on_option
@note_option
@click.pass_context
def overtaken_command(ctx: click.Context, refs: tuple[str, ...], on: str | None, note: str) -> None:
    """Say that events have overtaken items. Takes a note."""
    from tracker.desk.progress import overtake

    numbers = parse_refs(refs)
    move(ctx, "overtaken", lambda work, grounds: overtake(work, numbers, grounds), on=on, note=note)


@click.command("supersede", epilog=examples("supersede 12 --by 31"))
@refs_argument
@click.option("--by", metavar="REF", help="What has taken their place.")
@on_option
@note_option
@click.pass_context
def supersede_command(
    ctx: click.Context, refs: tuple[str, ...], by: str | None, on: str | None, note: str
) -> None:
    """Say that another item has taken the place of items, or what the note names."""
    from tracker.desk.progress import supersede

    numbers, other = parse_refs(refs), parse_ref(by) if by else None
    move(
        ctx,
        "supersede",
        lambda work, grounds: supersede(work, numbers, grounds),
        on=on,
        said=f" by {other}" if other else "",
        note=note,
        superseded_by=other,
    )
