"""The named filters: one table of what each means, in the filter language itself."""

from __future__ import annotations

from typing import NamedTuple

DUE_SOON_DAYS = 14
"""How far ahead “due soon” looks, today included."""

STALLED_DAYS = 15
"""Days without a change after which a holder has stalled."""


class NamedFilter(NamedTuple):
    """What a name stands for."""

    text: str
    """In the filter language; empty for everything."""
    meaning: str


_AT_WORK = 'status:pending,"under implementation"'
"""A due date presses, and silence counts, only while the work is in hand: what is reported done
waits for the confirmation of the Chair or the meeting, and a standing outcome has no date."""

NAMED = {
    "open": NamedFilter("status:open", "still wanting attention"),
    "closed": NamedFilter("status:closed", "follow-up ended"),
    "all": NamedFilter("", "open and closed"),
    "overdue": NamedFilter(f"{_AT_WORK} due<today", "due date past, not reported done"),
    "due-soon": NamedFilter(
        f"{_AT_WORK} due:today..+{DUE_SOON_DAYS}d", f"due within {DUE_SOON_DAYS} days"
    ),
    "waiting": NamedFilter("status:open not waiting:none", "the next step is someone else's"),
    "unowned": NamedFilter("status:open owner:none", "open, nobody owns it"),
    "undated": NamedFilter(f"{_AT_WORK} due:none", "no due date, standing ones apart"),
    "stalled": NamedFilter(
        f"{_AT_WORK} changed<={STALLED_DAYS}d", f"unchanged for {STALLED_DAYS} days"
    ),
    "blocked": NamedFilter("status:open blocked:yes", "blocked by an open item"),
    "standing": NamedFilter("status:standing", "for review at every meeting"),
    "reported-done": NamedFilter('status:"reported done"', "waiting for confirmation"),
    "reiterated": NamedFilter("reiterated>0", "adopted again since"),
    "mine": NamedFilter("owner:me", "owned by me or my offices"),
    "incoming": NamedFilter("direction:incoming", "liaison statements received"),
    "outgoing": NamedFilter("direction:outgoing", "liaison statements sent"),
}
"""Every named filter, in the order in which they are offered."""

ABOUT_STATUS = frozenset({"open", "closed", "all", "standing", "reported-done"})
"""Names that say themselves which statuses are meant: a list need not add “open”."""


def name_of(word: str) -> str | None:
    """The named filter that a word names: ``Due_soon`` and ``duesoon`` are ``due-soon``."""
    name = word.casefold().replace("_", "-").replace(" ", "-")
    if name in NAMED:
        return name
    return {"duesoon": "due-soon", "reporteddone": "reported-done"}.get(name)
