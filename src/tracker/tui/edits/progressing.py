"""Moving items along: which steps they can take, what each takes, and taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.lifecycle import Need, NoTransition, Transition, needs_of, possible
from tracker.domain.own_words import THE_CHAIR as BY
from tracker.domain.vocabulary import Sort, Status
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.choice import Choice, ChoicePrompt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.records.item_row import ItemRow
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

KEYS = {
    Status.PENDING: "p",
    Status.UNDER_IMPLEMENTATION: "u",
    Status.REPORTED_DONE: "d",
    Status.IMPLEMENTED: "i",
    Status.STANDING: "s",
    Status.SUPERSEDED: "x",
    Status.OVERTAKEN: "e",
    Status.WITHDRAWN: "w",
}
LINES = {"note": "note: why", "evidence": "evidence: a URL, a symbol, words"}
ASKED = {Need.NOTE: "note", Need.NOTE_OR_REF: "note", Need.EVIDENCE: "evidence"}


def ask_status(view: View, chosen: Chosen, target: Status | None = None) -> None:
    """Ask for the status; the cursor is on ``target``."""
    present = chosen.shared([row.status for row in chosen.rows])
    choices = [_choice(status, chosen.rows) for status in Status]
    first = next((n for n, choice in enumerate(choices) if not choice.why_not), 0)
    title = f"Status of {chosen.words()}" + (f", now {present}" if present else "")
    view.tracker.push_screen(
        ChoicePrompt(
            title,
            choices,
            lambda status, lines: change_of(chosen, cast("Status", status), lines),
            at=first if target is None else list(Status).index(target),
            lines=LINES,
            draft=chosen.draft("status"),
        )
    )


def move_to(view: View, chosen: Chosen, target: Status) -> None:
    """Move items to a status; ask only for what the step takes."""
    choice = _choice(target, chosen.rows)
    if choice.why_not:
        view.tracker.tell(choice.why_not, "warning")
    elif choice.needs or target == Status.IMPLEMENTED:
        ask_status(view, chosen, target)
    else:
        view.tracker.change(change_of(chosen, target, {}))


def _choice(target: Status, rows: tuple[ItemRow, ...]) -> Choice:
    steps = [_step(row, target) for row in rows]
    refused = [row for row, step in zip(rows, steps, strict=True) if step is None]
    if refused:
        why = str(NoTransition(Status(refused[0].status), target, Sort(refused[0].sort)))
        several = (
            f"{len(refused)} of {len(rows)} cannot. {refused[0].ref}: " if len(rows) > 1 else ""
        )
        return Choice(target, str(target), KEYS[target], why_not=f"{several}{why}")
    needs = dict.fromkeys(
        need
        for row, step in zip(rows, steps, strict=True)
        if step is not None
        for need in needs_of(step, row.kind)
    )
    return Choice(
        target,
        str(target),
        KEYS[target],
        told=_told(steps, tuple(needs)),
        needs=tuple(
            dict.fromkeys(ASKED[n] for n in needs if n is Need.NOTE or n is Need.NOTE_OR_REF)
        ),
    )


def _step(row: ItemRow, target: Status) -> Transition | None:
    steps = possible(Status(row.status), Sort(row.sort))
    return next((step for step in steps if step.target == target), None)


def _told(steps: list[Transition | None], needs: tuple[Need, ...]) -> str:
    verbs = " or ".join(dict.fromkeys(str(step.verb) for step in steps if step is not None))
    takes = [BY if need is Need.CONFIRMATION else str(need) for need in needs]
    return f"→ {verbs}" + (f", takes {' and '.join(takes)}" if takes else "")


def change_of(chosen: Chosen, target: Status, lines: Mapping[str, str]) -> Change:
    """Give the change that moves the items to a status."""
    told = f"{chosen.words()} → {target}"
    note, evidence = lines.get("note", "").strip(), lines.get("evidence", "").strip()

    def apply(work: Work) -> str:
        from tracker.desk.progress import Grounds, advance, closable

        grounds = Grounds(note, evidence=(evidence,) if evidence else (), confirmed_by=BY)
        items = advance(work, chosen.refs, target, grounds)
        proposed = [
            f"Nothing is open any longer under {outcome.ref}: is it done too?"
            for outcome in closable(work, items)
        ]
        return "\n".join([told, *proposed])

    mine = f"{told}, evidence: {evidence}" if evidence else told
    return Change("status", told, apply, chosen.refs, chosen.seen, note, mine)
