from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.nearest import edit_distance, nearest

FIELDS = ("status", "sort", "owner", "due", "text", "title", "note")


@pytest.mark.parametrize(
    ("word", "best"),
    [("stauts", "status"), ("onwer", "owner"), ("titel", "title"), ("Statuss", "status")],
)
def test_offers_what_was_meant(word: str, best: str) -> None:
    """Swapped, missing and doubled letters find the word that was meant."""
    assert nearest(word, FIELDS)[0] == best


@pytest.mark.parametrize("word", ["xyzzy", "", "q", "zzzzzzzz"])
def test_offers_nothing_far_off(word: str) -> None:
    """A word that is like none gets no offer."""
    assert nearest(word, FIELDS) == ()


def test_offers_longer_words_for_their_beginning() -> None:
    """A beginning of three letters is enough."""
    assert nearest("implem", ["implemented", "pending"]) == ("implemented",)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_a_distance(one: str, other: str) -> None:
    """Nothing apart from itself, the same both ways, never more than the longer word."""
    apart = edit_distance(one, other)
    assert (apart == 0) == (one == other)
    assert apart == edit_distance(other, one)
    assert apart <= max(len(one), len(other))
