"""User text made fit for any format: no control characters, nothing that XML cannot hold."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ESCAPE_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS and other strings
    r"|\x1b[ -/]*[0-~]?"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    r"""The text without terminal sequences, control and XML-illegal characters.

    Line ends become ``\n``; tabs stay; half a surrogate pair becomes U+FFFD. Text that holds
    none of these, nearly all of it, comes back as the same object.
    """
    if not _SUSPECT.search(text):
        return text
    text = _ESCAPE_SEQUENCES.sub("", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    return _UNPRINTABLE.sub("", text)


def clean_line(text: str) -> str:
    """The cleaned text on one line."""
    return " ".join(clean(text).split())


def for_screen(text: str) -> str:
    """Cleaned text for fixed columns: no tabs, and nothing that turns the line's direction.

    A terminal applies an override to the whole line, other columns included.
    """
    text = clean(text)
    if text.isascii() and "\t" not in text:
        return text
    return _REORDERING.sub("", text).replace("\t", " ")


def screen_line(text: str) -> str:
    """Text for fixed columns on one line."""
    return " ".join(for_screen(text).split())


_HIDDEN = re.compile("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]")
_LIVE = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+\Z", re.IGNORECASE)


def live_url(url: str | None) -> str | None:
    """The address if it may become a link: http, https and mailto only; otherwise None.

    An address with characters that nobody sees, or that change the order in which it is read, does
    not show where it leads, and stays text.
    """
    if url is None:
        return None
    url = clean(url).strip()
    return url if _LIVE.match(url) and not _HIDDEN.search(url) else None
