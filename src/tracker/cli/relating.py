"""``tracker relate``, ``unrelate`` and ``block``: how items stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from tracker.cli.arguments import looks_like_refs
from tracker.cli.echo import echo
from tracker.cli.place import changing, examples, note_option, workplace
from tracker.domain.errors import UsageProblem
from tracker.domain.refs import parse_refs
from tracker.domain.vocabulary import INVERSE, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.store.work import Work

_METAVAR = "REF… RELATION REF…"


class UnknownRelation(UsageProblem):
    """A relation is one of a few, in words."""

    def __init__(self, word: str) -> None:
        known = ", ".join([*Relation, *INVERSE.values()])
        super().__init__(f"“{word}” is not a relation. It is one of: {known}.")


class RelationIncomplete(UsageProblem):
    """A relation has a ref on both sides."""

    def __init__(self) -> None:
        super().__init__("A relation has a ref on both sides: `tracker relate 12 implements 7`.")


class Asked(NamedTuple):
    """What was asked: pairs of refs, each «from <relation> to», and how it was worded."""

    pairs: tuple[tuple[int, int], ...]
    relation: Relation
    words: str
    first: tuple[int, ...]
    second: tuple[int, ...]


@click.command("relate", epilog=examples("relate 12 13 implements 7", "relate 7 reiterated by 21"))
@click.argument("words", nargs=-1, required=True, metavar=_METAVAR)
@note_option
@click.pass_context
def relate_command(ctx: click.Context, words: tuple[str, ...], note: str) -> None:
    """Say how items stand to each other.

    RELATION: reiterates, supersedes, refines, implements, blocked by, answers; or read from the
    other end: reiterated by, superseded by, refined by, implemented by, blocks, answered by.
    """
    from tracker.desk.relate import relate

    asked = _asked(words)
    _write(ctx, "relate", note, asked, relate)


@click.command("unrelate", epilog=examples("unrelate 12 implements 7"))
@click.argument("words", nargs=-1, required=True, metavar=_METAVAR)
@note_option
@click.pass_context
def unrelate_command(ctx: click.Context, words: tuple[str, ...], note: str) -> None:
    """Take a relation between items away."""
    from tracker.desk.relate import unrelate

    asked = _asked(words)
    _write(ctx, "unrelate", note, asked, unrelate)


@click.command("block", epilog=examples("block 12 --by 9", "block 12 --by 9 --over"))
@click.argument("refs", nargs=-1, required=True, metavar="REF…")
@click.option("--by", "blockers", multiple=True, required=True, metavar="REF", help="By what.")
@click.option("--over", is_flag=True, help="They are blocked no longer.")
@note_option
@click.pass_context
def block_command(
    ctx: click.Context, refs: tuple[str, ...], blockers: tuple[str, ...], over: bool, note: str
) -> None:
    """Say that items cannot go on before others are closed."""
    from tracker.desk.relate import relate, unrelate

    asked = _between(parse_refs(refs), Relation.BLOCKED_BY, parse_refs(blockers))
    _write(ctx, "block", note, asked, unrelate if over else relate)


def _write(
    ctx: click.Context,
    verb: str,
    note: str,
    asked: Asked,
    act: Callable[[Work, int, Relation, int], None],
) -> None:
    from tracker.desk.chosen import chosen

    with changing(workplace(ctx), verb, note) as work:
        items = chosen(work, asked.first)
        for start, end in asked.pairs:
            act(work, start, asked.relation, end)
    gone = act.__name__ == "unrelate"
    others = ", ".join(map(str, asked.second))
    echo(items, f"{'no longer ' if gone else ''}{asked.words} {others}")


def _asked(words: tuple[str, ...]) -> Asked:
    first = _count_refs(words)
    last = _count_refs(words[::-1])
    middle = " ".join(words[first : len(words) - last]).casefold()
    if not (first and last and middle):
        raise RelationIncomplete
    one, other = parse_refs(words[:first]), parse_refs(words[len(words) - last :])
    relation, inverse = _relation_named(middle)
    if not inverse:
        return _between(one, relation, other)
    turned = _between(other, relation, one)
    return turned._replace(words=inverse, first=one, second=other)


def _relation_named(typed: str) -> tuple[Relation, str]:
    """Give the relation that words or their beginning name, and its inverse if that was named."""
    known = {str(relation): (relation, "") for relation in Relation}
    known |= {inverse: (relation, inverse) for relation, inverse in INVERSE.items()}
    begun = [name for name in known if name.startswith(typed)]
    if typed not in known and len(begun) != 1:
        raise UnknownRelation(typed)
    return known[typed if typed in known else begun[0]]


def _between(first: tuple[int, ...], relation: Relation, second: tuple[int, ...]) -> Asked:
    pairs = tuple((start, end) for start in first for end in second)
    return Asked(pairs, relation, relation, first, second)


def _count_refs(words: tuple[str, ...]) -> int:
    return next((n for n, word in enumerate(words) if not looks_like_refs(word)), len(words))
