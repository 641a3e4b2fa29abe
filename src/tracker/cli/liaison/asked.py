"""Where the statement that an outcome asks for goes, by the outcome's own text and by options."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.capture.finding.addressed import addressed_in
from tracker.cli.printing import say
from tracker.desk.liaison.destinations import NewDestination
from tracker.domain.folding import fold
from tracker.domain.terminal_text import printable
from tracker.domain.vocabulary import Purpose
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from tracker.store.tables.item import Item
    from tracker.store.work import Work


def stated_by(work: Work, ref: int, but: Collection[str] = ()) -> tuple[NewDestination, ...]:
    """Give the destinations of an outcome, with what its adopted text says they get it for.

    The addressee that the outcome has by now counts before the one in its text. Those named in
    ``but`` are left out: an option says where they stand.
    """
    item = work.item(ref)
    found = _in_text(work, item)
    if item.addressee and not (found and found[0].addressee == item.addressee):
        found = _to_another(item.addressee, found)
    left_out = {fold(name) for name in but}
    return tuple(each for each in found if fold(each.addressee) not in left_out)


def asking(
    destinations: tuple[NewDestination, ...], until: dt.date | None, *, every: bool
) -> tuple[NewDestination, ...]:
    """Give them with what options ask: action of ``every`` one, or of those not merely informed.

    Where all are merely informed, a deadline asks them all.
    """
    informed = {each.addressee for each in destinations if each.purpose == Purpose.INFORMATION}
    if every or len(informed) == len(destinations):
        informed = set()
    return tuple(
        each
        if each.addressee in informed
        else replace(each, purpose=Purpose.ACTION, deadline=until or each.deadline)
        for each in destinations
    )


def say_taken(ref: int, destinations: tuple[NewDestination, ...]) -> None:
    """Say what was taken from the text of an outcome, if it says more than to whom."""
    if any(each.purpose for each in destinations):
        say(f"Taken from the text of {ref}: to {' and to '.join(map(_said, destinations))}.")


def _in_text(work: Work, item: Item) -> tuple[NewDestination, ...]:
    held_on = work.get(Meeting, item.meeting_id).starts_on if item.meeting_id else None
    return tuple(
        NewDestination(each.addressee, each.purpose or "", each.deadline)
        for each in addressed_in(item.text, held_on)
    )


def _to_another(name: str, found: tuple[NewDestination, ...]) -> tuple[NewDestination, ...]:
    """A person named another addressee: it gets what the text says of its only one."""
    return (replace(found[0], addressee=name),) if len(found) == 1 else (NewDestination(name),)


def _said(destination: NewDestination) -> str:
    name = printable(destination.addressee, one_line=True)
    purpose = f" for {destination.purpose}" if destination.purpose else ", purpose unknown"
    return f"{name}{purpose}{f', by {destination.deadline}' if destination.deadline else ''}"
