"""Write commands.md: every command with its options and examples, from the commands themselves.

python docs/make_commands.py
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from tracker.cli.commands import COMMANDS, SECTIONS
from tracker.cli.main import tracker

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parent / "commands.md"
HEAD = """# The commands

Made from the commands themselves by `python docs/make_commands.py`; `tracker COMMAND --help` says
the same. Refs are numbers: `12`, several `12 14` or `12,14-16`. Dates are written as people say
them: `fri`, `in 2 weeks`, `2026-12-01`, `12 days before the 17th`.
"""
_EXAMPLES = "Examples:"


class Known(NamedTuple):
    """A command as it is typed (``tracker meeting add``), and the context to ask it in."""

    path: str
    command: click.Command
    context: click.Context


def known_commands() -> Iterator[Known]:
    """Give every command and every verb, in the order of ``tracker --help``."""
    root = click.Context(tracker, info_name="tracker", **tracker.context_settings)
    for section in SECTIONS:
        for name in (name for name, entry in COMMANDS.items() if entry.section == section):
            yield from _with_verbs(tracker, root, name)


def examples_of(command: click.Command) -> list[str]:
    """Give the examples at the end of a command's help, each as it is typed."""
    _, _, lines = (command.epilog or "").partition(_EXAMPLES)
    return [line.strip() for line in lines.splitlines() if line.strip()]


def page() -> str:
    """Give the whole page."""
    parts = [
        HEAD,
        "## Options before the command\n",
        _options(click.Context(tracker, **tracker.context_settings), tracker),
    ]
    section = ""
    for known in known_commands():
        entry = COMMANDS.get(known.path.split()[1])
        if entry is not None and entry.section != section:
            section = entry.section
            parts.append(f"## {section}\n")
        parts.append(_described(known))
    return "\n".join(parts)


def _with_verbs(group: click.Group, above: click.Context, name: str) -> Iterator[Known]:
    command = group.get_command(above, name)
    if command is None:
        raise LookupError(name)
    context = click.Context(command, info_name=name, parent=above)
    yield Known(context.command_path, command, context)
    if isinstance(command, click.Group):
        for verb in command.list_commands(context):
            yield from _with_verbs(command, context, verb)


def _described(known: Known) -> str:
    usage = known.command.collect_usage_pieces(known.context)
    typed = " ".join([known.path, *(piece for piece in usage if piece != "[OPTIONS]")])
    level = "###" if known.path.count(" ") == 1 else "####"
    parts = [f"{level} {known.path}\n", f"`{typed}`\n"]
    parts.append(inspect.cleandoc(known.command.help or "").replace("\b\n", "") + "\n")
    parts += [_options(known.context, known.command)]
    if examples := examples_of(known.command):
        parts.append("\n".join(["```sh", *examples, "```"]) + "\n")
    return "\n".join(part for part in parts if part)


def _options(context: click.Context, command: click.Command) -> str:
    records = [
        record
        for option in command.get_params(context)
        if isinstance(option, click.Option) and "--help" not in option.opts
        if (record := option.get_help_record(context))
    ]
    return "".join(f"- `{typed}`: {said}\n" for typed, said in records)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
