"""``tracker ui``, and ``tracker`` alone: the terminal UI."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from tracker.cli.place import examples, workplace


@click.command("ui", epilog=examples("ui", "--db sample.sqlite3 ui"))
@click.pass_context
def ui_command(ctx: click.Context) -> None:
    """Open the terminal UI. Without a terminal, print the Chair's status summary instead."""
    if not sys.stdout.isatty():
        from tracker.cli.main import tracker

        ctx.invoke(tracker.get_command(ctx, "summary"))  # type: ignore[arg-type]
        return
    # The two front ends know nothing of each other: the door is found by its name.
    import_module("tracker.tui.start").open_ui(workplace(ctx))
