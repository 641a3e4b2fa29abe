"""Text of a report: spans in a few styles, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Style(StrEnum):
    """How a span is set. Alert is for what is late or wrong; never the only carrier of meaning."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    MUTED = "muted"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; ``url`` becomes a link only for http, https and mailto."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None


Inline: TypeAlias = tuple[Span, ...]
"""Text made of spans."""

Words: TypeAlias = str | Span | Inline
"""What every constructor takes for text: a string, a span, or spans."""


def inline(*parts: Words) -> Inline:
    """Join strings, spans and runs of spans into one run."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, str):
            spans.append(Span(part))
        elif isinstance(part, Span):
            spans.append(part)
        else:
            spans.extend(part)
    return tuple(spans)


def strong(text: str) -> Span:
    """Text that carries weight."""
    return Span(text, Style.STRONG)


def emphasis(text: str) -> Span:
    """Text set apart: titles, foreign words."""
    return Span(text, Style.EMPHASIS)


def muted(text: str) -> Span:
    """Text that steps back: "unknown", a second line."""
    return Span(text, Style.MUTED)


def alert(text: str) -> Span:
    """Text about what is late or wrong."""
    return Span(text, Style.ALERT)


def link(text: str, url: str) -> Span:
    """Text that leads somewhere."""
    return Span(text, url=url)
