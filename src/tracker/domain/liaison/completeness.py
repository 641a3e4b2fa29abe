"""What a liaison statement must say before it is dispatched, each with its source."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.liaison.titles import REPLY, is_reply_title
from tracker.domain.vocabulary import Purpose

if TYPE_CHECKING:
    import datetime as dt

A1 = "Rec. ITU-T A.1, clause 1.5"
RES1 = "ITU-D Resolution 1, Annex 4"
MOST_ABSTRACT_WORDS = 200
MOST_CONTACTS = 2
REF = "\x00"
"""Stands for the ref of the statement in a command; no text of a user holds it."""

CONTACT = f"contact {REF} WHO"


class Destined(NamedTuple):
    """A destination as far as completeness looks at it.

    ``groups`` are those that it may be: one when it is resolved, several go by an ambiguous name.
    """

    addressee: str
    groups: tuple[str, ...]
    purpose: str
    deadline: dt.date | None


class Statement(NamedTuple):
    """A liaison statement as far as completeness looks at it.

    ``meeting`` names the originating meeting, or says «by correspondence». ``has_questions``: the
    group works by Questions, so the header has to name them.
    """

    title: str
    source: str
    meeting: str
    approval: str
    destinations: tuple[Destined, ...]
    contacts: tuple[tuple[str, str], ...]
    questions: str = ""
    has_questions: bool = False
    abstract: str = ""
    is_reply: bool = False


class Missing(NamedTuple):
    """Something missing, where it is asked for, and the command that supplies it.

    The command is a verb of `tracker liaison`; ``REF`` in it stands for the ref of the statement.
    """

    what: str
    source: str
    how: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.what} ({self.source})"

    def command(self, ref: int) -> str:
        """Give the command line that supplies it."""
        return f"tracker liaison {self.how.replace(REF, str(ref))}"


def missing(statement: Statement, on: dt.date | None = None) -> tuple[Missing, ...]:
    """List what the statement still lacks to leave on a day, in the order of the template."""
    return (
        *(_questions(statement)),
        *_header(statement),
        *_reply(statement),
        *(found for each in statement.destinations for found in _destination(each, on)),
        *_contacts(statement),
        *_abstract(statement),
    )


def _questions(statement: Statement) -> list[Missing]:
    if statement.has_questions and not statement.questions.strip():
        return [Missing("the Question(s) it comes from", A1, f"header {REF} --questions N/SG")]
    return []


def _header(statement: Statement) -> list[Missing]:
    wanted = (
        (
            statement.meeting,
            "the originating meeting, or that it goes by correspondence",
            f"header {REF} -m N, or clear {REF} --at correspondence",
        ),
        (statement.source, "the source", f"header {REF} --source WHO"),
        (statement.title, "the title", f"header {REF} --title TITLE"),
        (statement.destinations, "a destination", f"to {REF} GROUP --inform"),
        (statement.approval, "the level of approval", f"clear {REF}"),
    )
    return [Missing(what, A1, how) for there, what, how in wanted if not there]


def _reply(statement: Statement) -> list[Missing]:
    if statement.is_reply and not is_reply_title(statement.title):
        what, how = f"a title that says what it is: “{REPLY}…”", f"header {REF} --title TITLE"
        return [Missing(what, "ITU-T template", how)]
    return []


def _destination(destined: Destined, on: dt.date | None) -> list[Missing]:
    name = destined.addressee
    found = [] if len(destined.groups) == 1 else [_group(destined)]
    change = f"to {REF} {shlex.quote(name)}"
    if destined.purpose not in {Purpose.ACTION, Purpose.INFORMATION}:
        what = f"the purpose for {name}: for action or for information"
        found.append(Missing(what, RES1, f"{change} --inform, or --action --deadline DATE"))
    if destined.purpose == Purpose.ACTION and destined.deadline is None:
        what = f"a deadline for {name}, which is asked for action"
        found.append(Missing(what, A1, f"{change} --deadline DATE"))
    if on is not None and destined.deadline is not None and destined.deadline < on:
        what = f"a deadline for {name} that lies ahead: {destined.deadline} is over"
        found.append(Missing(what, A1, f"{change} --deadline DATE"))
    return found


def _group(destined: Destined) -> Missing:
    name, groups = destined.addressee, destined.groups
    change = f"to {REF} {shlex.quote(name)} --is"
    if groups:
        what = f"which group “{name}” is: {' and '.join(groups)} go by that name"
        return Missing(what, A1, " or ".join(f"{change} {shlex.quote(each)}" for each in groups))
    return Missing(
        f"which group “{name}” is: none on record goes by that name",
        A1,
        f"{change} GROUP, or tracker group add {shlex.quote(name)} --other",
    )


def _contacts(statement: Statement) -> list[Missing]:
    if not statement.contacts:
        return [Missing("a contact", A1, CONTACT)]
    found = [
        Missing(f"the e-mail address of the contact {name}", A1, CONTACT)
        for name, email in statement.contacts
        if not email.strip()
    ]
    if len(statement.contacts) > MOST_CONTACTS:
        found.append(Missing("a header with at most two contacts", "ITU-T template", CONTACT))
    return found


def _abstract(statement: Statement) -> list[Missing]:
    if len(statement.abstract.split()) > MOST_ABSTRACT_WORDS:
        what = f"an abstract of at most {MOST_ABSTRACT_WORDS} words"
        return [Missing(what, "ITU-T template", f"header {REF} --abstract TEXT")]
    return []
