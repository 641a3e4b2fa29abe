"""What a command is.

A command is a class. Its docstring is its help, its name the palette entry and the id of its
binding (``SetStatus`` is “Set status” and ``set-status``). Keys, key bar, palette, help and the
user's keymap are all made from the declaration.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tracker.tui.screens.view import View

_WORDS = re.compile(r"[A-Z][a-z]*")


class Section(StrEnum):
    """Where help lists a command, in this order."""

    ITEMS = "Items"
    LIST = "List"
    GO = "Go to"
    HERE = "In this view"
    TRACKER = "Tracker"


class Command:
    """Base of all commands; a subclass says what it does in its docstring."""

    keys: ClassVar[str] = ""
    """Keys that run it, parted by commas; none for commands of the palette only."""
    section: ClassVar[Section] = Section.TRACKER
    short: ClassVar[str] = ""
    """The word for it in the key bar; without one it is not shown there."""

    @classmethod
    def name(cls) -> str:
        """Give the id: ``set-status``."""
        return "-".join(_words_of(cls)).lower()

    @classmethod
    def title(cls) -> str:
        """Give the palette entry: “Set status”."""
        first, *others = _words_of(cls)
        return " ".join([first, *(word.lower() for word in others)])

    @classmethod
    def help(cls) -> str:
        """Give the help, one sentence or a few."""
        return " ".join((cls.__doc__ or "").split())

    def refused(self, view: View) -> str:
        """Say why the command cannot run now; ``""`` when it can."""
        del view
        return ""

    def run(self, view: View) -> None:
        """Do it."""
        raise NotImplementedError


def _words_of(command: type[Command]) -> list[str]:
    return _WORDS.findall(command.__name__)
