"""``tracker liaison draft``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.liaison.options import (
    ATTACH,
    CONTACT,
    HEADER_OPTIONS,
    DeadlineForNobody,
    contacts_of,
    deadline_of,
    destinations_of,
    header_of,
    with_options,
)
from tracker.cli.liaison.steps import say_what_is_lacking
from tracker.cli.place import examples, note_option, workplace
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from tracker.desk.liaison.destinations import NewDestination
    from tracker.session.workplace import Workplace
    from tracker.store.tables.item import Item
    from tracker.store.work import Work


@click.command(
    "draft",
    epilog=examples(
        "liaison draft --for 5 --to ITU-D --action --deadline 2020-06-30 --contact rita",
        'liaison draft "On the Guidelines" --inform "ITU-T SG17" -m 16 -c "Rita <rita@example.org>"',
    ),
)
@click.argument("words", nargs=-1, metavar="[TITLE]")
@click.option(
    "--for", "outcomes", multiple=True, metavar="REF", help="The outcome that asks for it."
)
@click.option("--to", multiple=True, metavar="WHOM", help="Whom it goes to; repeatable.")
@click.option("--action", is_flag=True, help="Those of --to get it for action.")
@click.option("--deadline", default="", metavar="DATE", help="By when they are asked to act.")
@click.option("--inform", multiple=True, metavar="WHOM", help="Whom it informs; repeatable.")
@with_options(CONTACT, ATTACH, *HEADER_OPTIONS)
@click.option("-o", "--owner", default="", metavar="WHO", help="Who sees to it.")
@click.option("-d", "--due", default="", metavar="WHEN", help="When it is to leave.")
@note_option
@click.pass_context
def draft_command(
    ctx: click.Context,
    /,
    words: tuple[str, ...],
    outcomes: tuple[str, ...],
    note: str,
    **options: Any,
) -> None:
    """Draft a statement, and print its ref.

    For an outcome, its title, meeting and owner are taken over, and from its text to whom it goes,
    what for and by when; options win. A name that several groups bear stays open until you choose.
    """
    place = workplace(ctx)
    refs = parse_refs(outcomes) if outcomes else ()
    asked = _asked(place, refs, options)
    facts = _facts(place, " ".join(words), options)
    with place.change("liaison draft", note) as work:
        if refs and not facts["destinations"]:
            facts["destinations"] = _destinations(work, refs[0], facts.pop("further"), asked)
        item = _draft(work, place.group.id, refs, facts)
    click.echo(item.ref)
    echo([item], "liaison statement drafted")
    say_what_is_lacking(place, item.ref)


def _asked(place: Workplace, refs: tuple[int, ...], options: dict[str, Any]) -> dict[str, Any]:
    """Give what --action and --deadline say of the addressees that the outcome names."""
    if options["to"] or not (options["action"] or options["deadline"]):
        return {}
    if not refs:
        raise DeadlineForNobody
    return {
        "until": deadline_of(place, options["deadline"]),
        "every": options["action"],
    }


def _facts(place: Workplace, title: str, options: dict[str, Any]) -> dict[str, Any]:
    from tracker.cli.days import due_from, resolve_due
    from tracker.cli.owning import owner_named
    from tracker.desk.liaison.destinations import NewDestination

    taken = {name: options.pop(name) for name in ("to", "inform", "action", "deadline")}
    inform = taken.pop("inform")
    whole = bool(taken["to"])
    contacts, attachments = options.pop("contacts"), options.pop("attachments")
    owner, due = options.pop("owner"), options.pop("due")
    return {
        **header_of(place, options),
        "title": title,
        "destinations": destinations_of(place, **taken) if whole else (),
        "further": tuple(NewDestination(each, "information") for each in inform),
        "contacts": contacts_of(place, contacts),
        "attachments": attachments,
        "owner": owner_named(place, owner) if owner else None,
        "due": due_from(place, resolve_due(place, due)) if due else None,
    }


def _destinations(
    work: Work, ref: int, further: tuple[NewDestination, ...], asked: dict[str, Any]
) -> tuple[NewDestination, ...]:
    """Give those that the outcome names, for what its text or else an option says, and ``further``."""
    from tracker.cli.liaison.asked import asking, say_taken, stated_by

    stated = stated_by(work, ref, [each.addressee for each in further])
    if asked:
        return (*asking(stated, **asked), *further)
    say_taken(ref, stated)
    return (*stated, *further)


def _draft(work: Work, group_id: int, refs: tuple[int, ...], facts: dict[str, Any]) -> Item:
    from tracker.desk.liaison.drafting import NewStatement, draft, draft_for_outcome

    if refs:
        return draft_for_outcome(work, refs[0], **facts, outcomes=refs)
    facts["destinations"] += facts.pop("further")
    return draft(work, NewStatement(group_id, **facts))
