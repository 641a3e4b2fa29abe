"""The meetings that a document reports on: ordinals, dates, place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.capture.finding.dates import DateFound, find_dates
from tracker.capture.finding.ordinals import find_meetings_named
from tracker.capture.finding.sentences import LONGEST, split_sentences
from tracker.domain.outline import BlockKind, Outline
from tracker.domain.proposals import MeetingFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.capture.finding.words import Words

_HEAD = 14
"""How many blocks at the head of a document say what it reports on."""

_PLACE_FIELDS = ("place", "location", "venue", "where", "lieu", "lugar")
_DATE_FIELDS = ("date", "meeting date", "date of meeting", "when", "fecha")
_BEFORE_DATE = re.compile(
    r"\s*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?(?:, ?[A-Z][\w.'’ -]+?)?)\s*[,，]\s*"
)


def find_meetings(outline: Outline, words: Words) -> tuple[tuple[MeetingFound, ...], str | None]:
    """The meetings reported on, in order, and the place where they were held, if it is said."""
    head = list(_head(outline))
    place = _place(outline, head, words)
    found = _paired(head, words) or _alone(outline, head, words)
    return tuple(replace(meeting, place=place) for meeting in found), place


def meeting_of(
    passages: Iterable[str], meetings: Sequence[MeetingFound], words: Words
) -> int | None:
    """The meeting that the first of these passages names which names exactly one."""
    if len(meetings) == 1:
        return 0
    places = {
        meeting.ordinal: index
        for index, meeting in enumerate(meetings)
        if meeting.ordinal is not None
    }
    for passage in passages:
        named = {
            value
            for phrase in find_meetings_named(passage[:LONGEST], words)
            for value in phrase.ordinals
        }
        known = named & places.keys()
        if len(known) == 1:
            return places[known.pop()]
    return None


def _head(outline: Outline) -> Iterator[str]:
    if outline.title:
        yield outline.title
    blocks = [block for block in outline.blocks if block.kind is not BlockKind.QUOTE]
    yield from (block.text[:LONGEST] for block in blocks[:_HEAD])


def _paired(head: Sequence[str], words: Words) -> list[MeetingFound]:
    """Meetings whose ordinals and dates stand in one sentence, as many of one as of the other."""
    found: dict[int, MeetingFound] = {}
    for text in head:
        for sentence in split_sentences(text):
            for meeting in _pairs(text[sentence.start : sentence.end], words):
                if meeting.ordinal is not None:
                    found.setdefault(meeting.ordinal, meeting)
    return list(found.values())


def _pairs(sentence: str, words: Words) -> list[MeetingFound]:
    dates = find_dates(sentence, words)
    for named in find_meetings_named(sentence, words):
        later = [found for found in dates if found.start >= named.end]
        if len(later) == len(named.ordinals):
            phrase = sentence[named.start : named.end]
            return [
                MeetingFound(ordinal, found.days, words=phrase)
                for ordinal, found in zip(named.ordinals, later, strict=True)
            ]
    return []


def _alone(outline: Outline, head: Sequence[str], words: Words) -> list[MeetingFound]:
    """One meeting, put together from what the head of the document says in several places."""
    named = next((phrase for text in head for phrase in find_meetings_named(text, words)), None)
    dated = _labelled_date(outline, words) or next(
        (found for text in head for found in find_dates(text, words)), None
    )
    if named is None and dated is None:
        return []
    ordinals = named.ordinals if named else (None,)
    days = dated.days if dated and len(ordinals) == 1 else ()
    return [MeetingFound(ordinal, days) for ordinal in ordinals]


def _labelled_date(outline: Outline, words: Words) -> DateFound | None:
    value = outline.said_of(*_DATE_FIELDS)
    return next(iter(find_dates(value, words)), None) if value else None


def _place(outline: Outline, head: Sequence[str], words: Words) -> str | None:
    if value := outline.said_of(*_PLACE_FIELDS):
        return value.strip(" .")
    for text in head:
        for found in find_dates(text, words):
            if place := _place_around(text, found, words):
                return place
    return None


def _place_around(text: str, found: DateFound, words: Words) -> str | None:
    """A place in the sentence of the date: "in Geneva" after it, or "Geneva, " right before it."""
    after = text[found.end : found.end + 120].split(". ", maxsplit=1)[0]
    for match in words.place.finditer(after):
        if match[1].split()[0].casefold().strip(".,") not in words.months:
            return match[1].rstrip(" .,")
    before = text[max(0, found.start - 60) : found.start]
    ahead = _BEFORE_DATE.fullmatch(before)
    if ahead and ahead[1].split()[0].casefold() not in words.weekdays:
        return ahead[1].strip(" ,")
    return None
