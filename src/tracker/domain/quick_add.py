"""A new item in one line: ``Post the mascot online @alice due:fri +web m:17 !high``.

What carries no sign is the title. ``@`` names the owner (more of them, the contributors), ``+`` a
tag, ``!`` or ``p:`` the priority, ``due:`` a date of one or several words, ``m:`` the meeting,
``g:`` the group, ``for:`` the outcomes that it carries out, ``sort:`` what it is. Values with
spaces go in quotes; a backslash keeps a sign in the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from tracker.domain.dates import DateProblem, MeetingDates, Resolved, UnknownDate, resolve
from tracker.domain.nearest import nearest
from tracker.domain.refs import BadRef, parse_refs
from tracker.domain.terminal_text import printable
from tracker.domain.vocabulary import Priority, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Part = Literal["owner", "due", "tag", "meeting", "group", "priority", "for", "sort"]

_KEYS: dict[str, Part] = {
    "due": "due",
    "by": "due",
    "m": "meeting",
    "meeting": "meeting",
    "g": "group",
    "group": "group",
    "p": "priority",
    "prio": "priority",
    "priority": "priority",
    "owner": "owner",
    "tag": "tag",
    "for": "for",
    "sort": "sort",
}
_SIGNS: dict[str, Part] = {"@": "owner", "+": "tag", "!": "priority"}
_LONGEST_DATE = 6
"""Words: “2 weeks before the 17th meeting”."""


class Understood(NamedTuple):
    """A stretch of the line, ``start`` up to ``end``, and what it was taken for."""

    part: Part
    start: int
    end: int
    value: str


class Misunderstood(NamedTuple):
    """A stretch of the line that cannot be taken as it is, and one line that says why."""

    start: int
    end: int
    why: str


class QuickAdd(NamedTuple):
    """What one line says of a new item. Names are as typed; whoever adds the item finds them."""

    title: str
    owners: tuple[str, ...] = ()
    """The lead first, then contributors."""
    due: Resolved | None = None
    tags: tuple[str, ...] = ()
    meeting: str = ""
    group: str = ""
    priority: Priority | None = None
    sort: Sort | None = None
    carries_out: tuple[int, ...] = ()
    """Refs of outcomes."""
    understood: tuple[Understood, ...] = ()
    problems: tuple[Misunderstood, ...] = ()


def quick_add(text: str, today: date, *, meetings: MeetingDates | None = None) -> QuickAdd:
    """What the line says. Never raises: what cannot be taken is in ``problems``, with its place."""
    return _Reading(text, today, meetings).result()


def line_of(args: Sequence[str]) -> str:
    """The arguments of a command as one line: a name with spaces, ``@Alice Martin``, stays one."""
    return " ".join(_requoted(arg) for arg in args)


def _requoted(arg: str) -> str:
    sign = arg[:1] if arg[:1] in _SIGNS else f"{arg.partition(':')[0]}:"
    value = arg[len(sign) :]
    plain = len(value.split()) < 2 or '"' in arg
    known = sign in _SIGNS or _KEYS.get(sign[:-1].casefold()) in ("owner", "group", "meeting")
    return arg if plain or not known else f'{sign}"{value}"'


class _Word(NamedTuple):
    """A word of the line; a value in quotes belongs to the sign or key before it."""

    text: str
    start: int
    end: int


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        words.append(_Word(text[place : (end := _end(text, place))], place, end))
        place = end
    return words


def _end(text: str, start: int) -> int:
    end = start
    while end < len(text) and not text[end].isspace():
        if text[end] == '"' and _opens_a_value(text[start:end]):
            closing = text.find('"', end + 1)
            return len(text) if closing < 0 else closing + 1
        end += 1
    return end


def _opens_a_value(before: str) -> bool:
    return before in _SIGNS or (before.endswith(":") and before[:-1].casefold() in _KEYS)


def _cut(word: str) -> tuple[Part, str] | None:
    """What a word is and its value without quotes; None for a word of the title."""
    key, colon, rest = word.partition(":")
    if colon and key.casefold() in _KEYS:
        return _KEYS[key.casefold()], rest.strip('"')
    part, value = _SIGNS.get(word[:1]), word[1:].strip('"')
    if part is None or not value or not (part == "owner" or value[0].isalpha()):
        return None
    return part, value


class _Reading:
    """One line being read."""

    def __init__(self, text: str, today: date, meetings: MeetingDates | None) -> None:
        self._text, self._today, self._meetings = text, today, meetings
        self._words = _words(text)
        self._title: list[str] = []
        self._understood: list[Understood] = []
        self._problems: list[Misunderstood] = []
        self._due: Resolved | None = None

    def result(self) -> QuickAdd:
        place = 0
        while place < len(self._words):
            place += self._take(place)
        title = printable(" ".join(self._title), one_line=True).strip()
        if not title:
            end = len(self._text)
            self._problems.insert(0, Misunderstood(end, end, "It needs a title."))
        return QuickAdd(
            title,
            owners=self._values("owner"),
            due=self._due,
            tags=self._values("tag"),
            meeting=self._value("meeting"),
            group=self._value("group"),
            priority=Priority(word) if (word := self._value("priority")) else None,
            sort=Sort(word) if (word := self._value("sort")) else None,
            carries_out=parse_refs(refs) if (refs := self._values("for")) else (),
            understood=tuple(self._understood),
            problems=tuple(self._problems),
        )

    def _values(self, part: Part) -> tuple[str, ...]:
        found = (each.value for each in self._understood if each.part == part)
        return tuple(dict.fromkeys(found))

    def _value(self, part: Part) -> str:
        return next(iter(self._values(part)), "")

    def _take(self, place: int) -> int:
        """Take the word at ``place``; gives how many words were taken."""
        word = self._words[place]
        cut = _cut(word.text)
        if cut is None:
            kept = word.text
            self._title.append(kept[1:] if kept[0] == "\\" and _cut(kept[1:]) else kept)
            return 1
        part, value = cut
        if part == "due":
            return self._take_due(place, value)
        self._take_value(part, value, word)
        return 1

    def _take_value(self, part: Part, value: str, word: _Word) -> None:
        why = "" if value.strip() else f"{word.text} needs a value."
        if not why and part in ("priority", "sort"):
            value, why = _choice(part, value)
        if not why and part == "for":
            why = _bad_refs(value)
        if not why and part not in ("owner", "tag", "for") and self._value(part):
            why = f"The {part} is given twice."
        self._note(part, value, word.start, word.end, why)

    def _note(self, part: Part, value: str, start: int, end: int, why: str = "") -> None:
        if why:
            self._problems.append(Misunderstood(start, end, why))
        else:
            self._understood.append(Understood(part, start, end, value))

    def _take_due(self, place: int, value: str) -> int:
        """Take as many words as make a date: ``due:in 2 weeks the draft`` leaves “the draft”."""
        word = self._words[place]
        longest = 1 if word.text.endswith('"') else self._words_until_next_part(place)
        tried = [
            (count, self._resolved(" ".join((value, *self._texts(place + 1, place + count)))))
            for count in range(longest, 0, -1)
        ]
        good = next((each for each in tried if isinstance(each[1], Resolved)), None)
        told = next((each for each in tried if not isinstance(each[1], UnknownDate)), tried[-1])
        count, due = good or told
        end = self._words[place + count - 1].end
        if not isinstance(due, Resolved):
            self._note("due", value, word.start, end, str(due) if value else "due: needs a date.")
            return count
        twice = "The due date is given twice." if self._due else ""
        self._due = self._due or due
        self._note("due", due.words, word.start, end, twice)
        return count

    def _words_until_next_part(self, place: int) -> int:
        following = self._words[place + 1 : place + _LONGEST_DATE]
        stop = next((at for at, word in enumerate(following) if _cut(word.text)), len(following))
        return 1 + stop

    def _texts(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(word.text for word in self._words[start:end])

    def _resolved(self, text: str) -> Resolved | DateProblem:
        try:
            return resolve(text, self._today, meetings=self._meetings)
        except DateProblem as problem:
            return problem


def _choice(part: Part, value: str) -> tuple[str, str]:
    """The word of the list that ``value`` begins, and nothing; or the value and what is wrong."""
    choices = [each.value for each in (Priority if part == "priority" else Sort)]
    begun = [each for each in choices if each.startswith(value.casefold())]
    if len(begun) == 1:
        return begun[0], ""
    near = nearest(value, choices)
    known = f"Did you mean {near[0]}?" if near else f"It is one of {', '.join(choices)}."
    return value, f"No {part} is called “{value}”. {known}"


def _bad_refs(value: str) -> str:
    try:
        parse_refs([value])
    except BadRef as problem:
        return str(problem)
    return ""
