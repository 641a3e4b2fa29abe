"""What the verbs of ``tracker liaison`` have in common: one step, told, with what may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.echo import echo
from tracker.cli.moving import propose
from tracker.cli.place import changing
from tracker.cli.printing import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.session.workplace import Workplace
    from tracker.store.tables.item import Item
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work

ref_argument = click.argument("ref", metavar="REF")
whom_argument = click.argument("whom", nargs=-1, metavar="[WHOM]")


def take(place: Workplace, verb: str, ref: int, act: Callable[[Work], str], note: str = "") -> None:
    """Take a step as one change; ``act`` gives what to say of it. Then propose what may follow."""
    from tracker.desk.progress import closable
    from tracker.store.tables.item import Item

    with changing(place, f"liaison {verb}", note) as work:
        said = act(work)
        item = work.item(ref)
        touched: list[Item] = [work.get(Item, key) for key in work.touched_items()]
        proposals = closable(work, touched)
    echo([item], said)
    for proposal in proposals:
        propose(proposal)


def on_line(
    place: Workplace,
    verb: str,
    ref: int,
    whom: str,
    act: Callable[[Work, Destination], str],
) -> None:
    """Take a step of one destination: the named one, or the only one there is."""

    def step(work: Work) -> str:
        from tracker.desk.liaison.statement import line_named, shown_name, statement

        line = line_named(work, ref, statement(work, ref).key, whom, verb)
        said = act(work, line)
        return f"{shown_name(work, line)}: {said}"

    take(place, verb, ref, step)


def shown_lines(work: Work, ref: int) -> str:
    """Say where each destination stands."""
    from tracker.desk.liaison.statement import lines_of, shown_name

    key = work.item(ref).id or 0
    return ", ".join(f"{shown_name(work, line)} {line.state}" for line in lines_of(work, key))


def say_what_is_lacking(place: Workplace, ref: int) -> None:
    """Say what a statement still lacks before it can leave, or which step is next."""
    from tracker.store.reading.liaison_header import liaison_header

    header = liaison_header(place.reader, ref)
    if header is None:
        return
    drafted = header.state == "drafted"
    lacking = [m for m in header.missing(place.today) if not (drafted and "approval" in m.what)]
    for each in lacking:
        say(f"  lacks {each}: {each.command(ref)}")
    if not lacking:
        say(f"It lacks nothing. Next: tracker liaison {'clear' if drafted else 'dispatch'} {ref}")
