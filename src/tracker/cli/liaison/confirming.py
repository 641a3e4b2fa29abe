"""A person looks at what was found in a file, changes what is wrong, and agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.liaison.found import print_found
from tracker.cli.printing import say
from tracker.domain.errors import UsageProblem
from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.session.workplace import Workplace

QUESTION = "Record it? y: yes, n: no, c: change something"
NOTHING = "-"
"""What is typed for “none” or “unknown”; no words keep what is there."""


def confirmed(place: Workplace, facts: dict[str, Any]) -> dict[str, Any]:
    """Show the facts until a person agrees to them; give them as changed. Raises ``click.Abort``."""
    while True:
        print_found(place, facts)
        answer = click.prompt(
            QUESTION, default="y", type=click.Choice(["y", "n", "c"]), show_choices=False, err=True
        )
        if answer == "n":
            raise click.Abort
        if answer == "y":
            return facts
        facts = _changed(place, facts)


def _changed(place: Workplace, facts: dict[str, Any]) -> dict[str, Any]:
    say(f"Return keeps a value, {NOTHING} takes it away.")
    for label, name, read in _FIELDS:
        facts = _asked(place, facts, label, name, read)
    return facts


def _asked(
    place: Workplace,
    facts: dict[str, Any],
    label: str,
    name: str,
    read: Callable[[Workplace, str], Any],
) -> dict[str, Any]:
    """Ask for one field until what is typed can be read."""
    now = printable(str(facts.get(name) or ""), one_line=True)
    while True:
        typed = click.prompt(label, default=now, show_default=bool(now), err=True).strip()
        if typed == now:
            return facts
        if typed == NOTHING:
            return {key: value for key, value in facts.items() if key != name}
        try:
            return facts | {name: read(place, typed)}
        except UsageProblem as problem:
            say(str(problem))


def _words(_place: Workplace, typed: str) -> str:
    return typed


def _purpose(_place: Workplace, typed: str) -> str:
    from tracker.desk.liaison.destinations import UnknownPurpose

    known = [word for word in ("action", "information") if word.startswith(typed.casefold())]
    if len(known) != 1:
        raise UnknownPurpose(typed)
    return known[0]


def _day(place: Workplace, typed: str) -> Any:
    from tracker.cli.liaison.options import deadline_of

    return deadline_of(place, typed)


def _past(place: Workplace, typed: str) -> Any:
    from tracker.cli.place import past_day

    return past_day(place, typed)


def _ref(_place: Workplace, typed: str) -> int:
    from tracker.domain.refs import parse_ref

    return parse_ref(typed)


_FIELDS: tuple[tuple[str, str, Callable[[Workplace, str], Any]], ...] = (
    ("Title", "title", _words),
    ("From", "sender", _words),
    ("Reference", "their_reference", _words),
    ("For (action or information)", "purpose", _purpose),
    ("Deadline", "deadline", _day),
    ("Received", "received_on", _past),
    ("Answers (ref of ours)", "answers", _ref),
)
