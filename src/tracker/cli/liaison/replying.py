"""``tracker liaison acknowledge``, ``reply``, ``consider`` and ``close``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.liaison.options import deadline_of, meeting_id
from tracker.cli.liaison.steps import on_line, ref_argument, take, whom_argument
from tracker.cli.place import examples, note_option, on_option, past_day, workplace
from tracker.cli.printing import say
from tracker.domain.errors import UsageProblem
from tracker.domain.refs import parse_ref

if TYPE_CHECKING:
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work


class WhichDisposition(UsageProblem):
    """The beginning of a disposition fits none or several."""

    def __init__(self, word: str, fitting: tuple[str, ...], every: tuple[str, ...]) -> None:
        said = "begins several of them" if fitting else "is no disposition"
        super().__init__(f"“{word}” {said}. It is one of: {', '.join(fitting or every)}.")


@click.command("acknowledge", epilog=examples("liaison acknowledge 8 SG2 --reference SG2-TD44"))
@ref_argument
@whom_argument
@click.option("--reference", default="", help="Their own reference.")
@on_option
@click.pass_context
def acknowledge_command(
    ctx: click.Context, /, ref: str, whom: tuple[str, ...], reference: str, on: str | None
) -> None:
    """Record that a destination has acknowledged receipt. The reply is still awaited."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work, line: Destination) -> str:
        from tracker.desk.liaison.replies import acknowledge

        acknowledge(work, key, line, day, reference)
        return f"acknowledged {line.acknowledged_on}"

    on_line(place, "acknowledge", key, " ".join(whom), step)


@click.command(
    "reply",
    epilog=examples(
        "liaison reply 8 SG2 --as answer",
        "liaison reply 8 --as preliminary --by 2020-10-01",
        'liaison reply 8 --as "will not be done" --note "outside our mandate"',
    ),
)
@ref_argument
@whom_argument
@click.option("--as", "disposition", default="", metavar="WORD", help="What it comes to.")
@click.option("--by", default="", metavar="DATE", help="When they will answer, or have done it.")
@on_option
@click.option("-n", "--note", default="", help="What it says, or why not.")
@click.pass_context
def reply_command(
    ctx: click.Context,
    /,
    ref: str,
    whom: tuple[str, ...],
    disposition: str,
    by: str,
    on: str | None,
    note: str,
) -> None:
    """Record a reply to ours that is no statement of its own (else: `receive --answers REF`).

    WORD, or its beginning: useful, not useful, accomplished, will be accomplished, will not be
    done, answer to the question, preliminary, acknowledgement (RFC 4053). A preliminary one moves
    the date on which the reply is expected.
    """
    place, key = workplace(ctx), parse_ref(ref)
    word, until = disposition_named(disposition), deadline_of(place, by)
    day = past_day(place, on) or place.today
    nexts: list[str] = []

    def step(work: Work, line: Destination) -> str:
        from tracker.desk.liaison.replies import Reply, receive_reply

        said = receive_reply(work, key, line, Reply(day, word, note, until))
        if line.state == "reply received":
            nexts.append(f"Next: tracker liaison consider {key}, once a meeting has (-m N)")
        return said

    on_line(place, "reply", key, " ".join(whom), step)
    for line in nexts:
        say(line)


@click.command(
    "consider", epilog=examples("liaison consider 8 -m 17", "liaison consider 8 SG2 --keep-open")
)
@ref_argument
@whom_argument
@click.option("-m", "--meeting", default="", metavar="N", help="The meeting that considered it.")
@click.option("--keep-open", is_flag=True, help="Something has still to follow.")
@on_option
@click.pass_context
def consider_command(
    ctx: click.Context,
    /,
    ref: str,
    whom: tuple[str, ...],
    meeting: str,
    keep_open: bool,
    on: str | None,
) -> None:
    """Record that a reply was considered, at a meeting or by correspondence; that ends it."""
    place, key = workplace(ctx), parse_ref(ref)
    held = meeting_id(place, meeting) if meeting else None
    day = past_day(place, on)

    def step(work: Work, line: Destination) -> str:
        from tracker.desk.liaison.replies import consider

        consider(work, key, line, on=day, meeting_id=held, keep_open=keep_open)
        if line.disposition == "will be accomplished" and not keep_open:
            say(f"They promised it by {line.expected_on}. --keep-open follows that up.")
        return f"reply considered {line.considered_on}, {line.state}"

    on_line(place, "consider", key, " ".join(whom), step)


@click.command(
    "close", epilog=examples('liaison close 8 SG2 --note "no answer will come"', "liaison close 9")
)
@ref_argument
@whom_argument
@on_option
@note_option
@click.pass_context
def close_command(
    ctx: click.Context, /, ref: str, whom: tuple[str, ...], on: str | None, note: str
) -> None:
    """Close a destination, with a note when no reply was considered; or an incoming statement."""
    place, key = workplace(ctx), parse_ref(ref)
    day = past_day(place, on)

    def step(work: Work) -> str:
        from tracker.desk.liaison.receiving import close_incoming
        from tracker.desk.liaison.replies import close_line
        from tracker.desk.liaison.statement import line_named, shown_name, statement

        found = statement(work, key)
        if found.liaison.direction == "incoming":
            close_incoming(work, key, day)
            return "closed"
        line = line_named(work, key, found.key, " ".join(whom), "close")
        close_line(work, key, line, on=day, reason=note)
        return f"{shown_name(work, line)}: closed {line.closed_on}"

    take(place, "close", key, step, note)


def disposition_named(typed: str) -> str:
    """Give the disposition that a word begins, ``""`` for none. Raises ``WhichDisposition``."""
    from tracker.domain.folding import fold
    from tracker.domain.liaison.words import Disposition

    if not typed:
        return ""
    words = tuple(Disposition)
    exact = [word for word in words if fold(word) == fold(typed)]
    begun = exact or [word for word in words if fold(word).startswith(fold(typed))]
    if len(begun) != 1:
        raise WhichDisposition(typed, tuple(begun), words)
    return begun[0]
