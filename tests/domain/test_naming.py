from __future__ import annotations

import pytest

from tracker.domain.errors import AmbiguousName, UnknownName
from tracker.domain.naming import Named, group_key, the_one

PEOPLE = [
    Named(1, "Ana Lima", ("Ana Lima", "ana@example.org")),
    Named(2, "Anabel Ruiz", ("Anabel Ruiz", "")),
    Named(3, "Élodie Martin", ("Élodie Martin", "")),
]


def found(name: str) -> int:
    """Give who is named."""
    return the_one(name, PEOPLE, what="person", several="people")


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("ana lima", 1),
        ("LIMA", 1),
        ("a l", 1),
        ("ana@example.org", 1),
        ("ruiz", 2),
        ("elodie", 3),
    ],
)
def test_a_name_or_the_beginnings_of_its_words_name_one(typed: str, person: int) -> None:
    """Marks and case do not count, and each typed word begins a word of the name."""
    assert found(typed) == person


def test_a_whole_name_wins_over_the_beginning_of_another() -> None:
    """“Ana” is the one who is called so, although Anabel begins with it."""
    known = [*PEOPLE, Named(4, "Ana", ("Ana",))]
    assert the_one("ana", known, what="person") == 4


def test_what_fits_several_is_asked_back_with_all_of_them() -> None:
    """A beginning that several names share names nobody."""
    with pytest.raises(AmbiguousName, match="people: Ana Lima, Anabel Ruiz"):
        found("ana")


def test_what_fits_none_is_offered_the_nearest() -> None:
    """A slip of the finger gets an offer."""
    with pytest.raises(UnknownName, match="Did you mean Anabel Ruiz"):
        found("Anabel Ruis")


@pytest.mark.parametrize("typed", ["", " ", "-", "…"])
def test_nothing_names_nobody(typed: str) -> None:
    """A name without a letter or a digit does not name the first that comes."""
    with pytest.raises(UnknownName):
        found(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ITU-T Study Group 17", "ITU-T SG17"),
        ("ITU-D SG 2", "itu-d study group 2"),
        ("ITU-R Working Party 5D", "ITU-R WP 5D"),
    ],
)
def test_a_study_group_is_one_however_it_is_cut_short(one: str, other: str) -> None:
    """Written out, cut short, with or without a space: one group."""
    assert group_key(one) == group_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Study Group 2", "ITU-D SG2"), ("ITU-T SG2", "ITU-D SG2"), ("ITU-T SG1", "ITU-T SG17")],
)
def test_whose_study_group_it_is_is_not_guessed(one: str, other: str) -> None:
    """Of another sector, of none or with another number it is another name."""
    assert group_key(one) != group_key(other)
