"""Commands on a meeting: the one under the cursor, or the one whose outcomes the cursor is among."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.domain.records.meetings import MeetingRow
    from tracker.tui.screens.view import View


class MeetingCommand(Command):
    """A command on a meeting; it is refused where there is none."""

    section = Section.HERE

    def refused(self, view: View) -> str:
        """Say that there is no meeting."""
        meeting = getattr(view.body, "meeting", None)
        return "" if meeting else view.keyed("No meeting is selected here. {add-meeting} adds one.")

    def run(self, view: View) -> None:
        """Do it to the meeting."""
        self.on_meeting(view, view.body.meeting)  # type: ignore[union-attr]

    def on_meeting(self, view: View, meeting: MeetingRow) -> None:
        """Do it to this meeting."""
        raise NotImplementedError


class MoveMeeting(MeetingCommand):
    """Move the meeting to other days; due dates that hang on it follow when you say so.

    What it adopted on its last day is then adopted on the new one.
    """

    keys, short = "m", "move"

    def on_meeting(self, view: View, meeting: MeetingRow) -> None:
        """Ask to which days."""
        from tracker.tui.edits.meeting_moving import ask_days

        ask_days(view, meeting)


class ChangeMeeting(MeetingCommand):
    """Change the number, place, title or Chair of the meeting."""

    keys = "E"

    def on_meeting(self, view: View, meeting: MeetingRow) -> None:
        """Ask in a form."""
        from tracker.tui.edits.meetings import ask_meeting_facts

        ask_meeting_facts(view, meeting)


class RetireMeeting(MeetingCommand):
    """Retire the meeting: it will not be held, or was added by mistake. You are asked."""

    keys = "R"

    def on_meeting(self, view: View, meeting: MeetingRow) -> None:
        """Ask whether, and why."""
        from tracker.tui.edits.meeting_retiring import ask_retirement

        ask_retirement(view, meeting)


ON_MEETINGS: tuple[type[Command], ...] = (MoveMeeting, ChangeMeeting, RetireMeeting)
"""In the order of help and key bar."""
