"""Contacts, destinations and meetings as typed on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.printing import say
from tracker.domain.errors import UsageProblem
from tracker.domain.liaison.contacts import written_contact

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from tracker.desk.liaison.destinations import NewDestination
    from tracker.desk.liaison.drafting import NewContact
    from tracker.session.workplace import Workplace


class DeadlineForNobody(UsageProblem):
    """A deadline was given, and nobody is asked for action."""

    def __init__(self) -> None:
        super().__init__("Whom is the deadline for? It goes with --to WHOM --action.")


class OnePurpose(UsageProblem):
    """A destination has one purpose."""

    def __init__(self) -> None:
        super().__init__("For action or for information? Give one of them.")


HEADER_OPTIONS = (
    click.option("-m", "--meeting", metavar="N", help="The meeting it comes from."),
    click.option("--source", help="Who sends it; else the group."),
    click.option("--questions", help="Question(s) it comes from, such as 3/17."),
    click.option("--study-group", help="Study group, where the body has them."),
    click.option("--working-party", help="Working party, where the body has them."),
    click.option("--abstract", metavar="TEXT", help="At most 200 words; - reads stdin."),
    click.option("--text", "body", metavar="TEXT", help="The text; - reads stdin."),
)
RECEIVED_OPTIONS = (
    click.option("--from", "sender", default="", metavar="WHO", help="Of an incoming one: sender."),
    click.option("--reference", default="", help="Of an incoming one: their own reference."),
    click.option("--action", is_flag=True, help="Of an incoming one: it asks us for action."),
    click.option("--inform", is_flag=True, help="Of an incoming one: it is for information."),
    click.option(
        "--deadline", default="", metavar="DATE", help="Of an incoming one: our deadline."
    ),
)
CONTACT = click.option(
    "-c",
    "--contact",
    "contacts",
    multiple=True,
    metavar="WHO",
    help="“Name <mail>; organization; country; tel”, or a person on record. Up to two.",
)
ATTACH = click.option(
    "--attach", "attachments", multiple=True, metavar="WHAT", help="A symbol, URL or file name."
)


def with_options(*options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add options to a command, in their order."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def header_of(place: Workplace, options: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of the header that were given, the meeting by its id; "" empties one."""
    from tracker.cli.texts import text_of

    found = {name: value for name, value in options.items() if value is not None}
    meeting = found.pop("meeting", "")
    if meeting:
        found["meeting_id"] = meeting_id(place, meeting)
    for name in ("abstract", "body"):
        if found.get(name):
            found[name] = text_of(found[name], name)
    return found


def meeting_id(place: Workplace, name: str) -> int:
    """Give the id of a meeting of the current group. Raises ``UnknownName``."""
    from tracker.cli.meeting_words import meeting_of

    return meeting_of(place, name).id


def contacts_of(place: Workplace, texts: tuple[str, ...]) -> tuple[NewContact, ...]:
    """Read contacts; a bare name is a person on record. Raises ``UnknownName``, ``BadAddress``."""
    return tuple(_contact(place, text) for text in texts)


def destinations_of(
    place: Workplace,
    to: tuple[str, ...],
    *,
    action: bool,
    deadline: str,
) -> tuple[NewDestination, ...]:
    """Give destinations, for action if said so or if there is a deadline.

    Raises ``DateProblem``.
    """
    from tracker.desk.liaison.destinations import NewDestination

    until = deadline_of(place, deadline)
    purpose = "action" if action or until else ""
    return tuple(NewDestination(each, purpose, until) for each in to)


def deadline_of(place: Workplace, text: str) -> dt.date | None:
    """Read a deadline, and say what was understood; None when none was given.

    Raises ``DateProblem``.
    """
    from tracker.domain.dates import describe, resolve

    found = resolve(text, place.today, meetings=place.meeting_dates()).date if text else None
    if found is not None and text.strip() != found.isoformat():
        say(f"“{text}” is {describe(found)}.")
    return found


def purpose_of(*, action: bool, inform: bool) -> str:
    """Give the purpose that was asked for, ``""`` for none. Raises ``OnePurpose``."""
    if action and inform:
        raise OnePurpose
    return "action" if action else "information" if inform else ""


def _contact(place: Workplace, text: str) -> NewContact:
    from tracker.desk.liaison.drafting import NewContact

    found = written_contact(text)
    if not found.is_bare:
        return NewContact(*found)
    from tracker.cli.people import person_named

    person = person_named(place, found.name)
    return NewContact(person.name, person.organization, person.country, person.phone, person.email)
