"""What is picked for a report, above it: what is as usual is faint."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.tui.data.report_choices import Said

ALARMING = ("private",)
"""Choices that let out what else stays inside."""


class PickedLine(Static):
    """A line, more where they are needed, that says every choice."""

    DEFAULT_CSS: ClassVar[str] = """
    PickedLine { height: auto; max-height: 4; padding: 0 1; color: $foreground-muted; }
    """

    def say(self, choices: Iterable[Said]) -> None:
        """Say what is picked now."""
        said = [
            Content.styled(printable(each.words, one_line=True), _style(each)) for each in choices
        ]
        self.update(Content("  ·  ").join(said))


def _style(choice: Said) -> str:
    if choice.usual:
        return ""
    return "bold $text-error" if choice.about in ALARMING else "bold $text-accent"
