"""User text in Markdown: whatever it holds, a CommonMark + GFM parser gives it back as text."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from tracker.domain.document_tree import Span, Style
from tracker.render.safe_text import for_screen, live_url

if TYPE_CHECKING:
    from tracker.domain.document_tree import Inline

# GFM turns bare addresses into links and takes a backslash inside one literally.
_ADDRESS_OR_SPECIAL = re.compile(
    r"(?P<address>(?:https?|ftp)://\S+|xmpp:|www\.\S+)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # between letters or digits an underscore is only itself
    r"|&(?=[#\w]|\Z)|!\Z|[\\`*\[\]<~|$]",
    re.IGNORECASE,
)
_PLAIN_ADDRESS = re.compile(r"https?://[\w./?=#:,;-]+", re.ASCII)
_LINE_START = re.compile(
    r"(?m)^(?:(?P<sign>#(?=[#\s]|$)|[-+](?=[-\s:]|$)|[>=]|:(?=-))"
    r"|(?P<count>\d{1,9})(?P<stop>[.)])(?=\s|$))"
)
_EDGES = re.compile(r"(?m)^ +| +$")
_MARKERS = {Style.STRONG: "**", Style.ALERT: "**", Style.EMPHASIS: "*"}


def markdown(spans: Inline, line_break: str) -> str:
    """Spans as Markdown; ``line_break`` stands for a new line inside the text.

    A style is left out where its markers would not be read as such: the text comes first.
    """
    shown = [piece for piece in map(_cleaned, spans) if piece.text]
    result = ""
    for piece, following in zip_longest(shown, shown[1:]):
        result += _span(piece, result[-1:], following.text[0] if following else "")
    result = _EDGES.sub("", result.strip("\n "))
    return _LINE_START.sub(_escaped_start, result).replace("\n", line_break)


def _cleaned(span: Span) -> Span:
    """The span as it is shown: a link without words shows its address."""
    text, url = for_screen(span.text), live_url(span.url)
    return Span(text if text.strip() else url or text, span.style, url)


def _span(span: Span, before: str, after: str) -> str:
    url, inner, marker = span.url, span.text.strip(), _MARKERS.get(span.style, "")
    if not inner or not (marker or url):
        return _escape(span.text)
    lead, _, trail = span.text.partition(inner)
    escaped = _escape(inner)
    if url:
        bare = url == inner and _PLAIN_ADDRESS.fullmatch(url)
        return lead + (f"<{url}>" if bare else f"[{escaped}]({_destination(url)})") + trail
    opens = _may_touch(lead[-1:] or before, escaped[0]) and not (before == "*" and not lead)
    closes = _may_touch(trail[:1] or after, escaped[-1])
    if not (opens and closes):
        return lead + escaped + trail
    return f"{lead}{marker}{escaped}{marker}{trail}"


def _may_touch(outside: str, inside: str) -> bool:
    """Whether a marker between the two is read as one (CommonMark's flanking rule)."""
    if not _is_punctuation(inside):
        return True
    return not outside or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _escape(text: str) -> str:
    return _ADDRESS_OR_SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    address = match["address"]
    if address is None:
        return "\\" + match[0]
    head, sign, rest = re.split(r"([:.])", address, maxsplit=1)
    escaped = _escape(rest)
    live = head.lower() in {"http", "https", "www"} and escaped == rest
    return address if live else f"{head}\\{sign}{escaped}"


def _escaped_start(match: re.Match[str]) -> str:
    return f"\\{match['sign']}" if match["sign"] else f"{match['count']}\\{match['stop']}"


def _destination(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("&", "&amp;")
