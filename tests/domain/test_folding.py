from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.folding import fold, terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("C20/57-E", "c20 57 e"),
        ("Q11/17", "q11 17"),
        ("  Évaluation  des\nprogrammes ", "evaluation des programmes"),
        ("STRASSE Straße", "strasse strasse"),
        ("15ème 15ª ﬁne", "15eme 15a fine"),
        ("cop@itu.int, +41 22", "cop itu int 41 22"),
        ("Łódź İzmir", "łodz izmir"),
        ("儿童上网", "儿 童 上 网"),
        ("...", ""),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    """Letters and digits stay, lower case and without marks; all else parts the terms."""
    assert fold(text) == folded


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    """Folding twice changes nothing, and terms hold nothing but letters and digits."""
    assert fold(fold(text)) == fold(text)
    assert all(term.isalnum() for term in terms(text))


@given(st.text(st.characters(codec="ascii")), st.text(st.characters(codec="ascii")))
def test_ascii_takes_the_same_way(one: str, other: str) -> None:
    """The quick way for ASCII gives what the long way gives."""
    assert fold(f"{one} é {other}") == " ".join(f"{fold(one)} e {fold(other)}".split())
