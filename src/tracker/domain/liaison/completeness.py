"""What a liaison statement must say before it is dispatched, each with its source."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.liaison.titles import REPLY, is_reply_title
from tracker.domain.own_words import OwnWords, day_fact, say, together
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

    what: OwnWords
    source: str
    how: str

    @property
    def words(self) -> OwnWords:
        """Say it in one line."""
        return say("lacking", what=self.what, source=self.source)

    def __str__(self) -> str:
        """Say it in one line of English."""
        return str(self.words)

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
        return [Missing(say("lacks Questions"), A1, f"header {REF} --questions N/SG")]
    return []


def _header(statement: Statement) -> list[Missing]:
    wanted = (
        (
            statement.meeting,
            "lacks meeting",
            f"header {REF} -m N, or clear {REF} --at correspondence",
        ),
        (statement.source, "lacks source", f"header {REF} --source WHO"),
        (statement.title, "lacks title", f"header {REF} --title TITLE"),
        (statement.destinations, "lacks destination", f"to {REF} GROUP --inform"),
        (statement.approval, "lacks approval", f"clear {REF}"),
    )
    return [Missing(say(key), A1, how) for there, key, how in wanted if not there]


def _reply(statement: Statement) -> list[Missing]:
    if statement.is_reply and not is_reply_title(statement.title):
        what = say("lacks title of a reply", title=REPLY)
        return [Missing(what, "ITU-T template", f"header {REF} --title TITLE")]
    return []


def _destination(destined: Destined, on: dt.date | None) -> list[Missing]:
    name = destined.addressee
    found = [] if len(destined.groups) == 1 else [_group(destined)]
    change = f"to {REF} {shlex.quote(name)}"
    if destined.purpose not in {Purpose.ACTION, Purpose.INFORMATION}:
        what = say("lacks purpose", whom=name)
        found.append(Missing(what, RES1, f"{change} --inform, or --action --deadline DATE"))
    if destined.purpose == Purpose.ACTION and destined.deadline is None:
        what = say("lacks deadline", whom=name)
        found.append(Missing(what, A1, f"{change} --deadline DATE"))
    if on is not None and destined.deadline is not None and destined.deadline < on:
        what = say("lacks deadline ahead", whom=name, day=day_fact(destined.deadline))
        found.append(Missing(what, A1, f"{change} --deadline DATE"))
    return found


def _group(destined: Destined) -> Missing:
    name, groups = destined.addressee, destined.groups
    change = f"to {REF} {shlex.quote(name)} --is"
    if groups:
        what = say("lacks which group", whom=name, groups=together(*groups, how="listed"))
        return Missing(what, A1, " or ".join(f"{change} {shlex.quote(each)}" for each in groups))
    return Missing(
        say("lacks any group", whom=name),
        A1,
        f"{change} GROUP, or tracker group add {shlex.quote(name)} --other",
    )


def _contacts(statement: Statement) -> list[Missing]:
    if not statement.contacts:
        return [Missing(say("lacks contact"), A1, CONTACT)]
    found = [
        Missing(say("lacks address", whom=name), A1, CONTACT)
        for name, email in statement.contacts
        if not email.strip()
    ]
    if len(statement.contacts) > MOST_CONTACTS:
        found.append(Missing(say("lacks fewer contacts"), "ITU-T template", CONTACT))
    return found


def _abstract(statement: Statement) -> list[Missing]:
    if len(statement.abstract.split()) > MOST_ABSTRACT_WORDS:
        what = say("lacks short abstract", n=str(MOST_ABSTRACT_WORDS))
        return [Missing(what, "ITU-T template", f"header {REF} --abstract TEXT")]
    return []
