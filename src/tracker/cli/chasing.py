"""``tracker chase``: a mail to owners now, by hand and with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.arguments import looks_like_refs
from tracker.cli.mail_plan import print_plan
from tracker.cli.mailing import WayOut, check_sent, send, way_options
from tracker.cli.place import examples, workplace
from tracker.cli.reminding import plan_line
from tracker.domain.errors import AmbiguousName, Refused, UnknownName
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.mail.reminders import Bundle, Reminding, Unreached
    from tracker.mail.sending import Outcome
    from tracker.session.workplace import Workplace


class NobodyReached(Refused):
    """A chase that would not reach everybody it is about is not begun."""

    def __init__(self, lost: Sequence[Unreached]) -> None:
        named = "; ".join(f"{each.item.ref}: {each.why}" for each in lost)
        super().__init__(f"Nobody was chased, since not all owners can be written to. {named}.")


class NothingOverdue(Refused):
    """An owner is chased about what is overdue, and nothing is."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nothing of {name} is overdue. Write the refs of the items that you mean."
        )


class ChasedAlready(Refused):
    """The same words went out about the same items today."""

    def __init__(self) -> None:
        super().__init__("They were chased with these very words today. Write other words.")


class SeveralGroups(Refused):
    """A chase is a mail of one group."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"These items are of {' and '.join(names)}. Chase the items of one group at a time."
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
    for everybody to see.
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
    check_sent(outcomes)
    if not any(outcome.fresh for outcome in outcomes):
        raise ChasedAlready


def _items(place: Workplace, refs: tuple[str, ...]) -> list[ItemRow]:
    from tracker.desk.chase import check_chasable
    from tracker.store.reading.items import find_item

    items = [find_item(place.reader, ref) for ref in parse_refs(refs)]
    check_chasable(items)
    return items


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
    from tracker.desk.annotate import NothingWritten
    from tracker.mail.reminders import bundled, chase
    from tracker.session.clock import today_in
    from tracker.store.reading.groups import list_groups
    from tracker.store.reading.reminding import Reminded

    if not note:
        raise NothingWritten("note")
    names = sorted({item.group for item in items})
    if len(names) > 1:
        raise SeveralGroups(names)
    group = next(group for group in list_groups(place.reader) if group.acronym == names[0])
    today = today_in(group.timezone, place.now())
    lines = [Reminded(item, (today - item.due).days if item.due else 0) for item in items]
    bundles, lost = bundled(place.reader, lines, today)
    if lost:
        raise NobodyReached(lost)
    refs = [item.ref for item in items]
    return chase(place.reader, group, today, refs, note=note, by=_signed(place)), bundles


def _signed(place: Workplace) -> str:
    """Name who chases: in full where they are on record."""
    from tracker.store.reading.people import find_person

    try:
        return find_person(place.reader, place.me).name
    except (UnknownName, AmbiguousName):
        return place.me


def _log(place: Workplace, outcomes: list[Outcome], note: str) -> None:
    """Write the chase on the items that a mail about them went out for, or may have."""
    from tracker.desk.chase import log_chase

    gone = [each for each in outcomes if each.fresh and each.state in ("sent", "unknown")]
    whom: dict[int, list[str]] = {}
    for outcome in gone:
        for ref in outcome.parcel.refs:
            whom.setdefault(ref, []).append(outcome.parcel.to.name or outcome.parcel.to.address)
    if not whom:
        return
    with place.change("chase") as work:
        for ref, names in whom.items():
            log_chase(work, [ref], ", ".join(names), note)
