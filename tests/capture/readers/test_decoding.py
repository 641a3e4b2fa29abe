from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.capture.readers.decoding import clean, decode
from tracker.capture.readers.failures import BinaryDocument

TEXT = "Réunion à Genève – “outcomes”: 1\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_usual_encodings(encoding: str) -> None:
    """With a mark or without, the text comes out the same."""
    assert decode(TEXT.encode(encoding), "x.txt") == TEXT


def test_debris_and_controls_go() -> None:
    """Bookmarks of a word processor and characters that could drive a terminal."""
    assert clean("[bookmark: _Hlk1]One\x1b[31m\r\ntwo\x00\x07\x0bthree") == "One[31m\ntwo\nthree"


def test_noise_is_no_text() -> None:
    """Bytes that no encoding explains."""
    with pytest.raises(BinaryDocument):
        decode(bytes(range(1, 32)) * 20, "x.txt")


@settings(max_examples=80, derandomize=True)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=80))
def test_utf8_is_read_back(text: str) -> None:
    """What was encoded as UTF-8 comes out cleaned and otherwise unchanged."""
    assert decode(f"Report: {text}".encode(), "x.txt") == clean(f"Report: {text}")
