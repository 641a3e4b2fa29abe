"""``tracker chase``: a mail to owners now, by hand and with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.arguments import looks_like_refs
from tracker.cli.mail_plan import print_plan
from tracker.cli.mailing import WayOut, check_sent, send, way_options
from tracker.cli.place import examples, workplace
from tracker.cli.printing import say
from tracker.cli.reminding import plan_line
from tracker.domain.errors import Refused
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.mail.reminders import Bundle, Reminding
    from tracker.mail.sending import Outcome
    from tracker.session.workplace import Workplace


class NothingOverdue(Refused):
    """An owner is chased about what is overdue, and nothing is."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nothing of {name} is overdue. Write the refs of the items that you mean."
        )


@click.command(
    "chase",
    epilog=examples(
        'chase 12 14 --note "The Chair asks for it by Friday."', 'chase rita -n "Any news?"'
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="REF…|OWNER")
@click.option("-n", "--note", required=True, metavar="TEXT", help="What to say; it is kept.")
@click.pass_context
@way_options
def chase_command(ctx: click.Context, way: WayOut, words: tuple[str, ...], note: str) -> None:
    """Chase the owners of items now, with a note; one mail an owner.

    OWNER is chased about all that is overdue in the current group. The note is kept on the items,
    for everybody to see. Signed by who you are on record (`tracker person me`).
    """
    place, note = workplace(ctx), note.strip()
    items = _items(place, words) if looks_like_refs(words[0]) else _overdue(place, " ".join(words))
    reminding, bundles = _chase(place, items, note)
    if way.dry_run:
        print_plan([plan_line(place, reminding, bundle) for bundle in bundles])
        return
    outcomes: list[Outcome] = []
    try:
        for outcome in send(ctx, [reminding.parcel(bundle) for bundle in bundles], way):
            outcomes.append(outcome)  # noqa: PERF402 - what went out is logged, however it ends
    finally:
        _log(place, outcomes, note)
    check_sent(ctx, outcomes)
    if not any(outcome.fresh for outcome in outcomes):
        from tracker.mail.chasing import ChasedAlready

        raise ChasedAlready


def _items(place: Workplace, refs: tuple[str, ...]) -> list[ItemRow]:
    from tracker.store.reading.items import find_item

    return [find_item(place.reader, ref) for ref in parse_refs(refs)]


def _overdue(place: Workplace, name: str) -> list[ItemRow]:
    """Give what somebody owns that is overdue. Raises ``NothingOverdue``."""
    from tracker.cli.owning import party_named
    from tracker.store.reading.reminding import overdue_of
    from tracker.store.reading.scope import Scope

    owner = party_named(place, name)
    items = overdue_of(place.reader, Scope(place.group.id), owner, place.today)
    if not items:
        raise NothingOverdue(owner.name)
    return items


def _chase(place: Workplace, items: list[ItemRow], note: str) -> tuple[Reminding, list[Bundle]]:
    from tracker.mail.chasing import chase_of
    from tracker.session.clock import today_in

    return chase_of(
        place.reader,
        items,
        lambda zone: today_in(zone, place.now()),
        note=note,
        by=_signed(place),
    )


def _signed(place: Workplace) -> str:
    """Name who chases; one who is not on record is told how the mail would be signed."""
    from tracker.mail.chasing import signature
    from tracker.session.clock import login_name

    by = signature(place.reader, place.me, login_name())
    if not by:
        say("The mail is not signed by name: `tracker person me NAME` says who you are.")
    return by


def _log(place: Workplace, outcomes: list[Outcome], note: str) -> None:
    """Write the chase on the items that a mail about them went out for, or may have."""
    from tracker.desk.chase import log_chase
    from tracker.mail.chasing import chased

    if whom := chased(outcomes):
        with place.change("chase") as work:
            for ref, names in whom.items():
                log_chase(work, [ref], ", ".join(names), note)
