"""Help: every command with its key, and the filter language; all from their declarations."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from tracker.tui.commands.command import Section
from tracker.tui.widgets.detail_text import EMPTY
from tracker.tui.widgets.flow import Flow, Hang
from tracker.tui.widgets.moving import MOVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult

    from tracker.tui.screens.view import View

KEY_WIDTH = 12
IN_ORDER = (Section.HERE, *(section for section in Section if section is not Section.HERE))
"""What is peculiar to the view comes first: who asks for help here asks about that."""


class Help(ModalScreen[None]):
    """What can be done here, and how."""

    BINDINGS = [
        Binding("escape,question_mark,q", "dismiss", "Leave", id="leave-help"),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """Make the text."""
        with VerticalScroll(id="help"):
            yield Flow(help_text(self._view))

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def help_text(view: View) -> list[Hang]:
    """Give the whole text for a view."""
    lines = [Hang(Content.styled(f"{view.NAME.capitalize()}: {view.help()}", "bold")), EMPTY]
    commands = list(view.commands())
    for section in IN_ORDER:
        here = [command for command in commands if command.section == section]
        if here:
            rows = [(view.key_of(c) or "palette", c.title(), c.help()) for c in here]
            lines += _section(section, rows)
    lines += _section("In lists", _moves())
    lines += _section("Filter: fields", _fields())
    lines += _section("Filter: names", _names())
    lines += _section("Keys of your own", _own_keys())
    lines.append(Hang(Content("Everything here is also in the palette (ctrl+p or :).")))
    return lines


def _own_keys() -> Iterator[tuple[str, str, str]]:
    from tracker.session.settings import config_file

    yield "[keys]", "", f"the table of {config_file(os.environ)} that moves keys"
    yield "set-status", "", '= "Z" gives “Set status” another key; undo = "z, ctrl+u" two'
    moves = " ".join(move.id for move in MOVES if isinstance(move, Binding) and move.id)
    yield "in lists", "", moves


def _section(title: str, rows: Iterable[tuple[str, str, str]]) -> Iterator[Hang]:
    yield Hang(Content.styled(title, "bold $text-primary"))
    for key, name, text in rows:
        yield Hang(
            Content.assemble((f"{name}  " if name else "", "bold"), text),
            Content.styled(f"{key:<{KEY_WIDTH}}", "bold $text-accent"),
        )
    yield EMPTY


def _moves() -> Iterator[tuple[str, str, str]]:
    for move in MOVES:
        if isinstance(move, Binding):
            yield move.key.replace(",", " "), move.description, ""


def _fields() -> Iterator[tuple[str, str, str]]:
    from tracker.domain.filters import FIELDS

    for field in FIELDS.values():
        yield f"{field.name}:", "", field.meaning


def _names() -> Iterator[tuple[str, str, str]]:
    from tracker.domain.filters import NAMED

    for name, named in NAMED.items():
        yield name, "", named.meaning
