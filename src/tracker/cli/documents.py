"""``tracker document``: reports and other documents that items come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.facts import given, print_facts
from tracker.cli.meeting_words import UNKNOWN, day_of, meeting_of
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
    from collections.abc import Callable, Sequence

    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader

document_command = verbs("document", "Keep documents: reports that items come from, and others.")

_OPTIONS = (
    ("revision", "TEXT", "Such as Rev.1."),
    ("title", "TEXT", "Its title."),
    ("date", "DATE", "The date it bears."),
    ("language", "CODE", "Language of the original, such as en."),
    ("source", "TEXT", "Who it is from."),
    ("summary", "TEXT", "Its summary."),
    ("action-required", "TEXT", "What its readers are asked to do."),
    ("url", "URL", "Where it can be read."),
)


def _fact_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, metavar, help in reversed(_OPTIONS):
        command = click.option(f"--{name}", metavar=metavar, help=help)(command)
    return command


_meetings_option = click.option(
    "-m", "--meeting", "meetings", multiple=True, help="A meeting it covers; may be repeated."
)


@document_command.command(
    "add", epilog=examples("document add C20/57-E --date 2020-03-03 -m 15 -m 16")
)
@click.argument("symbol")
@_fact_options
@_meetings_option
@note_option
@click.pass_context
def add_command(
    ctx: click.Context, /, symbol: str, meetings: tuple[str, ...], note: str, **options: str | None
) -> None:
    """Add a document of the current group."""
    from tracker.desk.meetings import add_document
    from tracker.domain.dates import describe

    place = workplace(ctx)
    facts = _facts(place, options)
    group, covered = place.group, tuple(meeting_of(place, name).id for name in meetings)
    with place.change("document add", note) as work:
        add_document(work, group.id, meeting_ids=covered, symbol=symbol, **facts)
    issued = facts.get("issued_on")
    say(f"{symbol} → added{f', {describe(issued)}' if issued else ''}")


@document_command.command("list", epilog=examples("document list", "document list --json"))
@click.option("--all", "everything", is_flag=True, help="Retired ones too.")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, everything: bool, as_at: str | None, as_json: bool) -> None:
    """List the documents of the current group, or of all groups while none is current."""
    from tracker.store.reading.meetings import list_documents

    place = workplace(ctx)
    reader, current = place.reader_at(past_day(place, as_at)), place.current
    documents = list_documents(reader, current.id if current else None)
    rows = [document for document in documents if everything or not document.retired]
    if as_json:
        print_json([document_json(row, _covered(reader, row)) for row in rows])
        return
    print_table(_COLUMNS[1 if current else 0 :], rows)
    if not rows:
        say("There is no document yet. `tracker capture FILE` reads one.")


@document_command.command(
    "show", epilog=examples("document show C20/57-E", "document show C20/57 --json")
)
@click.argument("words", nargs=-1, required=True, metavar="SYMBOL")
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, /, words: tuple[str, ...], as_at: str | None, as_json: bool
) -> None:
    """Show a document, named by its symbol, its title or its file."""
    from tracker.store.reading.hanging import items_from

    place = workplace(ctx)
    reader = place.reader_at(past_day(place, as_at))
    row = document_named(place, " ".join(words), reader)
    covered, refs = _covered(reader, row), items_from(reader, "document", row.id)
    if as_json:
        print_json(document_json(row, covered) | {"refs": refs})
        return
    print_facts(
        [
            ("Document", f"{row.group} {row.name}"),
            ("Title", row.title),
            ("Date", row.issued_on),
            ("Original", row.language),
            ("Source", row.source),
            ("Meetings", [meeting.label for meeting in covered]),
            ("Summary", row.summary),
            ("Action required", row.action_required),
            ("URL", row.url),
            ("Captured from", row.file_name),
            ("Items", refs),
        ]
    )


@document_command.command(
    "change", epilog=examples("document change C20/57-E --url https://example.org")
)
@click.argument("document", metavar="SYMBOL")
@click.option("--symbol", help="Another symbol.")
@_fact_options
@_meetings_option
@note_option
@click.pass_context
def change_command(
    ctx: click.Context,
    /,
    document: str,
    meetings: tuple[str, ...],
    note: str,
    **options: str | None,
) -> None:
    """Change what is known of a document. Meetings given replace those it covered."""
    place = workplace(ctx)
    row = document_named(place, document)
    covered = [meeting_of(place, name).id for name in meetings] or None
    facts = given(options | {"meeting_ids": covered})
    from tracker.desk.amend import amend_document
    from tracker.store.tables.document import Document

    facts = _facts(place, facts)
    with place.change("document change", note) as work:
        changed = amend_document(work, work.get(Document, row.id), facts)
    if not changed:
        raise NothingChanged
    say(f"{row.name} → changed")


@document_command.command("retire", epilog=examples("document retire C20/57-E"))
@click.argument("words", nargs=-1, required=True, metavar="SYMBOL")
@note_option
@click.pass_context
def retire_command(ctx: click.Context, /, words: tuple[str, ...], note: str) -> None:
    """Retire a document that no item comes from."""
    place = workplace(ctx)
    row = document_named(place, " ".join(words))
    from tracker.desk.retire import retire_document
    from tracker.store.tables.document import Document

    with place.change("document retire", note) as work:
        retire_document(work, work.get(Document, row.id))
    say(f"{row.name} → retired")


def document_named(place: Workplace, name: str, reader: Reader | None = None) -> DocumentRow:
    """Give the document that is named, of the current group if there is one."""
    from tracker.store.reading.meetings import find_document

    current = place.current
    return find_document(reader or place.reader, name, current.id if current else None)


def document_json(row: DocumentRow, covered: Sequence[MeetingRow]) -> dict[str, Any]:
    """Give a document with the field names of the domain; unknown is null."""
    return {
        "group": row.group,
        "symbol": row.symbol or None,
        "revision": row.revision or None,
        "title": row.title or None,
        "date": row.issued_on,
        "language": row.language,
        "source": row.source or None,
        "meetings": [meeting.ordinal or meeting.title for meeting in covered],
        "summary": row.summary or None,
        "action_required": row.action_required or None,
        "url": row.url or None,
        "file": row.file_name or None,
        "fingerprint": row.fingerprint or None,
        "retired": row.retired,
    }


def _facts(place: Workplace, options: dict[str, Any]) -> dict[str, Any]:
    facts = {name: value for name, value in options.items() if value is not None}
    if "date" in facts:
        facts["issued_on"] = day_of(place, facts.pop("date"))
    return facts


def _covered(reader: Reader, row: DocumentRow) -> list[MeetingRow]:
    from tracker.store.reading.meetings import list_meetings

    return [meeting for meeting in list_meetings(reader) if meeting.id in row.meetings]


_COLUMNS = (
    Column("GROUP", lambda row: row.group),
    Column("DOCUMENT", lambda row: row.name + (" (retired)" if row.retired else "")),
    Column("DATE", lambda row: str(row.issued_on or UNKNOWN)),
    Column("TITLE", lambda row: row.title or UNKNOWN, flexible=True),
)
