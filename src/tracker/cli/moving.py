"""What the commands that move items along have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.echo import echo, heading
from tracker.cli.place import changing, on_day, past_day, workplace
from tracker.cli.printing import say
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.desk.progress import CannotMove, Grounds
    from tracker.store.reading.closable import Closable
    from tracker.store.tables.item import Item
    from tracker.store.work import Work

refs_argument = click.argument("refs", nargs=-1, required=True, metavar="REF…")
evidence_option = click.option(
    "-e", "--evidence", multiple=True, metavar="WHAT", help="A URL, a symbol or a text; repeatable."
)


OPTIONS = {
    "a note that says why": "--note",
    "the ref of what supersedes it, or a note that says what does": "--by or --note",
    "the one who confirms: the Chair or a meeting": "--by or --meeting",
    "evidence: a URL, a document symbol or a text that shows it": "--evidence",
}
"""What a step takes, as ``lifecycle.Need`` words it, and the option that gives it."""


def move(
    ctx: click.Context,
    verb: str,
    act: Callable[[Work, Grounds], list[Item]],
    *,
    on: str | None = None,
    said: str = "",
    **given: object,
) -> None:
    """Move items along in one change, say what became of them, and propose what may follow.

    ``given`` are the other fields of ``Grounds``.
    """
    from tracker.desk.progress import CannotMove, Grounds, closable

    place = workplace(ctx)
    day = past_day(place, on)
    grounds = Grounds(**given)._replace(on=day)  # type: ignore[arg-type]
    with changing(place, verb, grounds.note) as work:
        try:
            items = act(work, grounds)
        except CannotMove as problem:
            raise _with_options(problem) from problem
        proposals = closable(work, items)
    _echo_by_status(items, f"{on_day(day)}{said}")
    for proposal in proposals:
        propose(proposal)


def _with_options(problem: CannotMove) -> CannotMove:
    """Say by which options what is missing can be given."""
    from tracker.domain.lifecycle import NeedsMore

    cause = problem.__cause__
    if not isinstance(cause, NeedsMore):
        return problem
    options = " and ".join(OPTIONS[need] for need in cause.missing)
    return type(problem)(problem.ref, Refused(f"{cause} Give {options}."))


def _echo_by_status(items: Sequence[Item], more: str) -> None:
    for status in dict.fromkeys(item.status for item in items):
        echo([item for item in items if item.status == status], f"{status}{more}")


def propose(proposal: Closable) -> None:
    """Offer to close an outcome: the command to type, never done by itself."""
    verb = "confirm" if proposal.status == "reported done" else "done"
    say(
        f"Nothing is open any longer under {proposal.ref} “{heading(proposal)}”."
        f" If that ends it: tracker {verb} {proposal.ref}"
    )
