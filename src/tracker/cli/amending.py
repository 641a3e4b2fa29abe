"""``tracker change``: what an item is and where it comes from, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.days import meeting_called
from tracker.cli.documents import document_named
from tracker.cli.echo import echo
from tracker.cli.facts import given
from tracker.cli.item_place import home_of
from tracker.cli.moving import refs_argument
from tracker.cli.place import changing, examples, note_option, past_day, workplace
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@click.command(
    "change",
    epilog=examples(
        "change 6 --kind posting --addressee membership",
        "change 12 --document C20/57-E --section 7.1 --bullet 2",
        "change 12 --by-correspondence --adopted 2020-05-04",
    ),
)
@refs_argument
@click.option("--kind", help='Kind of outcome: decision, request, posting …; "" for none.')
@click.option("--addressee", metavar="WHO", help='Whom it is addressed to; "" for nobody.')
@click.option("-m", "--meeting", metavar="N", help='The meeting it comes from; "" for none.')
@click.option("--document", metavar="SYMBOL", help='The document that holds it; "" for none.')
@click.option("--section", help="Its section there.")
@click.option("--bullet", type=click.IntRange(1, 9999), metavar="N", help="Its bullet there.")
@click.option("--adopted", metavar="DATE", help='When it was adopted; "" for unknown.')
@click.option(
    "--by-correspondence/--at-a-meeting", default=None, help="How it was adopted, if it was."
)
@note_option
@click.pass_context
def change_command(ctx: click.Context, /, refs: tuple[str, ...], note: str, **options: Any) -> None:
    """Put right what items are and where they come from.

    The text as adopted stays as it is (`tracker corrigendum`); `tracker title` changes the title.
    """
    place, numbers = workplace(ctx), parse_refs(refs)
    facts = _facts(home_of(place, numbers), given(options))
    from tracker.desk.origin import amend_items

    with changing(place, "change", note) as work:
        items = amend_items(work, numbers, facts)
    echo(items, "changed")


def _facts(place: Workplace, options: dict[str, Any]) -> dict[str, Any]:
    """Give columns for options; an empty text makes a fact unknown."""
    from tracker.domain.vocabulary import Adoption

    facts = dict(options)
    if "kind" in facts:
        facts["kind"] = facts["kind"].strip().lower()
    if "meeting" in facts:
        name = facts.pop("meeting")
        facts["meeting_id"] = meeting_called(place, name).id if name else None
    if "document" in facts:
        name = facts.pop("document")
        facts["document_id"] = document_named(place, name).id if name else None
    if "adopted" in facts:
        facts["adopted_on"] = past_day(place, facts.pop("adopted"))
    if "by_correspondence" in facts:
        by_letter = facts.pop("by_correspondence")
        facts["adoption"] = Adoption.CORRESPONDENCE if by_letter else Adoption.MEETING
    return facts
