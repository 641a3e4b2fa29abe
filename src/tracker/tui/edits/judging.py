"""Judging proposals: accept, edit, merge, split, dismiss; then write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tracker.domain.errors import Refused
from tracker.domain.triage import Decision, Target, Triage, Verdict, proposed_decision
from tracker.domain.triage_splitting import split, split_points
from tracker.tui.data.changing import Change, Task
from tracker.tui.data.triage import read_pending, writing
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.telling import cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.proposals import Proposal
    from tracker.tui.bodies.triage import TriageBody
    from tracker.tui.screens.view import View

NO_OUTCOME = "no outcome"
_VERDICTS = {
    Verdict.ACCEPT: "accepted",
    Verdict.CORRECT: "accepted as a correction",
    Verdict.DISMISS: "dismissed",
}


def judged(body: TriageBody) -> tuple[Triage, Proposal]:
    """Give the triage and the proposal under the cursor; commands run only where there is one."""
    return cast("Triage", body.triage), cast("Proposal", body.proposal)


def accept(body: TriageBody) -> None:
    """Accept the proposal, with what was edited before."""
    triage, proposal = judged(body)
    body.decide(proposal.key, accepting(triage, proposal))


def accepting(triage: Triage, proposal: Proposal) -> Decision:
    """Give the decision that accepts a proposal."""
    before = triage.decisions.get(proposal.key)
    decision = proposed_decision(triage, proposal) or Decision(Verdict.ACCEPT)
    return replace(decision, edits=before.edits) if before else decision


def accept_all(view: View, body: TriageBody) -> None:
    """Accept what is open and needs no look."""
    triage, _ = judged(body)
    decisions = {
        key: decision
        for key in triage.open_keys
        if (proposal := triage.proposal(key))
        and (decision := proposed_decision(triage, proposal)) is not None
    }
    body.change(triage.deciding(decisions))
    left = len(triage.open_keys) - len(decisions)
    rest = f"; {left} have to be looked at" if left else ""
    view.tracker.tell(f"{len(decisions)} accepted{rest}.")


def ask_edits(view: View, body: TriageBody) -> None:
    """Ask what of the proposal is to be different."""
    from tracker.tui.edits.proposal_form import ask

    ask(view, body)


def ask_facts(view: View, body: TriageBody) -> None:
    """Ask what the document's text does not hold."""
    from tracker.tui.edits.document_form import ask

    ask(view, body)


def ask_target(view: View, body: TriageBody) -> None:
    """Ask what the proposal says again."""
    from tracker.tui.edits.merging import ask

    ask(view, body)


def draft_of(triage: Triage, proposal: Proposal, dialogue: str) -> str:
    """Name the draft of a dialogue about a proposal."""
    return f"{dialogue} {proposal.key} of {triage.result.fingerprint[:12]}"


class Deciding:
    """Gives the task that decides on a proposal, as a dialogue that begins now will ask for.

    What somebody else decided while the dialogue was open is told first, and is overruled only by
    a second enter.
    """

    def __init__(self, body: TriageBody, proposal: Proposal) -> None:
        self._body = body
        self._proposal = proposal
        self._known = self._decided

    def __call__(self, decision: Decision) -> Task:
        """Give the task."""
        key = self._proposal.key
        return Task("", self._look_for_others, then=lambda: self._body.decide(key, decision))

    @property
    def _decided(self) -> Decision | None:
        triage = self._body.triage
        return None if triage is None else triage.decisions.get(self._proposal.key)

    def _look_for_others(self) -> str:
        known, self._known = self._known, self._decided
        if self._known != known:
            now = f"it is {_VERDICTS[self._known.verdict]}" if self._known else "it is open again"
            raise Refused(
                f"{self._proposal.key} was judged elsewhere meanwhile: {now}."
                " Enter again decides as you say, esc leaves it so."
            )
        return ""


def ask_dismissal(view: View, body: TriageBody) -> None:
    """Ask why it is dismissed."""
    triage, proposal = judged(body)

    deciding, merged = Deciding(body, proposal), _merged(triage, proposal.key)

    def make(reason: object, _note: str) -> Task:
        return deciding(Decision(Verdict.DISMISS, reason=str(reason)))

    def understood(text: str) -> Understood:
        reason = text.strip()
        return Understood(merged if reason else "Why is it dismissed?", reason, good=bool(reason))

    view.tracker.push_screen(
        LinePrompt(
            f"Dismiss {proposal.key}: why?",
            understood,
            make,
            text=NO_OUTCOME,
            draft=draft_of(triage, proposal, "dismiss"),
            does="dismiss",
        )
    )


def _merged(triage: Triage, key: str) -> str:
    """Say which accepted proposals would lose what they say again; nothing where none does."""
    merged = triage.merged_with(key)
    if not merged:
        return ""
    says = "says" if len(merged) == 1 else "say"
    return (
        f"{', '.join(merged)} {says} {key} again. When {key} is dismissed,"
        " that is written without the link."
    )


def ask_split(view: View, body: TriageBody) -> None:
    """Ask where to split; only between sentences."""
    triage, proposal = judged(body)
    points = split_points(proposal)
    if not points:
        view.tracker.tell(f"{proposal.key} is one sentence; there is nothing to split.", "warning")
        return

    def make(at: object, _lines: Mapping[str, str]) -> Task:
        return Task(
            "", lambda: "", then=lambda: body.change(split(triage, proposal.key, cast("int", at)))
        )

    choices = [
        Choice(at, f"{cut(proposal.text[:at])}  │  {cut(proposal.text[at:])}", str(n))
        for n, at in enumerate(points[:9], start=1)
    ]
    view.tracker.push_screen(
        ChoicePrompt(f"Split {proposal.key} where?", choices, make, does="split")
    )


def write(view: View, body: TriageBody) -> None:
    """Write what was accepted, as one change; ask first when something cannot be linked yet."""
    triage, _ = judged(body)
    unlinked = _unlinked(triage)
    if not unlinked:
        _write(view, body, triage)
        return
    view.tracker.push_screen(
        Confirm(
            f"Write {len(triage.to_adopt)} accepted of {triage.file_name}?",
            "\n".join(unlinked),
            no="go on judging; nothing is written",
            yes="write, without these links",
            then=lambda: _write(view, body, triage),
        )
    )


def _unlinked(triage: Triage) -> list[str]:
    """Say of what is to be written, which of it says again a proposal that becomes no item now."""
    there = {*triage.tracked, *triage.to_adopt}
    return [
        f"{key} says again {target}, which is {_why_not(triage, target)}."
        for key in triage.to_adopt
        if (target := (triage.decisions[key].reiterates or Target()).key) and target not in there
    ]


def _why_not(triage: Triage, key: str) -> str:
    if key in triage.decisions:
        return "dismissed: it is written without a link"
    if triage.proposal(key) is None:
        return "not there: it is written without a link"
    return "still open: they are linked once that is written, too"


def _write(view: View, body: TriageBody, triage: Triage) -> None:
    written: list[Triage] = []

    def done() -> None:
        body.adopted(written[-1])

    base = view.tracker.keeping.base(triage)
    change = Change("capture", "", writing(triage, base, written.append), note=triage.file_name)
    view.tracker.change(change, done=done)


def next_document(body: TriageBody) -> None:
    """Go to the next document that waits."""

    def go_on(waiting: list[Triage]) -> None:
        prints = [triage.result.fingerprint for triage in waiting]
        present = body.triage.result.fingerprint if body.triage else ""
        at = prints.index(present) + 1 if present in prints else 0
        if waiting:
            body.take_up(waiting[at % len(waiting)])

    body.asking.ask("next", read_pending, go_on)
