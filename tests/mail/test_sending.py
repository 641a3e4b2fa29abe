"""Sending by the ledger, on both databases: nothing goes out twice, nothing is lost."""

from __future__ import annotations

import datetime as dt
import io
import mailbox
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from tests.clock import StillClock
from tests.mail.server import Inbox, settings_for, smtp_server
from tracker.domain.errors import Refused
from tracker.domain.mail_address import Mailbox
from tracker.domain.records.deliveries import DeliveryState, MailKind
from tracker.mail import sending
from tracker.mail.message import Letter
from tracker.mail.outlets import AnswerLost, Folder, NotTaken, Outlet, Stream
from tracker.mail.sending import Outcome, Parcel, PostOffice, Stamped
from tracker.mail.smtp import MailServerProblem, Smtp
from tracker.render.formats import CannotWrite
from tracker.store.database import Database, open_reader
from tracker.store.delivering import LEASE, ClaimLost, claim, hand_over, settle
from tracker.store.reading.deliveries import list_deliveries

SETTINGS = settings_for({"from": "Secretariat <secretariat@example.org>"})
ANA, BO = Mailbox("Ana Lima", "ana@example.org"), Mailbox("Bo", "bo@example.org")


def letter(stamped: Stamped) -> Letter:
    """Write a short mail."""
    return Letter(
        sender=stamped.sender,
        to=(stamped.to,),
        subject="Digest",
        text="From here on all is quiet.\n",
        message_id=stamped.message_id,
        date=stamped.date,
    )


def parcel(to: Mailbox = ANA, edition: str = "CWG-COP/digest/2020-W11") -> Parcel:
    """Give an edition for a reader."""
    return Parcel(edition, MailKind.DIGEST, None, dt.date(2020, 3, 10), to, 7, letter)


LATE = "after the mail was handed over"


@dataclass
class Scripted:
    """A way out that does with each mail what the test says: None takes it."""

    script: list[BaseException | None] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    ids: list[bytes] = field(default_factory=list)

    def deliver(
        self, mail: bytes, *, sender: str, recipient: str, name: str, hand_over: Callable[[], None]
    ) -> str:
        """Do what comes next in the script."""
        assert sender == "secretariat@example.org"
        assert name
        self.ids.append(mail.partition(b"\r\n")[0])
        does = self.script.pop(0) if self.script else None
        if does is None or isinstance(does, AnswerLost) or LATE in does.args:
            hand_over()
        if does is not None:
            raise does
        self.taken.append(recipient)
        return "250 OK"

    def close(self) -> None:
        """Nothing is open."""


@dataclass
class Desk:
    """The office with its database and clock, and what came of sending."""

    database: Database
    clock: StillClock

    def send(self, outlet: Outlet, *parcels: Parcel) -> list[Outcome]:
        """Send in a run of its own."""
        reader = open_reader(self.database)
        try:
            office = PostOffice(reader, self.clock, SETTINGS)
            return list(office.send(parcels or (parcel(),), outlet))
        finally:
            reader.close()

    def states(self) -> dict[str, str]:
        """Give the ledger: the state by the reader."""
        reader = open_reader(self.database)
        try:
            return {row.reader: str(row.state) for row in list_deliveries(reader)}
        finally:
            reader.close()


@pytest.fixture
def desk(database: Database, clock: StillClock) -> Desk:
    """Give the office on each kind of database."""
    return Desk(database, clock)


@pytest.fixture
def here(sqlite_database: Database, clock: StillClock) -> Desk:
    """Give the office on SQLite."""
    return Desk(sqlite_database, clock)


def test_an_edition_goes_once_to_each_reader(desk: Desk) -> None:
    """A second run sends nothing, and says what the first did."""
    outlet = Scripted()
    first = desk.send(outlet, parcel(ANA), parcel(BO))
    assert [(o.state, o.detail, o.fresh) for o in first] == [("sent", "250 OK", True)] * 2
    desk.clock.move(hours=1)
    again = desk.send(outlet, parcel(ANA), parcel(BO))
    assert [(o.state, o.fresh) for o in again] == [("sent", False)] * 2
    assert outlet.taken == [ANA.address, BO.address]
    desk.send(outlet, parcel(ANA, "CWG-COP/digest/2020-W12"))
    assert outlet.taken == [ANA.address, BO.address, ANA.address]


def test_a_refused_mail_goes_out_with_the_next_run(desk: Desk) -> None:
    """As the same mail: its Message-ID is that of the edition and the reader."""
    outlet = Scripted([NotTaken("550 no such user")])
    (first,) = desk.send(outlet)
    assert (first.state, first.detail) == (DeliveryState.REFUSED, "550 no such user")
    (second,) = desk.send(outlet)
    assert (second.state, second.fresh) == (DeliveryState.SENT, True)
    assert outlet.ids[0] == outlet.ids[1]
    assert outlet.ids[0].startswith(b"Message-ID: <")


def test_a_lost_answer_waits_for_a_person(desk: Desk) -> None:
    """The unknown is not sent again until somebody says so, and then as the same mail."""
    outlet = Scripted([AnswerLost("no answer came")])
    (first,) = desk.send(outlet)
    assert first.state == DeliveryState.UNKNOWN
    (still,) = desk.send(outlet)
    assert (still.state, still.detail, still.fresh) == ("unknown", "no answer came", False)
    reader = open_reader(desk.database)
    (row,) = list_deliveries(reader, states=(DeliveryState.UNKNOWN,))
    assert settle(reader, row.id, sent=False, by="rita", now=desk.clock()) is not None
    assert settle(reader, row.id, sent=True, by="rita", now=desk.clock()) is None
    reader.close()
    (third,) = desk.send(outlet)
    assert third.state == DeliveryState.SENT
    assert outlet.ids[0] == outlet.ids[1]


def test_settled_as_sent_it_is_not_sent_again(here: Desk) -> None:
    """Whoever asked the reader says that it came."""
    here.send(Scripted([AnswerLost("no answer came")]))
    reader = open_reader(here.database)
    (row,) = list_deliveries(reader)
    settled = settle(reader, row.id, sent=True, by="rita", now=here.clock())
    reader.close()
    assert settled is not None
    assert (settled.state, settled.detail) == ("sent", "settled by rita: it was sent")
    outlet = Scripted()
    here.send(outlet)
    assert outlet.taken == []


def test_when_nothing_can_go_out_the_rest_waits(here: Desk) -> None:
    """The run ends with the reason; the next one goes on from there."""
    outlet = Scripted([None, MailServerProblem("mail:587", "Connection refused")])
    third = Mailbox("", "cy@example.org")
    with pytest.raises(MailServerProblem):
        here.send(outlet, parcel(ANA), parcel(BO), parcel(third))
    assert here.states() == {ANA.address: "sent", BO.address: "refused"}
    here.send(outlet, parcel(ANA), parcel(BO), parcel(third))
    assert outlet.taken == [ANA.address, BO.address, third.address]


@pytest.mark.parametrize(("lost", "state"), [(False, "refused"), (True, "unknown")])
def test_a_run_that_is_stopped_says_how_far_it_came(here: Desk, lost: bool, state: str) -> None:
    """Before the mail is handed over it is to be sent again; after that nobody knows."""
    with pytest.raises(KeyboardInterrupt):
        here.send(Scripted([KeyboardInterrupt(LATE if lost else "")]))
    assert here.states() == {ANA.address: state}


def test_a_run_that_died_leaves_no_reader_without(desk: Desk) -> None:
    """After the lease its claim is free again, or unknown if the server may have the mail."""
    reader = open_reader(desk.database)
    office = PostOffice(reader, desk.clock, SETTINGS)
    assert claim(reader, sending._entry(parcel(ANA), "<1@x>"), office.clock()) is not None
    claimed = claim(reader, sending._entry(parcel(BO), "<2@x>"), office.clock())
    assert claimed is not None
    hand_over(reader, claimed, desk.clock())
    outlet = Scripted()
    busy = desk.send(outlet, parcel(ANA), parcel(BO))
    assert [o.state for o in busy] == ["claimed", "sending"]
    desk.clock.move(seconds=LEASE.total_seconds() + 1)
    after = desk.send(outlet, parcel(ANA), parcel(BO))
    assert [o.state for o in after] == ["sent", "unknown"]
    assert outlet.taken == [ANA.address]
    # The run was only slow: it finds its claim gone before the server has the mail.
    with pytest.raises(ClaimLost):
        hand_over(reader, claimed, desk.clock())
    reader.close()


def test_of_two_runs_at_once_one_sends(desk: Desk) -> None:
    """However they interleave, each reader gets the edition once."""
    parcels = [parcel(Mailbox("", f"reader{n}@example.org")) for n in range(12)]
    outlet = Scripted()
    start = threading.Barrier(4)

    def run() -> None:
        start.wait()
        desk.send(outlet, *parcels)

    runs = [threading.Thread(target=run) for _ in range(4)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()
    assert sorted(outlet.taken) == sorted(p.to.address for p in parcels)
    assert set(desk.states().values()) == {"sent"}


def test_a_ledger_that_cannot_be_written_sends_nothing(here: Desk) -> None:
    """Without a claim nothing goes out."""
    outlet = Scripted()
    reader = open_reader(here.database)
    reader.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(Exception, match="only be read"):
        list(PostOffice(reader, here.clock, SETTINGS).send([parcel()], outlet))
    reader.close()
    assert outlet.taken == []


def test_through_a_real_server(here: Desk) -> None:
    """Taken, refused, broken off after the end and taken by a new connection, in one run."""
    inbox = Inbox(refused={BO.address: "550 no such user"}, cut=["after data"])
    third = Mailbox("Cy", "cy@example.org")
    with smtp_server(inbox) as table:
        settings = settings_for(table)
        for _ in range(2):
            here.send(Smtp(settings, ""), parcel(ANA), parcel(BO), parcel(third))
    assert here.states() == {ANA.address: "unknown", BO.address: "refused", third.address: "sent"}
    assert inbox.readers == [ANA.address, third.address]


def test_mails_are_written_into_a_folder(here: Desk, tmp_path: Path) -> None:
    """One file a reader, named after the edition; once."""
    folder = tmp_path / "outbox" / "new"
    here.send(Folder(folder), parcel(ANA), parcel(BO))
    here.send(Folder(folder), parcel(ANA), parcel(BO))
    assert sorted(path.name for path in folder.iterdir()) == [
        "CWG-COP-digest-2020-W11-ana@example.org.eml",
        "CWG-COP-digest-2020-W11-bo@example.org.eml",
    ]
    assert here.states() == {ANA.address: "sent", BO.address: "sent"}


def test_a_name_cannot_leave_its_folder(here: Desk, tmp_path: Path) -> None:
    """Nothing of an edition's or a reader's name is a path."""
    here.send(Folder(tmp_path / "out"), parcel(edition="../../x/digest/..\\2020"))
    assert [path.name for path in (tmp_path / "out").iterdir()] == [
        "x-digest-..-2020-ana@example.org.eml"
    ]


def test_a_folder_that_cannot_be_written_is_said(here: Desk, tmp_path: Path) -> None:
    """Nothing is sent, and the next run tries again."""
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        here.send(Folder(tmp_path / "file"))
    assert here.states() == {ANA.address: "refused"}


def test_mails_are_written_one_after_the_other(here: Desk, tmp_path: Path) -> None:
    """Programs that read an mbox find each mail as it was written."""
    stream = io.BytesIO()
    here.send(Stream(stream), parcel(ANA), parcel(BO))
    (tmp_path / "mbox").write_bytes(stream.getvalue())
    box = mailbox.mbox(tmp_path / "mbox")
    assert [mail["To"] for mail in box] == ["Ana Lima <ana@example.org>", "Bo <bo@example.org>"]
    assert [mail.get_payload() for mail in box] == [">From here on all is quiet.\n"] * 2
    box.close()


def test_a_broken_stream_is_unknown(here: Desk) -> None:
    """Part of the mail may have been read; those after it certainly were not."""

    class Broken(io.BytesIO):
        def write(self, _content: object) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    found = here.send(Stream(Broken()), parcel(ANA), parcel(BO))
    why = "standard output broke: Broken pipe"
    assert [(each.state, each.detail) for each in found] == [("unknown", why), ("refused", why)]


def test_names_of_senders_are_no_part_of_the_identity(here: Desk) -> None:
    """A reader is an address: under another name the edition is the same."""
    outlet = Scripted()
    here.send(outlet, parcel(ANA), parcel(replace_name(ANA, "Ana L.")))
    assert outlet.taken == [ANA.address]
    assert issubclass(ClaimLost, Refused)


def replace_name(mailbox: Mailbox, name: str) -> Mailbox:
    """Give the mailbox under another name."""
    return mailbox._replace(name=name)


def test_parcels_of_one_edition_may_change_until_they_are_sent(here: Desk) -> None:
    """A second attempt tells what is then known, and the ledger says through which change."""
    here.send(Scripted([NotTaken("451 later")]))
    here.send(Scripted(), replace(parcel(), through_seq=9))
    reader = open_reader(here.database)
    (row,) = list_deliveries(reader)
    reader.close()
    assert (row.through_seq, row.attempts) == (9, 2)


@pytest.mark.parametrize("sent", [True, False])
def test_whoever_has_the_answer_knows_better_than_a_person(desk: Desk, *, sent: bool) -> None:
    """Settled while a slow run was still waiting: its answer counts, and nothing goes twice."""

    class Slow(Scripted):
        """Settles the mail as a person would, just before the answer comes."""

        def deliver(self, mail: bytes, **more: Any) -> str:
            told = super().deliver(mail, **more)
            reader = open_reader(desk.database)
            (row,) = list_deliveries(reader)
            assert row.state == DeliveryState.SENDING
            assert settle(reader, row.id, sent=sent, by="rita", now=desk.clock()) is not None
            reader.close()
            return told

    outlet = Slow()
    (outcome,) = desk.send(outlet)
    assert outcome.state == DeliveryState.SENT
    assert desk.states() == {ANA.address: "sent"}
    desk.send(outlet)
    assert outlet.taken == [ANA.address]
