"""``tracker liaison show``, ``check`` and ``conversation``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.liaison.steps import ref_argument
from tracker.cli.place import as_at_option, examples, json_option, past_day, workplace
from tracker.cli.printing import print_json, print_parts, say
from tracker.domain.errors import Refused
from tracker.domain.refs import parse_ref, parse_refs

if TYPE_CHECKING:
    from tracker.domain.liaison.completeness import Missing
    from tracker.store.database import Reader
    from tracker.store.reading.liaison_header import LiaisonHeader


class Lacking(Refused):
    """A statement is not ready to leave."""

    def __init__(self, ref: int, count: int) -> None:
        things = "1 thing" if count == 1 else f"{count} things"
        super().__init__(f"{ref} lacks {things}.")


@click.command("show", epilog=examples("liaison show 8", "liaison show 8 --as-at 2020-03-12"))
@click.argument("refs", nargs=-1, required=True, metavar="REF…")
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, /, refs: tuple[str, ...], as_at: str | None, as_json: bool
) -> None:
    """Show statements with their headers, their destinations and the steps that are possible.

    `tracker show` gives notes, evidence and history, as of every item.
    """
    from tracker.cli.liaison.words import parts_of

    place = workplace(ctx)
    reader = place.reader_at(past_day(place, as_at))
    headers = [header_of(reader, ref) for ref in parse_refs(refs)]
    if as_json:
        print_json([_header_json(header) for header in headers])
        return
    print_parts((f"{each.ref}  {each.title}", list(parts_of(each))) for each in headers)


@click.command("check", epilog=examples("liaison check 8"))
@ref_argument
@as_at_option
@json_option
@click.pass_context
def check_command(ctx: click.Context, /, ref: str, as_at: str | None, as_json: bool) -> None:
    """Say what a statement lacks before dispatch, and who asks for it. Exits with 1 if it does."""
    place = workplace(ctx)
    day = past_day(place, as_at)
    header = header_of(place.reader_at(day), parse_ref(ref), outgoing=True)
    lacking = header.missing(day or place.today)
    if as_json:
        print_json([_missing_json(each, header.ref) for each in lacking])
    else:
        for each in lacking:
            click.echo(f"{each}: {each.command(header.ref)}")
    if lacking:
        raise Lacking(header.ref, len(lacking))
    say(f"{header.ref} lacks nothing.")


@click.command("conversation", epilog=examples("liaison conversation 8"))
@ref_argument
@as_at_option
@json_option
@click.pass_context
def conversation_command(ctx: click.Context, /, ref: str, as_at: str | None, as_json: bool) -> None:
    """Show the chain that a statement is in: what it answers and what answers it, oldest first."""
    from tracker.cli.liaison.words import turn_words
    from tracker.store.reading.liaison_conversation import conversation

    place = workplace(ctx)
    reader = place.reader_at(past_day(place, as_at))
    header_of(reader, parse_ref(ref))
    turns = conversation(reader, parse_ref(ref))
    if as_json:
        print_json([{**turn._asdict(), "whom": [w._asdict() for w in turn.whom]} for turn in turns])
        return
    print_parts(
        (
            "  ".join(filter(None, (str(turn.on), str(turn.ref), turn.reference, turn.title))),
            list(turn_words(turn)),
        )
        for turn in turns
    )


def header_of(reader: Reader, ref: int, *, outgoing: bool = False) -> LiaisonHeader:
    """Give a statement with its header. Raises ``UnknownRef`` or ``NoStatement``."""
    from tracker.store.reading.items import find_item
    from tracker.store.reading.liaison_header import liaison_header

    find_item(reader, ref)
    found = liaison_header(reader, ref)
    if found is None or (outgoing and not found.is_outgoing):
        raise NoStatement(ref, "outgoing " if outgoing else "")
    return found


class NoStatement(Refused):
    """The item is no liaison statement, or none that we send."""

    def __init__(self, ref: int, wanted: str) -> None:
        article = "an" if wanted else "a"
        super().__init__(
            f"Item {ref} is not {article} {wanted}liaison statement."
            " `tracker liaison list` lists the statements."
        )


def _missing_json(missing: Missing, ref: int) -> dict[str, str]:
    return {"what": missing.what, "source": missing.source, "command": missing.command(ref)}


def _header_json(header: LiaisonHeader) -> dict[str, Any]:
    fields = header._asdict()
    for ours in ("id", "considered_at"):
        fields.pop(ours)
    return {
        **{name: None if value == "" else value for name, value in fields.items()},
        "meeting": header.meeting._asdict(),
        "contacts": [each._asdict() for each in header.contacts],
        "destinations": [
            {k: v for k, v in each._asdict().items() if k not in ("id", "item_id")}
            | {"considered_at": header.considered_at.get(each.id)}
            for each in header.destinations
        ],
        "answers": [each._asdict() for each in header.answers],
        "answered_by": [each._asdict() for each in header.answered_by],
        "missing": [
            _missing_json(each, header.ref)
            for each in (header.missing() if header.is_outgoing else ())
        ],
    }
