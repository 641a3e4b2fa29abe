"""``tracker meeting``: meetings of a group, past and to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.facts import given, print_facts
from tracker.cli.meeting_moving import move_command
from tracker.cli.meeting_words import (
    MEETING_COLUMNS,
    day_of,
    hung_json,
    hung_words,
    meeting_json,
    meeting_of,
    span_said,
    span_words,
)
from tracker.cli.place import (
    NothingChanged,
    as_at_option,
    examples,
    json_option,
    note_option,
    past_day,
    workplace,
)
from tracker.cli.printing import print_json, print_table, say
from tracker.cli.subcommands import verbs

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

meeting_command = verbs("meeting", "Keep meetings: those held, and those to come.")


@meeting_command.command(
    "add", epilog=examples("meeting add 17 2026-09-15 --place Geneva", "meeting add 18")
)
@click.argument("meeting", metavar="ORDINAL|TITLE")
@click.argument("words", nargs=-1, metavar="[DATE]")
@click.option("--to", "last", metavar="DATE", help="The last day, if it lasts longer than one.")
@click.option("--title", default="", help="A title beside the ordinal.")
@click.option("--place", "where", default="", help="Where it is held.")
@click.option("--chair", metavar="PERSON", help="Who chairs it.")
@note_option
@click.pass_context
def add_command(
    ctx: click.Context,
    /,
    meeting: str,
    words: tuple[str, ...],
    last: str | None,
    title: str,
    where: str,
    chair: str | None,
    note: str,
) -> None:
    """Add a meeting of the current group. Its date may be unknown."""
    from tracker.desk.meetings import add_meeting
    from tracker.domain.ordinals import ordinal_of, short

    place, ordinal = workplace(ctx), ordinal_of(meeting)
    group = place.group
    begins, ends = day_of(place, " ".join(words)), day_of(place, last)
    chair_id = _person_id(place, chair)
    with place.change("meeting add", note) as work:
        add_meeting(
            work, group.id, ordinal=ordinal, title=title if ordinal else meeting,
            starts_on=begins, ends_on=ends, place=where, chair_id=chair_id,
        )  # fmt: skip
    name = f"{short(ordinal)} meeting" if ordinal else meeting
    say(f"{group.acronym} {name} → {span_said(begins, ends)}")


@meeting_command.command("list", epilog=examples("meeting list", "meeting list --json"))
@click.option("--all", "everything", is_flag=True, help="Retired ones too.")
@as_at_option
@json_option
@click.pass_context
def list_command(ctx: click.Context, /, everything: bool, as_at: str | None, as_json: bool) -> None:
    """List the meetings of the current group, or of all groups while none is current."""
    from tracker.store.reading.meetings import list_meetings

    place = workplace(ctx)
    current = place.current
    meetings = list_meetings(
        place.reader_at(past_day(place, as_at)), current.id if current else None
    )
    rows = [meeting for meeting in meetings if everything or not meeting.retired]
    if as_json:
        print_json([meeting_json(row) for row in rows])
        return
    print_table(MEETING_COLUMNS[1 if current else 0 :], rows)
    if not rows:
        say("There is no meeting yet. `tracker meeting add ORDINAL DATE` adds one.")


@meeting_command.command("show", epilog=examples("meeting show 17", "meeting show next --json"))
@click.argument("words", nargs=-1, required=True, metavar="MEETING")
@as_at_option
@json_option
@click.pass_context
def show_command(
    ctx: click.Context, /, words: tuple[str, ...], as_at: str | None, as_json: bool
) -> None:
    """Show a meeting with its documents and the due dates that hang on it."""
    from tracker.store.reading.hanging import due_dates_on
    from tracker.store.reading.meetings import list_documents

    place = workplace(ctx)
    reader = place.reader_at(past_day(place, as_at))
    row = meeting_of(place, " ".join(words), reader)
    hung = due_dates_on(reader, row.id)
    papers = [d.name for d in list_documents(reader) if row.id in d.meetings and not d.retired]
    if as_json:
        more = {"documents": papers, "due_dates": [hung_json(each) for each in hung]}
        print_json(meeting_json(row) | more)
        return
    print_facts(
        [
            ("Meeting", f"{row.group} {row.label}"),
            ("Title", row.title),
            ("Dates", span_words(row.starts_on, row.ends_on)),
            ("Place", row.place),
            ("Chair", row.chair),
            ("Documents due", row.documents_due),
            ("Report due", row.report_due),
            ("Items", row.items),
            ("Documents", papers),
            ("Due with it", "\n".join(map(hung_words, hung))),
        ]
    )


@meeting_command.command("change", epilog=examples("meeting change 17 --place Geneva --chair Ana"))
@click.argument("meeting")
@click.option("--ordinal", type=click.IntRange(1, 9999), help="Another ordinal.")
@click.option("--title", help="A title beside the ordinal.")
@click.option("--place", help="Where it is held.")
@click.option("--to", "ends_on", metavar="DATE", help="Its last day.")
@click.option("--chair", "chair_id", metavar="PERSON", help='Who chairs it; "" for unknown.')
@note_option
@click.pass_context
def change_command(ctx: click.Context, /, meeting: str, note: str, **options: str | None) -> None:
    """Change what is known of a meeting. `tracker meeting move` changes its date."""
    here = workplace(ctx)
    row, facts = meeting_of(here, meeting), given(options)
    if "ends_on" in facts:
        facts["ends_on"] = day_of(here, facts["ends_on"]) or row.starts_on
    if "chair_id" in facts:
        facts["chair_id"] = _person_id(here, facts["chair_id"])
    from tracker.desk.amend import amend_meeting
    from tracker.store.tables.meeting import Meeting

    with here.change("meeting change", note) as work:
        changed = amend_meeting(work, work.get(Meeting, row.id), facts)
    if not changed:
        raise NothingChanged
    say(f"{row.group} {row.label} → changed")


@meeting_command.command("retire", epilog=examples('meeting retire 17 --reason "cancelled"'))
@click.argument("words", nargs=-1, required=True, metavar="MEETING")
@click.option(
    "--reason", default="", help="Why; due dates that hang on it then stay on their days."
)
@click.pass_context
def retire_command(ctx: click.Context, /, words: tuple[str, ...], reason: str) -> None:
    """Retire a meeting that will not be held, or that was added by mistake."""
    place = workplace(ctx)
    row = meeting_of(place, " ".join(words))
    from tracker.desk.retire import retire_meeting
    from tracker.store.tables.meeting import Meeting

    with place.change("meeting retire", reason) as work:
        retire_meeting(work, work.get(Meeting, row.id), reason)
    say(f"{row.group} {row.label} → retired")


def _person_id(place: Workplace, name: str | None) -> int | None:
    from tracker.cli.people import person_named

    return person_named(place, name).id if name else None


meeting_command.add_command(move_command)
