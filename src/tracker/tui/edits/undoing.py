"""Undoing and redoing, one history for all front ends; nobody else's change without a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.errors import Refused
from tracker.tui.data.changing import Change, Task
from tracker.tui.data.history import Changed
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.telling import when

if TYPE_CHECKING:
    from tracker.domain.errors import TrackerError
    from tracker.store.work import Work
    from tracker.tui.bodies.history import HistoryBody
    from tracker.tui.screens.view import View


class MadeByAnother(Refused):
    """The last change is somebody else's. ``own`` is the person's own last one, if there is any."""

    def __init__(self, last: Changed, own: Changed | None) -> None:
        super().__init__(f"The last change was made by {last.change_set.actor}.")
        self.last, self.own = last, own


class WasWritten(Refused):
    """The last change was written, while the person judges what is not: which is meant."""

    def __init__(self, last: Changed) -> None:
        super().__init__(f"The last change is {last.words}.")
        self.last = last


class WhichUndo(ChoicePrompt):
    """Asks which change to undo; the cursor is on none."""

    LEAVE = "leave everything as it is"


def undo_last(view: View) -> None:
    """Undo the last change; if somebody else made it, say whose it is and what, and ask first."""

    def failed(error: TrackerError) -> None:
        if isinstance(error, MadeByAnother):
            view.tracker.push_screen(_which(view, error))
        elif isinstance(error, WasWritten):
            view.tracker.push_screen(_not_a_decision(view, error.last))
        else:
            view.tracker.told_failure(error)

    view.tracker.change(_undo_own_last(view), failed=failed)


def _undo_own_last(view: View) -> Change:
    triage = getattr(view.body, "triage", None)
    judging = triage is not None and bool(triage.open_keys or triage.to_adopt)

    def apply(work: Work) -> str:
        from tracker.tui.data.history import last_change

        last = last_change(work.reader, work.seq)
        if last is not None and last.change_set.actor != work.actor:
            raise MadeByAnother(last, last_change(work.reader, work.seq, work.actor))
        if last is not None and judging:
            raise WasWritten(last)
        return _undone(view, work, None)

    return Change("undo", "Undone.", apply)


def _not_a_decision(view: View, last: Changed) -> Confirm:
    """Ask, where decisions are not written yet, whether what was written before is to be undone."""
    seq = last.change_set.seq
    return Confirm(
        view.keyed("{undo} undoes what was written, {take-back} what was decided on a proposal"),
        f"Written last, change {seq}: {last.words}",
        no=view.keyed("leave it; {take-back} on a proposal opens that again"),
        yes=f"undo change {seq}",
        then=lambda: view.tracker.change(undo_change(view, seq)),
    )


def _which(view: View, found: MadeByAnother) -> WhichUndo:
    """Ask about the last change: leave it, undo one's own last instead, or undo it."""
    theirs, own = found.last.change_set, found.own
    at = when(theirs.recorded_at, view.here_now.timezone)
    choices = [Choice(None, "No, leave everything as it is", "n", f"{theirs.actor}, {at}")]
    if own is not None:
        seq = own.change_set.seq
        choices.append(Choice(seq, f"Undo my own last change: {own.words}", "m", f"change {seq}"))
    choices.append(
        Choice(theirs.seq, f"Yes, undo what {theirs.actor} did", "y", f"change {theirs.seq}")
    )

    def make(seq: object, _lines: object) -> Change | Task:
        return Task("", lambda: "") if seq is None else undo_change(view, cast("int", seq))

    title = f"The last change is not yours: {theirs.actor} did {found.last.words}"
    return WhichUndo(title, choices, make, does="choose")


def ask_undo(view: View, body: HistoryBody) -> None:
    """Undo the change under the cursor; one that somebody else made is named first."""
    row = body.items.row
    if not isinstance(row, Changed):
        return
    made = row.change_set
    if made.actor == view.tracker.place.actor:
        view.tracker.change(undo_change(view, made.seq))
        return
    view.tracker.push_screen(
        Confirm(
            f"Undo change {made.seq}, which {made.actor} made?",
            row.words,
            no="it stays",
            yes="undo it",
            then=lambda: view.tracker.change(undo_change(view, made.seq)),
        )
    )


def undo_change(view: View, seq: int) -> Change:
    """Give the change that undoes a change set."""
    return Change("undo", "Undone.", lambda work: _undone(view, work, seq))


def redo_change() -> Change:
    """Give the change that redoes the actor's last undo."""

    def apply(work: Work) -> str:
        from tracker.desk.undo import redo
        from tracker.tui.data.history import change_told

        return f"Done again: {_told(work, change_told(work.reader, redo(work)))}"

    return Change("redo", "Done again.", apply)


def _undone(view: View, work: Work, seq: int | None) -> str:
    from tracker.desk.undo import undo
    from tracker.tui.data.history import undoing_told

    put_back = undoing_told(work.reader, undo(work, seq))
    return f"Undone: {_told(work, put_back)}  ({view.keyed('{redo} does it again')})"


def _told(work: Work, told: Changed) -> str:
    """Say what was done, and whose change it was if it was not one's own."""
    by = told.change_set.actor
    return told.words if by == work.actor else f"{told.words}, by {by}"
