"""A command made of verbs, such as ``tracker group add``: without a verb it lists."""

from __future__ import annotations

import click

_HELP = ("-h", "--help")
_WHOLE = 200
"""Letters that the first sentence of a help never has."""


class Verbs(click.Group):
    """Lists without a verb, and offers the nearest verb for a wrong one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take ``tracker meeting --json`` for ``tracker meeting list --json``."""
        if args and args[0].startswith("-") and not (self.params or args[0] in _HELP):
            args = ["list", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; for a name that none has, offer the nearest, or all."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            from tracker.domain.nearest import nearest

            near = nearest(args[0], list(self.commands)) or tuple(self.commands)
            offer = f"Write one of {', '.join(near)}."
            raise click.UsageError(f"`tracker {self.name}` has no verb “{args[0]}”. {offer}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs, each with its first sentence in full."""
        rows = [(n, c.get_short_help_str(_WHOLE)) for n, c in self.commands.items()]
        with formatter.section("Verbs"):
            formatter.write_dl(rows)


def verbs(name: str, help: str) -> Verbs:
    """Make a command of verbs. It has to have a verb ``list``."""

    @click.pass_context
    def list_them(ctx: click.Context) -> None:
        if ctx.invoked_subcommand is None:
            ctx.invoke(group.commands["list"])

    group = Verbs(
        name=name,
        help=help,
        callback=list_them,
        invoke_without_command=True,
        subcommand_metavar="VERB …",
    )
    return group
