"""What was found in a document, in words for a person and as data for a program."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from tracker.cli import terminal
from tracker.domain.folding import fold
from tracker.domain.ordinals import short
from tracker.domain.terminal_text import printable
from tracker.domain.triage import is_unread
from tracker.domain.triage_words import said_words, what_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.proposals import MeetingFound, Proposal
    from tracker.domain.triage import Triage
    from tracker.domain.triage_merging import AnyClash

_WIDEST = 88
_INDENT = 11


def triage_lines(triage: Triage) -> Iterator[str]:
    """Give the document and all its proposals, line by line."""
    yield from head_lines(triage)
    for proposal in triage.proposals:
        yield ""
        yield from proposal_lines(triage, proposal)


def clash_words(clash: AnyClash) -> str:
    """Say what somebody else decided first, which stands, and what was not kept."""
    theirs, mine = said_words(clash.theirs), said_words(clash.mine)
    return printable(
        f"{what_words(clash)} was judged by {clash.by or 'somebody else'} meanwhile: {theirs}."
        f" That stands; yours was not kept: {mine}.",
        one_line=True,
    )


def head_lines(triage: Triage) -> Iterator[str]:
    """Say what document this is: group, meetings, Chair, symbol; unknown is said so."""
    result, facts = triage.result, triage.facts
    group = result.group
    others = [a for a in group.aliases if fold(a) != fold(group.name)] if group else []
    names = f" (also {', '.join(others)})" if others else ""
    yield f"Group     {group.name if group else 'unknown'}{names}"
    for meeting in result.meetings:
        yield f"Meeting   {meeting_words(meeting)}"
    if result.chair:
        country = f" ({result.chair.country})" if result.chair.country else ""
        yield f"Chair     {printable(result.chair.name)}{country}"
    symbol = facts.symbol or result.symbol or "symbol unknown"
    day = facts.issued_on or result.date or "date unknown"
    yield f"Document  {printable(symbol)} {facts.revision}".rstrip() + f", {day}"


def meeting_words(meeting: MeetingFound) -> str:
    """Say which meeting this is, when and where."""
    name = short(meeting.ordinal) if meeting.ordinal else meeting.words or "unnumbered"
    days = " to ".join(map(str, meeting.dates)) or "date unknown"
    return ", ".join(filter(None, [printable(name), days, printable(meeting.place or "")]))


def proposal_lines(triage: Triage, proposal: Proposal) -> Iterator[str]:
    """Say what is proposed, where it stands and what became of it."""
    yield f"{proposal.key:8} {proposal.kind or '—'} · {state_of(triage, proposal)}"
    text = printable(proposal.text, one_line=True)
    for line in textwrap.wrap(text, _text_width(), break_on_hyphens=False):
        yield f"         | {line}"
    for name, value in _facts(triage, proposal):
        yield f"         {name:10} {printable(value, one_line=True)}"


def state_of(triage: Triage, proposal: Proposal) -> str:
    """Say what became of a proposal: open, accepted, dismissed, or the ref that it has."""
    if proposal.key in triage.tracked:
        return f"item {triage.tracked[proposal.key]}"
    decision = triage.decisions.get(proposal.key)
    if decision is None:
        return "open"
    said = {"accept": "accepted", "correct": "corrects", "dismiss": "dismissed"}[decision.verdict]
    return f"{said} ({decision.reason})" if decision.reason else said


def triage_json(triage: Triage) -> dict[str, Any]:
    """Give everything found and decided, with the field names of the domain."""
    from tracker.domain.proposal_json import proposal_to_data, result_to_data
    from tracker.domain.triage import bullet_coverage

    found = result_to_data(triage.result)
    counted = bullet_coverage(triage)
    kept = (
        "group",
        "meetings",
        "place",
        "chair",
        "title",
        "action_required",
        "summary",
        "language",
    )
    return {
        "file": triage.file_name,
        "fingerprint": triage.result.fingerprint,
        "symbol": triage.facts.symbol or triage.result.symbol,
        "date": triage.facts.issued_on or triage.result.date,
        **{name: found[name] for name in kept},
        "proposals": [
            {
                **proposal_to_data(proposal),
                "state": state_of(triage, proposal),
                "ref": triage.tracked.get(proposal.key),
            }
            for proposal in triage.proposals
        ],
        "coverage": {**counted._asdict(), "open": counted.open},
    }


def _text_width() -> int:
    """Give the columns that the text of a proposal has: those of the terminal, up to a readable line."""
    return max(20, min(_WIDEST, terminal.width() - _INDENT)) if terminal.to_terminal() else _WIDEST


def _facts(triage: Triage, proposal: Proposal) -> Iterator[tuple[str, str]]:
    if proposal.suggested_title:
        yield "title", proposal.suggested_title
    if proposal.meeting is not None:
        meeting = triage.result.meetings[proposal.meeting]
        yield "meeting", short(meeting.ordinal) if meeting.ordinal else meeting.words
    if proposal.addressee:
        purpose = f", for {proposal.purpose}" if proposal.purpose else ""
        yield "addressee", f"{proposal.addressee}{purpose}"
    yield "owner", proposal.owner or "unknown"
    yield "due", str(proposal.due) if proposal.due else proposal.due_text or "unknown"
    if proposal.reiterates:
        yield "reiterates", proposal.reiterates
    for match in proposal.matches:
        yield "resembles", f"item {match.ref} ({match.score:.0f} %)"
    if is_unread(proposal):
        yield "look", proposal.reason
