"""The steps of a destination of what we sent: sent, acknowledged, replied, considered, closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.liaison.life import LINE, steps_from
from tracker.domain.liaison.words import NEEDS_DATE, NEEDS_REASON, Disposition
from tracker.tui.dialogs.choice import Choice
from tracker.tui.edits.taking import Taking, takes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work
    from tracker.tui.edits.taking import Said


def of_destination(row: DestinationRow) -> Iterator[Choice]:
    """Give those that are possible now, each with what it takes."""
    from tracker.desk.liaison.dispatching import send_line
    from tracker.desk.liaison.replies import acknowledge, close_line

    name, verbs = row.group or row.addressee, {step.verb for step in steps_from(LINE, row.state)}
    if "send" in verbs:
        yield _on_line(row, f"send to {name}", f"sent to {name}",
                       lambda work, ref, line, said: send_line(
                           work, ref, line, on=said.on, channel=said.how))  # fmt: skip
    if "acknowledge" in verbs:
        yield _on_line(row, f"{name} has acknowledged", f"acknowledged by {name}",
                       lambda work, ref, line, said: acknowledge(
                           work, ref, line, said.on, said.reference))  # fmt: skip
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

    return Choice(Taking(told, apply), words, told=takes(needs), needs=needs)
