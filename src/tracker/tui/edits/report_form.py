"""Every choice of a report in one form: each field says what is picked now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.report_choices import ALL_GROUPS, OF_EVERY, SCOPES
from tracker.tui.data.report_known import Known, read_known
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.edits.report_reading import understanding
from tracker.tui.edits.report_subject import picking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.data.here import Here
    from tracker.tui.data.report_choices import Picked
    from tracker.tui.data.reports import Wanted
    from tracker.tui.screens.view import View

LABELS = {
    "meeting": "For meeting",
    "document": "Of document",
    "since": "Since",
    "until": "Until",
    "scope": "Whose",
    "owner": "Owner",
    "ref": "Item",
    "symbol": "Symbol",
    "dated": "Date on it",
    "source": "Source",
    "group": "Group",
    "day": "As at",
    "only": "Only items",
    "language": "Language",
    "private": "Private",
    "printed": "Printed on",
}
HINTS = {
    "meeting": "the next one",
    "document": "all that arise",
    "until": "today",
    "scope": "group, everything or own",
    "owner": "everybody",
    "ref": "none yet; its ref",
    "symbol": "none; such as CWG-COP-17/4",
    "dated": "the day it stands",
    "source": "who submits it",
    "day": "now",
    "only": "a filter: overdue, owner:me, +tag; nothing for all",
    "language": "en",
    "private": "yes, for private notes and a mark on every page; else no",
    "printed": "yes, for a line with the day of printing; else no",
}


def ask_choices(view: View, body: ReportsBody) -> None:
    """Ask for every choice that the report under the cursor has."""
    wanted, here = body.wanted, view.here_now

    def ask(known: Known) -> None:
        fields = [_field(name, wanted, known, here) for name in (*wanted.kind.takes, *OF_EVERY)]
        title = f"Choices of the {wanted.kind.name}"
        view.tracker.push_screen(
            FormPrompt(
                title, fields, lambda values: picking(body, _picks(values)), does="show it so"
            )
        )

    view.tracker.asking.ask("subjects", lambda reader: read_known(reader, here, wanted), ask)


def _picks(values: Mapping[str, object]) -> dict[str, object]:
    """A meeting and a document of which the outcomes are shut each other out: the last one holds."""
    picks = dict(values)
    if picks.get("document"):
        picks["meeting"] = None
    elif picks.get("meeting"):
        picks["document"] = ""
    return picks


def _field(name: str, wanted: Wanted, known: Known, here: Here) -> Field:
    hint = HINTS.get(name, "")
    if name == "since":
        hint = wanted.kind.since
    elif name == "group":
        hint = f"{here.label}; {ALL_GROUPS} for all of ours"
    return Field(
        name,
        LABELS[name],
        _text(name, wanted.picked),
        understanding(name, known, here),
        hint,
        _suggested(name, known, here),
    )


def _text(name: str, picked: Picked) -> str:
    value = getattr(picked, name)
    if name in ("private", "printed"):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _suggested(name: str, known: Known, here: Here) -> Sequence[str]:
    match name:
        case "document":
            return [document.name for document in known.documents]
        case "owner":
            return known.owners.names[2:]
        case "group":
            return [*(group.acronym for group in here.groups), ALL_GROUPS]
        case "scope":
            return list(SCOPES)
        case _:
            return ()
