"""Saving the filter in force under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters.named import name_of
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.store.work import Work
    from tracker.tui.screens.view import View


def ask_name(view: View, text: str) -> None:
    """Ask for the name of the filter."""
    saved = view.here_now.saved

    def make(name: object, _note: str) -> Change:
        def apply(work: Work) -> None:
            from tracker.desk.filters import save_filter

            save_filter(work, str(name), text)

        return Change("filter save", f"@{name} stands for: {text}", apply)

    view.tracker.push_screen(
        LinePrompt(
            f"Save the filter “{text}” as",
            lambda name: _understood(name, saved),
            make,
            hint="one word, such as chase",
            draft="save filter",
        )
    )


def _understood(text: str, saved: Mapping[str, str]) -> Understood:
    name = text.strip().removeprefix("@")
    if not name:
        return Understood("one word", good=False)
    if name_of(name) is not None:
        return Understood(f"{name} is a filter that tracker has already.", good=False)
    instead = f", in place of: {saved[name]}" if name in saved else ""
    return Understood(f"→ @{name}{instead}", name)
