"""Merging a proposal with what it says again: a known outcome, or another proposal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tracker.tui.data.known import Known
from tracker.tui.dialogs.finding import FindPrompt
from tracker.tui.edits.judging import Deciding, accepting, draft_of, judged

if TYPE_CHECKING:
    from tracker.domain.triage import Target, Triage
    from tracker.tui.bodies.triage import TriageBody
    from tracker.tui.data.changing import Task
    from tracker.tui.screens.view import View


def ask(view: View, body: TriageBody) -> None:
    """Ask what the proposal says again; what is likeliest is offered first."""
    triage, proposal = judged(body)
    deciding = Deciding(body, proposal)

    def make(target: object) -> Task:
        decision = replace(accepting(triage, proposal), reiterates=cast("Target", target))
        return deciding(decision)

    view.tracker.push_screen(
        FindPrompt(
            f"{proposal.key} says again what is known: with what is it merged?",
            Known(triage, proposal, view.here_now).find,
            make,
            hint="words of a known outcome, #12 for an item, 7.1-2 for a proposal",
            nothing=_nothing(triage),
            unsure="Nothing that is known is much like it. Type words, or choose with ↓.",
            draft=draft_of(triage, proposal, "merge"),
        )
    )


def _nothing(triage: Triage) -> str:
    """Say that nothing was found; what was dismissed is not looked through."""
    dismissed = any(triage.is_dismissed(each.key) for each in triage.proposals)
    beside = " What was dismissed is not offered." if dismissed else ""
    return f"Nothing that is known has these words.{beside}"
