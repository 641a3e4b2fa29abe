"""Reports: ``summary``, ``followup``, ``digest`` and the others; data to stdout or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.period import period_of, period_options
from tracker.cli.place import examples, past_day, workplace
from tracker.cli.report_options import Wish, asked, report_options
from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.records.parties import Party
    from tracker.reports.asked import Asked
    from tracker.reports.paper import Paper


def paper_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what the record does not hold of the document to be made."""
    for option in (
        click.option("--source", default="", metavar="NAME", help="Who submits the document."),
        click.option("--date", "dated", default="", metavar="DATE", help="Date of the document."),
        click.option("--symbol", default="", metavar="SYMBOL", help="Symbol of the document."),
    ):
        command = option(command)
    return command


meeting_option = click.option(
    "--meeting",
    type=click.IntRange(min=1),
    metavar="N",
    help="For the Nth meeting; else the next one.",
)


def paper_of(ctx: click.Context, symbol: str, dated: str, source: str) -> Paper:
    """Give the head of the document from its options."""
    from tracker.reports.paper import Paper

    if not dated:
        return Paper(symbol, None, source)
    from tracker.domain.dates import resolve

    place = workplace(ctx)
    day = resolve(dated, place.today, meetings=place.meeting_dates()).date
    return Paper(symbol, day, source)


@click.command(
    "summary",
    epilog=examples(
        "summary", "summary --since 2020-01-01", "summary --as-at 2020-03-03 -o summary.pdf"
    ),
)
@click.option("--since", default="", metavar="DATE", help="And how much changed since that day.")
@meeting_option
@click.pass_context
@report_options
def summary_command(ctx: click.Context, wish: Wish, since: str, meeting: int | None) -> None:
    """Say where things stand, on one screen or page: figures, what to take up, the trend."""
    from dataclasses import replace

    from tracker.reports.summary import summary

    request = replace(asked(ctx, wish), meeting=meeting)
    wish.give(summary(request, past_day(workplace(ctx), since)))


@click.command(
    "followup",
    epilog=examples("followup -o followup.docx", "followup --meeting 17 --symbol CWG-COP-17/4"),
)
@meeting_option
@click.option("--document", default="", metavar="SYMBOL", help="Of this document's outcomes only.")
@paper_options
@click.pass_context
@report_options
def followup_command(
    ctx: click.Context, wish: Wish, meeting: int | None, document: str, symbol: str, dated: str,
    source: str,
) -> None:  # fmt: skip
    """Follow outcomes up for a meeting (matters arising), in the order of their paragraphs."""
    from tracker.reports.followup import followup

    head = paper_of(ctx, symbol, dated, source)
    wish.give(followup(asked(ctx, wish), meeting, document, head))


@click.command("digest", epilog=examples("digest", "digest --since 2020-03-01 --scope own"))
@click.option("--since", default="", metavar="DATE", help="What changed from that day on.")
@click.option(
    "--days",
    type=click.IntRange(min=1),
    default=7,
    show_default=True,
    help="What changed in so many days.",
)
@click.option(
    "--scope",
    type=click.Choice(["everything", "group", "own"]),
    default="group",
    show_default=True,
    help="Of all groups, of the current one, or what is mine.",
)
@click.pass_context
@report_options
def digest_command(ctx: click.Context, wish: Wish, since: str, days: int, scope: str) -> None:
    """Say what is to be done and what changed, on one page."""
    import datetime as dt

    from tracker.reports.digest import digest, for_reader

    place, request = workplace(ctx), asked(ctx, wish)
    if scope == "everything":
        request = for_reader(request, scope)
    elif scope == "own":
        me = _me(ctx)
        request = for_reader(request, scope, me.person_id, me.name)
    start = past_day(place, since) or request.today - dt.timedelta(days)
    wish.give(digest(request, start))


def _me(ctx: click.Context) -> Party:
    """Give the person who asks. Raises ``WhoAreYou`` when nobody on record is meant."""
    from tracker.cli.myself import ME, WhoAreYou
    from tracker.cli.owning import party_named

    place = workplace(ctx)
    party = party_named(place, ME)
    if party.person_id is None:
        raise WhoAreYou(place.me)
    return party


@click.command(
    "register",
    epilog=examples("register", "liaison register --since 2020-01-01 -o register.xlsx"),
)
@period_options
@click.pass_context
@report_options
def register_command(ctx: click.Context, wish: Wish, since: str, until: str) -> None:
    """List the liaison statements sent and received, of a period or all.

    `tracker register` and `tracker liaison register` are one and the same.
    """
    from tracker.reports.register import register

    wish.give(register(asked(ctx, wish), *period_of(ctx, since, until)))


@click.command("owners", epilog=examples("owners", "owners Rita -o rita.docx"))
@click.argument("name", nargs=-1, metavar="[OWNER]")
@click.pass_context
@report_options
def owners_command(ctx: click.Context, wish: Wish, name: tuple[str, ...]) -> None:
    """List open items by owner, or those of one person, office or group.

    It is how they stand on one day, so it takes no period; --filter narrows it, to a meeting as
    meeting:17 or to what changed as changed.after:2020-01-01.
    """
    from tracker.reports.owners import owners
    from tracker.store.reading.people import find_party

    request = asked(ctx, wish)
    party = find_party(request.reader, " ".join(name)) if name else None
    wish.give(owners(request, party))


@click.command("preparation", epilog=examples("preparation", "preparation --meeting 17 -o 17.docx"))
@meeting_option
@click.pass_context
@report_options
def preparation_command(ctx: click.Context, wish: Wish, meeting: int | None) -> None:
    """List what the next meeting has to confirm, to decide and to review.

    It is how things stand on one day, up to the meeting, so it takes no period.
    """
    from dataclasses import replace

    from tracker.reports.preparation import preparation

    wish.give(preparation(replace(asked(ctx, wish), meeting=meeting)))


class NoOffice(UsageProblem):
    """A hand-over is of an office."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is no office. Name one (`tracker office list`), or none for all of the group;"
            " `tracker owners` lists what somebody has in hand."
        )


@click.command(
    "handover-brief",
    epilog=examples("handover-brief -o brief.docx", "handover-brief Chair -o brief.docx"),
)
@click.argument("office", nargs=-1, metavar="[OFFICE]")
@meeting_option
@click.pass_context
@report_options
def handover_command(
    ctx: click.Context, wish: Wish, meeting: int | None, office: tuple[str, ...]
) -> None:
    """Say what a new Chair or officer takes over: of all offices, or of one.

    It is how things stand on one day, so it takes no period; --as-at gives another day.
    """
    from dataclasses import replace

    from tracker.reports.handover import handover

    request = replace(asked(ctx, wish), meeting=meeting)
    wish.give(handover(request, _office(request, " ".join(office)) if office else None))


def _office(request: Asked, name: str) -> Party:
    """Find an office, that of the group asked for first. Raises ``NoOffice`` or what finding does."""
    from tracker.domain.errors import AmbiguousName
    from tracker.store.reading.people import find_party

    try:
        found = find_party(request.reader, name)
    except AmbiguousName:
        if request.group is None:
            raise
        found = find_party(request.reader, f"{request.group.acronym} {name}")
    if found.office_id is None:
        raise NoOffice(found.name)
    return found


@click.command("parent-report", epilog=examples("parent-report --symbol C21/57 -o report.docx"))
@click.option(
    "--since", default="", metavar="DATE", help="Of the meetings held since, else within a year."
)
@paper_options
@click.pass_context
@report_options
def parent_report_command(
    ctx: click.Context, wish: Wish, since: str, symbol: str, dated: str, source: str
) -> None:
    """Report to the parent body on the meetings held, their outcomes and the follow-up."""
    from tracker.reports.parent import parent_report

    head = paper_of(ctx, symbol, dated, source)
    wish.give(parent_report(asked(ctx, wish), past_day(workplace(ctx), since), head))


@click.command("record", epilog=examples("record 5", "record 5 -o item-5.pdf"))
@click.argument("ref", metavar="REF")
@click.pass_context
@report_options
def record_command(ctx: click.Context, wish: Wish, ref: str) -> None:
    """Give the full record of one item: text, work, notes, evidence, relations, history."""
    from tracker.domain.refs import parse_ref
    from tracker.reports.full_record import full_record

    wish.give(full_record(asked(ctx, wish), parse_ref(ref)))
