"""Every command is declared once, can be reached, and is documented."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from tests.tui.running import running
from tracker.tui.commands.command import Command
from tracker.tui.screens.every import EVERY_VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.session.workplace import Workplace

DOCS = Path(__file__).parents[2] / "docs"


def declared(base: type[Command] = Command) -> Iterator[type[Command]]:
    """Give every command that is declared; those that others are made of are none."""
    for each in base.__subclasses__():
        if each.__subclasses__():
            yield from declared(each)
        elif each.__module__.startswith("tracker."):
            yield each


def test_every_declared_command_is_in_a_view() -> None:
    """Nothing is declared that nobody can run."""
    used = {command for view in EVERY_VIEW for command in view.commands()}
    assert set(declared()) == used


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: view.NAME)
def test_names_are_told_apart(view: type) -> None:
    """Within a view each name means one command, and each command says what it does."""
    commands = view.commands()  # type: ignore[attr-defined]
    names = [command.name() for command in commands]
    assert len(set(names)) == len(names)
    assert all(command.help().endswith(".") for command in commands)


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: view.NAME)
async def test_palette_and_help_hold_every_command(place: Workplace, view: type) -> None:
    """Whoever does not know the key finds the command, with its key, in both."""
    key = str(EVERY_VIEW.index(view) + 1)
    async with running(place, (140, 200), key, "ctrl+p") as driver:
        listed = driver.app.screen.query_one(OptionList).option_count
        assert listed == len(view.commands())  # type: ignore[attr-defined]
        await driver.press("escape", "question_mark")
        words = " ".join(driver.text.split())
        for command in view.commands():  # type: ignore[attr-defined]
            assert command.title() in words


def test_the_page_of_keys_is_up_to_date() -> None:
    """After a change of a command, ``python docs/make_keys.py`` writes the page anew."""
    spec = importlib.util.spec_from_file_location("make_keys", DOCS / "make_keys.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == module.page()
