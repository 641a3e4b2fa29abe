"""``tracker remind``: mails to owners, by the cadence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.echo import heading
from tracker.cli.mail_plan import PlanLine, print_plan, standing_words
from tracker.cli.mailing import WayOut, check_sent, send, way_options
from tracker.cli.place import examples, workplace
from tracker.cli.printing import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.deliveries import DeliveryRow
    from tracker.domain.records.parties import GroupRow
    from tracker.mail.reminders import Bundle, Reminding, Unreached
    from tracker.session.workplace import Workplace


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
        print_plan([plan_line(place, r, bundle) for r, bundles, _ in rounds for bundle in bundles])
        return
    parcels = [reminding.parcel(bundle) for reminding, bundles, _ in rounds for bundle in bundles]
    if not parcels:
        say("Nobody is to be reminded today.")
    outcomes = list(send(ctx, parcels, way)) if parcels else []
    here = {(each.parcel.edition, each.parcel.to.address) for each in outcomes}
    stuck = [row for reminding, _, _ in rounds for row in _in_hand(place, reminding)]
    check_sent(ctx, outcomes, [row for row in stuck if (row.edition, row.reader) not in here])


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


def _in_hand(place: Workplace, reminding: Reminding) -> list[DeliveryRow]:
    """Give the reminders of the last days that may not have arrived: nobody is told again of them.

    Those of a day that can no longer be made up for are past deciding.
    """
    from tracker.domain.cadence import CATCH_UP
    from tracker.domain.records.deliveries import DeliveryState
    from tracker.store.reading.deliveries import list_deliveries

    since = reminding.today - dt.timedelta(CATCH_UP)
    rows = list_deliveries(place.reader, states=(DeliveryState.UNKNOWN, DeliveryState.SENDING))
    return [
        row
        for row in rows
        if (row.kind, row.group_id) == (reminding.kind, reminding.group.id) and row.on_date >= since
    ]


def _say_lost(lost: Sequence[Unreached]) -> None:
    for each in lost:
        say(f"{each.item.ref}  {heading(each.item)} → nobody reminded: {each.why}")


def plan_line(place: Workplace, reminding: Reminding, bundle: Bundle) -> PlanLine:
    """Say what an owner would get."""
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
