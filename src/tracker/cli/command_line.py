"""The command line as it was typed: taken only when it is text, explained when it is none of ours."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Sequence


BEFORE_THE_COMMAND = ("--db", "-g", "--group", "--actor")


class NotText(UsageProblem):
    """A word holds bytes that are no text in UTF-8: half a character, or another encoding."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{as_text(word)}” is not text in UTF-8. Nothing was changed; type it in a terminal"
            " that is set to UTF-8."
        )


def check_words(words: Sequence[str]) -> None:
    """Refuse words that are no text, which would be kept and compared without their letters.

    The name of a file that is there may be anything. Raises ``NotText``.
    """
    for word in words:
        if not word.isascii() and as_text(word) != word and not os.path.lexists(word):
            raise NotText(word)


def as_text(word: str) -> str:
    """Give a word with a question mark for each byte that is no text."""
    return word.encode("utf-8", "replace").decode("utf-8")


def explained(error: click.ClickException) -> str:
    """Say what is wrong with a command line, and where the help for it is."""
    said = error.format_message()
    if isinstance(error, click.NoSuchOption) and error.option_name in BEFORE_THE_COMMAND:
        return (
            f"{error.option_name} stands before the command: `tracker {error.option_name} … list`."
        )
    if not isinstance(error, click.UsageError) or error.ctx is None or _says_how(error, said):
        return said
    return f"{said.rstrip('.')}. `{error.ctx.command_path} --help` shows how."


def _says_how(error: click.UsageError, said: str) -> bool:
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter):
        return True
    return "`" in said or "Did you mean" in said
