"""A proposal as a card and as text: what capture found, what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.ordinals import short
from tracker.domain.triage import UNREAD, Verdict, is_unread, reiterated
from tracker.tui.data.addressed import addressed
from tracker.tui.widgets.columns import Cell
from tracker.tui.widgets.detail_text import (
    EMPTY,
    FAINT,
    LABEL,
    LABEL_WIDTH,
    heading,
    whole_title,
)
from tracker.tui.widgets.flow import Hang, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.proposals import Proposal
    from tracker.domain.triage import Decision, Triage

OPEN, ACCEPTED, DISMISSED, TRACKED = "○", "✓", "✗", "●"


def proposal_card(triage: Triage, proposal: Proposal) -> tuple[Cell, Cell]:
    """Give the two lines of a card: the title, and what was decided on it."""
    sign, state, tone = standing(triage, proposal)
    words = " · ".join(filter(None, (proposal.key, state, kind_of(triage, proposal))))
    return Cell(f"{sign} {title_of(triage, proposal)}", tone), Cell(f"  {words}", "faint")


def standing(triage: Triage, proposal: Proposal) -> tuple[str, str, str]:
    """Give the glyph, the word and the tone for what became of a proposal."""
    if proposal.key in triage.tracked:
        return TRACKED, f"item {triage.tracked[proposal.key]}", "faint"
    decision = triage.decisions.get(proposal.key)
    if decision is None:
        return OPEN, "not read as an outcome" if is_unread(proposal) else "open", ""
    if decision.verdict is Verdict.DISMISS:
        return DISMISSED, f"dismissed: {decision.reason}", "faint"
    if decision.verdict is Verdict.CORRECT:
        return ACCEPTED, f"corrects {decision.corrects}", "good"
    if decision.reiterates is not None:
        return ACCEPTED, f"accepted, says again {decision.reiterates}", "good"
    return ACCEPTED, "accepted", "good"


def title_of(triage: Triage, proposal: Proposal) -> str:
    """Give the title as edited, else as suggested, else the text."""
    decision = triage.decisions.get(proposal.key)
    edited = decision.edits.title if decision else None
    return (proposal.suggested_title if edited is None else edited) or proposal.text


def kind_of(triage: Triage, proposal: Proposal) -> str:
    """Give the kind as edited, else as found."""
    decision = triage.decisions.get(proposal.key)
    return (decision.edits.kind if decision and decision.edits.kind else "") or proposal.kind


def proposal_text(triage: Triage, proposal: Proposal) -> tuple[Hang, ...]:
    """Give everything about a proposal."""
    title = title_of(triage, proposal)
    head = Hang(heading(title), plain(f"{proposal.key}  ", LABEL))
    whole = list(whole_title(title, proposal.text))
    facts = (
        Hang(plain(words), plain(label.ljust(LABEL_WIDTH), FAINT))
        for label, words in _facts(triage, proposal)
        if words
    )
    text = Hang(plain(proposal.text), bar=plain("┃ ", LABEL))
    return (head, *facts, EMPTY, *whole, *([EMPTY] if whole else []), text)


def _facts(triage: Triage, proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Give what has to be judged first; where there is little room, the rest is scrolled to."""
    decision = triage.decisions.get(proposal.key)
    yield from _to_whom(triage, proposal)
    yield "Owner", _owner(proposal, decision)
    yield "Due", _due(proposal, decision)
    yield "Says again", str((decision and decision.reiterates) or reiterated(proposal) or "")
    yield "Like", ", ".join(f"#{match.ref} ({match.score:.0f} %)" for match in proposal.matches)
    yield "Rewords", str(triage.reworded.get(proposal.key, ""))
    yield "Standing", standing(triage, proposal)[1]
    yield "Kind", kind_of(triage, proposal) or "unknown"
    yield "Meeting", _meeting(triage, proposal)
    yield "Found by", "" if proposal.reason == UNREAD else proposal.reason


def _to_whom(triage: Triage, proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Name everybody whom it is addressed to, each on a line with what the text says of it."""
    label = "Addressee"
    for each in addressed(triage, proposal):
        purpose = f", for {each.purpose}" if each.purpose else ""
        yield label, f"{each.addressee}{purpose}{f' by {each.deadline}' if each.deadline else ''}"
        label = ""


def _owner(proposal: Proposal, decision: Decision | None) -> str:
    if decision is not None and decision.edits.owner is not None:
        return decision.edits.owner.name or "unknown"
    return proposal.owner or "unknown"


def _due(proposal: Proposal, decision: Decision | None) -> str:
    if decision is not None and decision.edits.due is not None:
        return str(decision.edits.due.date or "unknown")
    return str(proposal.due or proposal.due_text or "unknown")


def _meeting(triage: Triage, proposal: Proposal) -> str:
    if proposal.meeting is None:
        return ""
    meeting = triage.result.meetings[proposal.meeting]
    day = str(meeting.dates[0]) if meeting.dates else ""
    name = short(meeting.ordinal) if meeting.ordinal is not None else meeting.words
    return ", ".join(filter(None, (name, day, meeting.place or "")))
