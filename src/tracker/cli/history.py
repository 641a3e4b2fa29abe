"""``tracker history``: what changed, by whom, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from tracker.cli.place import as_at_option, examples, json_option, past_day, workplace
from tracker.cli.printing import print_json, say
from tracker.domain.errors import UnknownRef
from tracker.domain.refs import parse_refs
from tracker.domain.terminal_text import printable
from tracker.session.clock import instant_words

if TYPE_CHECKING:
    from tracker.domain.records.changes import ChangeSet, ItemChange
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader

EVER = 2**31
"""More change sets than there can be."""

_ITEMS_SHOWN = 10
"""Items told of a change set; the rest are counted. ``--json`` has all."""


class Told(NamedTuple):
    """A change set and what it did to items."""

    change_set: ChangeSet
    items: list[ItemChange]


@click.command("history", epilog=examples("history", "history 12", "history --limit 5 --json"))
@click.argument("refs", nargs=-1, metavar="[REF]…")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N",
    help="The newest so many, 0 for all.",
)  # fmt: skip
@as_at_option
@json_option
@click.pass_context
def history_command(
    ctx: click.Context, refs: tuple[str, ...], limit: int, as_at: str | None, as_json: bool
) -> None:
    """Show what changed, newest first: of some items, or of everything.

    The number in front is what `tracker undo` takes.
    """
    place = workplace(ctx)
    reader = place.reader_at(past_day(place, as_at))
    numbers = parse_refs(refs) if refs else ()
    told = _of_items(reader, numbers) if numbers else _of_everything(reader, limit)
    told = told[:limit] if limit else told
    if as_json:
        print_json([_as_json(each) for each in told])
        return
    for each in told:
        click.echo("\n".join(_lines(place, each, named=len(numbers) != 1)))
    if not told:
        say("Nothing was changed yet.")


def _of_items(reader: Reader, refs: tuple[int, ...]) -> list[Told]:
    from tracker.store.reading.history import item_history

    by_seq: dict[int, Told] = {}
    for ref in refs:
        changes = item_history(reader, ref)
        if not changes:
            raise UnknownRef(ref)
        for change in changes:
            made = change.change_set
            by_seq.setdefault(made.seq, Told(made, [])).items.append(change)
    return [by_seq[seq] for seq in sorted(by_seq, reverse=True)]


def _of_everything(reader: Reader, limit: int) -> list[Told]:
    from tracker.store.reading.history import change_sets, changes_between

    before = 2**62 if reader.at is None else reader.at + 1
    made = change_sets(reader, limit=min(limit or EVER, EVER), before=before)
    if not made:
        return []
    by_seq: dict[int, list[ItemChange]] = {}
    for change in changes_between(reader, made[-1].seq - 1, made[0].seq):
        by_seq.setdefault(change.change_set.seq, []).append(change)
    return [Told(each, by_seq.get(each.seq, [])) for each in made]


def _lines(place: Workplace, told: Told, *, named: bool) -> list[str]:
    from tracker.cli.change_words import change_set_words, changes_words, item_words

    made = told.change_set
    head = f"{made.seq:>5}  {instant_words(made.recorded_at, place.timezone)}  {made.actor}"
    note = f"  “{printable(made.note, one_line=True)}”" if made.note else ""
    lines = [f"{head}  {change_set_words(made)}{note}"]
    for change in told.items[:_ITEMS_SHOWN]:
        words = f"{change.ref}  {item_words(change)}" if named else changes_words(change)
        lines.append(f"       {words}")
    if len(told.items) > _ITEMS_SHOWN:
        lines.append(f"       … and {len(told.items) - _ITEMS_SHOWN} more items")
    return lines


def _as_json(told: Told) -> dict[str, object]:
    from tracker.cli.detail_json import change_set_json, item_change_json

    items = [item_change_json(change) for change in told.items]
    return {**change_set_json(told.change_set), "items": items}
