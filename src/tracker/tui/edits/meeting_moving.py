"""Moving a meeting to another day: what hangs on it is told, and follows when one says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.errors import Refused
from tracker.tui.data.changing import Change, Task
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from tracker.domain.records.meetings import MeetingRow
    from tracker.store.database import Reader
    from tracker.store.reading.hanging import Hung
    from tracker.store.work import Work
    from tracker.tui.screens.view import View

SHOWN = 5
FOLLOW = {"move": True, "m": True, "keep": False, "k": False}


class MovedMeanwhile(Refused):
    """Somebody else moved the meeting while the person was at it."""

    def __init__(self, meeting: MeetingRow, day: dt.date | None) -> None:
        to = describe(day) if day else "no date"
        super().__init__(f"The {meeting.label} was moved meanwhile, to {to}. Nothing was written.")


def ask_days(view: View, meeting: MeetingRow) -> None:
    """Ask to which days a meeting moves, and whether the due dates that hang on it follow."""

    def read(reader: Reader) -> list[Hung]:
        from tracker.store.reading.hanging import due_dates_on

        return due_dates_on(reader, meeting.id)

    def ask(hung: list[Hung]) -> None:
        view.tracker.push_screen(_form(meeting, hung, view.here_now.today))

    view.tracker.asking.ask("hanging", read, ask)


def _form(meeting: MeetingRow, hung: Sequence[Hung], today: dt.date) -> FormPrompt:
    first, last = (str(day or "") for day in (meeting.starts_on, meeting.ends_on))
    one_day = meeting.ends_on == meeting.starts_on
    fields = [
        Field(
            "starts_on", "First day", first, lambda text: _first(text, today, hung), "2027-02-09"
        ),
        Field(
            "ends_on",
            "Last day",
            "" if one_day else last,
            lambda text: _last(text, today),
            "as long as before",
        ),
        Field("note", "Why", hint="if it is to be kept with the change"),
    ]
    if hung:
        follow = Field(
            "follow", "Due dates", "", _follow, f"{_count(hung)}: move or keep?", needed=True
        )
        fields.insert(2, follow)

    def make(values: Mapping[str, object]) -> Change | Task:
        if not {"starts_on", "ends_on"} & values.keys():
            return Task("", lambda: f"The {meeting.label} is on that day already.")
        return _move(meeting, values, hung)

    return FormPrompt(f"Move the {meeting.label}", fields, make, draft=f"move meeting {meeting.id}")


def _move(meeting: MeetingRow, values: Mapping[str, object], hung: Sequence[Hung]) -> Change:
    first = cast("dt.date", values.get("starts_on", meeting.starts_on))
    last = cast("dt.date | None", values.get("ends_on"))
    follows, note = bool(values.get("follow")), str(values.get("note", ""))

    def apply(work: Work) -> str:
        from tracker.desk.meetings import move_meeting
        from tracker.desk.schedule import follow_meeting
        from tracker.store.tables.meeting import Meeting

        row = work.get(Meeting, meeting.id)
        if row.starts_on != meeting.starts_on:
            raise MovedMeanwhile(meeting, row.starts_on)
        adopted = move_meeting(work, row, first, last)
        moved = len(follow_meeting(work, meeting.id, first)) if follows else 0
        told = [f"{meeting.label} → {_span(first, row.ends_on)}"]
        if hung:
            told.append(f"{_count(hung)} kept" if not follows else f"{moved} moved with it")
        if adopted and row.ends_on is not None:
            told.append(f"what it adopted ({len(adopted)}): adopted on {row.ends_on}")
        return "; ".join(told)

    return Change("meeting move", f"The {meeting.label} is moved.", apply, note=note)


def _span(first: dt.date, last: dt.date | None) -> str:
    return describe(first) if last in (None, first) else f"{describe(first)} to {describe(last)}"


def _count(hung: Sequence[Hung]) -> str:
    return f"{len(hung)} due date{'s' * (len(hung) > 1)}"


def _first(text: str, today: dt.date, hung: Sequence[Hung]) -> Understood:
    """Say which day is meant, and what hangs on the meeting and would follow."""
    found = _read(text, today)
    day = cast("dt.date | None", found.value)
    if not found.good or day is None:
        return found if not found.good else Understood("A meeting moves to a day.", good=False)
    lines = [f"{each.ref} due {each.due or 'unknown'} → {each.moved(day)}" for each in hung[:SHOWN]]
    more = ["…"] if len(hung) > SHOWN else []
    return Understood("\n".join([found.words, *lines, *more]), day)


def _last(text: str, today: dt.date) -> Understood:
    return _read(text, today) if text.strip() else Understood("→ as long as before", None)


def _read(text: str, today: dt.date) -> Understood:
    try:
        day = resolve(text, today).date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "", day, good=day is not None)


def _follow(text: str) -> Understood:
    follows = FOLLOW.get(text.strip().casefold())
    if follows is None:
        return Understood("move: due dates follow the meeting; keep: they stay", good=False)
    return Understood("→ they follow" if follows else "→ they stay on their days", follows)
