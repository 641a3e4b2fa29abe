"""What was decided on a proposal in words, whole: two decisions that differ read differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.triage import Verdict
from tracker.domain.triage_merging import Clash, Judged

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tracker.domain.triage import Decision, DueSaid, Edits
    from tracker.domain.triage_merging import AnyClash

_FACTS = {"issued_on": "date"}
"""Facts of a document whose names are not what they are called."""


def what_words(clash: AnyClash) -> str:
    """Name what two people said different things of: a proposal, or a fact of the document."""
    if isinstance(clash, Clash):
        return clash.what
    return f"the document's {_FACTS.get(clash.what, clash.what)}"


def said_words(said: Judged | str | dt.date | None) -> str:
    """Say what one of them decided."""
    if not isinstance(said, Judged):
        return str(said or "unknown")
    if not said.parts:
        return "not there"
    each = [decision_words(said.decisions.get(part.key)) for part in said.parts]
    return each[0] if len(each) == 1 else f"split in {len(each)}: {'; '.join(each)}"


def decision_words(decision: Decision | None) -> str:
    """Say what was decided: “accepted, title “…”, says again #2”, “dismissed: no outcome”."""
    if decision is None:
        return "open"
    if decision.verdict is Verdict.DISMISS:
        return f"dismissed: {decision.reason}" if decision.reason else "dismissed"
    return ", ".join(_accepted(decision))


def _accepted(decision: Decision) -> Iterator[str]:
    correct = decision.verdict is Verdict.CORRECT
    yield f"accepted, corrects {decision.corrects}" if correct else "accepted"
    if decision.reiterates is not None:
        yield f"says again {decision.reiterates}"
    yield from _edited(decision.edits)


def _edited(edits: Edits) -> Iterator[str]:
    for name in ("title", "kind", "addressee"):
        text = getattr(edits, name)
        if text is not None:
            yield f"{name} “{text}”"
    if edits.owner is not None:
        yield f"owner {edits.owner.name or 'unknown'}"
    if edits.due is not None:
        yield f"due {_due(edits.due)}"


def _due(due: DueSaid) -> str:
    if due.date is None and due.meeting_id is not None:
        return f"{due.days_before or 0} days before a meeting"
    return str(due.date or "unknown")
