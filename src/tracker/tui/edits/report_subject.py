"""What a report is of: for which meeting, of which period, whose items, which item."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from tracker.domain.dates import describe
from tracker.tui.data.changing import Task
from tracker.tui.data.report_known import Known, read_known
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.edits.report_reading import ref_understood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.records.meetings import MeetingRow
    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.data.reports import Wanted
    from tracker.tui.screens.view import View

Picks = dict[str, Any]
"""Choices by their names in ``Picked``, with what is picked."""


def ask_subject(view: View, body: ReportsBody) -> None:
    """Ask what the report under the cursor is to be of."""
    wanted, here = body.wanted, view.here_now
    if wanted.kind.name == "record":
        _ask_ref(view, body)
        return

    def ask(known: Known) -> None:
        choices = list(subjects(wanted, known, here.today))
        if not choices:
            view.tracker.tell("There is no outgoing liaison statement yet.", "warning")
            return
        view.tracker.push_screen(
            ChoicePrompt(
                f"The {wanted.kind.name} is to be",
                choices,
                lambda picks, _lines: picking(body, cast("Picks", picks)),
                at=_now_at(choices, wanted),
                does="show it",
            )
        )

    view.tracker.asking.ask("subjects", lambda reader: read_known(reader, here, wanted), ask)


def picking(body: ReportsBody, picks: Picks) -> Task:
    """Give the task that picks; nothing is written, the report is made anew."""
    return Task("", lambda: "", then=lambda: body.pick(picks))


def _now_at(choices: list[Choice], wanted: Wanted) -> int:
    """Give where the choice stands that is picked now."""
    picked = wanted.picked._asdict()
    fits = (
        n for n, each in enumerate(choices) if cast("Picks", each.value).items() <= picked.items()
    )
    return next(fits, 0)


def subjects(wanted: Wanted, known: Known, today: dt.date) -> Iterator[Choice]:
    """Give what the report can be of."""
    takes = wanted.kind.takes
    if "meeting" in takes:
        yield from _meetings(known, today, alone="document" not in takes)
    if "document" in takes:
        for document in known.documents:
            title = f": {document.title}" if document.title else ""
            picks: Picks = {"meeting": None, "document": document.name}
            yield Choice(picks, f"of {document.name} only{title}")
    if "since" in takes:
        yield from _periods(wanted, known, today)
    if "owner" in takes:
        yield Choice({"owner": ""}, "of everybody", "e")
        yield from (Choice({"owner": name}, f"of {name}") for name in known.owners.names[2:])
    if "ref" in takes:
        for ref, words in sorted(known.statements.items(), reverse=True):
            yield Choice({"ref": ref}, f"{ref} {words}")


def _meetings(known: Known, today: dt.date, *, alone: bool) -> Iterator[Choice]:
    coming = [m for m in known.meetings if m.starts_on is not None and m.starts_on >= today]
    usual: Picks = {"meeting": None} if alone else {"meeting": None, "document": ""}
    soon = f": {_named(coming[0])}" if coming else ", when one is set"
    yield Choice(usual, f"for the next meeting{soon}", "n")
    for meeting in reversed(known.meetings):
        if meeting.ordinal is not None:
            yield Choice(usual | {"meeting": meeting.ordinal}, f"for the {_named(meeting)}")


def _named(meeting: MeetingRow) -> str:
    day = describe(meeting.starts_on) if meeting.starts_on else "no date yet"
    place = f", {meeting.place}" if meeting.place else ""
    return f"{meeting.label}, {day}{place}"


def _periods(wanted: Wanted, known: Known, today: dt.date) -> Iterator[Choice]:
    """Give periods: the usual one, since a meeting, so many days, and by years."""
    ends = "until" in wanted.kind.takes

    def period(words: str, since: dt.date | None, until: dt.date | None = None) -> Choice:
        return Choice({"since": since} | ({"until": until} if ends else {}), words)

    yield period(f"since {wanted.kind.since}, as usual", None)
    held = [m for m in known.meetings if m.starts_on is not None and m.starts_on <= today]
    for meeting in reversed(held[-3:]):
        yield period(f"since the {_named(meeting)}", meeting.starts_on)
    for days in (14, 30, 91):
        yield period(f"of the last {days} days", today - dt.timedelta(days))
    this = today.replace(month=1, day=1)
    yield period(f"of {today.year}", this)
    if ends:
        last = this - dt.timedelta(1)
        yield period(f"of {last.year}", last.replace(month=1, day=1), last)


def _ask_ref(view: View, body: ReportsBody) -> None:
    picked = body.wanted.picked.ref
    view.tracker.push_screen(
        LinePrompt(
            "The record of which item?",
            ref_understood,
            lambda ref, _note: picking(body, {"ref": ref}),
            text=str(picked or ""),
            hint="its ref: 12",
            does="show it",
        )
    )
