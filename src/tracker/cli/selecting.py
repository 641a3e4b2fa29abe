"""Which items a command is about: the filter language, within the current group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from tracker.cli.command_line import BEFORE_THE_COMMAND
from tracker.cli.place import past_day
from tracker.domain.errors import UsageProblem
from tracker.store.reading.conditions import Condition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from tracker.domain.filters import Filter, FilterProblem, Term
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader

OPEN = (
    "NOT v.retired AND v.status IN ('pending', 'under implementation', 'reported done', 'standing')"
)
"""Open items. Written as the partial index has it, so that it is used."""

WITH_MINUS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""For commands that take a filter: ``-web`` is a part of it, so no option has one letter."""


class PointedAt(UsageProblem):
    """A filter is not understood; the second and third line point at the wrong part."""

    def __init__(self, problem: FilterProblem) -> None:
        text, carets, why = problem.pointed().split("\n", 2)
        super().__init__(f"{why}\n  {text}\n  {carets}")


class Selection(NamedTuple):
    """What to read from, the day it is there, and which items."""

    reader: Reader
    today: dt.date
    condition: Condition
    many_groups: bool


def select(
    place: Workplace,
    text: str,
    *,
    as_at: str | None = None,
    all_groups: bool = False,
    meaning: Callable[[Filter], Filter] | None = None,
) -> Selection:
    """Select by a filter: open items of the current group unless it speaks of status or group.

    ``meaning`` makes something else of the filter than a list does. Raises ``PointedAt``.
    """
    day = past_day(place, as_at)
    reader = place.reader_at(day)
    today = day or place.today
    chosen = None if all_groups else place.current
    group_id = chosen.id if chosen else None
    if not text.strip() and meaning is None:
        return Selection(reader, today, _open_in(group_id), many_groups=group_id is None)
    from tracker.domain.filters import open_unless_said

    tree = (meaning or open_unless_said)(parsed(reader, text))
    if _speaks_of_group(tree):
        group_id = None
    condition = compiled(place, reader, tree, today, group_id)
    return Selection(reader, today, condition, many_groups=group_id is None)


def parsed(reader: Reader, text: str) -> Filter:
    """Parse a filter; ``@name`` is a saved one. Raises ``PointedAt``."""
    if not text.strip():
        from tracker.domain.filters import EVERYTHING

        return EVERYTHING
    from tracker.domain.filters import FilterProblem, parse

    saved = dict(reader.rows("SELECT name, text FROM {saved_filter}")) if "@" in text else {}
    try:
        return parse(text, saved=saved)
    except FilterProblem as problem:
        raise PointedAt(problem) from problem


def compiled(
    place: Workplace, reader: Reader, tree: Filter, today: dt.date, group_id: int | None
) -> Condition:
    """Compile a filter into a condition, relative dates seen from ``today``."""
    from tracker.store.filtering.compiling import Asking, condition_for

    meetings = place.meeting_dates() if _speaks_of_dates(tree) else None
    asking = Asking(today, _me(place, tree), meetings)
    return condition_for(reader, tree, asking, group_id=group_id)


def _me(place: Workplace, tree: Filter) -> str:
    """Name whoever asks, where the filter speaks of them. Raises ``WhoAreYou``."""
    if not _speaks_of_me(tree):
        return ""
    from tracker.cli.myself import check_known

    check_known(place)
    return place.me


def checked_words(ctx: click.Context, words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a filter; a mistyped option among them is no part of it."""
    if "-h" in words:
        click.echo(ctx.get_help())
        ctx.exit()
    unknown = next(filter(_like_an_option, words), None)
    if unknown:
        raise click.NoSuchOption(unknown.partition("=")[0], ctx=ctx)
    return words


def _like_an_option(word: str) -> bool:
    """Tell whether a word was meant as an option: ``--limt``, ``-g``. ``-web`` belongs to a filter."""
    return (word.startswith("--") and len(word) > 2) or word in BEFORE_THE_COMMAND


def _open_in(group_id: int | None) -> Condition:
    if group_id is None:
        return Condition(OPEN)
    return Condition(f"{OPEN} AND v.group_id = $1", (group_id,))


def _speaks_of_group(tree: Filter) -> bool:
    return any(term.field == "group" for term in _terms(tree))


def _speaks_of_me(tree: Filter) -> bool:
    from tracker.domain.filters import expand_named

    return any(
        isinstance(value, str) and value.casefold() == "me"
        for term in _terms(expand_named(tree))
        if term.field == "owner"
        for value in term.values
    )


def _speaks_of_dates(tree: Filter) -> bool:
    """Tell whether a date was typed: only these can hang on a meeting."""
    from tracker.domain.filters import FIELDS, FieldKind

    return any(FIELDS[term.field].kind is FieldKind.DATE for term in _terms(tree))


def _terms(tree: Filter) -> Iterator[Term]:
    from tracker.domain.filters import And, Not, Or, Term

    match tree:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)
        case Not(part):
            yield from _terms(part)
        case Term():
            yield tree
