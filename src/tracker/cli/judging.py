"""Judging proposals in a terminal: each is shown with its passage, one key says what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tracker.cli.arguments import looks_like_refs
from tracker.cli.printing import say
from tracker.cli.proposal_words import head_lines, proposal_lines
from tracker.domain.errors import TrackerError
from tracker.domain.triage import (
    Decision,
    DueSaid,
    Edits,
    Target,
    Verdict,
    proposed_decision,
    reiterated,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.proposals import Proposal
    from tracker.domain.records.parties import Party
    from tracker.domain.triage import Triage
    from tracker.domain.triage_merging import AnyClash, Merged
    from tracker.session.workplace import Workplace

KEYS = "a accept  e edit  m merge  d dismiss  s later  b back  q leave"


def judge(place: Workplace, triage: Triage, base: Triage | None) -> Triage:
    """Let a person judge what is open; what was decided is kept after every key.

    What others decide meanwhile is kept, too; who decides the same otherwise is told and asked
    again. ``base`` is the triage as it is known to be kept, None to forget it. Leaving keeps the
    decisions and records nothing: the same command comes back to them.
    """
    for line in head_lines(triage):
        click.echo(line)
    waiting = list(triage.open_keys)
    place_in_list = 0
    while 0 <= place_in_list < len(waiting):
        key = waiting[place_in_list]
        proposal = triage.proposal(key)
        if proposal is None:
            break
        click.echo(f"\n[{place_in_list + 1}/{len(waiting)}]")
        click.echo("\n".join(proposal_lines(triage, proposal)))
        pressed = _pressed()
        if pressed == "q":
            _keep(place, triage, base)
            raise click.exceptions.Exit(_left(triage))
        if pressed == "b":
            place_in_list = max(0, place_in_list - 1)
            continue
        decision = _decision(place, triage, proposal, pressed)
        if decision is not None:
            kept = _keep(place, triage.deciding({key: decision}), base)
            triage = base = kept.triage
            if kept.clashes:
                _tell(kept.clashes)
                continue
        place_in_list += 1
    return triage


def _pressed() -> str:
    click.echo(f"  {KEYS} ", nl=False)
    while True:
        key = click.getchar().lower()
        if key in "aemdsbq":
            click.echo(key)
            return key
        if key in "\x03\x04":
            raise click.Abort


def _left(triage: Triage) -> int:
    say(f"Left with {len(triage.open_keys)} open. The same command comes back to where you were.")
    return 0


def _keep(place: Workplace, triage: Triage, base: Triage | None) -> Merged:
    from tracker.desk.triage import keep
    from tracker.store.instants import stamp

    return keep(place.reader, triage, actor=place.actor, at=stamp(place.now()), base=base)


def _tell(clashes: Sequence[AnyClash]) -> None:
    from tracker.cli.proposal_words import clash_words

    for each in clashes:
        say(f"{clash_words(each)} Judge it again to decide otherwise, s leaves it so.")


def _decision(
    place: Workplace, triage: Triage, proposal: Proposal, pressed: str
) -> Decision | None:
    if pressed == "a":
        return proposed_decision(triage, proposal) or Decision(Verdict.ACCEPT)
    if pressed == "d":
        return Decision(Verdict.DISMISS, reason=_asked("Why", "no outcome"))
    if pressed == "m":
        return _merged(triage, proposal)
    if pressed == "e":
        return replace(
            proposed_decision(triage, proposal) or Decision(Verdict.ACCEPT),
            edits=_edited(place, proposal),
        )
    return None


def _merged(triage: Triage, proposal: Proposal) -> Decision | None:
    """Ask what the proposal says again: another proposal by its key, or an item by its ref."""
    likely = reiterated(proposal) or (
        Target(ref=proposal.matches[0].ref) if proposal.matches else None
    )
    typed = _asked("Says again (key, or #ref)", str(likely or ""))
    if triage.proposal(typed) is not None and typed != proposal.key:
        return Decision(Verdict.ACCEPT, reiterates=Target(key=typed))
    if looks_like_refs(typed) and typed.removeprefix("#").isdecimal():
        return Decision(Verdict.ACCEPT, reiterates=Target(ref=int(typed.removeprefix("#"))))
    say(f"“{typed}” is neither a key nor a ref; the proposal stays open.")
    return None


def _edited(place: Workplace, proposal: Proposal) -> Edits:
    """Ask for what may differ from the proposal; Enter keeps each. Adopted text is never edited."""
    title = _asked("Title", proposal.suggested_title)
    kind = _asked("Kind", proposal.kind)
    addressee = _asked("Addressee", proposal.addressee or "")
    edits = Edits(title=title, kind=kind.strip().lower(), addressee=addressee)
    edits = replace(edits, owner=_asked_owner(place, proposal))
    return replace(edits, due=_asked_due(place, proposal))


def _asked(what: str, before: str) -> str:
    """Ask for one thing; Enter keeps what stood there before."""
    typed: str = click.prompt(f"  {what}", default=before, show_default=bool(before), type=str)
    return typed.strip()


def _asked_owner(place: Workplace, proposal: Proposal) -> Party | None:
    from tracker.cli.owning import party_named

    while True:
        typed = _asked("Owner", proposal.owner or "")
        if not typed or typed == proposal.owner:
            return None
        try:
            return party_named(place, typed)
        except TrackerError as problem:
            say(str(problem))


def _asked_due(place: Workplace, proposal: Proposal) -> DueSaid | None:
    from tracker.cli.days import due_from, due_said, resolve_due

    before = str(proposal.due or "")
    while True:
        typed = _asked("Due", before)
        if not typed or typed == before:
            return None
        try:
            due = due_from(place, resolve_due(place, typed))
        except TrackerError as problem:
            say(str(problem))
            continue
        say(due_said(place, due))
        return DueSaid() if due is None else DueSaid(*due)
