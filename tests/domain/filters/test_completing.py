from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.filters import joined, parse
from tracker.domain.filters.completing import Completion, complete

KNOWN = {"owner": ["Alice Martin", "Bob"], "tag": ["web", "mascot"]}
SAVED = {"late": "overdue mine"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ["open", "closed", "all"]),
        ("mine ov", ["overdue"]),
        ("-ov", ["overdue"]),
        ("st", ["stalled", "standing", "status:"]),
        ("status:", ["pending", "under-implementation"]),
        ("status:re", ["reported-done"]),
        ("status:pending,st", ["standing"]),
        ("stat:im", ["implemented", "under-implementation"]),
        ("owner:", ["me", '"Alice Martin"', "Bob", "none"]),
        ("owner:mart", ['"Alice Martin"']),
        ('owner:"al', ['"Alice Martin"']),
        ("due:th", ["this-week", "this-month"]),
        ("due<to", ["today", "tomorrow"]),
        ("+w", ["web"]),
        ("+", ["web", "mascot"]),
        ("@", ["@late"]),
        ("is:blo", ["blocked"]),
        ("xyz:", []),
        ('"open', []),
    ],
)
def test_offers(text: str, first: list[str]) -> None:
    """What is begun is finished, likeliest first."""
    offers = [offer.text for offer in complete(text, len(text), values=KNOWN, saved=SAVED)]
    assert offers[: len(first)] == first
    assert bool(offers) is bool(first)


def test_says_what_to_replace() -> None:
    """An offer replaces what was typed of it, up to the cursor, and says what it means."""
    offer = complete("mine sta status:open", 8)[0]
    assert offer == Completion("stalled", 5, 8, "unchanged for 15 days")


@given(st.text(alphabet='()":<+@#-, opendust', max_size=12), st.integers(-1, 14))
def test_offers_fit_and_never_fail(text: str, cursor: int) -> None:
    """Whatever is typed, offers come without failing and replace a part before the cursor."""
    for offer in complete(text, cursor, values=KNOWN, saved=SAVED):
        assert 0 <= offer.start <= offer.end == min(max(cursor, 0), len(text))


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (["status:under implementation"], 'status:"under implementation"'),
        (["owner:Alice Martin", "open"], 'owner:"Alice Martin" open'),
        (["more involvement"], '"more involvement"'),
        (["open", "more involvement"], 'open "more involvement"'),
        (["overdue mine"], "overdue mine"),
        (["due<fri owner:alice"], "due<fri owner:alice"),
        (["mascot or online"], "mascot or online"),
        (["(a or b)"], "(a or b)"),
        (["not", "open"], "not open"),
        (["mascot", "online"], "mascot online"),
        ([], ""),
    ],
)
def test_joins_arguments(args: list[str], text: str) -> None:
    """What the shell took apart is one filter again."""
    assert joined(args) == text
    parse(text)
