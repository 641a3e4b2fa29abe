"""Where to save a report, and as at which day to show it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.errors import TrackerError
from tracker.render.formats import format_for
from tracker.tui.data.changing import Task
from tracker.tui.data.reports import saved
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.screens.view import View

NOW = ("", "now", "today")


def ask_file(view: View, body: ReportsBody) -> None:
    """Ask for the file; a file that is there already is named before it is replaced."""
    document, shown = body.document, body.shown
    if document is None or shown is None:
        return
    day = shown.day or view.here_now.today
    proposed = f"{shown.kind.name.replace(' ', '-')}-{day}.docx"

    def make(chosen: object, _note: str) -> Task:
        path = cast("Path", chosen)
        task = Task("save", lambda: saved(document, path, _template(view)))
        if path.exists():
            return Task("", lambda: "", then=lambda: _ask_replace(view, path, task))
        return task

    view.tracker.push_screen(
        LinePrompt(f"Save the {shown.kind.name}", file_understood, make, text=proposed)
    )


def _template(view: View) -> str:
    """Give the .docx that the current group's documents are made from, if the settings name one."""
    group = view.here_now.group
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
    today = view.here_now.today

    def make(day: object, _note: str) -> Task:
        return Task("", lambda: "", then=lambda: body.show_day(cast("dt.date | None", day)))

    view.tracker.push_screen(
        LinePrompt(
            "Reports as at",
            lambda text: day_understood(text, today),
            make,
            hint="a past day, or now",
        )
    )


def day_understood(text: str, today: dt.date) -> Understood:
    """Say which past day is meant."""
    if text.strip().casefold() in NOW:
        return Understood("→ now", None)
    try:
        day = resolve(text, today, direction="past").date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ as at the end of {describe(day)}" if day else "→ now", day)
