"""``tracker due`` and ``wait``: when, and on whom."""

from __future__ import annotations

import click

from tracker.cli.arguments import refs_then, refs_then_words
from tracker.cli.days import due_from, due_said, resolve_due
from tracker.cli.echo import echo
from tracker.cli.item_place import home_of
from tracker.cli.owning import basis_option
from tracker.cli.place import changing, examples, note_option, past_day, workplace
from tracker.domain.refs import parse_refs


@click.command(
    "due",
    epilog=examples(
        "due 12 14 next fri", 'due 3 12 days before the 17th --reason "the Chair is away"'
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="REF… WHEN")
@click.option("--unknown", is_flag=True, help="Make the due date unknown.")
@basis_option
@click.option("--reason", default="", help="Why the date is moved; kept with the extension.")
@note_option
@click.pass_context
def due_command(
    ctx: click.Context,
    words: tuple[str, ...],
    unknown: bool,
    basis: str,
    reason: str,
    note: str,
) -> None:
    """Set when items are due.

    WHEN is a date as people say it: 2026-11-27, 12 Feb, fri, in 2 weeks, end of March; or hung on
    a meeting, which it then follows: before next meeting, 12 days before the 17th. A date moved
    later counts as an extension.
    """
    place = workplace(ctx)
    if unknown:
        refs, due = parse_refs(words), None
    else:
        # The date may hang on a meeting: one of the group that the first of the items is from.
        place = home_of(place, parse_refs(words[:1]))
        refs, resolved = refs_then(words, "date", lambda text: resolve_due(place, text))
        if resolved.anchor is not None:
            home_of(place, refs)
        due = due_from(place, resolved)
    from tracker.desk.schedule import reschedule

    with changing(place, "due", note) as work:
        items = reschedule(work, refs, due, basis=basis, reason=reason or note)
    echo(items, due_said(place, due))


@click.command(
    "wait", epilog=examples('wait 12 the host country --since "12 Feb"', "wait 12 --over")
)
@click.argument("words", nargs=-1, required=True, metavar="REF… WHOM")
@click.option("--since", metavar="DATE", help="Since when, if not since today.")
@click.option("--over", is_flag=True, help="Nobody is waited on any longer.")
@note_option
@click.pass_context
def wait_command(
    ctx: click.Context, words: tuple[str, ...], since: str | None, over: bool, note: str
) -> None:
    """Say on whom items wait: the next step is theirs, not the owner's."""
    place = workplace(ctx)
    refs, whom = (parse_refs(words), "") if over else refs_then_words(words, "name")
    day = past_day(place, since)
    from tracker.desk.annotate import wait
    from tracker.domain.dates import describe

    with changing(place, "wait", note) as work:
        items = wait(work, refs, whom, day)
    for item in items:
        since_words = f" since {describe(item.waiting_since)}" if item.waiting_since else ""
        echo([item], f"waiting on {item.waiting_on}{since_words}" if whom else "no longer waiting")
