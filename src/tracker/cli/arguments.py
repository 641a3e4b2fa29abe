"""Refs and words on one command line: ``due 12 14 next fri``, ``note 12 asked again by phone``.

Refs come first. Words need no quotes as long as it is clear where the refs end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.domain.errors import UsageProblem
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Value = TypeVar("Value")


class WordsMissing(UsageProblem):
    """There are refs, and nothing after them."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The {what} is missing. It comes after the refs.")


class WhereDoRefsEnd(UsageProblem):
    """A number may be a ref or the first word of what follows."""

    def __init__(self, word: str, what: str) -> None:
        super().__init__(
            f"Is {word} a ref, or does the {what} begin with it? Put the {what} in quotes,"
            f" or write the refs in one word, such as 12,14."
        )


class RefsThen(NamedTuple):
    """Refs, and the words after them."""

    refs: tuple[int, ...]
    words: str


def looks_like_refs(word: str) -> bool:
    """Tell whether a word is made of refs alone: ``12``, ``#12``, ``12,14-16``."""
    parts = word.replace("–", "-").replace(",", "-").split("-")
    return all(
        part.removeprefix("#").isascii() and part.removeprefix("#").isdigit() for part in parts
    )


def refs_then_words(words: Sequence[str], what: str) -> RefsThen:
    """Part refs from free text. Raises ``WhereDoRefsEnd`` when the text may begin with a number."""
    count = _refs_at_start(words)
    rest = words[count:]
    if not rest:
        raise WordsMissing(what)
    if count > 1 and len(rest) > 1 and words[count - 1].isdigit():
        raise WhereDoRefsEnd(words[count - 1], what)
    return RefsThen(parse_refs(words[:count]), " ".join(rest))


def refs_then_name(words: Sequence[str], what: str) -> RefsThen:
    """Part refs from a name, which does not begin with a number standing alone."""
    count = _refs_at_start(words)
    if count == len(words):
        raise WordsMissing(what)
    return RefsThen(parse_refs(words[:count]), " ".join(words[count:]))


def refs_then(
    words: Sequence[str], what: str, read: Callable[[str], Value]
) -> tuple[tuple[int, ...], Value]:
    """Part refs from words that ``read`` makes a value of: ``12 14 2 weeks`` has two refs.

    Raises ``WhereDoRefsEnd`` when several partings can be read, and what ``read`` raises when none
    can.
    """
    most = _refs_at_start(words)
    if most == len(words) == 1:
        raise WordsMissing(what)
    found: dict[int, Value] = {}
    problems: list[UsageProblem] = []
    for count in range(min(most, len(words) - 1), 0, -1):
        try:
            found[count] = read(" ".join(words[count:]))
        except UsageProblem as error:
            problems.append(error)
    if len(found) > 1:
        raise WhereDoRefsEnd(words[min(found)], what)
    if not found:
        raise _most_telling(problems) or WordsMissing(what)
    (count, value) = found.popitem()
    return parse_refs(words[:count]), value


def _most_telling(problems: Sequence[UsageProblem]) -> UsageProblem | None:
    """Choose the problem to tell: “there is no 17th meeting” says more than “that is no date”."""
    from tracker.domain.dates import UnknownDate

    understood = [each for each in problems if not isinstance(each, UnknownDate)]
    return next(iter((*understood, *problems)), None)


def _refs_at_start(words: Sequence[str]) -> int:
    """Count the words at the start that are refs; raises ``BadRef`` when there is none."""
    count = next((n for n, word in enumerate(words) if not looks_like_refs(word)), len(words))
    return count or len(parse_refs(words[:1]))
