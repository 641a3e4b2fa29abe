"""Retiring a meeting that will not be held, or that was added by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.tui.data.changing import Change, Task
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.telling import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tracker.domain.records.meetings import MeetingRow
    from tracker.store.database import Reader
    from tracker.store.reading.hanging import Hung
    from tracker.store.work import Work
    from tracker.tui.screens.view import View

NAMED = 5
"""Of several so many are named; the others are counted."""
LONGEST_NAME = 32


class OnMeeting(NamedTuple):
    """What hangs on a meeting: due dates, refs of what was adopted there, names of documents."""

    hung: Sequence[Hung]
    adopted: Sequence[int]
    documents: Sequence[str]


def ask_retirement(view: View, meeting: MeetingRow) -> None:
    """Ask whether a meeting is not to be held; a reason is asked for where due dates hang on it."""

    def read(reader: Reader) -> OnMeeting:
        from tracker.store.reading.hanging import due_dates_on, items_from
        from tracker.store.reading.meetings import list_documents

        return OnMeeting(
            due_dates_on(reader, meeting.id),
            items_from(reader, "meeting", meeting.id),
            [
                each.name
                for each in list_documents(reader)
                if meeting.id in each.meetings and not each.retired
            ],
        )

    def ask(found: OnMeeting) -> None:
        view.tracker.push_screen(_retirement(meeting, found))

    view.tracker.asking.ask("hanging", read, ask)


def _retirement(meeting: MeetingRow, found: OnMeeting) -> ChoicePrompt:
    told = "\n".join(_hanging(found)) or "Nothing hangs on it."
    takes = bool(found.hung and not found.adopted)
    choices = (
        Choice("stays", "No, it stays", "n", told),
        Choice(
            "retired",
            "Yes, it will not be held",
            "y",
            f"{told}\nThis takes a reason." if takes else told,
            ("reason",) if takes else (),
            f"{told}\nWhat it adopted stays with it, so it cannot be retired."
            if found.adopted
            else "",
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
        lines={} if found.adopted else {"reason": "reason: cancelled …"},
        does="choose",
    )


def _hanging(found: OnMeeting) -> Iterator[str]:
    """Say of each kind how many hang on the meeting, which, and what becomes of them.

    Where something was adopted there the meeting stays, and so does all that hangs on it.
    """
    stays = bool(found.adopted)
    if stays:
        refs = _first([str(ref) for ref in found.adopted])
        yield f"{_count(found.adopted, 'item')} adopted there: {refs}."
    if found.hung:
        refs = _first([f"{each.ref} ({each.due or 'no day yet'})" for each in found.hung])
        whose = "It stays on its day" if len(found.hung) == 1 else "They stay on their days"
        then = "" if stays else f" {whose}, counted from the meeting no longer."
        yield f"{_count(found.hung, 'due date')} counted from it: {refs}.{then}"
    if found.documents:
        names = _first([cut(name, LONGEST_NAME) for name in found.documents])
        whose = "It stays as it is." if len(found.documents) == 1 else "They stay as they are."
        then = "" if stays else f" {whose}"
        yield f"{_count(found.documents, 'document')} of it: {names}.{then}"


def _count(what: Sequence[object], word: str) -> str:
    return f"{len(what)} {word}{'s' * (len(what) != 1)}"


def _first(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
