"""Texts of users: from the command line, from stdin (``-``), or from their editor."""

from __future__ import annotations

import sys

import click

from tracker.cli.arguments import WordsMissing
from tracker.cli.command_line import as_text
from tracker.domain.errors import UsageProblem

FROM_STDIN = "-"


class PipedInNotText(UsageProblem):
    """What was piped in is no text in UTF-8."""

    def __init__(self) -> None:
        super().__init__(
            "What was piped in is not text in UTF-8. Nothing was changed; convert it first."
        )


def text_of(words: str, what: str, *, draft: str = "") -> str:
    """Give the text: the words, all of stdin for ``-``, or what the editor gives for no words.

    The editor (``$VISUAL``, ``$EDITOR``) opens in a terminal only, on the ``draft``. Raises
    ``WordsMissing`` elsewhere, and when nothing is written; ``PipedInNotText`` for other bytes.
    """
    if words == FROM_STDIN:
        text = _piped_in()
    elif words:
        text = words
    elif sys.stdin.isatty():
        text = click.edit(draft) or ""
    else:
        text = ""
    if not text.strip():
        raise WordsMissing(what)
    return text.strip()


def _piped_in() -> str:
    try:
        text = sys.stdin.read()
    except UnicodeDecodeError as error:
        raise PipedInNotText from error
    if as_text(text) != text:  # the C locale lets every byte through
        raise PipedInNotText
    return text
