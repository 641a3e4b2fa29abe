"""Moving a liaison statement along: the steps of its own life, of each destination and its reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.dates import resolve
from tracker.domain.errors import UnknownRef
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.edits.steps_of_destination import of_destination
from tracker.tui.edits.steps_of_ours import of_ours
from tracker.tui.edits.steps_of_theirs import of_theirs
from tracker.tui.edits.taking import LINES, Said, Taking

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from tracker.domain.dates import MeetingDates
    from tracker.store.database import Reader
    from tracker.store.reading.liaison_header import LiaisonHeader
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

MEETING = {"meeting": "meeting that considered it, by its number"}
HOW = {"how": "how it goes: e-mail, TIES, letter …"}
REFERENCE = {"reference": "their own reference, if they gave one"}


class Known(NamedTuple):
    """What is asked and typed is read against this."""

    header: LiaisonHeader | None
    meetings: MeetingDates


def ask_step(view: View, chosen: Chosen) -> None:
    """Ask which step a liaison statement takes next."""
    place, ref = view.tracker.place, chosen.refs[0]

    def read(reader: Reader) -> Known:
        from tracker.store.reading.liaison_header import liaison_header

        return Known(liaison_header(reader, ref), place.meeting_dates())

    view.tracker.asking.ask("statement", read, lambda known: _ask(view, chosen, known))


def _ask(view: View, chosen: Chosen, known: Known) -> None:
    header, today = known.header, view.here_now.today
    if header is None:
        view.tracker.tell(str(UnknownRef(chosen.refs[0])), "warning")
        return
    choices = list(steps_of(header, today))
    if not choices:
        view.tracker.tell(f"{header.ref} has ended: nothing more can follow.", "warning")
        return

    def make(value: object, lines: Mapping[str, str]) -> Change:
        return _change(chosen, cast("Taking", value), lines, today, known.meetings)

    lines = {name: hint for name, hint in LINES.items() if name != "by" or _may_promise(header)}
    states = {row.state for row in header.destinations}
    for more, asked in (
        (MEETING, "reply received" in states),
        (HOW, header.state == "cleared" or (header.state == "dispatched" and "unsent" in states)),
        (REFERENCE, "sent" in states),
    ):
        lines |= more if asked else {}
    title = f"Next step of {chosen.words()}, now {header.state}"
    view.tracker.push_screen(
        ChoicePrompt(title, choices, make, lines=lines, draft=chosen.draft("step"))
    )


def _may_promise(header: LiaisonHeader) -> bool:
    """Tell whether a reply may come that says by when."""
    return any(row.state not in ("unsent", "closed") for row in header.destinations)


def _change(
    chosen: Chosen,
    taking: Taking,
    lines: Mapping[str, str],
    today: dt.date,
    meetings: MeetingDates,
) -> Change:
    note = lines.get("note", "").strip()
    typed = {name: lines.get(name, "").strip() for name in ("by", "on")}
    ref = chosen.refs[0]
    more = {name: lines.get(name, "").strip() for name in ("meeting", "how", "reference")}

    def apply(work: Work) -> str:
        days = {
            name: resolve(
                text, today, meetings=meetings, direction="past" if name == "on" else "future"
            ).date
            for name, text in typed.items()
            if text
        }
        said = taking.act(work, ref, Said(note, days.get("by"), days.get("on"), **more))
        told = f"{ref} {taking.told}" + (f": {said}" if isinstance(said, str) else "")
        return "\n".join([told, *_proposed(work)])

    return Change("liaison", f"{ref} {taking.told}", apply, chosen.refs, chosen.seen, note)


def _proposed(work: Work) -> Iterator[str]:
    """Propose to close what the statement was sent for, where nothing else is open under it."""
    from tracker.desk.progress import closable
    from tracker.store.tables.item import Item

    touched = [work.get(Item, key) for key in work.touched_items()]
    for outcome in closable(work, touched):
        yield f"Nothing is open any longer under {outcome.ref}: is it done too?"


def steps_of(header: LiaisonHeader, today: dt.date) -> Iterator[Choice]:
    """Give the steps that a statement, or one of its destinations, can take."""
    if not header.is_outgoing:
        yield from of_theirs(header)
    elif header.state == "dispatched":
        for row in header.destinations:
            yield from of_destination(row)
    else:
        yield from of_ours(header, today)
