"""The steps of a statement of ours before it has left: cleared, dispatched, redrafted, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.liaison.life import OUTGOING, steps_from
from tracker.domain.liaison.words import Approval
from tracker.tui.dialogs.choice import Choice
from tracker.tui.edits.taking import Taking, takes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tracker.store.reading.liaison_header import LiaisonHeader

CLEARING = {
    Approval.MEETING: "m",
    Approval.WORKING_PARTY: "p",
    Approval.RAPPORTEUR_GROUP: "g",
    Approval.CORRESPONDENCE: "c",
}


def of_ours(header: LiaisonHeader, today: dt.date) -> Iterator[Choice]:
    """Give those that are possible now, each with what it takes or lacks."""
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
            lambda work, ref, said: dispatch(
                work, ref, on=said.on, anyway=said.note, channel=said.how
            ),
        )
        told = f"lacks {lacks}; with a note it is sent anyway" if lacks else "it lacks nothing"
        yield Choice(taking, "dispatch to all", "d", told, ("note",) if lacks else ())
    if "redraft" in verbs:
        taking = Taking("drafted again", lambda work, ref, said: redraft(work, ref, said.note))
        yield Choice(taking, "back to the desk", "b", takes(("note",)), ("note",))
    if "withdraw" in verbs:
        taking = Taking(
            "withdrawn", lambda work, ref, said: withdraw(work, ref, said.note, said.on)
        )
        yield Choice(taking, "withdraw", "w", takes(("note",)), ("note",))
