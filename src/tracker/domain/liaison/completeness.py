"""What a liaison statement must say before it is dispatched, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.liaison.titles import REPLY, is_reply_title
from tracker.domain.vocabulary import Purpose

if TYPE_CHECKING:
    import datetime as dt

A1 = "Rec. ITU-T A.1, clause 1.5"
RES1 = "ITU-D Resolution 1, Annex 4"
MOST_ABSTRACT_WORDS = 200
MOST_CONTACTS = 2


class Destined(NamedTuple):
    """A destination as far as completeness looks at it."""

    addressee: str
    resolved: bool
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
    """Something missing, and where it is asked for."""

    what: str
    source: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.what} ({self.source})"


def missing(statement: Statement) -> tuple[Missing, ...]:
    """List what the statement still lacks, in the order of the template."""
    return (
        *(_questions(statement)),
        *_header(statement),
        *_reply(statement),
        *(found for each in statement.destinations for found in _destination(each)),
        *_contacts(statement),
        *_abstract(statement),
    )


def _questions(statement: Statement) -> list[Missing]:
    if statement.has_questions and not statement.questions.strip():
        return [Missing("the Question(s) it comes from", A1)]
    return []


def _header(statement: Statement) -> list[Missing]:
    wanted = (
        (statement.meeting, "the originating meeting, or that it goes by correspondence"),
        (statement.source, "the source"),
        (statement.title, "the title"),
        (statement.destinations, "a destination"),
        (statement.approval, "the level of approval"),
    )
    return [Missing(what, A1) for there, what in wanted if not there]


def _reply(statement: Statement) -> list[Missing]:
    if statement.is_reply and not is_reply_title(statement.title):
        return [Missing(f"a title that says what it is: “{REPLY}…”", "ITU-T template")]
    return []


def _destination(destined: Destined) -> list[Missing]:
    name = destined.addressee
    found = []
    if not destined.resolved:
        found.append(Missing(f"which group “{name}” is: the name is ambiguous or unknown", A1))
    if destined.purpose not in {Purpose.ACTION, Purpose.INFORMATION}:
        found.append(Missing(f"the purpose for {name}: for action or for information", RES1))
    if destined.purpose == Purpose.ACTION and destined.deadline is None:
        found.append(Missing(f"a deadline for {name}, which is asked for action", A1))
    return found


def _contacts(statement: Statement) -> list[Missing]:
    if not statement.contacts:
        return [Missing("a contact", A1)]
    found = [
        Missing(f"the e-mail address of the contact {name}", A1)
        for name, email in statement.contacts
        if not email.strip()
    ]
    if len(statement.contacts) > MOST_CONTACTS:
        found.append(Missing("a header with at most two contacts", "ITU-T template"))
    return found


def _abstract(statement: Statement) -> list[Missing]:
    if len(statement.abstract.split()) > MOST_ABSTRACT_WORDS:
        return [Missing(f"an abstract of at most {MOST_ABSTRACT_WORDS} words", "ITU-T template")]
    return []
