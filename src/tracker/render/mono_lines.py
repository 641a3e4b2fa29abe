"""Lines of text in fixed columns: runs of text, each with the name of a look.

The looks are those of spans and a few more; what they come out as is the renderer's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from tracker.render.safe_text import for_screen, live_url
from tracker.render.text_width import display_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Inline

Run: TypeAlias = tuple[str, str]
Line: TypeAlias = list[Run]

PLAIN: Final = "plain"
STRONG: Final = "strong"
MUTED: Final = "muted"
ALERT: Final = "alert"
TITLE: Final = "title"
HEADING: Final = "heading"
GOOD: Final = "good"
LINK: Final = "link"
FIRST: Final = "first"
SECOND: Final = "second"


def runs_of(spans: Inline) -> list[Run]:
    """Spans as cleaned runs; the address of a link follows its text."""
    runs: list[Run] = []
    for span in spans:
        text, url = for_screen(span.text), live_url(span.url)
        runs.append((text, str(span.style)))
        if url and url not in (text, f"mailto:{text}"):
            runs.append((f" <{url}>", LINK))
    return runs


def line_width(line: Line) -> int:
    """Columns that a line takes up."""
    return sum(display_width(text) for text, _ in line)


def wrap_runs(runs: list[Run], width: int) -> list[Line]:
    """Break runs into lines of at most ``width`` columns."""
    if len(runs) == 1:
        text, look = runs[0]
        return [[(text[start:end], look)] for start, end in wrap(text, width)]
    whole = "".join(text for text, _ in runs)
    return [list(_between(runs, start, end)) for start, end in wrap(whole, width)]


def _between(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    offset = 0
    for text, look in runs:
        piece = text[max(0, start - offset) : max(0, end - offset)]
        if piece:
            yield piece, look
        offset += len(text)


def indented(lines: list[Line], first: str, rest: str | None = None) -> Iterator[Line]:
    """Lines behind a prefix: ``first`` before the first, ``rest`` (or blanks) before the others."""
    prefix = first
    for line in lines:
        yield [(prefix, PLAIN), *line]
        prefix = " " * display_width(first) if rest is None else rest
