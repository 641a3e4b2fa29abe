"""Adding an item in one line, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.data.adding import Added, Adding, Planned, record
from tracker.tui.data.changing import Change, Task
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.edits.owning import owners_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.store.work import Work
    from tracker.tui.commands.command import Command
    from tracker.tui.screens.view import View

HINT = "Post the mascot online @rita due:fri +web m:17 !high"


def ask_item(view: View) -> None:
    """Read what a line is understood against, then ask for the line."""
    place, here = view.tracker.place, view.here_now
    view.tracker.asking.ask(
        "adding",
        lambda reader: Adding(reader, place, here, owners_known(view, reader)),
        lambda adding: _ask(view, adding),
    )


def ask_beginning(view: View, ways: Sequence[type[Command]]) -> None:
    """Ask how to come by a group. No letter chooses: the line of an item may be typed by now."""
    from tracker.tui.screens.view import BRIEF

    def make(way: object, _lines: Mapping[str, str]) -> Task:
        command = cast("Command", way)
        return Task("", lambda: "", then=lambda: command.run(view))

    choices = [Choice(way(), BRIEF.split(way.help())[0], told=way.help()) for way in ways]
    title = "An item belongs to a group, and there is none yet"
    view.tracker.push_screen(ChoicePrompt(title, choices, make, does="do it"))


def _ask(view: View, adding: Adding) -> None:
    today = view.here_now.today

    def make(planned: object, note: str) -> Change:
        plan = cast("Planned", planned)
        added: list[Added] = []

        def apply(work: Work) -> None:
            added[:] = [record(work, plan, today)]

        def then() -> None:
            if view.body is not None:
                view.body.show_added(added[0])

        return Change("add", "", apply, note=note, then=then)

    view.tracker.push_screen(
        LinePrompt("New item", adding.understand, make, hint=HINT, draft="add", does="add")
    )
