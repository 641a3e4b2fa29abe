"""The text of a liaison statement, of any length, in the editor of one's own if one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Change
from tracker.tui.dialogs.text import TextPrompt

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.store.reading.liaison_header import LiaisonHeader
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


def ask_text(view: View, chosen: Chosen) -> None:
    """Ask for the text; what is written already is there to be changed."""
    ref = chosen.refs[0]

    def read(reader: Reader) -> LiaisonHeader | None:
        from tracker.store.reading.liaison_header import liaison_header

        return liaison_header(reader, ref)

    def ask(header: LiaisonHeader | None) -> None:
        if header is None:
            view.tracker.tell(f"{ref} is no liaison statement.", "warning")
            return
        title, draft = f"Text of {chosen.words()}", chosen.draft("text")
        view.tracker.push_screen(
            TextPrompt(title, lambda text, _: _change(chosen, text), text=header.body, draft=draft)
        )

    view.tracker.asking.ask("statement", read, ask)


def _change(chosen: Chosen, text: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.liaison.drafting import change_header

        change_header(work, chosen.refs[0], body=text)

    told = f"{chosen.words()} → text of {len(text.split())} words"
    return Change("liaison header", told, apply, chosen.refs, chosen.seen, mine=text)
