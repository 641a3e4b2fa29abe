"""``tracker liaison draft``, ``header``, ``contact`` and ``attach``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.facts import given
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
from tracker.cli.liaison.steps import ref_argument, say_what_is_lacking
from tracker.cli.place import changing, examples, note_option, workplace
from tracker.domain.refs import parse_ref, parse_refs

if TYPE_CHECKING:
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

    For an outcome, its title, meeting, addressee and owner are taken over. A name that several
    groups bear stays open until you choose.
    """
    place = workplace(ctx)
    refs = parse_refs(outcomes) if outcomes else ()
    asked = _asked(place, refs, options)
    facts = _facts(place, " ".join(words), options)
    with place.change("liaison draft", note) as work:
        item = _draft(work, place.group.id, refs, facts)
        if asked:
            _ask(work, item, asked)
    click.echo(item.ref)
    echo([item], "liaison statement drafted")
    say_what_is_lacking(place, item.ref)


@click.command("header", epilog=examples("liaison header 8 -m 16 --abstract 'We ask …'"))
@ref_argument
@click.option("--title", default="", help="Its title.")
@with_options(*HEADER_OPTIONS)
@note_option
@click.pass_context
def header_command(ctx: click.Context, /, ref: str, note: str, **options: str) -> None:
    """Change the header or the text of a draft."""
    place = workplace(ctx)
    facts = header_of(place, given({name: value or None for name, value in options.items()}))
    from tracker.desk.liaison.drafting import change_header

    with changing(place, "liaison header", note) as work:
        found = change_header(work, parse_ref(ref), **facts)
    names = {"body": "text", "meeting_id": "meeting"}
    echo([found.item], ", ".join(names.get(name, name).replace("_", " ") for name in facts))


@click.command(
    "contact",
    epilog=examples("liaison contact 8 rita", 'liaison contact 8 "Ana <a@example.org>; TSB"'),
)
@ref_argument
@click.argument("who", nargs=-1, metavar="[WHO]…")
@note_option
@click.pass_context
def contact_command(ctx: click.Context, /, ref: str, who: tuple[str, ...], note: str) -> None:
    """Set the contacts of the header, one an argument; none takes them away."""
    place = workplace(ctx)
    contacts = contacts_of(place, who)
    from tracker.desk.liaison.drafting import replace_contacts

    with changing(place, "liaison contact", note) as work:
        replace_contacts(work, parse_ref(ref), contacts)
        item = work.item(parse_ref(ref))
    said = ", ".join(f"{each.name} {each.email}".strip() for each in contacts)
    echo([item], f"contact {said}" if said else "without contacts")


@click.command("attach", epilog=examples("liaison attach 8 C20/57-E https://example.org/guide"))
@ref_argument
@click.argument("what", nargs=-1, metavar="[WHAT]…")
@note_option
@click.pass_context
def attach_command(ctx: click.Context, /, ref: str, what: tuple[str, ...], note: str) -> None:
    """Set the attachments as references: symbols, URLs, file names; none takes them away."""
    from tracker.desk.liaison.drafting import replace_attachments

    with changing(workplace(ctx), "liaison attach", note) as work:
        replace_attachments(work, parse_ref(ref), what)
        item = work.item(parse_ref(ref))
    echo([item], f"attached {', '.join(what)}" if what else "without attachments")


def _asked(place: Workplace, refs: tuple[int, ...], options: dict[str, Any]) -> dict[str, Any]:
    """Give what --action and --deadline say of the addressee that the outcome names."""
    if options["to"] or not (options["action"] or options["deadline"]):
        return {}
    if not refs:
        raise DeadlineForNobody
    return {"purpose": "action", "deadline": deadline_of(place, options["deadline"])}


def _ask(work: Work, item: Item, asked: dict[str, Any]) -> None:
    from tracker.desk.liaison.destinations import change_destination
    from tracker.desk.liaison.statement import lines_of

    for line in lines_of(work, item.id or 0):
        if not line.purpose:
            change_destination(work, item.ref, line, **asked)


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


def _draft(work: Work, group_id: int, refs: tuple[int, ...], facts: dict[str, Any]) -> Item:
    from tracker.desk.liaison.drafting import NewStatement, draft, draft_for_outcome

    if refs:
        return draft_for_outcome(work, refs[0], **facts, outcomes=refs)
    facts["destinations"] += facts.pop("further")
    return draft(work, NewStatement(group_id, **facts))
