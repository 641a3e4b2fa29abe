"""``tracker digest``: shown, written or sent; the ledger of what was sent, and settling it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from tracker.cli.ledger import ledger_command, settle_command
from tracker.cli.mail_plan import PlanLine, print_plan, standing_words
from tracker.cli.mailing import WayOut, check_sent, send, way_options
from tracker.cli.place import examples, workplace
from tracker.cli.printing import say
from tracker.cli.reporting import digest_command as show_digest
from tracker.cli.subcommands import Verbs
from tracker.domain.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.records.parties import GroupRow
    from tracker.mail.editions import Copy, Edition, Period
    from tracker.session.workplace import Workplace

_WITH_BOTH = ("all_groups",)
"""Options of the report that also say what to send."""


class NoReaders(NotFound):
    """There is nobody to send the digest to."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody reads the digest yet. `tracker reader add WHO` adds somebody to the group."
        )


@click.pass_context
@way_options
def _digest(
    ctx: click.Context, way: WayOut, send_it: bool, edition: Period | None, **options: Any
) -> None:
    if ctx.invoked_subcommand is not None:
        return
    if not send_it:
        if way.given or edition:
            raise click.UsageError("--dry-run, --eml, --stdout and --edition go with --send.")
        ctx.invoke(show_digest, **options)
        return
    _refuse_report_options(ctx)
    send_digest(ctx, way, edition or "week", all_groups=options["all_groups"])


def _group() -> Verbs:
    """Make the command: the report's own options, those of sending, and the verbs."""
    sending = [
        click.Option(["--send", "send_it"], is_flag=True, help="Mail it to its readers."),
        click.Option(
            ["--edition"],
            type=click.Choice(["week", "day"]),
            help="With --send: one edition a week (else), or an extra one today.",
        ),
    ]
    own = list(reversed(getattr(_digest, "__click_params__", [])))
    command = Verbs(
        name="digest",
        help=f"{show_digest.help}\n\nWith --send it is mailed to the readers of the group"
        " (`tracker reader`), for each from where the last one ended.",
        callback=_digest,
        params=[*show_digest.params, *sending, *own],
        invoke_without_command=True,
        subcommand_metavar="[VERB …]",
        epilog=examples(
            "digest", "digest --since 2020-03-01 --scope own", "digest --send --dry-run",
            "digest --send",
        ),
    )  # fmt: skip
    for verb in (ledger_command, settle_command):
        command.add_command(verb)
    return command


digest_command = _group()


def send_digest(ctx: click.Context, way: WayOut, period: Period, *, all_groups: bool) -> None:
    """Send the edition of the week or day to the readers of the group, or of all groups of ours.

    Raises ``NoReaders``, ``NotAllSent`` or what the way out raises.
    """
    place = workplace(ctx)
    every = [
        copy for edition in _editions(place, period, all_groups) for copy in _of(place, edition)
    ]
    if not every:
        raise NoReaders
    if way.dry_run:
        print_plan([_plan(place, copy) for copy in every])
        return
    for copy in every:
        if why := _hindrance(copy):
            say(f"{copy.to.name} → not sent: {why}")
    due = [copy.parcel for copy in every if not _hindrance(copy)]
    check_sent(ctx, list(send(ctx, due, way)))


def _editions(place: Workplace, period: Period, all_groups: bool) -> Iterator[Edition]:
    from tracker.mail.editions import edition_of
    from tracker.session.clock import today_in
    from tracker.store.reading.groups import own_groups

    groups: list[GroupRow] = own_groups(place.reader) if all_groups else [place.group]
    for group in groups:
        yield edition_of(place.reader, group, today_in(group.timezone, place.now()), period)


def _of(place: Workplace, edition: Edition) -> list[Copy]:
    from tracker.mail.editions import copies
    from tracker.store.reading.digest_readers import list_readers

    return copies(place.reader, edition, list_readers(place.reader, edition.group.id))


def _hindrance(copy: Copy) -> str:
    if copy.hindrance:
        return copy.hindrance
    return "a later edition has reached them already" if copy.is_late else ""


def _plan(place: Workplace, copy: Copy) -> PlanLine:
    from tracker.store.reading.deliveries import edition_so_far

    line = partial(PlanLine, copy.to.name, copy.to.email, copy.to.scope)
    if why := _hindrance(copy):
        return line("", f"not sent: {why}")
    row = edition_so_far(place.reader, copy.edition.key).get(copy.to.email)
    happens = standing_words(row.state, row.recorded_at, place.timezone) if row else "to be sent"
    return line(f"{copy.document.title}, since {copy.since}: {copy.lead}", happens)


def _refuse_report_options(ctx: click.Context) -> None:
    """Refuse what says how a report looks: what readers get is kept with the readers."""
    for parameter in show_digest.params:
        name = parameter.name or ""
        given = ctx.get_parameter_source(name) == ParameterSource.COMMANDLINE
        if given and name not in _WITH_BOTH:
            raise click.UsageError(
                f"{parameter.opts[-1]} does not go with --send. What each reader gets is kept with"
                " the reader: `tracker reader change`."
            )
