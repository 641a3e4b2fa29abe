"""Moving a liaison statement along: the steps of its own life, of each destination and its reply."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.dates import resolve
from tracker.domain.errors import UnknownRef
from tracker.domain.liaison.life import INCOMING, LINE, OUTGOING, WITHDRAW_REPLY, steps_from
from tracker.domain.liaison.words import NEEDS_DATE, NEEDS_REASON, Approval, Disposition
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.choice import Choice, ChoicePrompt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from tracker.domain.dates import MeetingDates
    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader
    from tracker.store.reading.liaison_header import LiaisonHeader
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

LINES = {
    "note": "note: why, or what it says",
    "by": "by: when they will answer, where they say so",
    "on": "on: the day, if it was not today",
}
MEETING = {"meeting": "meeting that considered it, by its number"}
CLEARING = {
    Approval.MEETING: "m",
    Approval.WORKING_PARTY: "p",
    Approval.RAPPORTEUR_GROUP: "g",
    Approval.CORRESPONDENCE: "c",
}


class Said(NamedTuple):
    """What was written beside a choice."""

    note: str
    by: dt.date | None
    on: dt.date | None
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Taking:
    """A step that can be taken: what it is called when done, and how it is done."""

    told: str
    act: Callable[[Work, int, Said], object]


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

    came = any(row.state == "reply received" for row in header.destinations)
    lines = {name: hint for name, hint in LINES.items() if name != "by" or _may_promise(header)}
    if came:
        lines |= MEETING
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
    ref, meeting = chosen.refs[0], lines.get("meeting", "").strip()

    def apply(work: Work) -> str:
        days = {
            name: resolve(
                text, today, meetings=meetings, direction="past" if name == "on" else "future"
            ).date
            for name, text in typed.items()
            if text
        }
        said = taking.act(work, ref, Said(note, days.get("by"), days.get("on"), meeting))
        return f"{ref} {taking.told}" + (f": {said}" if isinstance(said, str) else "")

    return Change("liaison", f"{ref} {taking.told}", apply, chosen.refs, chosen.seen, note)


def steps_of(header: LiaisonHeader, today: dt.date) -> Iterator[Choice]:
    """Give the steps that a statement, or one of its destinations, can take."""
    if not header.is_outgoing:
        yield from _received(header)
    elif header.state == "dispatched":
        for row in header.destinations:
            yield from _of_destination(row)
    else:
        yield from _ours(header, today)


def _ours(header: LiaisonHeader, today: dt.date) -> Iterator[Choice]:
    from tracker.desk.liaison.dispatching import clear, dispatch, redraft, withdraw

    verbs = {step.verb for step in steps_from(OUTGOING, header.state)}
    lacks = "; ".join(each.what for each in header.missing(today))
    if "clear" in verbs:
        for level, key in CLEARING.items():
            taking = Taking(
                f"cleared, approval: {level}",
                lambda work, ref, said, level=level: clear(work, ref, level, said.on),  # type: ignore[misc]
            )
            yield Choice(taking, f"clear: {level}", key, f"lacks {lacks}" if lacks else "")
    if "dispatch" in verbs:
        taking = Taking(
            "dispatched",
            lambda work, ref, said: dispatch(work, ref, on=said.on, anyway=said.note),
        )
        told = f"lacks {lacks}; with a note it is sent anyway" if lacks else "it lacks nothing"
        yield Choice(taking, "dispatch to all", "d", told, ("note",) if lacks else ())
    if "redraft" in verbs:
        taking = Taking("drafted again", lambda work, ref, said: redraft(work, ref, said.note))
        yield Choice(taking, "back to the desk", "b", "takes a note", ("note",))
    if "withdraw" in verbs:
        taking = Taking(
            "withdrawn", lambda work, ref, said: withdraw(work, ref, said.note, said.on)
        )
        yield Choice(taking, "withdraw", "w", "takes a note", ("note",))


def _of_destination(row: DestinationRow) -> Iterator[Choice]:
    from tracker.desk.liaison.dispatching import send_line
    from tracker.desk.liaison.replies import acknowledge, close_line

    name, verbs = row.group or row.addressee, {step.verb for step in steps_from(LINE, row.state)}
    if "send" in verbs:
        yield _on_line(row, f"send to {name}", f"sent to {name}",
                       lambda work, ref, line, said: send_line(work, ref, line, on=said.on))  # fmt: skip
    if "acknowledge" in verbs:
        yield _on_line(row, f"{name} has acknowledged", f"acknowledged by {name}",
                       lambda work, ref, line, said: acknowledge(work, ref, line, said.on))  # fmt: skip
    if "consider" in verbs:
        words = f"reply of {name} was considered"
        yield _on_line(
            row, words, f"reply of {name} considered", partial(_consider, keep_open=False)
        )
        yield _on_line(row, f"{words}, more has to follow", f"reply of {name} considered, kept open",
                       partial(_consider, keep_open=True))  # fmt: skip
    if "reply" in verbs and row.state != "considered":
        yield from (_reply(row, name, word) for word in Disposition)
    if "close" in verbs:
        needs = ("note",) if row.state != "considered" else ()
        yield _on_line(row, f"close {name}", f"closed for {name}",
                       lambda work, ref, line, said: close_line(
                           work, ref, line, on=said.on, reason=said.note), needs)  # fmt: skip


def _consider(work: Work, ref: int, line: Destination, said: Said, *, keep_open: bool) -> None:
    from tracker.desk.liaison.replies import consider
    from tracker.store.reading.meetings import meeting_named

    group_id = work.item(ref).group_id
    held = meeting_named(work.reader, group_id, said.meeting).id if said.meeting else None
    consider(work, ref, line, on=said.on, meeting_id=held, keep_open=keep_open)


def _reply(row: DestinationRow, name: str, word: Disposition) -> Choice:
    def act(work: Work, ref: int, line: Destination, said: Said) -> str:
        from tracker.desk.liaison.replies import Reply, receive_reply

        reply = Reply(said.on or work.today, word, said.note, said.by)
        return receive_reply(work, ref, line, reply)

    needs = ("by",) if word in NEEDS_DATE else ("note",) if word in NEEDS_REASON else ()
    return _on_line(row, f"reply of {name}: {word}", f"reply of {name}", act, needs)


def _on_line(
    row: DestinationRow,
    words: str,
    told: str,
    act: Callable[..., object],
    needs: tuple[str, ...] = (),
) -> Choice:
    """Give the choice of a step of one destination."""

    def apply(work: Work, ref: int, said: Said) -> object:
        from tracker.store.tables.liaison import Destination

        return act(work, ref, work.get(Destination, row.id), said)

    takes = f"takes {' and '.join(LINES[name].partition(':')[0] for name in needs)}"
    return Choice(Taking(told, apply), words, told=takes if needs else "", needs=needs)


def _received(header: LiaisonHeader) -> Iterator[Choice]:
    from tracker.desk.liaison.receiving import close_incoming, draft_reply, mark_replied, note_only

    verbs = {step.verb for step in steps_from(INCOMING, header.state)} - {WITHDRAW_REPLY}
    if "answer" in verbs:
        taking = Taking("reply drafted", lambda work, ref, _said: f"{draft_reply(work, ref).ref}")
        yield Choice(taking, "draft our reply", "r", f"to {header.other}")
    if "replied" in verbs:
        taking = Taking(
            "replied", lambda work, ref, said: mark_replied(work, ref, said.on, said.note)
        )
        yield Choice(taking, "it was answered elsewhere", "e", "takes a note: how", ("note",))
    if "noted" in verbs:
        taking = Taking("noted", lambda work, ref, said: note_only(work, ref, said.on, said.note))
        asks = header.purpose != "information"
        needs, told = (("note",), "takes a note: why there is no reply") if asks else ((), "")
        yield Choice(taking, "note it", "n", told, needs)
    if "close" in verbs:
        taking = Taking("closed", lambda work, ref, said: close_incoming(work, ref, said.on))
        yield Choice(taking, "close", "c")
