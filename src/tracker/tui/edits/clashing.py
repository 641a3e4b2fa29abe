"""Two people decided differently at the same time: both are shown, and the second is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.triage_words import said_words, what_words
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.telling import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.triage_merging import AnyClash
    from tracker.tui.bodies.triage import TriageBody

SHOWN = 4
"""How many are asked about at once; the others follow."""
LONGEST = 300
"""Characters of a decision: both are to be compared, so that nearly every title is whole."""
AGAIN = 0.2
"""Seconds until it is looked again whether a dialogue is still open, whose keys are not answers."""


def ask_which(body: TriageBody, clashes: Sequence[AnyClash]) -> None:
    """Tell who came first on what; ask which decision stands where the person decided, too."""
    for each in clashes:
        if each.opened:
            body.tracker.tell(f"{_theirs(each)}. That stands; only your own was taken back.")
    _ask(body, [each for each in clashes if not each.opened])


def untold_lines(untold: Sequence[tuple[str, AnyClash]]) -> list[str]:
    """Say, for whom left before being asked, what stands and what was not kept."""
    return [
        f"{file_name}: {_theirs(each)}. That stands; yours was not kept: {_mine(each)}."
        for file_name, each in untold
    ]


def _ask(body: TriageBody, clashes: Sequence[AnyClash]) -> None:
    now, later = clashes[:SHOWN], clashes[SHOWN:]
    if not now:
        return
    if body.tracker.screen.is_modal:
        body.set_timer(AGAIN, lambda: _ask(body, clashes))
        return

    def insist() -> None:
        body.insist(now)
        _ask(body, later)

    who = " and ".join(dict.fromkeys(map(_who, now)))
    lines = (f"{_theirs(each)}\n  you: {_mine(each)}" for each in now)
    body.tracker.push_screen(
        Confirm(
            f"{who} judged the same while you did: which stands?",
            "\n".join(lines),
            no=f"what {who} decided",
            yes="what I decided",
            then=insist,
            otherwise=lambda: _ask(body, later),
        )
    )


def _who(clash: AnyClash) -> str:
    return clash.by or "somebody else"


def _theirs(clash: AnyClash) -> str:
    return f"{what_words(clash)}: {_who(clash)} said {cut(said_words(clash.theirs), LONGEST)}"


def _mine(clash: AnyClash) -> str:
    return cut(said_words(clash.mine), LONGEST)
