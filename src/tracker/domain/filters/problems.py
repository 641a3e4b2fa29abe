"""What is wrong with a filter, and where."""

from __future__ import annotations

import unicodedata

from tracker.domain.errors import UsageProblem
from tracker.domain.terminal_text import printable

_AROUND = 200
"""Characters of a filter that are shown to either side of what is wrong."""


class FilterProblem(UsageProblem):
    """A filter is not understood; says where, and offers the nearest that is."""

    def __init__(self, text: str, position: int, end: int, why: str) -> None:
        self.text = text
        self.position = position
        """Where the wrong part begins, counted in characters from 0."""
        self.end = max(end, position + 1)
        """Where it ends."""
        self.why = printable(why, one_line=True)
        super().__init__(f"Filter: {self.why}")

    def pointed(self) -> str:
        """Three lines: the filter, a caret line under the wrong part, and what is wrong.

        Of a long filter only what lies around the wrong part is shown.
        """
        shown = "".join(letter if letter.isprintable() else " " for letter in self.text)
        before, wrong = shown[: self.position], shown[self.position : self.end][:_AROUND]
        if len(before) > _AROUND:
            before = f"…{before[-_AROUND:]}"
        after = shown[self.position + len(wrong) :]
        shown = f"{before}{wrong}{after if len(after) <= _AROUND else f'{after[:_AROUND]}…'}"
        carets = "^" * max(1, _cells(wrong))
        return f"{shown}\n{' ' * _cells(before)}{carets}\n{self.why}"


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def offer(nearest: tuple[str, ...]) -> str:
    """A sentence that offers what was probably meant, with a space before it; or nothing."""
    return f" Did you mean {' or '.join(nearest)}?" if nearest else ""
