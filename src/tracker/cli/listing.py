"""``tracker list`` and ``queue``: items by the filter language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.items_printing import list_options, print_items
from tracker.cli.place import examples, workplace
from tracker.cli.selecting import WITH_MINUS, checked_words, select

if TYPE_CHECKING:
    from tracker.cli.items_printing import Shape
    from tracker.domain.filters import Filter


@click.command(
    "list",
    context_settings=WITH_MINUS,
    epilog=examples(
        "list overdue owner:me",
        'list due.before:fri -waiting "young people"',
        "list status:closed --as-at 2020-03-03 --json",
    ),
)
@click.argument("words", nargs=-1, metavar="[FILTER]…")
@click.pass_context
@list_options
def list_command(ctx: click.Context, words: tuple[str, ...], shape: Shape) -> None:
    """List items that meet FILTER, by default all open ones of the current group.

    FILTER: words to look for, field:value terms, names such as overdue or waiting, @saved ones;
    put together by and, or, not, a minus sign and parentheses. `tracker filter words` lists all.
    """
    text = _as_text(checked_words(ctx, words))
    chosen = select(workplace(ctx), text, as_at=shape.as_at, all_groups=shape.all_groups)
    print_items(chosen, shape, words)


@click.command(
    "queue", context_settings=WITH_MINUS, epilog=examples("queue", "queue meeting:16 --refs")
)
@click.argument("words", nargs=-1, metavar="[FILTER]…")
@click.pass_context
@list_options
def queue_command(ctx: click.Context, words: tuple[str, ...], shape: Shape) -> None:
    """List open items that lack an owner or a date: what is still to be settled."""
    text = _as_text(checked_words(ctx, words))

    def unsettled(tree: Filter) -> Filter:
        from tracker.domain.filters import Named

        return (Named("unowned") | Named("undated")) & tree

    chosen = select(
        workplace(ctx), text, as_at=shape.as_at, all_groups=shape.all_groups, meaning=unsettled
    )
    print_items(chosen, shape, words)


def _as_text(words: tuple[str, ...]) -> str:
    if not words:
        return ""
    from tracker.domain.filters import joined

    return joined(words)
