"""``tracker liaison to`` and ``drop``: the destinations of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.liaison.options import deadline_of, purpose_of
from tracker.cli.liaison.steps import ref_argument, take
from tracker.cli.place import examples, note_option, workplace
from tracker.cli.printing import say
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work


@click.command(
    "to",
    epilog=examples(
        'liaison to 8 "ITU-T SG17" --inform',
        "liaison to 8 ITU-D --action --deadline 2020-06-30",
        'liaison to 8 "Study Group 2" --is "ITU-D SG2"',
    ),
)
@ref_argument
@click.argument("whom", nargs=-1, required=True, metavar="WHOM…")
@click.option("--action", is_flag=True, help="For action.")
@click.option("--inform", is_flag=True, help="For information.")
@click.option("--deadline", default="", metavar="DATE", help="By when they are asked to act.")
@click.option("--contact", default="", metavar="WHO", help="Whom it is mailed to there.")
@click.option("--is", "group", default="", metavar="GROUP", help="Which group the name means.")
@note_option
@click.pass_context
def to_command(
    ctx: click.Context, /, ref: str, whom: tuple[str, ...], note: str, **options: Any
) -> None:
    """Add destinations, one an argument, or change those that it has already."""
    place = workplace(ctx)
    until = deadline_of(place, options["deadline"])
    action = options["action"] or until is not None
    facts = {
        "purpose": purpose_of(action=action, inform=options["inform"]),
        "deadline": until,
        "contact": options["contact"],
        "group_id": _group_id(ctx, options["group"]) if options["group"] else None,
    }
    known = {name: value for name, value in facts.items() if value}
    key = parse_ref(ref)

    def step(work: Work) -> str:
        return "; ".join(_add_or_change(work, key, name, known) for name in whom)

    take(place, "to", key, step, note)


@click.command("drop", epilog=examples("liaison drop 8 SG17"))
@ref_argument
@click.argument("whom", nargs=-1, required=True, metavar="WHOM")
@note_option
@click.pass_context
def drop_command(ctx: click.Context, /, ref: str, whom: tuple[str, ...], note: str) -> None:
    """Take a destination off that it was never sent to."""
    from tracker.desk.liaison.destinations import drop_destination
    from tracker.desk.liaison.statement import line_named, shown_name, statement

    key = parse_ref(ref)
    with workplace(ctx).change("liaison drop", note) as work:
        line = line_named(work, key, statement(work, key).key, " ".join(whom))
        name = shown_name(work, line)
        drop_destination(work, key, line)
        item = work.item(key)
    echo([item], f"no longer to {name}")


def _add_or_change(work: Work, ref: int, name: str, known: dict[str, Any]) -> str:
    from tracker.desk.liaison.destinations import (
        NewDestination,
        add_destination,
        change_destination,
    )
    from tracker.desk.liaison.statement import line_named, statement
    from tracker.domain.errors import UnknownName

    key = statement(work, ref).key
    try:
        line = line_named(work, ref, key, name)
    except UnknownName:
        line = add_destination(work, ref, NewDestination(name, **known))
    else:
        change_destination(work, ref, line, **known)
    return _said(work, line)


def _said(work: Work, line: Destination) -> str:
    from tracker.desk.liaison.statement import shown_name

    name = shown_name(work, line)
    if line.group_id is None:
        say(
            f"Which group “{name}” is stays open: no group or several go by that name."
            " Choose with --is GROUP, or add the group (`tracker group add NAME --other`)."
        )
    purpose = f" for {line.purpose}" if line.purpose else ", purpose unknown"
    until = f" by {line.deadline}" if line.deadline else ""
    return f"to {name}{purpose}{until}"


def _group_id(ctx: click.Context, name: str) -> int:
    from tracker.store.reading.groups import find_group

    return find_group(workplace(ctx).reader, name).id
