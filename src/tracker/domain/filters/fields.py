"""The fields of the filter language: one table for parser, completion, help and compilers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from tracker.domain.vocabulary import (
    CLOSED_STATUSES,
    OPEN_STATUSES,
    Basis,
    Direction,
    OutcomeKind,
    Priority,
    Purpose,
    Sort,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class FieldKind(StrEnum):
    """How the values of a field are compared."""

    CHOICE = "choice"
    """One word of a closed list; equal."""
    OPEN_CHOICE = "open choice"
    """A lower-case word, of a list that may grow; equal."""
    DATE = "date"
    """A day; equal means within the day or period named."""
    NUMBER = "number"
    """A whole number; a meeting by its ordinal."""
    NAME = "name"
    """Words in a row, folded, anywhere in the text; letters at the end may go on (`name_part`)."""
    START = "start"
    """Terms at the start, folded: section 7 holds section 7.1."""
    TAG = "tag"
    """One of several words, folded; equal."""


class Field(NamedTuple):
    """A field that a filter can name."""

    name: str
    kind: FieldKind
    meaning: str
    choices: tuple[str, ...] = ()
    reading: Literal["future", "past"] = "future"
    """Which way an open date of this field is read."""

    @property
    def ordered(self) -> bool:
        """True if ``<`` and ranges make sense."""
        return self.kind in (FieldKind.DATE, FieldKind.NUMBER)


def _words(members: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in members)


def _choice(name: str, meaning: str, choices: Iterable[StrEnum]) -> Field:
    return Field(name, FieldKind.CHOICE, meaning, _words(choices))


def _fact(name: str, meaning: str) -> Field:
    return Field(name, FieldKind.DATE, meaning, reading="past")


_TABLE = (
    _choice("status", "follow-up status", Status),
    _choice("sort", "outcome, action or liaison", Sort),
    Field("kind", FieldKind.OPEN_CHOICE, "kind of outcome", _words(OutcomeKind)),
    Field("owner", FieldKind.NAME, "person, office or group; me, none"),
    Field("group", FieldKind.NAME, "the group, by any of its names"),
    Field("meeting", FieldKind.NUMBER, "ordinal of the meeting that adopted it"),
    Field("tag", FieldKind.TAG, "a tag; also +tag"),
    Field("due", FieldKind.DATE, "due date"),
    _fact("adopted", "day of adoption"),
    _fact("closed", "day the follow-up ended"),
    _fact("changed", "day of the last change"),
    _fact("created", "day it was recorded"),
    _fact("since", "waiting since"),
    _choice("priority", "high, normal or low", Priority),
    Field("ref", FieldKind.NUMBER, "the item's number; also #12"),
    Field("title", FieldKind.NAME, "editorial title"),
    Field("text", FieldKind.NAME, "text as adopted"),
    Field("note", FieldKind.NAME, "notes, private ones included"),
    Field("waiting", FieldKind.NAME, "whom it waits on"),
    Field("document", FieldKind.NAME, "symbol of its document"),
    Field("section", FieldKind.START, "section of its document"),
    Field("addressee", FieldKind.NAME, "whom the outcome is addressed to"),
    Field("reiterates", FieldKind.NUMBER, "ref of the outcome it reiterates"),
    Field("reiterated", FieldKind.NUMBER, "how often it was reiterated"),
    Field("extensions", FieldKind.NUMBER, "how often the due date was extended"),
    Field("blocked", FieldKind.CHOICE, "blocked by an open item: yes or no", ("yes", "no")),
    _choice("basis", "where owner or due date come from", Basis),
    _choice("direction", "of a liaison statement", Direction),
    _choice("purpose", "of a destination of a liaison statement", Purpose),
)

FIELDS = {field.name: field for field in _TABLE}
"""Every field by its name, in the order in which they are offered."""

ALIASES = {
    "assignee": "owner",
    "label": "tag",
    "updated": "changed",
    "modified": "changed",
    "type": "sort",
    "symbol": "document",
    "contains": "text",
}
"""Other words for some fields, understood but not offered."""

ME = "me"
"""As a value of ``owner``: the person who asks, and the offices they hold today."""

CHOICE_GROUPS = {
    "status": {"open": _words(OPEN_STATUSES), "closed": _words(CLOSED_STATUSES)},
}
"""By field, words that stand for several choices."""


def field_named(word: str) -> Field | tuple[str, ...]:
    """The field of this name, alias or unambiguous beginning; else the names that it may begin."""
    name = word.casefold()
    name = ALIASES.get(name, name)
    if name in FIELDS:
        return FIELDS[name]
    begun = tuple(each for each in FIELDS if each.startswith(name)) if name else ()
    return FIELDS[begun[0]] if len(begun) == 1 else begun
