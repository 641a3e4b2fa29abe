"""``tracker liaison``: liaison statements, from the draft until the reply has been considered.

The module of a verb is imported when the verb is used.
"""

from __future__ import annotations

from importlib import import_module

import click

from tracker.cli.place import examples
from tracker.cli.subcommands import Verbs

_SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Write and send": {
        "draft": ("drafting:draft_command", "Draft a statement to others."),
        "header": ("heading:header_command", "Change the header or the text."),
        "to": ("addressing:to_command", "Add destinations, or change one."),
        "drop": ("addressing:drop_command", "Take a destination off."),
        "contact": ("heading:contact_command", "Set the contacts of the header."),
        "attach": ("heading:attach_command", "Set the attachments, as references."),
        "check": ("showing:check_command", "Say what a statement lacks, and who asks for it."),
        "clear": ("stepping:clear_command", "Clear a draft at a level of approval."),
        "redraft": ("stepping:redraft_command", "Take a cleared statement back to the desk."),
        "dispatch": ("stepping:dispatch_command", "Dispatch a cleared statement to all."),
        "send": ("stepping:send_command", "Send to a destination added later."),
        "withdraw": ("stepping:withdraw_command", "Give up a statement that has not left."),
    },
    "Follow to the reply": {
        "acknowledge": ("replying:acknowledge_command", "Record that receipt was acknowledged."),
        "reply": ("replying:reply_command", "Record a reply to ours."),
        "consider": ("replying:consider_command", "Record that a reply was considered."),
        "close": ("replying:close_command", "Close a destination, or an incoming statement."),
    },
    "Receive and answer": {
        "receive": (
            "receiving:receive_command",
            "Record an incoming statement, from its file too.",
        ),
        "assign": ("answering:assign_command", "Say who deals with an incoming statement."),
        "answer": ("answering:answer_command", "Draft our reply to an incoming statement."),
        "replied": ("answering:replied_command", "Record that it was answered elsewhere."),
        "noted": ("answering:noted_command", "Note it without answering."),
    },
    "Look": {
        "list": ("listing:list_command", "List statements, by default those that are open."),
        "show": (
            "showing:show_command",
            "Show statements with their headers, and what is possible.",
        ),
        "conversation": ("showing:conversation_command", "Show the chain that a statement is in."),
        "indicators": ("giving:indicators_command", "Say how long dispatch and replies take."),
    },
    "Give back": {
        "document": ("giving:document_command", "Write a statement in the official shape."),
        "mail": ("giving:mail_command", "Write the covering mail, with the document attached."),
        "register": ("giving:register_command", "The same as `tracker register`."),
    },
}
_VERBS = {name: verb for verbs in _SECTIONS.values() for name, verb in verbs.items()}


class LiaisonVerbs(Verbs):
    """Knows its verbs and their one-line helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the verbs, in the order of the table."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a verb and give its command."""
        if cmd_name not in _VERBS:
            return None
        if cmd_name not in self.commands:
            module, _, name = _VERBS[cmd_name][0].partition(":")
            command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
            command.name = cmd_name
            self.commands[cmd_name] = command
        return self.commands[cmd_name]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; for a name that none has, offer the nearest."""
        if args and args[0] not in _VERBS and not args[0].startswith("-"):
            from tracker.domain.nearest import nearest

            near = nearest(args[0], list(_VERBS))
            offer = f"Did you mean {' or '.join(near)}?" if near else "See tracker liaison --help."
            raise click.UsageError(f"`tracker liaison` has no verb “{args[0]}”. {offer}", ctx)
        return click.Group.resolve_command(self, ctx, args)

    def format_commands(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the verbs from the table, section by section."""
        for title, verbs in _SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, help) for name, (_, help) in verbs.items()])


@click.pass_context
def _list_them(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        found = liaison_command.get_command(ctx, "list")
        if found is not None:
            ctx.invoke(found)


liaison_command = LiaisonVerbs(
    name="liaison",
    help="Follow liaison statements, sent and received, until the reply has been considered.\n\n"
    "An outgoing one is drafted, cleared, dispatched; each destination then has its own end. An"
    " incoming one is received, assigned, and answered or noted.",
    epilog=examples(
        "liaison                                  what is open",
        "liaison draft --for 5 --action --deadline 2027-02-28 --inform SG17 -c rita",
        "liaison clear 8",
        "liaison dispatch 8 --by e-mail",
        "liaison document 8 -o LS1.docx",
        "liaison reply 8 --as answer",
        "liaison consider 8 -m 17",
        "liaison receive LS40.docx",
    ),
    callback=_list_them,
    invoke_without_command=True,
    subcommand_metavar="VERB …",
)
