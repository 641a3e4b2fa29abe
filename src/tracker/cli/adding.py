"""``tracker add``: a new item in one line, or by options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.place import examples, note_option, workplace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.new_item import Draft
    from tracker.store.tables.item import Item
    from tracker.store.work import Work

_OPTIONS = (
    click.option("-o", "--owner", multiple=True, metavar="WHO", help="Owner; again: contributors."),
    click.option("-d", "--due", default="", metavar="WHEN", help="When it is due."),
    click.option("-t", "--tag", multiple=True, metavar="TAG", help="A tag; repeatable."),
    click.option("-m", "--meeting", default="", metavar="N", help="The meeting it comes from."),
    click.option(
        "-p",
        "--priority",
        type=click.Choice(["high", "normal", "low"]),
        help="How pressing it is.",
    ),
    click.option(
        "--for", "carries_out", multiple=True, metavar="REF", help="The outcome it carries out."
    ),
    click.option(
        "--sort",
        type=click.Choice(["action", "outcome", "liaison"]),
        help="What it is, where that is not clear.",
    ),
    click.option("--kind", default="", help="Kind of outcome: decision, request, posting …"),
    click.option("--text", default="", help="The text as adopted; - reads stdin."),
    click.option("--document", default="", metavar="SYMBOL", help="The document that holds it."),
    click.option("--section", default="", help="Its section there."),
    click.option("--bullet", type=click.IntRange(1, 9999), metavar="N", help="Its bullet there."),
    click.option("--addressee", default="", metavar="WHO", help="Whom it is addressed to."),
    click.option("--adopted", metavar="DATE", help="When, if not on the last day of the meeting."),
    click.option("--by-correspondence", is_flag=True, help="Adopted without a meeting."),
    click.option("--to", multiple=True, metavar="WHO", help="Destination of a liaison statement."),
    click.option(
        "--purpose",
        type=click.Choice(["action", "information"]),
        help="What its destinations get it for.",
    ),
    click.option(
        "--basis",
        type=click.Choice(["stated", "assumed", "agreed"]),
        default="assumed",
        show_default=True,
        help="Where owner and date come from.",
    ),
    note_option,
)


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(
    "add",
    epilog=examples(
        "add Post the mascot online @rita due:next fri +web m:16 !high",
        "add Draw the mascot --for 7 --owner Secretary --due 'before next meeting'",
        "add Mascot online --kind posting --text 'The mascot …' --document C20/57-E --section 7.2",
    ),
)
@click.argument("words", nargs=-1, metavar="TITLE…")
@_with_options
@click.pass_context
def add_command(
    ctx: click.Context,
    /,
    words: tuple[str, ...],
    note: str,
    **options: Any,
) -> None:
    """Add an item in one line, and print its ref.

    In the line, @ names the owner, due: a date, + a tag, m: the meeting, ! the priority, for: the
    outcome it carries out, g: the group; all else is the title. With adopted text, a kind or a
    section it is an outcome, otherwise an action item.
    """
    place = workplace(ctx)
    from tracker.cli.new_item import Options, drafted

    said = {name: value for name, value in options.items() if value is not None}
    draft = drafted(place, words, Options(**said))
    with place.change("add", note) as work:
        item = _record(work, draft)
    click.echo(item.ref)
    echo([item], draft.words)


def _record(work: Work, draft: Draft) -> Item:
    if draft.new.sort == "liaison":
        return _record_statement(work, draft)
    from tracker.desk.record import record_item

    item = record_item(work, draft.new)
    _let_contribute(work, item, draft)
    if draft.carries_out:
        from tracker.desk.relate import relate
        from tracker.domain.vocabulary import Relation

        for ref in draft.carries_out:
            relate(work, item.ref, Relation.IMPLEMENTS, ref)
    return item


def _record_statement(work: Work, draft: Draft) -> Item:
    """Record a liaison statement with its destinations, as a draft."""
    from tracker.desk.annotate import prioritize, tag
    from tracker.desk.liaison.destinations import NewDestination
    from tracker.desk.liaison.drafting import NewStatement
    from tracker.desk.liaison.drafting import draft as draft_statement

    new = draft.new
    item = draft_statement(
        work,
        NewStatement(
            group_id=new.group_id,
            title=new.title,
            destinations=tuple(NewDestination(each, draft.purpose) for each in draft.addressees),
            outcomes=draft.carries_out,
            meeting_id=new.meeting_id,
            owner=new.owner,
            due=new.due,
        ),
    )
    tag(work, (item.ref,), new.tags)
    prioritize(work, (item.ref,), new.priority)
    _let_contribute(work, item, draft)
    return item


def _let_contribute(work: Work, item: Item, draft: Draft) -> None:
    if draft.contributors:
        from tracker.desk.assign import add_contributors

        add_contributors(work, (item.ref,), draft.contributors)
