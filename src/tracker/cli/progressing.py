"""``tracker start``, ``done``, ``confirm``, ``reopen`` and ``status``: how items move along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.arguments import refs_then_name
from tracker.cli.item_place import home_of
from tracker.cli.moving import evidence_option, move, refs_argument
from tracker.cli.place import examples, note_option, on_option, workplace
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.own_words import THE_CHAIR, say
from tracker.domain.refs import parse_refs

if TYPE_CHECKING:
    from tracker.domain.vocabulary import Status


class NotYetMet(Refused):
    """A meeting that is still to come has confirmed nothing."""

    def __init__(self, meeting: str, day: str) -> None:
        super().__init__(f"The {meeting} is on {day}, still to come: it has confirmed nothing yet.")


class UnknownStatus(UsageProblem):
    """A status is one of a few words."""

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        super().__init__(f"“{word}” is not a status. It is one of: {', '.join(known)}.")


@click.command("start", epilog=examples("start 12 14"))
@refs_argument
@note_option
@click.pass_context
def start_command(ctx: click.Context, refs: tuple[str, ...], note: str) -> None:
    """Take items up: they are under implementation."""
    from tracker.desk.progress import start

    numbers = parse_refs(refs)
    move(ctx, "start", lambda work, grounds: start(work, numbers, grounds), note=note)


@click.command(
    "done", epilog=examples("done 12 14", 'done 12 -e https://example.org/mascot --on "12 Feb"')
)
@refs_argument
@evidence_option
@on_option
@note_option
@click.pass_context
def done_command(
    ctx: click.Context, refs: tuple[str, ...], evidence: tuple[str, ...], on: str | None, note: str
) -> None:
    """Report items done. The Chair or a meeting has still to confirm (`tracker confirm`)."""
    from tracker.desk.progress import report_done

    numbers = parse_refs(refs)
    move(
        ctx,
        "done",
        lambda work, grounds: report_done(work, numbers, grounds),
        on=on,
        note=note,
        evidence=evidence,
    )


@click.command("confirm", epilog=examples("confirm 12 14", "confirm 12 --meeting 17"))
@refs_argument
@click.option("-m", "--meeting", metavar="N", help="The meeting that confirmed it.")
@click.option("--by", metavar="WHO", help="Who confirmed it, if not the Chair.")
@evidence_option
@on_option
@note_option
@click.pass_context
def confirm_command(
    ctx: click.Context,
    refs: tuple[str, ...],
    meeting: str | None,
    by: str | None,
    evidence: tuple[str, ...],
    on: str | None,
    note: str,
) -> None:
    """Confirm what is reported done: it is implemented, and its follow-up ends.

    The Chair confirms unless you say otherwise. A posting or a liaison statement needs evidence.
    """
    from tracker.desk.progress import confirm

    numbers = parse_refs(refs)
    who = by or (_meeting_words(ctx, numbers, meeting) if meeting else THE_CHAIR)
    move(
        ctx,
        "confirm",
        lambda work, grounds: confirm(work, numbers, grounds),
        on=on,
        said=f", confirmed by {who}",
        note=note,
        evidence=evidence,
        confirmed_by=who,
    )


@click.command("reopen", epilog=examples('reopen 12 --note "the page is gone"'))
@refs_argument
@note_option
@click.pass_context
def reopen_command(ctx: click.Context, refs: tuple[str, ...], note: str) -> None:
    """Take up again what was closed, or was reported done and is not. Takes a note."""
    from tracker.desk.progress import reopen

    numbers = parse_refs(refs)
    move(ctx, "reopen", lambda work, grounds: reopen(work, numbers, grounds), note=note)


@click.command("status", epilog=examples("status 12 under implementation", "status 12 reported"))
@click.argument("words", nargs=-1, required=True, metavar="REF… STATUS")
@evidence_option
@on_option
@note_option
@click.pass_context
def status_command(
    ctx: click.Context, words: tuple[str, ...], evidence: tuple[str, ...], on: str | None, note: str
) -> None:
    """Set the status of items, by the word or its beginning.

    STATUS: pending, under implementation, reported done, implemented, standing, superseded,
    overtaken by events, withdrawn.
    """
    refs, word = refs_then_name(words, "status")
    target = _status_named(word)
    from tracker.desk.progress import advance

    move(
        ctx,
        "status",
        lambda work, grounds: advance(work, refs, target, grounds),
        on=on,
        note=note,
        evidence=evidence,
        confirmed_by=THE_CHAIR,
    )


def _status_named(word: str) -> Status:
    from tracker.domain.vocabulary import Status

    typed = word.casefold().strip()
    begun = [status for status in Status if status.startswith(typed)]
    if typed == "done":
        return Status.REPORTED_DONE
    if len(begun) != 1:
        raise UnknownStatus(word, tuple(Status))
    return begun[0]


def _meeting_words(ctx: click.Context, refs: tuple[int, ...], name: str) -> str:
    """Name the meeting that confirmed. Raises ``NotYetMet`` for one that is still to come."""
    from tracker.cli.days import meeting_called
    from tracker.domain.dates import describe

    place = home_of(workplace(ctx), refs)
    meeting = meeting_called(place, name)
    if meeting.starts_on is not None and meeting.starts_on > place.today:
        raise NotYetMet(meeting.label, describe(meeting.starts_on))
    ordinal = meeting.ordinal
    if ordinal is None:
        return f"the {meeting.label}"
    return say("the meeting", ordinal={"ordinal": ordinal})
