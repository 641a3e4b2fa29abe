"""What the palette offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    """Give the items, owners, meetings and named filters that fit."""
    return (*_items(reader, text, here), *_names(reader, text))


def _items(reader: Reader, text: str, here: Here) -> Iterator[Entry]:
    from tracker.domain.errors import UsageProblem
    from tracker.domain.filters import all_of, parse
    from tracker.domain.refs import parse_ref
    from tracker.store.filtering.compiling import Asking, condition_for
    from tracker.store.reading.items import list_items
    from tracker.tui.signs import kind_words

    try:
        ref = parse_ref(text)
        wanted = parse(f"#{ref}")
    except UsageProblem:
        try:
            wanted = all_of(parse(text, saved=here.saved, typing=True))
        except UsageProblem:
            return
    condition = condition_for(reader, wanted, Asking(here.today, here.me))
    for row in list_items(reader, condition, limit=ITEMS):
        told = f"{kind_words(row)}, {row.status}"
        yield Entry(row.heading, told, _goes_to(row.id, row.ref), str(row.ref), key_less=True)


def _goes_to(key: int, ref: int) -> Callable[[View], None]:
    return lambda view: view.tracker.show_item(key, ref)


def _names(reader: Reader, text: str) -> Iterator[Entry]:
    from tracker.domain.filters import NAMED
    from tracker.domain.folding import fold
    from tracker.store.reading.people import list_parties

    wanted = fold(text)
    named = [(name, name, f"items {filter.meaning}") for name, filter in NAMED.items()]
    owners = [
        (f"Owner {party.name}", f'owner:"{party.name}"', "items of this owner")
        for party in list_parties(reader)
    ]
    offered = [each for each in (*named, *owners) if wanted and wanted in fold(each[0])]
    for words, filter_text, told in offered[:NAMES]:
        yield Entry(words, told, _lists(filter_text), key_less=True)


def _lists(text: str) -> Callable[[View], None]:
    return lambda view: view.tracker.show_list(text)
