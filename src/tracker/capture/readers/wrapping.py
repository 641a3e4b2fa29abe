"""Which lines of a text are one paragraph broken by a margin, and which stand by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.capture.readers.labels import opens_with_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.capture.readers.lines import Line

_LONGEST_WRAPPED = 140
_NARROWEST = 55
_SHORTEST = 18
_TERMINAL = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Margin:
    """How wide a file's lines run. ``width`` is None where each line is a paragraph."""

    width: int | None

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Margin:
        """The margin that these lines of a file keep."""
        lengths = sorted(line.end - line.start for line in lines if not line.blank)
        if not lengths:
            return cls(None)
        over = sum(length > _LONGEST_WRAPPED for length in lengths)
        if over > 0.02 * len(lengths) and over > 1:
            return cls(None)
        return cls(max(_NARROWEST, lengths[int(0.9 * (len(lengths) - 1))]))

    def joins(self, first: Line, last: Line, line: Line, run: int) -> bool:
        """Whether ``line`` goes on with the block from ``first`` to ``last``.

        ``run`` is the longest line of the lines around it with no blank line between.
        """
        if self.width is None or line.marked or line.speaks or opens_with_label(line.content):
            return False
        length = last.end - last.start
        word = line.content.split(None, 1)[0]
        full = (
            length + 1 + len(word) > max(min(run, self.width + 10), _NARROWEST) - 3
            and length >= 0.55 * self.width
        )
        if opens_with_label(first.content) and line.indent > first.indent:
            return True
        if first.marked or first.speaks or opens_with_label(first.content):
            if line.indent > first.indent and (_goes_on(last, line) or length >= 0.5 * self.width):
                return full or _goes_on(last, line)
            return full and (line.indent >= first.indent or not last.content.endswith(_TERMINAL))
        if (
            line.indent < first.indent
            and line.indent < last.indent
            and last.content.endswith(_TERMINAL)
        ):
            return False
        unfinished = not last.content.endswith(_TERMINAL) and length >= 0.8 * max(run, self.width)
        return full or unfinished or (_goes_on(last, line) and length >= _SHORTEST)


def _goes_on(last: Line, line: Line) -> bool:
    """A line that starts in the middle of a sentence."""
    opening = line.content[0]
    return (opening.islower() or opening in "([“\"'") and not last.content.endswith(_TERMINAL)
