"""What is written on items: notes, evidence, titles, tags, priority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.vocabulary import Priority
from tracker.tui.commands.item_command import ItemCommand, draft_name, shared
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.store.work import Work
    from tracker.tui.screens.view import Chosen, View


class AddNote(ItemCommand):
    """Write a note on the items; a private one never leaves the tool."""

    keys, short = "n", "note"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the text."""
        from tracker.tui.dialogs.text import TextPrompt

        def make(text: str, private: bool) -> Change:  # noqa: FBT001 - the answer of a box
            return Change(
                "note",
                f"{chosen.words()}: {'private ' if private else ''}note written",
                lambda work: _note(work, chosen.refs, text, private=private),
            )

        view.tracker.push_screen(
            TextPrompt(
                f"Note on {chosen.words()}",
                make,
                draft=draft_name(self, chosen),
                private="private: stays inside tracker",
            )
        )


def _note(work: Work, refs: tuple[int, ...], text: str, *, private: bool) -> None:
    from tracker.desk.annotate import add_note
    from tracker.desk.chosen import chosen

    for item in chosen(work, refs):
        add_note(work, item, text, private=private)


class AddEvidence(ItemCommand):
    """Record what shows that something was done: a URL, a document symbol or a text."""

    keys = "v"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask what shows it."""
        from tracker.tui.dialogs.line import LinePrompt

        def understood(text: str) -> Understood:
            what = text.strip()
            return Understood(f"→ evidence: {what}" if what else "", what, good=bool(what))

        def make(what: object, note: str) -> Change:
            return Change(
                "evidence",
                f"{chosen.words()} → evidence recorded",
                lambda work: _evidence(work, chosen.refs, str(what)),
                note=note,
            )

        view.tracker.push_screen(
            LinePrompt(
                f"Evidence for {chosen.words()}",
                understood,
                make,
                hint="https://…, a document symbol, or words",
                note="note, if you like",
                draft=draft_name(self, chosen),
            )
        )


def _evidence(work: Work, refs: tuple[int, ...], what: str) -> None:
    from tracker.desk.annotate import add_evidence
    from tracker.desk.chosen import chosen

    for item in chosen(work, refs):
        add_evidence(work, item, what)


class SetTitle(ItemCommand):
    """Give an item another short title. The text as adopted stays as it is."""

    keys = "t"

    def refused(self, view: View) -> str:
        """Say that a title belongs to one item."""
        several = len(view.chosen_keys()) > 1
        return (
            "A title belongs to one item; several are marked." if several else super().refused(view)
        )

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the title."""
        from tracker.tui.dialogs.line import LinePrompt

        (row,) = chosen.rows

        def make(title: object, note: str) -> Change:
            def apply(work: Work) -> None:
                from tracker.desk.annotate import retitle

                retitle(work, row.ref, str(title))

            return Change("title", f"{row.ref} retitled", apply, chosen.refs, chosen.seen, note)

        def understood(text: str) -> Understood:
            empty = (
                "→ no title: the adopted text is shown" if row.text else "An item needs a title."
            )
            good = bool(text.strip() or row.text)
            return Understood("" if text.strip() else empty, text.strip(), good=good)

        view.tracker.push_screen(
            LinePrompt(
                f"Title of {row.ref}",
                understood,
                make,
                text=row.title,
                draft=draft_name(self, chosen),
            )
        )


class SetTags(ItemCommand):
    """Add tags to the items and take others away: +web -draft."""

    keys = "plus"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the tags."""
        from tracker.tui.dialogs.line import LinePrompt

        present = sorted({tag for row in chosen.rows for tag in row.tags})

        def make(words: object, note: str) -> Change:
            new, gone = _tags(str(words))

            def apply(work: Work) -> None:
                from tracker.desk.annotate import tag

                tag(work, chosen.refs, new, gone)

            return Change(
                "tag", f"{chosen.words()} → {words}", apply, chosen.refs, chosen.seen, note
            )

        def understood(text: str) -> Understood:
            new, gone = _tags(text)
            said = [*(f"add +{name}" for name in new), *(f"take away -{name}" for name in gone)]
            now = " ".join(f"+{name}" for name in present) or "none"
            words = f"→ {', '.join(said)}" if said else f"now: {now}"
            return Understood(words, text.strip(), good=bool(said))

        view.tracker.push_screen(
            LinePrompt(
                f"Tags of {chosen.words()}",
                understood,
                make,
                hint="+web -draft",
                draft=draft_name(self, chosen),
            )
        )


def _tags(text: str) -> tuple[list[str], list[str]]:
    words = text.split()
    gone = [word[1:] for word in words if word.startswith("-") and word[1:]]
    return [word.lstrip("+") for word in words if word[0] != "-" and word.lstrip("+")], gone


class SetPriority(ItemCommand):
    """Say how pressing the items are: high, normal or low."""

    keys = "p"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask how pressing."""
        from tracker.tui.dialogs.choice import Choice, ChoicePrompt

        def make(priority: object, note: str) -> Change:
            def apply(work: Work) -> None:
                from tracker.desk.annotate import prioritize

                prioritize(work, chosen.refs, str(priority))

            told = f"{chosen.words()} → priority {priority}"
            return Change("priority", told, apply, chosen.refs, chosen.seen, note)

        present = shared([row.priority for row in chosen.rows]) or Priority.NORMAL
        choices = [Choice(str(word), str(word), word[0]) for word in Priority]
        at = [choice.value for choice in choices].index(present)
        view.tracker.push_screen(
            ChoicePrompt(f"Priority of {chosen.words()}", choices, make, at=at)
        )
