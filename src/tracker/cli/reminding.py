"""``tracker remind`` and ``chase``: mails to owners, by the cadence or now by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.echo import heading
from tracker.cli.mailing import (
    PlanLine,
    WayOut,
    check_sent,
    print_plan,
    send,
    standing_words,
    way_options,
)
from tracker.cli.place import examples, workplace
from tracker.cli.printing import say
from tracker.domain.errors import AmbiguousName, Refused, UnknownName
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.parties import GroupRow
    from tracker.mail.reminders import Bundle, Reminding, Unreached
    from tracker.mail.sending import Outcome
    from tracker.session.workplace import Workplace


class NobodyReached(Refused):
    """A chase that would not reach everybody it is about is not begun."""

    def __init__(self, lost: Sequence[Unreached]) -> None:
        named = "; ".join(f"{each.item.ref}: {each.why}" for each in lost)
        super().__init__(f"Nobody was chased, since not all owners can be written to. {named}.")


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


@click.command("remind", epilog=examples("remind --dry-run", "remind", "remind --all-groups"))
@click.option("--all-groups", is_flag=True, help="Of every group of ours.")
@click.pass_context
@way_options
def remind_command(ctx: click.Context, way: WayOut, all_groups: bool) -> None:
    """Remind owners of what is due, one mail each; meant to run every day.

    14, 7, 4, 3, 2, 1 and 0 days before an item is due, then every week while it is overdue. Offices
    are written to at their holders, groups at the readers of their digest or at their contacts.
    Nobody is reminded of what is closed, standing or reported done.
    """
    place = workplace(ctx)
    rounds = [_round(place, group) for group in _groups(place, all_groups=all_groups)]
    for _, _, lost in rounds:
        _say_lost(lost)
    if way.dry_run:
        print_plan([_plan(place, r, bundle) for r, bundles, _ in rounds for bundle in bundles])
        return
    parcels = [reminding.parcel(bundle) for reminding, bundles, _ in rounds for bundle in bundles]
    if not parcels:
        say("Nobody is to be reminded today.")
        return
    check_sent(send(ctx, parcels, way))


@click.command("chase", epilog=examples('chase 12 14 --note "The Chair asks for it by Friday."'))
@click.argument("refs", nargs=-1, required=True, metavar="REF…")
@click.option("-n", "--note", required=True, metavar="TEXT", help="What to say; it is kept.")
@click.pass_context
@way_options
def chase_command(ctx: click.Context, way: WayOut, refs: tuple[str, ...], note: str) -> None:
    """Chase the owners of items now, with a note; one mail an owner.

    The note is kept on the items, for everybody to see.
    """
    place, words = workplace(ctx), note.strip()
    items = _chased(place, refs)
    reminding, bundles = _chase(place, items, words)
    if way.dry_run:
        print_plan([_plan(place, reminding, bundle) for bundle in bundles])
        return
    outcomes: list[Outcome] = []
    try:
        for outcome in send(ctx, [reminding.parcel(bundle) for bundle in bundles], way):
            outcomes.append(outcome)  # noqa: PERF402 - what went out is logged, however it ends
    finally:
        _log(place, outcomes, words)
    check_sent(outcomes)
    if not any(outcome.fresh for outcome in outcomes):
        raise ChasedAlready


def _groups(place: Workplace, *, all_groups: bool) -> list[GroupRow]:
    from tracker.store.reading.groups import own_groups

    return own_groups(place.reader) if all_groups else [place.group]


def _round(place: Workplace, group: GroupRow) -> tuple[Reminding, list[Bundle], list[Unreached]]:
    from tracker.domain.cadence import CATCH_UP
    from tracker.mail.reminders import bundled, scheduled
    from tracker.session.clock import today_in
    from tracker.store.reading.deliveries import reminded_of
    from tracker.store.reading.reminding import items_to_remind_of
    from tracker.store.reading.scope import Scope

    today = today_in(group.timezone, place.now())
    lines = items_to_remind_of(place.reader, Scope(group.id), today, group.timezone)
    told = reminded_of(place.reader, today - dt.timedelta(CATCH_UP))
    return scheduled(place.reader, group, today), *bundled(place.reader, lines, today, told)


def _chased(place: Workplace, refs: tuple[str, ...]) -> list[ItemRow]:
    from tracker.desk.chase import check_chasable
    from tracker.store.reading.items import find_item

    items = [find_item(place.reader, ref) for ref in parse_refs(refs)]
    check_chasable(items)
    return items


def _chase(place: Workplace, items: list[ItemRow], note: str) -> tuple[Reminding, list[Bundle]]:
    from tracker.desk.annotate import NothingWritten
    from tracker.mail.reminders import bundled, chase
    from tracker.store.reading.groups import list_groups
    from tracker.store.reading.reminding import Reminded

    if not note:
        raise NothingWritten("note")
    names = sorted({item.group for item in items})
    if len(names) > 1:
        raise SeveralGroups(names)
    group = next(group for group in list_groups(place.reader) if group.acronym == names[0])
    today = place.today
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


def _say_lost(lost: Sequence[Unreached]) -> None:
    for each in lost:
        say(f"{each.item.ref}  {heading(each.item)} → nobody reminded: {each.why}")


def _plan(place: Workplace, reminding: Reminding, bundle: Bundle) -> PlanLine:
    from tracker.store.reading.deliveries import edition_so_far

    lines = bundle.lines
    row = edition_so_far(place.reader, reminding.edition).get(bundle.to.address)
    return PlanLine(
        bundle.to.name,
        bundle.to.address,
        ", ".join(str(line.item.ref) for line in lines),
        "; ".join(heading(line.item) for line in lines),
        standing_words(row.state, row.recorded_at, place.timezone) if row else "to be sent",
    )
