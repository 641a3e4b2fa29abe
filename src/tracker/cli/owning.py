"""``tracker assign`` and ``contribute``: who carries items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.arguments import refs_then_name
from tracker.cli.echo import echo
from tracker.cli.myself import meant
from tracker.cli.place import changing, examples, note_option, workplace
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from tracker.domain.records.parties import Party
    from tracker.session.workplace import Workplace

UNKNOWN = ("unknown", "none", "nobody", "-")
"""What is typed to say that an owner is not known."""

basis_option = click.option(
    "--basis",
    type=click.Choice(["stated", "assumed", "agreed"]),
    default="agreed",
    show_default=True,
    help="Where it comes from: the report, the secretariat, or agreed later.",
)


@click.command("assign", epilog=examples("assign 12 14 rita", "assign 3 Secretary --basis stated"))
@click.argument("words", nargs=-1, required=True, metavar="REF… OWNER")
@click.option("--unknown", is_flag=True, help="Make the owner unknown.")
@basis_option
@note_option
@click.pass_context
def assign_command(
    ctx: click.Context, words: tuple[str, ...], unknown: bool, basis: str, note: str
) -> None:
    """Give items an owner: a person, an office or a group.

    OWNER is a name or the beginning of one, an e-mail address, "me", or "unknown".
    """
    place = workplace(ctx)
    if unknown:
        refs, owner = parse_refs(words), None
    else:
        refs, name = refs_then_name(words, "owner")
        owner = owner_named(place, name)
    from tracker.desk.assign import assign

    with changing(place, "assign", note) as work:
        items = assign(work, refs, owner, basis)
    echo(items, f"owner {owner.name} ({basis})" if owner else "owner unknown")


@click.command(
    "contribute",
    epilog=examples('contribute 12 "SG 2" --with rita', "contribute 12 rita --remove"),
)
@click.argument("words", nargs=-1, required=True, metavar="REF… WHO")
@click.option("--with", "others", multiple=True, metavar="WHO", help="One more of them.")
@click.option("--remove", is_flag=True, help="They contribute no longer.")
@note_option
@click.pass_context
def contribute_command(
    ctx: click.Context, words: tuple[str, ...], others: tuple[str, ...], remove: bool, note: str
) -> None:
    """Let a person, an office or a group work on items beside their owner."""
    place = workplace(ctx)
    refs, name = refs_then_name(words, "name")
    parties = [party_named(place, each) for each in (name, *others)]
    from tracker.desk.assign import add_contributors, remove_contributors

    with changing(place, "contribute", note) as work:
        items = (remove_contributors if remove else add_contributors)(work, refs, parties)
    who = ", ".join(party.name for party in parties)
    echo(items, f"without {who}" if remove else f"with {who}")


def owner_named(place: Workplace, name: str) -> Party | None:
    """Give the owner that a name means, None for one of ``UNKNOWN``.

    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    return None if name.strip().casefold() in UNKNOWN else party_named(place, name)


def party_named(place: Workplace, name: str) -> Party:
    """Give the person, office or group of this name; ``me`` is whoever is at the keyboard.

    Raises ``UnknownName``, ``AmbiguousName`` or ``WhoAreYou``.
    """
    from tracker.store.reading.people import find_party

    return find_party(place.reader, meant(place, name))
