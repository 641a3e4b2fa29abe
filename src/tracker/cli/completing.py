"""``tracker completion``: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click

from tracker.cli.place import examples

_VARIABLE = "_TRACKER_COMPLETE"


@click.command(
    "completion",
    epilog=examples(
        "completion bash >> ~/.bashrc", "completion fish > ~/.config/fish/completions/tracker.fish"
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell; add it to the shell's own settings."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(found(ctx.find_root().command, {}, "tracker", _VARIABLE).source())
