"""The command ``tracker``: global options, the table of commands, one place for every failure.

A command's module is imported when the command is used. ``--help`` reads the table below and so
imports none of them.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from tracker import __version__
from tracker.cli.command_line import check_words, explained
from tracker.cli.commands import COMMANDS, SECTIONS
from tracker.domain.errors import TrackerError

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReaderGone(Exception):
    """Nobody reads any longer what is printed: ``tracker list | head -1``."""


INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it."""


class Tracker(click.Group):
    """The group of all commands; knows their names and one-line helps without importing them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. click itself would exit with 1 when the reader has gone."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as gone:
            raise ReaderGone from gone

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and give the command."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, name = entry.target.partition(":")
        command: click.Command = getattr(import_module(f"tracker.cli.{module}"), name)
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for a name that none has, offer the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from tracker.domain.nearest import nearest

            near = nearest(args[0], list(COMMANDS))
            offer = f"Did you mean {' or '.join(near)}?" if near else "`tracker --help` lists all."
            raise click.UsageError(f"There is no command “{args[0]}”. {offer}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, from the table."""
        for section in SECTIONS:
            rows = [(n, e.help) for n, e in COMMANDS.items() if e.section == section]
            if rows:
                with formatter.section(section):
                    formatter.write_dl(rows)


@click.group(
    cls=Tracker,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 refused, 2 usage, 3 not found, 4 unreadable document,"
    " 5 database.  Without a command, the terminal UI opens.",
)
@click.option("--db", metavar="URL", help="Database: a path, or postgresql://… [TRACKER_DB].")
@click.option("-g", "--group", metavar="ACRONYM", help="The group to work in [TRACKER_GROUP].")
@click.option("--actor", metavar="NAME", help="Who acts, for the history [TRACKER_ACTOR].")
@click.version_option(__version__, message="tracker %(version)s")
@click.pass_context
def tracker(ctx: click.Context, db: str | None, group: str | None, actor: str | None) -> None:
    """Follow meeting outcomes, action items and liaison statements to their end."""
    options = {"database": db or "", "group": group or "", "actor": actor or ""}
    ctx.obj = {**(ctx.obj or {}), **options}
    if ctx.invoked_subcommand is None:
        ctx.invoke(tracker.get_command(ctx, "ui"))  # type: ignore[arg-type]


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code; a failure is one line on stderr."""
    _open_what_is_closed()
    code = run(arguments)
    # The process is over: looking through all that is left for lost objects, as Python does at its
    # end, takes a sixth of a short command's time.
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str] | None = None, environment: Mapping[str, str] | None = None) -> int:
    """Run the command line and give its exit code. ``environment`` stands in for the process's."""
    given = {} if environment is None else {"environment": dict(environment)}
    words = sys.argv[1:] if arguments is None else arguments
    try:
        check_words(words)
        code: Any = tracker.main(args=words, prog_name="tracker", standalone_mode=False, obj=given)
        sys.stdout.flush()
    except click.ClickException as error:
        _say(explained(error))
        return 2
    except click.Abort:
        _say("Stopped. Nothing was changed.")
        return INTERRUPTED
    except TrackerError as error:
        _say(str(error))
        return error.exit_code
    except (BrokenPipeError, ReaderGone):
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        what = error.filename or "The output cannot be written"
        _say(f"{what}: {error.strerror or error}.")
        return 1
    return code if isinstance(code, int) else 0


def _open_what_is_closed() -> None:
    """Let a standard stream that the caller closed (``>&-``) lead nowhere, which takes its number.

    Otherwise the next file opened, perhaps the database, would take the number of the stream.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def _drop_output() -> None:
    """Let what is still waiting to be written go nowhere: the end of the program would fail on it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(line: str) -> None:
    from tracker.domain.terminal_text import printable

    click.echo(f"tracker: {printable(line)}", err=True)
