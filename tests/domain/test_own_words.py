"""Sentences of tracker's own: kept as English and as facts, and told from what a person typed."""

from __future__ import annotations

import datetime as dt
import string

import pytest

from tracker.domain.own_words import (
    OwnWords,
    day_fact,
    packed,
    say,
    together,
    unpacked,
    word,
)
from tracker.domain.sayings import SAYINGS

DAY = dt.date(2020, 3, 16)


@pytest.mark.parametrize("key", SAYINGS)
def test_every_saying_is_kept_and_read_again(key: str) -> None:
    """With any text in its fields, braces and quotes too, the facts come back as they were."""
    fields = {name for _, name, _, _ in string.Formatter().parse(SAYINGS[key]) if name}
    sentence = say(key, **dict.fromkeys(fields, '{"say"} “ö”'))
    again = unpacked(str(sentence), packed(sentence))
    assert isinstance(again, OwnWords)
    assert (again, again.fact) == (sentence, sentence.fact)


def test_parts_keep_what_they_are() -> None:
    """Days and words of a vocabulary stay facts inside of a sentence, and empty parts vanish."""
    what = together(word("preliminary"), word(""), "we need more time", how="all")
    said = together(say("reply", whom="ITU-D", what=what), "", day_fact(DAY))
    assert said == "Reply from ITU-D: preliminary, we need more time 2020-03-16"
    assert {"day": "2020-03-16"} in said.fact["beside"]  # type: ignore[index]


@pytest.mark.parametrize("typed", ["LS1 sent to ITU-D on 2020-03-16", '{"say": "sent"}', ""])
def test_what_was_typed_stays_as_typed(typed: str) -> None:
    """A text that looks like one of ours has no facts, and is given back as it is."""
    assert packed(typed) == ""
    assert type(unpacked(typed, "")) is str
