"""Every command can be reached and is described: by key or palette, in help and in docs/keys.md."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import WIDE, running
from tracker.tui.commands.command import Command
from tracker.tui.data.palette import command_entries
from tracker.tui.dialogs.help import help_text
from tracker.tui.screens.every import EVERY_VIEW

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace
    from tracker.tui.screens.view import View

DOCS = Path(__file__).parents[2] / "docs"


def _declared(base: type[Command] = Command) -> set[type[Command]]:
    """Give every class that is a command, not those that only help to declare some."""
    found = set()
    for each in base.__subclasses__():
        further = _declared(each)
        found |= further or {each}
    return found


def test_every_command_is_in_some_view() -> None:
    """None is declared and then forgotten."""
    offered = {command for view in EVERY_VIEW for command in view.commands()}
    assert _declared() == offered


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: view.NAME)
def test_commands_of_a_view_are_told_apart(view: type[View]) -> None:
    """Names, titles and keys are each of one command; each has a help that is a sentence."""
    commands = view.commands()
    for what in (Command.name, Command.title):
        said = [getattr(command, what.__name__)() for command in commands]
        assert len(set(said)) == len(said)
    keys = [key for each in view.BOUND for key in each.keys]
    assert len(set(keys)) == len(keys)
    for command in commands:
        assert command.help()[0].isupper()
        assert command.help().endswith("."), command


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: view.NAME)
def test_what_the_key_bar_names_has_a_key(view: type[View]) -> None:
    """A word in the key bar without a key before it would help nobody."""
    for each in view.BOUND:
        assert each.keys or not each.command.short, each.command


async def test_palette_and_help_have_every_command(place: Workplace) -> None:
    """In each view: the palette by title, help by title, key and words."""
    async with running(place, WIDE) as driver:
        for key, declared in enumerate(EVERY_VIEW, start=1):
            await driver.press(str(key))
            view = driver.app.screen_of(declared.NAME)
            offered = {entry.words for entry in command_entries(view)}
            told = "\n".join(f"{line.label.plain}{line.words.plain}" for line in help_text(view))
            for command in view.commands():
                assert command.title() in offered
                assert command.title() in told
                assert command.help() in told


async def test_the_palette_runs_what_it_names(place: Workplace) -> None:
    """A command without a key is run by typing a part of its title."""
    async with running(place, WIDE, "ctrl+p") as driver:
        await driver.type("theme")
        await driver.press("enter")
        assert "tracker-light" in driver.text


def test_the_page_of_keys_is_up_to_date() -> None:
    """``python docs/make_keys.py`` writes it anew."""
    spec = importlib.util.spec_from_file_location("make_keys", DOCS / "make_keys.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == module.page()


def test_the_readme_leads_to_the_page_of_keys() -> None:
    """Whoever looks for the keys finds them."""
    assert "docs/keys.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
