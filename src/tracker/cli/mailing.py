"""What commands that send mail share: the way out, and saying what became of each mail."""

from __future__ import annotations

import os
import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tracker.cli.mail_plan import standing_words
from tracker.cli.place import workplace
from tracker.cli.printing import say
from tracker.domain.errors import Refused, TrackerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tracker.domain.records.deliveries import DeliveryRow, DeliveryState
    from tracker.mail.outlets import Outlet
    from tracker.mail.sending import Outcome, Parcel, PostOffice
    from tracker.mail.settings import MailSettings
    from tracker.store.database import Reader


class NotAllSent(Refused):
    """Some mails did not go out, or nobody knows; each was told of before."""

    def __init__(self, refused: int, unknown: int, elsewhere: int = 0) -> None:
        parts = []
        if refused:
            parts.append(f"{refused} refused: the next run tries again")
        if unknown:
            parts.append(
                f"{unknown} unknown: `tracker digest ledger --unknown` says what to decide"
            )
        if elsewhere:
            parts.append(
                f"{elsewhere} in the hands of another run: if that run is gone,"
                " `tracker digest ledger --unknown` says how to settle it"
            )
        super().__init__(f"Not all was sent. {'; '.join(parts)}.")


class SendingStopped(TrackerError):
    """Somebody stopped the run; what went out is out."""

    exit_code = 130  # as after every Ctrl-C

    def __init__(self) -> None:
        super().__init__(
            "Stopped. What went out is in the ledger (`tracker digest ledger`); the next run goes on"
            " from there."
        )


class WayOut(NamedTuple):
    """How mail is to leave: by SMTP unless a folder or stdout is named; a dry run sends nothing."""

    dry_run: bool
    eml: Path | None
    stdout: bool

    @property
    def given(self) -> bool:
        """Tell whether anything but the default was asked for."""
        return self.dry_run or self.eml is not None or self.stdout


_OPTIONS = (
    click.option("--dry-run", is_flag=True, help="Say who would get what; send nothing."),
    click.option(
        "--eml",
        metavar="FOLDER",
        type=click.Path(path_type=Path, file_okay=False),
        help="Write the mails into FOLDER, for another program to send; they count as sent.",
    ),
    click.option("--stdout", is_flag=True, help="Write them to stdout, as an mbox; likewise."),
)


def way_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that sends mail; the command gets them as one ``way``."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        way = WayOut(*(options.pop(name) for name in WayOut._fields))
        if way.eml and way.stdout:
            raise click.UsageError("Give --eml or --stdout, not both.")
        return command(*arguments, way=way, **options)

    shaped: Callable[..., Any] = run
    for option in reversed(_OPTIONS):
        shaped = option(shaped)
    return shaped


def send(ctx: click.Context, parcels: Iterable[Parcel], way: WayOut) -> Iterator[Outcome]:
    """Send what is not sent yet, and say what becomes of each. Raises what the way out raises.

    Or ``SendingStopped``.
    """
    office = post_office(ctx)
    try:
        for outcome in office.send(parcels, outlet_for(ctx, way, office.settings)):
            say(told(outcome, workplace(ctx).timezone))
            yield outcome
    except KeyboardInterrupt as error:
        raise SendingStopped from error


def check_sent(
    ctx: click.Context, outcomes: Iterable[Outcome], before: Iterable[DeliveryRow] = ()
) -> None:
    """Raise ``NotAllSent`` when something was refused, is unknown or in the hands of another run.

    What another run was sending is looked up once more at the end: it may have arrived meanwhile.
    ``before`` are lines of former editions that are not concluded; they are told of here.
    """
    place = workplace(ctx)
    states = [str(_by_now(place.reader, outcome)) for outcome in outcomes]
    for row in before:
        standing = standing_words(row.state, row.recorded_at, place.timezone)
        say(f"{named(row.name, row.reader)} → {row.edition}: {standing}")
        states.append(str(row.state))
    refused, unknown = states.count("refused"), states.count("unknown")
    elsewhere = states.count("claimed") + states.count("sending")
    if refused or unknown or elsewhere:
        raise NotAllSent(refused, unknown, elsewhere)


def _by_now(reader: Reader, outcome: Outcome) -> DeliveryState:
    from tracker.store.reading.deliveries import edition_so_far

    if outcome.fresh or outcome.state not in ("claimed", "sending"):
        return outcome.state
    return edition_so_far(reader, outcome.parcel.edition)[outcome.parcel.to.address].state


def post_office(ctx: click.Context) -> PostOffice:
    """Give the office that sends for this run. Raises ``BadMailSettings`` or ``NoMailSettings``."""
    from tracker.mail.sending import PostOffice
    from tracker.mail.settings import mail_settings

    place = workplace(ctx)
    table = place.settings.more.get("mail") or {}
    return PostOffice(place.reader, place.now, mail_settings(table, _file(ctx)))


def outlet_for(ctx: click.Context, way: WayOut, settings: MailSettings) -> Outlet:
    """Give the way out. Raises ``NoMailSettings`` without a server, ``NoPassword``."""
    from tracker.mail.outlets import Folder, Stream

    if way.eml is not None:
        return Folder(way.eml)
    if way.stdout:
        return Stream(sys.stdout.buffer)
    from tracker.mail.settings import NoMailSettings, password_for
    from tracker.mail.smtp import Smtp

    if not settings.host:
        raise NoMailSettings("host", _file(ctx))
    password = password_for(settings.user, _environment(ctx)) if settings.user else ""
    return Smtp(settings, password)


def told(outcome: Outcome, timezone: str) -> str:
    """Say what became of a mail."""
    return f"{recipient(outcome.parcel)} → {_became(outcome, timezone)}"


def recipient(parcel: Parcel) -> str:
    """Name the reader of a mail with the address."""
    return named(*parcel.to)


def named(name: str, address: str) -> str:
    """Name a reader with the address."""
    return f"{name} <{address}>" if name else address


def _became(outcome: Outcome, timezone: str) -> str:
    if not outcome.fresh:
        return standing_words(outcome.state, outcome.recorded_at, timezone)
    if outcome.state == "sent":  # a server's own words say less than where a file is
        return outcome.detail if outcome.detail.startswith("written to ") else "sent"
    return f"{outcome.state}: {outcome.detail}"


def _file(ctx: click.Context) -> str:
    from tracker.session.settings import config_file

    return config_file(_environment(ctx))


def _environment(ctx: click.Context) -> Mapping[str, str]:
    found: Mapping[str, str] = ctx.find_root().obj.get("environment") or os.environ
    return found
