"""Adding a meeting of the current group, and changing what is known of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.errors import TrackerError
from tracker.domain.ordinals import ordinal_of, short
from tracker.tui.data.changing import Change, Task
from tracker.tui.data.owners import Owners
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from tracker.domain.records.meetings import MeetingRow
    from tracker.store.work import Work
    from tracker.tui.screens.view import View


def ask_meeting(view: View) -> None:
    """Ask which meeting it is, when and where."""
    here = view.here_now
    group_id, today = here.group_id or 0, here.today

    def ask(people: Owners) -> None:
        fields = (
            Field("which", "Which", understand=_which, hint="18th, or a title", needed=True),
            Field("starts_on", "First day", "", lambda text: day_read(text, today), "unknown"),
            Field("ends_on", "Last day", "", lambda text: day_read(text, today), "the first day"),
            *_facts(None, people),
        )
        view.tracker.push_screen(
            FormPrompt(
                "Add a meeting", fields, _adding(group_id), draft="add a meeting", does="add"
            )
        )

    _with_people(view, ask)


def _adding(group_id: int) -> Callable[[Mapping[str, object]], Change]:
    def make(values: Mapping[str, object]) -> Change:
        facts: dict[str, Any] = dict(values)
        which = facts.pop("which")
        facts["ordinal"] = which if isinstance(which, int) else None
        if facts["ordinal"] is None:
            facts["title"] = facts.get("title") or which

        def apply(work: Work) -> None:
            from tracker.desk.meetings import add_meeting

            add_meeting(work, group_id, **facts)

        name = f"The {short(which)} meeting" if isinstance(which, int) else str(which)
        return Change("meeting add", f"{name} is on record.", apply)

    return make


def ask_meeting_facts(view: View, meeting: MeetingRow) -> None:
    """Ask what else is to be known of a meeting."""

    def ask(people: Owners) -> None:
        which = str(meeting.ordinal or "")
        fields = (Field("ordinal", "Which", which, _ordinal, "18th"), *_facts(meeting, people))
        view.tracker.push_screen(
            FormPrompt(
                f"Change the {meeting.label}",
                fields,
                lambda values: _changing(meeting, values),
                draft=f"meeting {meeting.id}",
            )
        )

    _with_people(view, ask)


def _facts(meeting: MeetingRow | None, people: Owners) -> tuple[Field, ...]:
    """Give the fields of what a meeting has beside its number and days."""
    chair = meeting.chair if meeting else ""
    return (
        Field("place", "Place", meeting.place if meeting else "", hint="Geneva"),
        Field("title", "Title", meeting.title if meeting else "", hint="if it has one of its own"),
        Field(
            "chair_id",
            "Chair",
            chair,
            lambda text: _person(text, people),
            "if it is known",
            people.names[2:],
        ),
    )


def _changing(meeting: MeetingRow, values: Mapping[str, object]) -> Change | Task:
    if not values:
        return Task("", lambda: f"The {meeting.label} is as it was.")

    def apply(work: Work) -> None:
        from tracker.desk.amend import amend_meeting
        from tracker.store.tables.meeting import Meeting

        amend_meeting(work, work.get(Meeting, meeting.id), values)

    return Change("meeting change", f"The {meeting.label} is changed.", apply)


def _with_people(view: View, ask: Callable[[Owners], None]) -> None:
    me = view.here_now.me
    view.tracker.asking.ask("owners", lambda reader: Owners(reader, me), ask)


def _person(text: str, people: Owners) -> Understood:
    if not text.strip():
        return Understood("→ unknown", None)
    try:
        found = people.find(text)
    except TrackerError as problem:
        return Understood(str(problem), good=False)
    if found.person_id is None:
        return Understood(f"{found.name} is no person.", good=False)
    return Understood(f"→ {found.name}", found.person_id)


def _which(text: str) -> Understood:
    ordinal = ordinal_of(text.strip())
    if ordinal is not None:
        return Understood(f"→ the {short(ordinal)} meeting", ordinal)
    title = text.strip()
    if not title:
        return Understood("which meeting of the group it is: 18, 18th, eighteenth", good=False)
    return Understood(f"→ a meeting without a number: {title}", title)


def _ordinal(text: str) -> Understood:
    ordinal = ordinal_of(text.strip())
    if ordinal is None:
        return Understood("which meeting of the group it is: 18, 18th, eighteenth", good=False)
    return Understood(f"→ the {short(ordinal)} meeting", ordinal)


def day_read(text: str, today: dt.date) -> Understood:
    """Say which day is meant; nothing typed: unknown."""
    if not text.strip():
        return Understood("→ unknown", None)
    try:
        day = resolve(text, today).date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ unknown", day)
