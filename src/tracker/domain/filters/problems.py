"""What is wrong with a filter, and where."""

from __future__ import annotations

from tracker.domain.errors import UsageProblem


class FilterProblem(UsageProblem):
    """A filter is not understood; says where, and offers the nearest that is."""

    def __init__(self, text: str, position: int, end: int, why: str) -> None:
        self.text = text
        self.position = position
        """Where the wrong part begins, counted in characters from 0."""
        self.end = max(end, position + 1)
        """Where it ends."""
        self.why = why
        super().__init__(f"Filter: {why}")

    def pointed(self) -> str:
        """Three lines: the filter, a caret line under the wrong part, and what is wrong."""
        carets = "^" * max(1, min(self.end, len(self.text)) - self.position)
        shown = self.text.replace("\n", " ").replace("\t", " ")
        return f"{shown}\n{' ' * self.position}{carets}\n{self.why}"


def offer(nearest: tuple[str, ...]) -> str:
    """A sentence that offers what was probably meant, with a space before it; or nothing."""
    return f" Did you mean {' or '.join(nearest)}?" if nearest else ""
