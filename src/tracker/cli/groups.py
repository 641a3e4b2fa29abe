"""``tracker group``: groups with their aliases, and which one is current."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.facts import given, print_facts
from tracker.cli.place import (
    NothingChanged,
    as_at_option,
    examples,
    json_option,
    note_option,
    past_day,
    workplace,
)
from tracker.cli.printing import Column, print_json, print_table, say
from tracker.cli.subcommands import verbs

if TYPE_CHECKING:
    from tracker.domain.records.parties import GroupRow
    from tracker.session.workplace import Workplace


group_command = verbs(
    "group", "Keep groups: those whose work is tracked, and those that are written to."
)


@group_command.command(
    "add", epilog=examples("group add CWG-COP --alias WG-CP --timezone Europe/Zurich")
)
@click.argument("acronym")
@click.option("--name", default="", help="The full name.")
@click.option("--alias", "aliases", multiple=True, help="Another name it goes by; may be repeated.")
@click.option("--parent", metavar="GROUP", help="The body it reports to.")
@click.option("--timezone", default="UTC", show_default=True, help="Such as Europe/Zurich.")
@click.option("--other", is_flag=True, help="A group that is written to; its work is not tracked.")
@note_option
@click.pass_context
def add_command(
    ctx: click.Context,
    /,
    acronym: str,
    name: str,
    aliases: tuple[str, ...],
    parent: str | None,
    timezone: str,
    other: bool,
    note: str,
) -> None:
    """Add a group."""
    place = workplace(ctx)
    parent_id = _group(place, parent).id if parent else None
    from tracker.desk.parties import add_group

    with place.change("group add", note) as work:
        add_group(
            work, acronym, name=name, aliases=aliases, parent_id=parent_id, timezone=timezone,
            ours=not other,
        )  # fmt: skip
    say(f"{acronym} → added")


@group_command.command("list", epilog=examples("group list", "group list --all --json"))
@click.option("--all", "everything", is_flag=True, help="Retired ones too.")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, everything: bool, as_at: str | None, as_json: bool) -> None:
    """List groups."""
    from tracker.store.reading.groups import list_groups

    place = workplace(ctx)
    groups = list_groups(place.reader_at(past_day(place, as_at)))
    rows = [group for group in groups if everything or not group.retired]
    if as_json:
        print_json([group_json(row) for row in rows])
        return
    print_table(_COLUMNS, rows)
    if not rows:
        say("There is no group yet. `tracker group add ACRONYM` adds one.")


@group_command.command("show", epilog=examples("group show", "group show WG-CP --json"))
@click.argument("group", required=False)
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, /, group: str | None, as_at: str | None, as_json: bool
) -> None:
    """Show a group, by default the current one."""
    from tracker.store.reading.groups import find_group

    place = workplace(ctx)
    name = group or place.group.acronym
    row = find_group(place.reader_at(past_day(place, as_at)), name)
    if as_json:
        print_json(group_json(row))
        return
    print_facts(
        [
            ("Group", row.acronym),
            ("Name", row.name),
            ("Aliases", row.aliases),
            ("Parent", row.parent),
            ("Time zone", row.timezone),
            ("Tracked here", row.ours),
            ("Documents due", f"{row.document_days} days before a meeting"),
            ("Report due", f"{row.report_days} days after a meeting"),
        ]
    )


@group_command.command("change", epilog=examples("group change CWG-COP --report-days 14"))
@click.argument("group")
@click.option("--acronym", help="A new acronym; the former one stays as an alias.")
@click.option("--name", help="The full name.")
@click.option("--parent", metavar="GROUP", help='The body it reports to; "" for none.')
@click.option("--timezone", help="Such as Europe/Zurich.")
@click.option("--ours/--other", default=None, help="Whether its work is tracked here.")
@click.option(
    "--document-days", type=click.IntRange(0, 365), help="Documents due before a meeting."
)
@click.option("--report-days", type=click.IntRange(0, 365), help="Report due after a meeting.")
@note_option
@click.pass_context
def change_command(
    ctx: click.Context,
    /,
    group: str,
    parent: str | None,
    note: str,
    **options: str | int | bool | None,
) -> None:
    """Change what is known of a group."""
    place = workplace(ctx)
    key = _group(place, group).id
    facts = given({**options, "parent_id": parent})
    if parent is not None:
        facts["parent_id"] = _group(place, parent).id if parent else None
    from tracker.desk.amend import amend_group
    from tracker.store.tables.group import Group

    with place.change("group change", note) as work:
        changed = amend_group(work, work.get(Group, key), facts)
    if not changed:
        raise NothingChanged
    say(f"{group} → changed")


@group_command.command(
    "alias", epilog=examples("group alias COP WG-CP", "group alias COP WG-CP --remove")
)
@click.argument("group")
@click.argument("aliases", nargs=-1, required=True, metavar="ALIAS…")
@click.option("--remove", is_flag=True, help="It goes by these no longer.")
@note_option
@click.pass_context
def alias_command(
    ctx: click.Context, /, group: str, aliases: tuple[str, ...], remove: bool, note: str
) -> None:
    """Add names that a group goes by, or take them away."""
    place = workplace(ctx)
    row = _group(place, group)
    from tracker.desk.parties import add_aliases, remove_alias
    from tracker.store.tables.group import Group

    with place.change("group alias", note) as work:
        found = work.get(Group, row.id)
        if remove:
            for alias in aliases:
                remove_alias(work, found, alias)
        else:
            add_aliases(work, found, aliases)
    if _group(place, row.acronym).aliases == row.aliases:
        raise NothingChanged
    say(f"{row.acronym} → {'without' if remove else 'also known as'} {', '.join(aliases)}")


@group_command.command("use", epilog=examples("group use COP"))
@click.argument("group")
@click.pass_context
def use_command(ctx: click.Context, /, group: str) -> None:
    """Make a group the current one for you, so that you need not name it."""
    from tracker.store.preferring import prefer

    place = workplace(ctx)
    row = _group(place, group)
    prefer(place.reader, place.actor, "group", row.acronym)
    say(f"{row.acronym} → your current group")


@group_command.command("retire", epilog=examples('group retire SG99 -n "merged into SG17"'))
@click.argument("group")
@note_option
@click.pass_context
def retire_command(ctx: click.Context, /, group: str, note: str) -> None:
    """Retire a group that has no open items. It stays in old records."""
    place = workplace(ctx)
    row = _group(place, group)
    from tracker.desk.retire import retire_group
    from tracker.store.preferring import forget
    from tracker.store.tables.group import Group

    with place.change("group retire", note) as work:
        retire_group(work, work.get(Group, row.id))
    forget(place.reader, "group", row.acronym)
    say(f"{row.acronym} → retired")


def group_json(row: GroupRow) -> dict[str, Any]:
    """Give a group with the field names of the domain."""
    return {
        "group": row.acronym,
        "name": row.name or None,
        "aliases": list(row.aliases),
        "parent": row.parent or None,
        "timezone": row.timezone,
        "tracked": row.ours,
        "document_days": row.document_days,
        "report_days": row.report_days,
        "retired": row.retired,
    }


_COLUMNS = (
    Column("GROUP", lambda row: row.acronym),
    Column("TRACKED", lambda row: "yes" if row.ours else "no"),
    Column("ALIASES", lambda row: ", ".join(row.aliases)),
    Column("NAME", lambda row: row.name + (" (retired)" if row.retired else ""), flexible=True),
)


def _group(place: Workplace, name: str) -> GroupRow:
    from tracker.store.reading.groups import find_group

    return find_group(place.reader, name)
