"""The steps of a statement that came in: answered, answered elsewhere, noted, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.liaison.life import INCOMING, WITHDRAW_REPLY, steps_from
from tracker.tui.dialogs.choice import Choice
from tracker.tui.edits.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.store.reading.liaison_header import LiaisonHeader


def of_theirs(header: LiaisonHeader) -> Iterator[Choice]:
    """Give those that are possible now, each with what it takes."""
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
