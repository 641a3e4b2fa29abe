"""``tracker liaison header``, ``contact`` and ``attach``: what stands at the head of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.facts import given
from tracker.cli.liaison.options import (
    HEADER_OPTIONS,
    RECEIVED_OPTIONS,
    contacts_of,
    deadline_of,
    header_of,
    purpose_of,
    with_options,
)
from tracker.cli.liaison.steps import ref_argument
from tracker.cli.place import changing, examples, note_option, workplace
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

RECEIVED = ("sender", "reference", "action", "inform", "deadline")
"""Names of the options that concern an incoming statement only."""


@click.command(
    "header",
    epilog=examples(
        "liaison header 8 -m 16 --abstract 'We ask …'",
        'liaison header 9 --from "ITU-D SG2" --action --deadline 2020-10-01',
    ),
)
@ref_argument
@click.option("--title", help="Its title.")
@with_options(*HEADER_OPTIONS, *RECEIVED_OPTIONS)
@note_option
@click.pass_context
def header_command(ctx: click.Context, /, ref: str, note: str, **options: Any) -> None:
    """Change the header or the text of a draft, or what an incoming statement was recorded with.

    Of a draft, purpose and deadline belong to each destination: `liaison to REF WHOM` sets them.
    """
    place, key = workplace(ctx), parse_ref(ref)
    received = _received(place, {name: options.pop(name) for name in RECEIVED})
    facts = header_of(place, given(options) if not received else options)
    from tracker.desk.liaison.correcting import correct
    from tracker.desk.liaison.drafting import change_header

    with changing(place, "liaison header", note) as work:
        if received:
            correct(work, key, **received)
        found = change_header(work, key, **facts)
    names = {"body": "text", "meeting_id": "meeting", "sender": "from", "purpose": "for"}
    changed = [names.get(name, name).replace("_", " ") for name in (*received, *facts)]
    echo([found.item], f"{', '.join(changed)} changed")


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


def _received(place: Workplace, options: dict[str, Any]) -> dict[str, Any]:
    """Give what the options say of an incoming statement."""
    deadline = deadline_of(place, options["deadline"])
    facts = {
        "sender": options["sender"],
        "purpose": purpose_of(action=options["action"], inform=options["inform"]),
        "deadline": deadline,
        "their_reference": options["reference"],
    }
    return {name: value for name, value in facts.items() if value}
