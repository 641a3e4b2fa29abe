"""Retiring a meeting that will not be held, or that was added by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Change, Task
from tracker.tui.dialogs.choice import Choice, ChoicePrompt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.records.meetings import MeetingRow
    from tracker.store.database import Reader
    from tracker.store.reading.hanging import Hung
    from tracker.store.work import Work
    from tracker.tui.screens.view import View


def ask_retirement(view: View, meeting: MeetingRow) -> None:
    """Ask whether a meeting is not to be held; a reason is asked for where due dates hang on it."""

    def read(reader: Reader) -> list[Hung]:
        from tracker.store.reading.hanging import due_dates_on

        return due_dates_on(reader, meeting.id)

    def ask(hung: list[Hung]) -> None:
        view.tracker.push_screen(_retirement(meeting, hung))

    view.tracker.asking.ask("hanging", read, ask)


def _retirement(meeting: MeetingRow, hung: list[Hung]) -> ChoicePrompt:
    refs = ", ".join(str(each.ref) for each in hung)
    told = f"takes a reason: the due dates of {refs} hang on it, and stay on their days"
    choices = (
        Choice("stays", "No, it stays", "n"),
        Choice(
            "retired",
            "Yes, it will not be held",
            "y",
            told if hung else "nothing hangs on it",
            ("reason",) if hung else (),
        ),
    )

    def make(what: object, lines: Mapping[str, str]) -> Change | Task:
        reason = lines.get("reason", "").strip()

        def apply(work: Work) -> None:
            from tracker.desk.retire import retire_meeting
            from tracker.store.tables.meeting import Meeting

            retire_meeting(work, work.get(Meeting, meeting.id), reason)

        retire = Change("meeting retire", f"The {meeting.label} is retired.", apply, note=reason)
        return retire if what == "retired" else Task("", lambda: "")

    return ChoicePrompt(
        f"Retire the {meeting.label}?",
        choices,
        make,
        lines={"reason": "reason: cancelled …"},
        does="choose",
    )
