"""``tracker note``, ``evidence`` and ``corrigendum``: what is written on items."""

from __future__ import annotations

import click

from tracker.cli.arguments import RefsThen, looks_like_refs, refs_then_words
from tracker.cli.days import meeting_called
from tracker.cli.echo import echo
from tracker.cli.item_place import home_of
from tracker.cli.place import (
    changing,
    examples,
    note_option,
    on_day,
    on_option,
    past_day,
    workplace,
)
from tracker.cli.texts import text_of
from tracker.domain.refs import parse_ref, parse_refs


@click.command(
    "note",
    epilog=examples("note 12 asked again by phone", "note 12,14 --private rather not this year"),
)
@click.argument("words", nargs=-1, required=True, metavar="REF… [TEXT]")
@click.option(
    "-p", "--private", is_flag=True, help="Never leaves the tool in a document or digest."
)
@on_option
@click.pass_context
def note_command(ctx: click.Context, words: tuple[str, ...], private: bool, on: str | None) -> None:
    """Write a note on items.

    Without TEXT your editor opens; with "-" the text is read from stdin.
    """
    place = workplace(ctx)
    refs, text = _refs_and_text(words, "note")
    day = past_day(place, on)
    from tracker.desk.annotate import add_note
    from tracker.desk.chosen import chosen

    with changing(place, "note") as work:
        items = chosen(work, refs)
        for item in items:
            add_note(work, item, text, on=day, private=private)
    echo(items, f"{'private note' if private else 'note'}{on_day(day)}")


@click.command(
    "evidence",
    epilog=examples("evidence 12 https://example.org/mascot --on yesterday"),
)
@click.argument("words", nargs=-1, required=True, metavar="REF… WHAT")
@click.option("-m", "--meeting", metavar="N", help="The meeting it was given to.")
@on_option
@note_option
@click.pass_context
def evidence_command(
    ctx: click.Context,
    words: tuple[str, ...],
    meeting: str | None,
    on: str | None,
    note: str,
) -> None:
    """Record what shows that something was done: a URL, a document symbol or a text."""
    place = workplace(ctx)
    refs, what = _refs_and_text(words, "evidence")
    day = past_day(place, on)
    from tracker.desk.annotate import add_evidence
    from tracker.desk.chosen import chosen

    found = meeting_called(home_of(place, refs), meeting) if meeting else None
    with changing(place, "evidence", note) as work:
        items = chosen(work, refs)
        for item in items:
            add_evidence(work, item, what, on=day, meeting_id=found.id if found else None)
    echo(items, f"evidence {what}{on_day(day)}")


@click.command(
    "corrigendum",
    epilog=examples('corrigendum 4 --symbol "C20/57 Cor.1" --text "The Chair asks …"'),
)
@click.argument("ref", metavar="REF")
@click.option("--symbol", required=True, help="The document that corrects it, or the revision.")
@click.option("--text", default="", help="The adopted text as corrected; your editor otherwise.")
@on_option
@note_option
@click.pass_context
def corrigendum_command(
    ctx: click.Context, ref: str, symbol: str, text: str, on: str | None, note: str
) -> None:
    """Correct the adopted text of an outcome, which is locked otherwise."""
    place = workplace(ctx)
    number, day = parse_ref(ref), past_day(place, on)
    from tracker.desk.annotate import correct_text
    from tracker.store.reading.items import find_item

    draft = find_item(place.reader, number).text
    corrected = text_of(text, "corrected text", draft=draft)
    with changing(place, "corrigendum", note) as work:
        item = correct_text(work, number, corrected, symbol=symbol, on=day)
    echo([item], f"text corrected by {symbol}{on_day(day)}")


def _refs_and_text(words: tuple[str, ...], what: str) -> RefsThen:
    """Part refs from a text, which may have to be asked for."""
    if all(map(looks_like_refs, words)):
        return RefsThen(parse_refs(words), text_of("", what))
    refs, text = refs_then_words(words, what)
    return RefsThen(refs, text_of(text, what))
