"""Contacts, names and dates as they stand in heads; whatever stands there, nothing breaks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.capture.liaison.fields import fields_of
from tracker.capture.liaison.statement import statement_in
from tracker.capture.liaison.values import contact_in, day_in, names_in, reference_in
from tracker.capture.readers.reading import outline_of_bytes
from tracker.domain.errors import UnreadableInput

TODAY = dt.date(2020, 3, 10)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Lima, TSB, Switzerland Tel: +41 22 730 6206 E-mail: a@example.org",
         ("Ana Lima", "TSB", "Switzerland", "+41 22 730 6206", "a@example.org")),
        ("Ana Lima\nTSB\nSwitzerlandTel: +41 22 730 6206E-mail: a@example.org",
         ("Ana Lima", "TSB", "Switzerland", "+41 22 730 6206", "a@example.org")),
        ("Ana Lima <a@example.org>", ("Ana Lima", "", "", "", "a@example.org")),
        ("a@example.org", ("a@example.org", "", "", "", "a@example.org")),
        ("Ana Lima; TSB", ("Ana Lima", "TSB", "", "", "")),
    ],
)  # fmt: skip
def test_contacts(text: str, wanted: tuple[str, ...]) -> None:
    """Name, organization and country come before telephone and address, whatever parts them."""
    assert contact_in(text) == wanted


def test_names_of_groups() -> None:
    """One a line or parted by commas and semicolons, deadlines in brackets left out."""
    assert names_in("ITU-D SG2 (by 1 June 2020); ITU-T SG17, ITU-R WP 5D\n–") == (
        "ITU-D SG2", "ITU-T SG17", "ITU-R WP 5D",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-06-15", dt.date(2020, 6, 15)),
        ("15 June 2020 (ITU-D SG2)", dt.date(2020, 6, 15)),
        ("by June 15, 2020", dt.date(2020, 6, 15)),
        ("next meeting", None),
        ("31 June 2020", None),
        ("05/06/2026", None),
    ],
)
def test_only_whole_dates_are_dates(text: str, day: dt.date | None) -> None:
    """A date is one that is written in full and exists; others stay words."""
    assert day_in(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["CWG-COP-LS1/2020", "SG17-LS151", "LS/o 45", "ITU-T-SG17-LS1/2020"]
)
def test_references(text: str) -> None:
    """Our own form and those of study groups are references; other words are none."""
    assert reference_in(f"see {text} of yesterday") == text
    assert reference_in("no such thing") == ""


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in a document, it gives a statement or one clear line."""
    head = f"Title: x\n\nContact: {text}\n\nDeadline: {text}\n\n{text}"
    try:
        outline = outline_of_bytes(head.encode("utf-8", "ignore"), "x.txt")
    except UnreadableInput:
        return
    found = statement_in(outline, TODAY)
    assert len(found.fields) <= len(fields_of(outline))
    assert "\x00" not in found.title
