from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.terminal_text import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [draft] [/] text", "plain [draft] [/] text"),
        ("red \x1b[31malert\x1b[0m", "red [31malert[0m"),
        ("bell\x07 \x9b31m", "bell 31m"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("two\r\nlines\tand tab", "two\nlines\tand tab"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("\u0639\u0631\u0628\u064a \u200f(1)", "\u0639\u0631\u0628\u064a \u200f(1)"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
    ],
)
def test_shows_text_and_drops_what_steers(text: str, shown: str) -> None:
    """Controls and reordering characters go, everything readable stays."""
    assert printable(text) == shown


def test_makes_one_line() -> None:
    """Breaks and tabs become single spaces on request."""
    assert printable("  two\r\n\tlines\u2028here ", one_line=True) == "two lines here"
    assert printable("kept  as  is", one_line=True) == "kept  as  is"


@given(st.text())
def test_never_lets_a_control_through(text: str) -> None:
    """Whatever the text, a terminal gets nothing to obey, and doing it twice changes nothing."""
    shown = printable(text)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in shown)
    assert printable(shown) == shown
    assert not set("\n\t\r") & set(printable(text, one_line=True))
