"""Setting up a group of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Change, Task
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.store.work import Work
    from tracker.tui.screens.view import View


def ask_group(view: View) -> None:
    """Ask for the names of the group and where it works."""
    known = [group.acronym for group in view.here_now.groups]
    fields = (
        Field(
            "acronym",
            "Acronym",
            understand=lambda text: _acronym(text, known),
            hint="CWG-COP",
            needed=True,
        ),
        Field("name", "Name", hint="Council Working Group on Child Online Protection"),
        Field("aliases", "Also called", hint="WG-CP, WG-COP"),
        Field("timezone", "Time zone", "UTC", _timezone, "Europe/Zurich"),
    )
    view.tracker.push_screen(
        FormPrompt(
            "Set up a group", fields, _group_change, draft="set up a group", does="set it up"
        )
    )


def ask_which_group(view: View) -> None:
    """Ask which group is to be the current one; it is remembered."""
    tracker, here = view.tracker, view.here_now
    names = ["", *(group.acronym for group in here.groups)]
    present = here.group.acronym if here.group else ""

    def use(name: str) -> str:
        from tracker.store.preferring import prefer

        with tracker.readers.lent() as reader:
            prefer(reader, tracker.place.actor, "group", name)
        tracker.place.choose_group(name)
        return f"{name or 'All groups'}: shown from now on."

    def make(name: object, _lines: Mapping[str, str]) -> Task:
        return Task("group use", lambda: use(str(name)), then=tracker.look_around)

    choices = [Choice(name, name or "all groups") for name in names]
    view.tracker.push_screen(
        ChoicePrompt("Which group?", choices, make, at=names.index(present), does="show it")
    )


def _acronym(text: str, known: list[str]) -> Understood:
    acronym = text.strip()
    if not acronym:
        return Understood("A group needs an acronym.", good=False)
    if acronym in known:
        return Understood(f"{acronym} is tracked here already.", good=False)
    return Understood(f"→ {acronym}", acronym)


def _timezone(text: str) -> Understood:
    from tracker.desk.parties import UnknownTimezone, check_timezone

    name = text.strip() or "UTC"
    try:
        check_timezone(name)
    except UnknownTimezone as error:
        return Understood(str(error), good=False)
    return Understood(f"→ days end at midnight in {name}", name)


def _group_change(values: Mapping[str, object]) -> Change:
    acronym, name = str(values.get("acronym", "")), str(values.get("name", ""))
    aliases = tuple(filter(None, map(str.strip, str(values.get("aliases", "")).split(","))))
    timezone = str(values.get("timezone", "UTC"))

    def apply(work: Work) -> None:
        from tracker.desk.parties import add_group

        add_group(work, acronym, name=name, aliases=aliases, timezone=timezone)

    return Change("group add", f"{acronym} is set up.", apply)
