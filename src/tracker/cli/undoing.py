"""``tracker undo`` and ``redo``: one history for all, whoever changed what where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.place import examples, note_option, workplace
from tracker.cli.printing import say

if TYPE_CHECKING:
    from tracker.store.database import Reader

_TOLD_AT_MOST = 20


@click.command("undo", epilog=examples("undo", "undo 37"))
@click.argument("seq", type=click.IntRange(min=1), required=False, metavar="[CHANGE]")
@note_option
@click.pass_context
def undo_command(ctx: click.Context, seq: int | None, note: str) -> None:
    """Undo a change, by default your own last one.

    CHANGE is a number that `tracker history` lists. What was changed again since stays: the undo
    is then refused as a whole, naming the changes in the way.
    """
    place = workplace(ctx)
    from tracker.desk.undo import undo

    with place.change("undo", note) as work:
        undone = undo(work, seq)
    _tell(place.reader, "Undone", undone, work.seq)


@click.command("redo", epilog=examples("redo"))
@note_option
@click.pass_context
def redo_command(ctx: click.Context, note: str) -> None:
    """Do again what you undid last."""
    place = workplace(ctx)
    from tracker.desk.undo import redo

    with place.change("redo", note) as work:
        done_again = redo(work)
    _tell(place.reader, "Done again", done_again, work.seq)


def _tell(reader: Reader, verb: str, seq: int, by: int) -> None:
    """Say which change it was, and what it put back."""
    from tracker.cli.change_words import change_set_words, item_words
    from tracker.store.reading.history import change_sets, changes_between

    (original,) = change_sets(reader, limit=1, before=seq + 1)
    say(f"{verb}: change {seq}, {change_set_words(original)} by {original.actor}")
    put_back = changes_between(reader, by - 1, by)
    for change in put_back[:_TOLD_AT_MOST]:
        say(f"{change.ref}  {item_words(change)}")
    if len(put_back) > _TOLD_AT_MOST:
        say(f"… and {len(put_back) - _TOLD_AT_MOST} more items")
