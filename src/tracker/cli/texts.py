"""Texts of users: from the command line, from stdin (``-``), or from their editor."""

from __future__ import annotations

import sys

import click

from tracker.cli.arguments import WordsMissing

FROM_STDIN = "-"


def text_of(words: str, what: str, *, draft: str = "") -> str:
    """Give the text: the words, all of stdin for ``-``, or what the editor gives for no words.

    The editor (``$VISUAL``, ``$EDITOR``) opens in a terminal only, on the ``draft``. Raises
    ``WordsMissing`` elsewhere, and when nothing is written.
    """
    if words == FROM_STDIN:
        text = sys.stdin.read()
    elif words:
        text = words
    elif sys.stdin.isatty():
        text = click.edit(draft) or ""
    else:
        text = ""
    if not text.strip():
        raise WordsMissing(what)
    return text.strip()
