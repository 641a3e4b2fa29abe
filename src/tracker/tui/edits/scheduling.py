"""When items are due, and on whom they wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.data.changing import Change
from tracker.tui.data.days import DueDay, due_understood
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.domain.dates import MeetingDates
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


def ask_due(view: View, chosen: Chosen) -> None:
    """Ask when the items are due."""
    place = view.tracker.place
    view.tracker.asking.ask(
        "meeting dates",
        lambda _reader: place.meeting_dates(),
        lambda meetings: _ask_due(view, chosen, meetings),
    )


def _ask_due(view: View, chosen: Chosen, meetings: MeetingDates) -> None:
    here = view.here_now
    dates = [row.due for row in chosen.rows]
    view.tracker.push_screen(
        LinePrompt(
            f"Due date of {chosen.words()}",
            lambda text: due_understood(text, here.today, meetings, dates),
            lambda day, reason: _due_change(chosen, here.group_id, cast("DueDay", day), reason),
            hint="fri, in 2 weeks, end of March, 12 days before next meeting, none",
            note="reason, if it is moved later",
            draft=chosen.draft("due"),
        )
    )


def _due_change(chosen: Chosen, group_id: int | None, day: DueDay, reason: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.schedule import reschedule

        reschedule(work, chosen.refs, day.due(work.reader, group_id, work.today), reason=reason)

    return Change("due", f"{chosen.words()} → {day.words}", apply, chosen.refs, chosen.seen, reason)


def ask_waiting(view: View, chosen: Chosen) -> None:
    """Ask on whom the items wait."""
    waiting = chosen.rows[0].waiting_on if len(chosen.rows) == 1 else ""
    view.tracker.push_screen(
        LinePrompt(
            f"On whom does {chosen.words()} wait?",
            waiting_understood,
            lambda whom, note: _waiting_change(chosen, str(whom), note),
            text=waiting,
            hint="a person, a group, the host country …",
            note="note, if you like",
            draft=chosen.draft("waiting"),
        )
    )


def waiting_understood(text: str) -> Understood:
    """Say on whom there is to be waited; nothing typed: on nobody."""
    whom = text.strip()
    return Understood(f"→ waiting on {whom}" if whom else "→ waiting on nobody", whom)


def _waiting_change(chosen: Chosen, whom: str, note: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.annotate import wait

        wait(work, chosen.refs, whom)

    told = f"{chosen.words()} → {f'waiting on {whom}' if whom else 'waiting on nobody'}"
    return Change("wait", told, apply, chosen.refs, chosen.seen, note)
