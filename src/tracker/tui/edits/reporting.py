"""Where to save a report, as at which day to show it, and of which items it is to be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tracker.domain.errors import TrackerError
from tracker.render.formats import format_for
from tracker.tui.data.changing import Task
from tracker.tui.data.filter_words import read_words
from tracker.tui.data.reports import saved
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.report_reading import day_understood, filter_understood
from tracker.tui.edits.report_subject import picking

if TYPE_CHECKING:
    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.data.filter_words import FilterWords
    from tracker.tui.data.reports import Wanted
    from tracker.tui.screens.view import View


def ask_file(view: View, body: ReportsBody) -> None:
    """Ask for the file; a file that is there already is named before it is replaced."""
    document, shown = body.document, body.shown
    if document is None or shown is None:
        return
    day = shown.day or view.here_now.today
    proposed = f"{shown.kind.name.replace(' ', '-')}-{day}.docx"

    def make(chosen: object, _note: str) -> Task:
        path = cast("Path", chosen)
        task = Task("save", lambda: saved(document, path, _template(view, shown)))
        if path.exists():
            return Task("", lambda: "", then=lambda: _ask_replace(view, path, task))
        return task

    view.tracker.push_screen(
        LinePrompt(
            f"Save the {shown.kind.name}",
            file_understood,
            make,
            text=proposed,
            does="write the file",
        )
    )


def _template(view: View, shown: Wanted) -> str:
    """Give the .docx that the documents of the report's group are made from, if any is named."""
    group = shown.group_in(view.here_now)
    return view.tracker.place.settings.template_of(group.acronym) if group else ""


def _ask_replace(view: View, path: Path, task: Task) -> None:
    changed = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    view.tracker.push_screen(
        Confirm(
            f"Replace {path.absolute()}?",
            f"The file that is there, changed {changed:%Y-%m-%d %H:%M}, would be lost.",
            no="the file stays",
            yes="replace it",
            then=lambda: view.tracker.change(task),
        )
    )


def file_understood(text: str) -> Understood:
    """Say which file in which format is meant."""
    if not text.strip():
        return Understood("the name of a file", good=False)
    path = Path(text.strip()).expanduser()
    try:
        form = format_for(path.name)
    except TrackerError as error:
        return Understood(str(error), good=False)
    if path.is_dir():
        return Understood(f"{path} is a folder.", good=False)
    if not path.absolute().parent.is_dir():
        return Understood(f"There is no folder {path.absolute().parent}.", good=False)
    replaced = "  (there is such a file; you will be asked)" if path.exists() else ""
    return Understood(f"→ {form.name}: {path.absolute()}{replaced}", path)


def ask_day(view: View, body: ReportsBody) -> None:
    """Ask as at which day reports are to be shown."""
    today, day = view.here_now.today, body.wanted.day
    view.tracker.push_screen(
        LinePrompt(
            "Reports as at",
            lambda text: day_understood(text, today),
            lambda day, _note: picking(body, {"day": day}),
            text=str(day or ""),
            hint="a past day, or now",
            does="show them so",
        )
    )


def ask_filter(view: View, body: ReportsBody) -> None:
    """Ask of which items reports are to be; the filters used before are offered."""
    here, actor = view.here_now, view.tracker.place.actor

    def ask(words: FilterWords) -> None:
        view.tracker.push_screen(
            LinePrompt(
                "Reports only of items that meet",
                lambda text: filter_understood(text, here),
                lambda text, _note: picking(body, {"only": text}),
                text=body.wanted.picked.only,
                hint="overdue, owner:me, +tag, @saved; nothing for all",
                does="show them so",
                suggestions=[*words.history, *(f"@{name}" for name in words.saved)],
            )
        )

    view.tracker.asking.ask("filter words", lambda reader: read_words(reader, actor, here), ask)
