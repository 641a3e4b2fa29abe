"""Every command and every option says what it does, shows how it is typed, and is documented."""

from __future__ import annotations

import re
import shlex
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

import click
import pytest

from tests.house.source import CHECKOUT
from tracker.cli.commands import COMMANDS
from tracker.cli.main import run, tracker

WIDE_ENOUGH = 80
EXIT_CODES = "0 done, 1 refused, 2 usage, 3 not found, 4 unreadable document, 5 database"


def documentation() -> Any:
    """Load the program that writes the page of commands."""
    spec = spec_from_file_location("make_commands", CHECKOUT / "docs" / "make_commands.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DOCS = documentation()
KNOWN = {known.path: known for known in DOCS.known_commands()}
LEAVES = {path: k for path, k in KNOWN.items() if not isinstance(k.command, click.Group)}


@pytest.mark.parametrize("path", KNOWN)
def test_it_says_what_it_does(path: str) -> None:
    """A first sentence, and a help for each option."""
    command = KNOWN[path].command
    assert re.match(r"[A-Z`][^.]+[.:]", command.help or ""), command.help
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [each.opts[0] for each in options if not each.help] == []


@pytest.mark.parametrize("path", LEAVES)
def test_it_shows_how_it_is_typed(path: str) -> None:
    """An example at least; each is a line that the command takes as it stands."""
    known = LEAVES[path]
    examples = DOCS.examples_of(known.command)
    assert examples
    assert any(line.startswith(path) or f" {path.split()[1]}" in line for line in examples)
    for line in examples:
        taken(line)


def taken(line: str) -> None:
    """Let the parsers take a line, without running it. Redirections are the shell's."""
    words = shlex.split(re.split(r" >>? | \| ", line)[0])
    assert words[0] == "tracker"
    context = tracker.make_context("tracker", words[1:])
    command: click.Command = tracker
    while isinstance(command, click.Group):
        rest = [*context._protected_args, *context.args]
        if not rest:
            return
        name, found, left = command.resolve_command(context, rest)
        assert found is not None
        context, command = found.make_context(name, left, parent=context), found


@pytest.mark.parametrize("path", ["", *KNOWN])
def test_its_help_is_whole_in_a_narrow_terminal(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No sentence is cut, and only a usage line or an example may go beyond the columns."""
    assert run([*path.split()[1:], "--help"]) == 0
    said, complaint = capsys.readouterr()
    assert complaint == ""
    assert "..." not in said.replace("[ARGS]...", "")
    body = said.partition("Examples:")[0].split("\n\n", 1)[1]
    assert [line for line in body.splitlines() if len(line) > WIDE_ENOUGH] == []


def test_the_overview_lists_every_command_once_with_the_exit_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In the sections of the table."""
    run(["--help"])
    overview = capsys.readouterr().out
    listed = re.findall(r"^  ([a-z][a-z-]+)  +[A-Z]", overview, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)
    assert EXIT_CODES in " ".join(overview.split())


def test_the_page_of_commands_is_fresh() -> None:
    """It says what the commands say now; the message says how it is made anew."""
    written = DOCS.PAGE.read_text(encoding="utf-8")
    assert written == DOCS.page(), "run python docs/make_commands.py"


def test_the_page_names_every_command_and_option() -> None:
    """And the README leads to it."""
    written = DOCS.PAGE.read_text(encoding="utf-8")
    for path, known in KNOWN.items():
        assert f" {path}\n" in written
        for option in known.command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert option.opts[-1] in written
    assert "docs/commands.md" in (CHECKOUT / "README.md").read_text(encoding="utf-8")
