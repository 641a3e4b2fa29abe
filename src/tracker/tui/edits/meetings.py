"""Adding a meeting of the current group."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.ordinals import ordinal_of, short
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.store.work import Work
    from tracker.tui.screens.view import View


def ask_meeting(view: View) -> None:
    """Ask which meeting it is, when and where."""
    here = view.here_now
    group_id, today = here.group_id or 0, here.today
    fields = (
        Field("ordinal", "Which", understand=_ordinal, hint="18th", needed=True),
        Field("starts_on", "First day", "", lambda text: _day(text, today), "2027-02-09; unknown"),
        Field("ends_on", "Last day", "", lambda text: _day(text, today), "if it is another"),
        Field("place", "Place", hint="Geneva"),
        Field("title", "Title", hint="if it has one of its own"),
    )

    def make(values: Mapping[str, object]) -> Change:
        def apply(work: Work) -> None:
            from tracker.desk.meetings import add_meeting

            add_meeting(work, group_id, **values)  # type: ignore[arg-type]

        name = short(cast("int", values["ordinal"]))
        return Change("meeting add", f"The {name} meeting is on record.", apply)

    view.tracker.push_screen(FormPrompt("Add a meeting", fields, make, draft="add a meeting"))


def _ordinal(text: str) -> Understood:
    ordinal = ordinal_of(text.strip())
    if ordinal is None:
        return Understood("which meeting of the group it is: 18, 18th, eighteenth", good=False)
    return Understood(f"→ the {short(ordinal)} meeting", ordinal)


def _day(text: str, today: dt.date) -> Understood:
    if not text.strip():
        return Understood("→ unknown", None)
    try:
        day = resolve(text, today).date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ unknown", day)
