"""What the text of a captured document does not hold: symbol, revision, date, group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.tui.data.changing import Task
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.judging import judged

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.tui.bodies.triage import TriageBody
    from tracker.tui.screens.view import View


def ask(view: View, body: TriageBody) -> None:
    """Ask for what is known of the document."""
    triage, _ = judged(body)
    facts, found = triage.facts, triage.result
    today = view.here_now.today
    group = facts.group or (found.group.name if found.group else "")
    fields = (
        Field("symbol", "Symbol", facts.symbol or found.symbol or "", hint="C20/57-E"),
        Field("revision", "Revision", facts.revision, hint="Rev.1"),
        Field(
            "issued_on",
            "Date",
            str(facts.issued_on or found.date or ""),
            lambda text: _day(text, today),
            "2020-03-03",
        ),
        Field("group", "Group", group, suggestions=[g.acronym for g in view.here_now.groups]),
    )

    draft = f"about {triage.result.fingerprint[:12]}"

    def make(values: Mapping[str, object]) -> Task:
        said = replace(facts, **values)  # type: ignore[arg-type]
        return Task("", lambda: "", then=lambda: body.change(replace(triage, facts=said)))

    view.tracker.push_screen(FormPrompt(f"About {triage.file_name}", fields, make, draft=draft))


def _day(text: str, today: dt.date) -> Understood:
    if not text.strip():
        return Understood("→ unknown", None)
    try:
        day = resolve(text, today, direction="past").date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ unknown", day)
