"""Refs of items as they are typed: ``12``, ``#12``, ``12,14-16``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST_REF = 2**31 - 1
"""Refs fit a 32-bit integer in every database."""

_LONGEST_RANGE = 10_000
"""A longer range is a slip (``1-99999999``), not a wish."""


class BadRef(UsageProblem):
    """A word stands where a ref is expected."""

    def __init__(self, word: str, why: str = "is not a ref") -> None:
        super().__init__(
            f"“{word}” {why}. A ref is a number such as 12, several are 12 14 or 12,14-16."
        )


def parse_refs(args: Sequence[str]) -> tuple[int, ...]:
    """The refs in ``args``, in the order given, each once.

    Raises `BadRef` for what is not a ref, for a range that runs backwards or is longer than 10,000,
    and when there is no ref at all.
    """
    words = [word for arg in args for word in arg.replace(",", " ").split()]
    if not words:
        raise BadRef(" ".join(args), "names no item")
    return tuple(dict.fromkeys(ref for word in words for ref in _refs_of(word)))


def parse_ref(text: str) -> int:
    """The one ref that ``text`` is. Raises `BadRef` otherwise."""
    digits = text.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdigit()):
        raise BadRef(text)
    number = int(digits) if len(digits.lstrip("0")) <= 10 else 0
    if not 1 <= number <= LARGEST_REF:
        raise BadRef(text, "cannot be a ref")
    return number


def _refs_of(word: str) -> Iterator[int]:
    first, dash, last = word.replace("–", "-").partition("-")
    if not dash:
        yield parse_ref(word)
        return
    if not first or not last:
        raise BadRef(word)
    low, high = parse_ref(first), parse_ref(last)
    if high < low:
        raise BadRef(word, "runs backwards")
    if high - low >= _LONGEST_RANGE:
        raise BadRef(word, "is too long a range")
    yield from range(low, high + 1)
