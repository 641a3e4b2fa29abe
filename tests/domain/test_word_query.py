from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import ordinals
from tracker.domain.folding import fold
from tracker.domain.word_query import (
    Aliases,
    AllOf,
    AnyOf,
    Phrase,
    holds,
    phrase_query,
    words_query,
)

GROUPS = Aliases(
    [("CWG-COP", "WG-CP", "WG-COP", "CWG-CP"), ("ITU-T Study Group 2", "SG2"), ("COP", "CWG-COP")]
)


@pytest.mark.parametrize(
    ("looked_for", "text"),
    [
        ("15th", "the fifteenth meeting"),
        ("fifteenth", "15th meeting"),
        ("fifteenth", "meeting 15"),
        ("15", "fifteenth meeting"),
        ("15th", "la 15ème réunion"),
        ("15ª", "the 15th"),
        ("twenty first", "21st"),
        ("twenty-first meeting", "meeting, the 21st"),
        ("21st", "the twenty-first"),
        ("WG-CP", "report of CWG-COP"),
        ("wg-cp mascot", "the mascot of the CWG-CP"),
        ("itu-t study group 2", "liaison to SG2"),
        ("C20/57-E", "Document C20/57-E"),
        ("children online", "online protection of children"),
        ("", "anything"),
    ],
)
def test_finds_every_spelling(looked_for: str, text: str) -> None:
    """Ordinals and names are found however they are written."""
    assert holds(words_query(looked_for, GROUPS), fold(text))


@pytest.mark.parametrize(
    ("looked_for", "text"),
    [
        ("C20/57", "57 and C20"),
        ("involv", "involvement"),
        ("first", "Q1 of 1 March"),
        ("15th", "the 16th"),
        ("SG2", "SG 20"),
        ("mascot online", "mascot"),
    ],
)
def test_finds_nothing_else(looked_for: str, text: str) -> None:
    """Whole words, in a row where they were typed as one."""
    assert not holds(words_query(looked_for, GROUPS), fold(text))


def test_finds_as_you_type() -> None:
    """The last word may go on, and a name being typed is found as a name too."""
    assert holds(words_query("more involv", prefix=True), "more involvement")
    assert not holds(words_query("mo involvement", prefix=True), "more involvement")
    assert holds(words_query("wg-cp", GROUPS, prefix=True), "cwg cop")


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("15th meeting", "fifteenth meeting", True),
        ("15th meeting", "meeting fifteenth", False),
        ("report of WG-CP", "the report of CWG-COP", True),
        ("Q11/17", "q11 seventeenth", False),
        ("17", "seventeenth", True),
    ],
)
def test_phrases_keep_their_order(phrase: str, text: str, found: bool) -> None:
    """A phrase is found in a row, in any spelling of its parts, but a number in it stays itself."""
    assert holds(phrase_query(phrase, GROUPS), fold(text)) is found


def test_shape_of_a_query() -> None:
    """The tree is what FTS5 and tsquery are written from."""
    assert words_query("C20/57 mas", prefix=True) == AllOf(
        (AnyOf((Phrase(("c20", "57")),)), AnyOf((Phrase(("mas",), prefix=True),)))
    )


def test_long_phrases_are_left_as_typed() -> None:
    """Spellings do not multiply without end."""
    query = phrase_query(" ".join(["15th"] * 9))
    assert query.parts == (AnyOf((Phrase(("15th",) * 9),)),)


def test_long_texts_are_read_in_one_go() -> None:
    """A pasted document as a query is read, each of its words once in its place."""
    query = words_query("more involvement of the fifteenth " * 5000, GROUPS)
    assert len(query.parts) == 5 * 5000


@given(st.integers(1, 99))
def test_every_ordinal_finds_its_words(number: int) -> None:
    """An ordinal up to 99 in figures and its words find each other."""
    figures, words = ordinals.short(number), " ".join(ordinals.spelled(number))
    assert holds(words_query(figures), words)
    assert holds(words_query(words), figures)
    assert ordinals.in_figures(figures) == number


@given(st.text(max_size=30), st.booleans())
def test_any_text_finds_itself(text: str, prefix: bool) -> None:
    """A text is found by its own words and as its own phrase."""
    assert holds(words_query(text, GROUPS, prefix=prefix), fold(text))
    assert holds(phrase_query(text, GROUPS, prefix=prefix), fold(text))
