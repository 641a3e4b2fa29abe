"""Capturing a report: which file, then its triage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from tracker.tui.data.changing import Task
from tracker.tui.data.triage import capture
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.widgets.path_suggester import PathSuggester

if TYPE_CHECKING:
    from tracker.domain.triage import Triage
    from tracker.tui.screens.view import View

KINDS = ".docx .pdf .html .md .txt .eml"


def ask_report(view: View) -> None:
    """Ask for the file of a report."""
    tracker = view.tracker
    found: list[Triage] = []

    def read(path: Path) -> str:
        with tracker.readers.lent() as reader:
            found.append(capture(reader, tracker.place, path))
        return f"{path.name}: {len(found[0].proposals)} proposals to judge"

    def make(path: object, _note: str) -> Task:
        file = cast("Path", path)
        return Task("capture", lambda: read(file), then=lambda: tracker.judge(found[0]))

    tracker.push_screen(
        LinePrompt(
            "Capture a report",
            _understood,
            make,
            hint=f"a file: {KINDS}",
            draft="capture",
            does="read the report",
            suggestions=PathSuggester(),
        )
    )


def _understood(text: str) -> Understood:
    if not text.strip():
        return Understood("the path of a file", good=False)
    path = Path(text.strip()).expanduser()
    if path.is_file():
        return Understood(f"→ {path.absolute()}", path)
    if path.is_dir():
        names = sorted(each.name for each in path.iterdir() if not each.name.startswith("."))
        return Understood("  ".join(names[:12]) or "an empty folder", good=False)
    return Understood(f"There is no file {path}.", good=False)
