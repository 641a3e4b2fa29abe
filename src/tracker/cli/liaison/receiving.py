"""``tracker liaison receive``: an incoming statement, by options or from its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.echo import echo
from tracker.cli.liaison.options import (
    ATTACH,
    CONTACT,
    HEADER_OPTIONS,
    contacts_of,
    deadline_of,
    header_of,
    purpose_of,
    with_options,
)
from tracker.cli.liaison.replying import disposition_named
from tracker.cli.place import examples, note_option, on_option, past_day, workplace
from tracker.cli.printing import say
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

ENDINGS = (".docx", ".eml", ".htm", ".html", ".md", ".pdf", ".txt")


@click.command(
    "receive",
    epilog=examples(
        "liaison receive LS40.eml",
        "liaison receive reply.docx --as answer --accept",
        'liaison receive "Survey of filters" --from SG17 --action --deadline 2020-10-01',
    ),
)
@click.argument("words", nargs=-1, metavar="[FILE | TITLE]")
@click.option("--from", "sender", default="", metavar="WHO", help="Who sent it.")
@click.option("--title", default="", help="Its title, if not that of the file.")
@click.option("--reference", default="", help="Their own reference.")
@click.option("--action", is_flag=True, help="It asks us for action: a reply is owed.")
@click.option("--inform", is_flag=True, help="It is for information.")
@click.option("--deadline", default="", metavar="DATE", help="By when they ask us to act.")
@click.option("--answers", default="", metavar="REF", help='Which of ours it replies to; "none".')
@click.option("--line", default="", metavar="WHOM", help="For which destination it replies.")
@click.option("--as", "disposition", default="", metavar="WORD", help="What the reply comes to.")
@click.option("--by", default="", metavar="DATE", help="When they will answer, or have done it.")
@click.option("-o", "--owner", default="", metavar="WHO", help="Who deals with it.")
@on_option
@with_options(CONTACT, ATTACH, *HEADER_OPTIONS)
@click.option("-y", "--accept", is_flag=True, help="Record what was found without asking.")
@note_option
@click.pass_context
def receive_command(
    ctx: click.Context, /, words: tuple[str, ...], accept: bool, note: str, **options: Any
) -> None:
    """Record an incoming statement, and print its ref.

    From a file in the shape of the template (.docx, .eml, .html, .md, .pdf, .txt) the fields are
    found and shown; you confirm or change them, or --accept. Options count before what was found.
    """
    place, path = workplace(ctx), _file(words)
    if path is None and not options["title"]:
        options["title"] = " ".join(words)
    facts = _given(place, options)
    if path is not None:
        from tracker.cli.liaison.confirming import confirmed
        from tracker.cli.liaison.found import facts_found, print_found

        facts = facts_found(place, path) | facts
        if accept:
            print_found(place, facts)
        else:
            facts = confirmed(place, facts)
    _record(place, facts, note)


def _file(words: tuple[str, ...]) -> Path | None:
    """Give the file that the words name, by an ending that can be read."""
    path = Path(" ".join(words))
    return path if words and path.suffix.casefold() in ENDINGS else None


def _given(place: Workplace, options: dict[str, Any]) -> dict[str, Any]:
    """Give what the options say, by the fields of ``NewIncoming``."""
    from tracker.cli.owning import owner_named

    header = {name: options[name] for name in ("title", *_HEADER)}
    deadline = deadline_of(place, options["deadline"])
    action = options["action"] or deadline is not None
    facts = header_of(place, header) | {
        "sender": options["sender"],
        "their_reference": options["reference"],
        "purpose": purpose_of(action=action, inform=options["inform"]),
        "deadline": deadline,
        "answers_line": options["line"],
        "disposition": disposition_named(options["disposition"]),
        "expected_on": deadline_of(place, options["by"]),
        "owner": owner_named(place, options["owner"]) if options["owner"] else None,
        "received_on": past_day(place, options["on"]),
        "contacts": contacts_of(place, options["contacts"]),
        "attachments": options["attachments"],
    }
    known = {name: value for name, value in facts.items() if value}
    if options["answers"]:
        ours = options["answers"]
        known["answers"] = None if ours.casefold() == "none" else parse_ref(ours)
    return known


def _record(place: Workplace, facts: dict[str, Any], note: str) -> None:
    from tracker.desk.liaison.receiving import NewIncoming, receive
    from tracker.store.tables.liaison import Destination

    new = NewIncoming(
        **{
            "group_id": place.group.id,
            "sender": "",
            "title": "",
            "received_on": place.today,
            "disposition_note": note,
            **facts,
        }
    )
    with place.change("liaison receive", note) as work:
        item = receive(work, new)
        came = work.find(Destination, reply_item_id=item.id, state="reply received")
    click.echo(item.ref)
    owed = ", a reply is owed" if new.purpose not in ("", "information") else ""
    answers = f", answers {new.answers}" if new.answers else ""
    echo([item], f"received {new.received_on}{answers}{owed}")
    if not (new.purpose or new.answers):
        say(
            "What it asks of us is not known; until you say, a reply counts as owed:"
            f" tracker liaison header {item.ref} --inform, or --action --deadline DATE"
        )
    elif owed:
        say(f"Next: tracker liaison assign {item.ref} WHO, or tracker liaison answer {item.ref}")
    if came:
        say(f"Next: tracker liaison consider {new.answers}, once a meeting has (-m N)")
    elif not owed and (new.purpose or new.answers):
        say(f"Next: tracker liaison noted {item.ref}")


_HEADER = (
    "meeting", "source", "questions", "study_group", "working_party", "abstract", "body",
)  # fmt: skip
