"""``tracker search``: items by the words in them, open and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.items_printing import list_options, print_items
from tracker.cli.place import examples, workplace
from tracker.cli.selecting import select
from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from tracker.cli.items_printing import Shape
    from tracker.domain.filters import Filter


class NothingToLookFor(UsageProblem):
    """There is neither letter nor digit in a word."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” has no letter or digit to look for.")


@click.command(
    "search",
    epilog=examples("search mascot", 'search "young people"', "search fifteenth involv*"),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.pass_context
@list_options
def search_command(ctx: click.Context, words: tuple[str, ...], shape: Shape) -> None:
    """Find items by words in their titles, adopted texts, notes and evidence, closed ones too.

    Words in quotes stand side by side; a star at the end lets a word go on. 15th finds fifteenth,
    and any name of a group finds its other names.
    """

    def looked_for(_: Filter) -> Filter:
        return _sought(words)

    chosen = select(
        workplace(ctx), "", as_at=shape.as_at, all_groups=shape.all_groups, meaning=looked_for
    )
    print_items(chosen, shape, words)


def _sought(words: tuple[str, ...]) -> Filter:
    """Give the filter: an argument with a space was quoted and is a phrase."""
    from tracker.domain.filters import Words, all_of
    from tracker.domain.folding import fold

    for word in words:
        if not fold(word):
            raise NothingToLookFor(word)
    return all_of(
        *(
            Words(word.rstrip("*"), phrase=" " in word.strip(), prefix=word.endswith("*"))
            for word in words
        )
    )
