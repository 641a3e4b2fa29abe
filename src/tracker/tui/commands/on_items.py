"""Commands on items: on the marked ones, or on the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


class ItemCommand(Command):
    """A command on items; it is refused where there are none."""

    section = Section.ITEMS

    def refused(self, view: View) -> str:
        """Say that there is no item."""
        return view.why_no_items()

    def run(self, view: View) -> None:
        """Read the items afresh, then go on."""
        view.with_chosen(lambda chosen: self.on_items(view, chosen))

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Do it to these items."""
        raise NotImplementedError


class SetStatus(ItemCommand):
    """Move the items along: under implementation, reported done, implemented and so on."""

    keys, short = "s", "status"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the status; for a liaison statement, for the next step of its own life."""
        if len(chosen.rows) == 1 and chosen.rows[0].liaison_state:
            from tracker.tui.edits.corresponding import ask_step

            ask_step(view, chosen)
            return
        from tracker.tui.edits.progressing import ask_status

        ask_status(view, chosen)


class SetOwner(ItemCommand):
    """Give the items an owner: a person, an office or a group; “none” makes it unknown."""

    keys, short = "o", "owner"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask whom."""
        from tracker.tui.edits.owning import ask_owner

        ask_owner(view, chosen)


class SetDue(ItemCommand):
    """Say when the items are due: fri, in 2 weeks, 12 days before the 17th, none.

    A date moved later is counted as an extension, with its reason.
    """

    keys, short = "d", "due"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask when."""
        from tracker.tui.edits.scheduling import ask_due

        ask_due(view, chosen)


class AddNote(ItemCommand):
    """Write a note on the items; a private one never leaves the tool."""

    keys, short = "n", "note"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the text."""
        from tracker.tui.edits.noting import ask_note

        ask_note(view, chosen)


class SetWaiting(ItemCommand):
    """Say on whom the items wait: the next step is theirs. Nothing typed ends the waiting."""

    keys, short = "w", "waiting"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask on whom."""
        from tracker.tui.edits.scheduling import ask_waiting

        ask_waiting(view, chosen)


class AddEvidence(ItemCommand):
    """Record what shows that something was done: a URL, a document symbol or a text."""

    keys = "v"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask what shows it."""
        from tracker.tui.edits.noting import ask_evidence

        ask_evidence(view, chosen)


class SetTags(ItemCommand):
    """Add tags to the items and take others away: +web -draft."""

    keys = "plus"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the tags."""
        from tracker.tui.edits.marking import ask_tags

        ask_tags(view, chosen)


class SetTitle(ItemCommand):
    """Give an item another short title. The text as adopted stays as it is."""

    keys = "t"

    def refused(self, view: View) -> str:
        """Say that a title belongs to one item."""
        if len(view.chosen_keys()) > 1:
            return "A title belongs to one item; several are marked."
        return super().refused(view)

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the title."""
        from tracker.tui.edits.marking import ask_title

        ask_title(view, chosen)


class SetPriority(ItemCommand):
    """Say how pressing the items are: high, normal or low."""

    keys = "p"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask how pressing."""
        from tracker.tui.edits.marking import ask_priority

        ask_priority(view, chosen)


class EditItem(ItemCommand):
    """Change several things in a form: title, owner, due date, waiting, priority, tags."""

    keys, short = "e", "edit"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask in a form."""
        from tracker.tui.edits.item_form import ask_form

        ask_form(view, chosen)


class CorrectText(ItemCommand):
    """Correct the adopted text by a corrigendum or a revision; it is locked otherwise."""

    keys = "C"

    def refused(self, view: View) -> str:
        """Say that a text belongs to one item."""
        if len(view.chosen_keys()) > 1:
            return "An adopted text belongs to one item; several are marked."
        return super().refused(view)

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask by what, then for the text."""
        from tracker.tui.edits.correcting import ask_corrigendum

        ask_corrigendum(view, chosen)


class ShowRecord(ItemCommand):
    """Show the full record of the item: text, work, notes, evidence, history; to save or mail it."""

    keys = "i"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Show it."""
        from tracker.tui.edits.previewing import show_report

        show_report(view, "record", {"ref": chosen.refs[0]})


class CopyRef(ItemCommand):
    """Copy the refs of the items to the clipboard."""

    keys = "y"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Copy."""
        view.tracker.copy(" ".join(map(str, chosen.refs)), "ref")


class CopyText(ItemCommand):
    """Copy the items as text: ref, title and the text as adopted."""

    keys = "Y"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Copy."""
        view.tracker.copy(chosen.text(), "text")


class CopyLink(ItemCommand):
    """Copy the links of the items: addresses in their evidence, and that of their document."""

    keys = "L"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Copy."""
        from tracker.tui.edits.copying import copy_links

        copy_links(view, chosen)


ON_ITEMS: tuple[type[Command], ...] = (
    SetStatus,
    SetOwner,
    SetDue,
    AddNote,
    SetWaiting,
    AddEvidence,
    SetTags,
    SetTitle,
    SetPriority,
    EditItem,
    CorrectText,
    ShowRecord,
    CopyRef,
    CopyText,
    CopyLink,
)
"""In the order of help and key bar."""
