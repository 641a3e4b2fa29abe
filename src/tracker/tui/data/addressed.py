"""To whom a proposal is addressed: as edited, else as its text says, each with what it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.vocabulary import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.capture.finding.addressed import Addressed
    from tracker.domain.proposals import Proposal
    from tracker.domain.triage import Triage


def addressed(triage: Triage, proposal: Proposal) -> tuple[Addressed, ...]:
    """Give all of them, in the order of the text; none where nobody is named.

    A person who names another addressee replaces all of them, as in drafting the statement.
    """
    found = stated(triage, proposal)
    decision = triage.decisions.get(proposal.key)
    edited = decision.edits.addressee if decision else None
    if edited is None or (found and found[0].addressee == edited):
        return found
    if not edited:
        return ()
    from tracker.capture.finding.addressed import Addressed

    return (replace(found[0], addressee=edited) if len(found) == 1 else Addressed(edited),)


def stated(triage: Triage, proposal: Proposal) -> tuple[Addressed, ...]:
    """Give those whom the text names."""
    from tracker.capture.finding.addressed import Addressed, addressed_in

    if proposal.kind == OutcomeKind.LIAISON_STATEMENT:
        meeting = None if proposal.meeting is None else triage.result.meetings[proposal.meeting]
        held_on = meeting.dates[0] if meeting and meeting.dates else None
        if several := addressed_in(proposal.text, held_on):
            return several
    return (Addressed(proposal.addressee, proposal.purpose),) if proposal.addressee else ()


def warm(triages: Iterable[Triage]) -> None:
    """Read them once in a thread: the first time takes long, since the grammar is read for it."""
    for triage in triages:
        for proposal in triage.proposals:
            stated(triage, proposal)
