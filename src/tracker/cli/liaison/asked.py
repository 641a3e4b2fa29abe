"""Where the statement that an outcome asks for goes, by the outcome's own text and by options."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.capture.finding.addressed import addressed_of
from tracker.cli.printing import say
from tracker.desk.liaison.destinations import NewDestination
from tracker.domain.folding import fold
from tracker.domain.terminal_text import printable
from tracker.domain.vocabulary import Purpose
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from tracker.store.work import Work


def stated_by(work: Work, ref: int, but: Collection[str] = ()) -> tuple[NewDestination, ...]:
    """Give the destinations of an outcome, with what its adopted text says they get it for.

    The addressee that the outcome has by now counts before the one in its text. Those named in
    ``but`` are left out: an option says where they stand.
    """
    item = work.item(ref)
    held_on = work.get(Meeting, item.meeting_id).starts_on if item.meeting_id else None
    found = (
        NewDestination(each.addressee, each.purpose or "", each.deadline)
        for each in addressed_of(item.text, item.addressee, held_on)
    )
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


def _said(destination: NewDestination) -> str:
    name = printable(destination.addressee, one_line=True)
    purpose = f" for {destination.purpose}" if destination.purpose else ", purpose unknown"
    return f"{name}{purpose}{f', by {destination.deadline}' if destination.deadline else ''}"
