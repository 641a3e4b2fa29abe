"""Commands of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.screens.view import View


class ReportCommand(Command):
    """A command on the report under the cursor."""

    section = Section.HERE

    def refused(self, view: View) -> str:
        """Say that the view is still being opened."""
        ready = view.body is not None and view.tracker.here is not None
        return "" if ready else "The reports are still being opened."

    def run(self, view: View) -> None:
        """Do it."""
        self.on_report(view, cast("ReportsBody", view.body))

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Do it to the report."""
        raise NotImplementedError


class PickSubject(ReportCommand):
    """Pick what the report is of: for which meeting, of which period, whose items, which item."""

    keys, short = "o", "of what"

    def refused(self, view: View) -> str:
        """Say that the report has no such choice."""
        why = super().refused(view)
        kind = cast("ReportsBody", view.body).wanted.kind if not why else None
        if kind is None or kind.takes:
            return why
        return view.keyed(
            f"The {kind.name} has no meeting or period. {{pick-choices}} picks its group, day and so on."
        )

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask of what."""
        from tracker.tui.edits.report_subject import ask_subject

        ask_subject(view, body)


class PickChoices(ReportCommand):
    """Pick everything about the report in a form: meeting or period, group, day, filter, language.

    Private notes, the symbol, date and source of a document are picked there, too.
    """

    keys, short = "e", "choices"

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask in a form."""
        from tracker.tui.edits.report_form import ask_choices

        ask_choices(view, body)


class PickItems(ReportCommand):
    """Pick by a filter of which items reports are to be; nothing typed: of all."""

    keys, short = "slash", "filter"

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask for the filter."""
        from tracker.tui.edits.reporting import ask_filter

        ask_filter(view, body)


class AsAt(ReportCommand):
    """Show reports as they stood at the end of a past day; “now” goes back to the present."""

    keys, short = "t", "as at"

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask which day."""
        from tracker.tui.edits.reporting import ask_day

        ask_day(view, body)


class UsualChoices(ReportCommand):
    """Put back what was picked for the report: the usual group, period, day and items."""

    keys = "backspace"

    def refused(self, view: View) -> str:
        """Say that nothing was picked."""
        from tracker.tui.data.report_choices import NOTHING

        why = super().refused(view)
        if why or cast("ReportsBody", view.body).wanted.picked != NOTHING:
            return why
        return "Nothing but the usual is picked."

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Put it back."""
        del view
        body.pick_usual()


class SaveReport(ReportCommand):
    """Save the report to a file; its ending chooses the format: .docx, .pdf, .md, .html, .xlsx …."""

    keys, short = "w", "save"

    def refused(self, view: View) -> str:
        """Say that there is no report yet."""
        made = getattr(view.body, "document", None)
        return "" if made is not None else "There is no report to save yet."

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask where."""
        from tracker.tui.edits.reporting import ask_file

        ask_file(view, body)


class SendReport(ReportCommand):
    """Mail the report: the digest to its readers, any other to whom you name. You are asked."""

    keys, short = "m", "mail"

    def refused(self, view: View) -> str:
        """Say that there is no report yet, or no group whose it is."""
        shown, here = getattr(view.body, "shown", None), view.tracker.here
        if shown is None or here is None:
            return "There is no report to send yet."
        if shown.group_in(here) is not None:
            return ""
        return view.keyed("Which group's report? {pick-choices} picks one.")

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask to whom, then whether."""
        from tracker.tui.edits.mailing import ask_mail

        ask_mail(view, body)


class AddReader(ReportCommand):
    """Let somebody read the digest of the group: a person on record, or a name and an address."""

    keys = "R"

    def refused(self, view: View) -> str:
        """Say that it is not known which group's digest is meant."""
        here = view.tracker.here
        if here is None or not here.groups:
            return view.keyed("There is no group yet. {set-up-group} sets one up.")
        return "" if here.group else view.keyed("Whose digest? {choose-group} chooses a group.")

    def on_report(self, view: View, body: ReportsBody) -> None:
        """Ask who."""
        from tracker.tui.edits.digest_readers import ask_reader

        del body
        if (group := view.here_now.group) is not None:
            ask_reader(view, group)


ON_REPORTS: tuple[type[Command], ...] = (
    PickSubject,
    PickChoices,
    PickItems,
    AsAt,
    UsualChoices,
    SaveReport,
    SendReport,
    AddReader,
)
"""In the order of help and key bar."""
