"""What a capture found, shown or written, and how far it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.printing import print_json, say
from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.triage import Triage
    from tracker.session.workplace import Workplace

_FACTS = {"issued_on": "date", "file_name": "file"}
"""Columns of a document whose names are not what they are called."""

CHAIR = "Chair"
"""The office that capture makes for whom a document names as Chair."""


def show(triage: Triage, *, as_json: bool, told: bool) -> None:
    """Show what was found and decided; nothing is written. ``told`` says that options decided."""
    from tracker.cli.proposal_words import triage_json, triage_lines

    if as_json:
        print_json(triage_json(triage))
    else:
        click.echo("\n".join(triage_lines(triage)))
    _say_coverage(triage)
    if told:
        say("Nothing was written (--dry-run).")
    elif not triage.open_keys:
        say(_waiting(triage) if triage.to_adopt else _unchanged(triage))
    else:
        say("Nothing was written. Accept with --accept-all or --accept KEYS, or use a terminal.")


def write(
    place: Workplace, before: Triage, triage: Triage, note: str, *, as_json: bool, anew: bool
) -> None:
    """Adopt what was accepted, in one change; keep what was decided either way.

    Only what was decided since ``before`` is kept, or all of it, ``anew``.
    """
    from tracker.cli.echo import echo
    from tracker.cli.proposal_words import clash_words, triage_json
    from tracker.desk.adopt import adopt
    from tracker.desk.triage import keep
    from tracker.store.instants import stamp

    base = None if anew else before
    with place.change("capture", note or triage.file_name) as work:
        adopted = adopt(work, triage, base=base)
        changed = bool(adopted.items or adopted.corrected or adopted.filled)
    at = stamp(place.now())
    kept = keep(place.reader, adopted.triage, actor=place.actor, at=at, base=base)
    for clash in kept.clashes:
        say(clash_words(clash))
    echo(adopted.items, "recorded")
    echo(adopted.corrected, "text corrected")
    if adopted.filled:
        say(_filled(adopted.filled))
    for notice in adopted.notices:
        say(notice)
    if adopted.items:
        _say_vacant_chair(place, triage, adopted.items[0].group_id)
    if not changed:
        say(_unchanged(triage, decided=triage.decisions != before.decisions))
    _say_coverage(adopted.triage)
    if as_json:
        print_json(triage_json(adopted.triage))


def _filled(facts: Mapping[str, object]) -> str:
    """Say which facts of the document were unknown until now."""
    told = (
        f"{_FACTS.get(name, name.replace('_', ' '))} unknown → {printable(str(value), one_line=True)}"
        for name, value in facts.items()
    )
    return f"Document: {', '.join(told)}"


def _waiting(triage: Triage) -> str:
    """Say that everything is decided, and that some of it waits to be written."""
    many = len(triage.to_adopt)
    them = "it" if many == 1 else "them"
    return f"Nothing was written: {many} accepted before. --accept-all writes {them}."


def _unchanged(triage: Triage, *, decided: bool = False) -> str:
    """Say why nothing was recorded. ``decided`` tells that something was dismissed just now."""
    if triage.tracked and not triage.to_adopt and not decided:
        return f"{triage.file_name} was captured before; nothing was changed."
    if not triage.proposals:
        return f"No outcome was found in {triage.file_name}; nothing was recorded."
    return "No outcome was recorded."


def _say_coverage(triage: Triage) -> None:
    """Say how many bullets of the outcomes' sections ended how; of a text without any, proposals."""
    from tracker.domain.triage import bullet_coverage, coverage

    if not triage.proposals:
        return
    bullets = bullet_coverage(triage)
    what, counted = ("bullet", bullets) if bullets.total else ("proposal", coverage(triage))
    say(
        f"{counted.total} {what}{'s' * (counted.total != 1)}: {counted.accepted} accepted,"
        f" {counted.dismissed} dismissed, {counted.open} open"
    )


def _say_vacant_chair(place: Workplace, triage: Triage, group_id: int) -> None:
    """Offer to record the Chair's term: a document names the Chair, and does not say since when."""
    from tracker.store.reading.offices import list_offices

    chair = triage.result.chair
    vacant = [
        office.title
        for office in list_offices(place.reader, place.today)
        if office.group_id == group_id and not (office.holder or office.retired)
    ]
    if chair is not None and CHAIR in vacant:
        name = printable(chair.name, one_line=True)
        say(
            f"Since when {name} is Chair is unknown:"
            f' tracker office begin {CHAIR} "{name}" --from DATE'
        )
