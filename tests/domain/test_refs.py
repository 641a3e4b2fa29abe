from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.refs import LARGEST_REF, BadRef, parse_ref, parse_refs


@pytest.mark.parametrize(
    ("args", "refs"),
    [
        (["12"], (12,)),
        (["#12"], (12,)),
        (["12", "14"], (12, 14)),
        (["12 14"], (12, 14)),
        (["12,14-16"], (12, 14, 15, 16)),
        (["#12-#14"], (12, 13, 14)),
        (["14-16,12", "15"], (14, 15, 16, 12)),
    ],
)
def test_reads_refs_in_order_once(args: list[str], refs: tuple[int, ...]) -> None:
    """Refs keep the order they were typed in, and each counts once."""
    assert parse_refs(args) == refs


@pytest.mark.parametrize(
    ("args", "quoted"),
    [
        ([], "“”"),
        (["a12"], "“a12”"),
        (["12", "0"], "“0”"),
        (["-3"], "“-3”"),
        (["12-"], "“12-”"),
        (["16-14"], "“16-14”"),
        (["1-99999999"], "“1-99999999”"),
        (["9" * 5000], "“9"),
        (["١٢"], "“١٢”"),
        (["1²"], "“1²”"),
    ],
)
def test_says_which_word_is_not_a_ref(args: list[str], quoted: str) -> None:
    """A word that is no ref is named in one line with examples."""
    with pytest.raises(BadRef) as problem:
        parse_refs(args)
    assert quoted in str(problem.value)
    assert "12,14-16" in str(problem.value)


@given(st.lists(st.integers(1, LARGEST_REF), min_size=1, max_size=8))
def test_reads_back_any_list(refs: list[int]) -> None:
    """A list joined by commas reads back as it was, without repeats."""
    assert parse_refs([",".join(f"#{ref}" for ref in refs)]) == tuple(dict.fromkeys(refs))


def test_reads_one_ref() -> None:
    """A single ref may carry the sign."""
    assert parse_ref(" #12 ") == 12
    with pytest.raises(BadRef):
        parse_ref("12-14")
