"""``tracker liaison indicators``, ``document``, ``mail`` and ``register``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.liaison.steps import ref_argument
from tracker.cli.period import period_of, period_options
from tracker.cli.place import as_at_option, examples, past_day, workplace
from tracker.cli.printing import print_json, say
from tracker.cli.report_options import Wish, asked, report_options
from tracker.cli.reporting import register_command
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.store.reading.liaison_days import Days

__all__ = ["register_command"]


@click.command("indicators", epilog=examples("liaison indicators --since 2020-01-01"))
@period_options
@click.pass_context
@report_options
def indicators_command(ctx: click.Context, wish: Wish, since: str, until: str) -> None:
    """Say how many days it takes: meeting to dispatch, sending to reply, receipt to our answer."""
    from tracker.reports.liaison_indicators import liaison_indicators
    from tracker.store.reading.liaison_days import indicators

    request = asked(ctx, wish)
    first, last = period_of(ctx, since, until)
    if wish.form != "json" or wish.output:
        wish.give(liaison_indicators(request, first, last))
        return
    print_json(
        [
            {
                "group": row.group or None,
                "meeting_to_dispatch": _days(row.dispatch),
                "sending_to_reply": _days(row.reply),
                "receipt_to_answer": _days(row.answer),
            }
            for row in indicators(request.reader, request.scope, since=first, until=last)
        ]
    )


@click.command(
    "document", epilog=examples("liaison document 8 -o LS1.docx", "liaison document 8 -o LS1.md")
)
@ref_argument
@click.pass_context
@report_options
def document_command(ctx: click.Context, wish: Wish, ref: str) -> None:
    """Write an outgoing statement in the official shape: the header as a table, then its text."""
    from tracker.reports.liaison_document import liaison_document

    wish.give(liaison_document(asked(ctx, wish), parse_ref(ref)))


@click.command(
    "mail", epilog=examples("liaison mail 8 -o LS1.eml", "liaison mail 8 -o LS1.eml --language fr")
)
@ref_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE.eml",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the mail.",
)
@click.option(
    "--attach-as",
    "form",
    type=click.Choice(["docx", "pdf", "html", "markdown"]),
    default="docx",
    show_default=True,
    help="Format of the attached document.",
)
@as_at_option
@click.option(
    "--language", default="en", metavar="CODE", help="Of the mail's and the document's own words."
)
@click.pass_context
def mail_command(
    ctx: click.Context, /, ref: str, output: Path, form: str, as_at: str | None, language: str
) -> None:
    """Write the covering mail to the contacts of the destinations, the document attached.

    Nothing is sent: open the file in your mail program.
    """
    from tracker.cli.liaison.showing import header_of
    from tracker.mail.liaison_cover import covering_mail, without_address
    from tracker.mail.message import as_bytes
    from tracker.reports.asked import Asked
    from tracker.reports.catalogues import check_language
    from tracker.reports.words import Words

    check_language(language)
    place = workplace(ctx)
    day = past_day(place, as_at)
    request = Asked(place.reader_at(day), place.group.id, day or place.today, Words(language))
    header = header_of(request.reader, parse_ref(ref), outgoing=True)
    mail = covering_mail(request, header, now=place.now(), form=form)
    _write(output, as_bytes(mail))
    say(f"{output} → to {mail['To']}")
    for name in without_address(header):
        say(f"Not reached: {name} has no contact with a mail address.")


def _write(path: Path, content: bytes) -> None:
    from tracker.render.formats import CannotWrite

    try:
        path.write_bytes(content)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def _days(days: Days | None) -> dict[str, int] | None:
    return days._asdict() if days else None
