"""Notes and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Change
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.dialogs.text import TextPrompt

if TYPE_CHECKING:
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


def ask_note(view: View, chosen: Chosen) -> None:
    """Ask for a note."""

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
            draft=chosen.draft("note"),
            private="private: stays inside tracker",
        )
    )


def _note(work: Work, refs: tuple[int, ...], text: str, *, private: bool) -> None:
    from tracker.desk.annotate import add_note
    from tracker.desk.chosen import chosen

    for item in chosen(work, refs):
        add_note(work, item, text, private=private)


def ask_evidence(view: View, chosen: Chosen) -> None:
    """Ask what shows that something was done."""
    view.tracker.push_screen(
        LinePrompt(
            f"Evidence for {chosen.words()}",
            _evidence_understood,
            lambda what, note: _evidence_change(chosen, str(what), note),
            hint="https://…, a document symbol, or words",
            note="note, if you like",
            draft=chosen.draft("evidence"),
        )
    )


def _evidence_understood(text: str) -> Understood:
    what = text.strip()
    return Understood(f"→ evidence: {what}" if what else "", what, good=bool(what))


def _evidence_change(chosen: Chosen, what: str, note: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.annotate import add_evidence
        from tracker.desk.chosen import chosen as items

        for item in items(work, chosen.refs):
            add_evidence(work, item, what)

    return Change("evidence", f"{chosen.words()} → evidence recorded", apply, note=note)
