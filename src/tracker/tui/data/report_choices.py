"""What is picked for a report: the choices that the command line offers as options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.ordinals import short

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

ALL_GROUPS = "all"
SCOPES = {
    "group": "of the group",
    "everything": "of all groups",
    "own": "only what is mine",
}
"""Whose items the digest tells of."""


class Picked(NamedTuple):
    """What is picked. Nothing stands for what the report does by itself.

    ``group`` is an acronym, ``""`` for the current one, ``ALL_GROUPS`` for all of ours. ``only`` is
    a filter. ``private`` lets private notes in and marks every page. ``printed`` gives the day of
    printing. The others are choices of some reports: ``Kind.takes`` says of which.
    """

    group: str = ""
    day: dt.date | None = None
    only: str = ""
    language: str = "en"
    private: bool = False
    printed: bool = False
    meeting: int | None = None
    document: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    scope: str = "group"
    owner: str = ""
    ref: int | None = None
    symbol: str = ""
    dated: dt.date | None = None
    source: str = ""


OF_EVERY = ("group", "day", "only", "language", "private", "printed")
"""Choices of every report; what is picked holds for all of them."""

NOTHING = Picked()


class Said(NamedTuple):
    """A choice in words: what it is about, and what is picked."""

    about: str
    words: str
    usual: bool
    """Whether nothing else than usual is picked."""


def said(takes: tuple[str, ...], picked: Picked, *, group: str, since: str) -> Iterator[Said]:
    """Say what every choice is now; ``group`` is the current one, ``since`` the usual beginning."""
    words = {
        "meeting": f"for the {short(picked.meeting)} meeting" if picked.meeting else "",
        "document": picked.document and f"of {picked.document}",
        "since": f"since {picked.since}" if picked.since else "",
        "until": f"until {picked.until}" if picked.until else "",
        "scope": "" if picked.scope == "group" else SCOPES[picked.scope],
        "owner": picked.owner and f"of {picked.owner}",
        "ref": f"item {picked.ref}" if picked.ref else "",
        "symbol": picked.symbol,
        "dated": f"dated {picked.dated}" if picked.dated else "",
        "source": picked.source and f"from {picked.source}",
        "group": "all groups" if picked.group == ALL_GROUPS else picked.group,
        "day": f"as at {picked.day}" if picked.day else "",
        "only": picked.only and f"only {picked.only}",
        "language": "" if picked.language == "en" else f"in {picked.language}",
        "private": "with private notes" if picked.private else "",
        "printed": "with the day of printing" if picked.printed else "",
    }
    usual = {
        "meeting": "" if picked.document else "for the next meeting",
        "since": f"since {since}",
        "owner": "of everybody",
        "ref": "no item yet",
        "group": group,
        "day": "as at now",
        "only": "all items",
    }
    for name in (*takes, *OF_EVERY):
        if shown := words[name] or usual.get(name, ""):
            yield Said(name, shown, usual=not words[name])
