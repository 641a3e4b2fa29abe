"""Commands of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.screens.view import View


class SaveReport(Command):
    """Save the report to a file; its ending chooses the format: .docx, .pdf, .md, .html, .xlsx …."""

    keys, short, section = "w", "save", Section.HERE

    def refused(self, view: View) -> str:
        """Say that there is no report yet."""
        made = getattr(view.body, "document", None)
        return "" if made is not None else "There is no report to save yet."

    def run(self, view: View) -> None:
        """Ask where."""
        from tracker.tui.edits.reporting import ask_file

        ask_file(view, cast("ReportsBody", view.body))


class SendReport(Command):
    """Mail the report: the digest to its readers, any other to whom you name. You are asked."""

    keys, short, section = "m", "mail", Section.HERE

    def refused(self, view: View) -> str:
        """Say that there is no report yet, or no group whose it is."""
        if getattr(view.body, "document", None) is None:
            return "There is no report to send yet."
        here = view.tracker.here
        known = here is not None and here.group is not None
        return "" if known else "Which group's report? Open tracker with --group."

    def run(self, view: View) -> None:
        """Ask to whom, then whether."""
        from tracker.tui.edits.mailing import ask_mail

        ask_mail(view, cast("ReportsBody", view.body))


class AsAt(Command):
    """Show reports as they stood at the end of a past day; “now” goes back to the present."""

    keys, short, section = "t", "as at", Section.HERE

    def run(self, view: View) -> None:
        """Ask which day."""
        from tracker.tui.edits.reporting import ask_day

        ask_day(view, cast("ReportsBody", view.body))


ON_REPORTS: tuple[type[Command], ...] = (SaveReport, SendReport, AsAt)
