"""What is one line stays one, and says what was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.one_line import one_line

BROKEN = st.text(st.sampled_from("ab \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029\u00a0é"))


@given(BROKEN | st.text())
def test_no_line_ends_inside(text: str) -> None:
    """One line at most, none of its letters lost, and folded again it is the same."""
    folded = one_line(text)
    assert len(folded.splitlines()) <= 1
    assert folded.split() == text.split()
    assert one_line(folded) == folded == folded.strip()


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_what_has_no_break_stays_as_typed(text: str) -> None:
    """Runs of spaces inside it too."""
    assert one_line(text) == text.strip()
