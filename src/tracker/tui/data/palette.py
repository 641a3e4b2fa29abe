"""What the palette offers."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from tracker.tui.data.filter_words import tags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.store.database import Reader
    from tracker.tui.commands.command import Command
    from tracker.tui.data.here import Here
    from tracker.tui.screens.view import View

ITEMS = 12
NAMES = 6


class Entry(NamedTuple):
    """Something to choose; ``key`` is the key that would do it too, or a ref."""

    words: str
    told: str
    run: Callable[[View], None]
    key: str = ""
    key_less: bool = False


def command_entries(view: View) -> tuple[Entry, ...]:
    """Give every command of the view; one that cannot run now says why."""
    return tuple(_command_entry(view, command) for command in view.commands())


def _command_entry(view: View, command: type[Command]) -> Entry:
    why = command().refused(view)
    told = f"not now: {why}" if why else command.help()
    key = view.key_of(command)
    return Entry(command.title(), told, lambda view: view.action_run(command.name()), key)


def found_entries(reader: Reader, text: str, here: Here) -> tuple[Entry, ...]:
    """Give the lists whose name fits, and the items; first the item whose ref was typed."""
    items, lists = tuple(_items(reader, text, here)), tuple(_names(reader, text, here))
    return (*items, *lists) if text.lstrip("#").isdigit() else (*lists, *items)


def _items(reader: Reader, text: str, here: Here) -> Iterator[Entry]:
    from tracker.domain.filters import FilterProblem
    from tracker.tui.data.finding import find_any
    from tracker.tui.signs import kind_words

    try:
        rows = find_any(reader, text, here, limit=ITEMS)
    except FilterProblem:
        return
    for row in rows:
        told = f"{kind_words(row)}, {row.status}"
        yield Entry(row.heading, told, _goes_to(row.id, row.ref), str(row.ref), key_less=True)


def _goes_to(key: int, ref: int) -> Callable[[View], None]:
    return lambda view: view.tracker.show_item(key, ref)


def _names(reader: Reader, text: str, here: Here) -> Iterator[Entry]:
    from tracker.domain.folding import fold

    wanted = fold(text)
    offers = (offer for offer in _lists(reader, here) if wanted and wanted in fold(offer.words))
    for offer in itertools.islice(offers, NAMES):
        yield Entry(offer.words, offer.told, _shows(offer.filter), key_less=True)


class _Offer(NamedTuple):
    """A list that can be gone to by its name."""

    words: str
    filter: str
    told: str


def _lists(reader: Reader, here: Here) -> Iterator[_Offer]:
    """Give named and saved filters, meetings, owners and tags."""
    from tracker.domain.filters import NAMED
    from tracker.store.reading.meetings import list_meetings
    from tracker.store.reading.people import list_parties

    for name, named in NAMED.items():
        yield _Offer(name, name, f"items {named.meaning}")
    for name, text in here.saved.items():
        yield _Offer(f"@{name}", f"@{name}", text)
    for meeting in list_meetings(reader, here.group_id):
        if meeting.ordinal is not None and not meeting.retired:
            told = f"items of {meeting.group}, {meeting.starts_on or 'no date'}"
            yield _Offer(meeting.label.capitalize(), f"meeting:{meeting.ordinal} all", told)
    for party in list_parties(reader):
        name = party.name.replace('"', '""')
        yield _Offer(f"Owner {party.name}", f'owner:"{name}"', "items of this owner")
    for tag in tags_of(reader):
        yield _Offer(f"Tag +{tag}", f"+{tag}", "items with this tag")


def _shows(text: str) -> Callable[[View], None]:
    return lambda view: view.tracker.show_list(text)
