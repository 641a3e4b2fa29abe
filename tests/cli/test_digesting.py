"""The digest, mailed to its readers by command."""

from __future__ import annotations

import mailbox
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran
from tests.cli.mailroom import SENDER, body, inbox, mail_server, mails, write_settings
from tests.clock import StillClock
from tests.mail.server import Inbox

__all__ = ["inbox", "mail_server"]  # fixtures

WHISPER = "Rumour-Zebra"
"""The text of a private note."""


@pytest.fixture
def readers(tracker: Callable[..., Ran]) -> Callable[..., Ran]:
    """Give the command line of a group whose digest Rita and B. Lee read."""
    tracker("reader", "add", "rita", "--scope", "own")
    tracker("reader", "add", "B. Lee <lee@example.org>", "--language", "fr")
    return tracker


@pytest.mark.usefixtures("mail_server")
def test_each_reader_gets_the_edition_once(readers: Callable[..., Ran], inbox: Inbox) -> None:
    """A second run says who has it already, and that is no failure."""
    ran = readers("digest", "--send")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "B. Lee <lee@example.org> → sent\nRita Sekretär <rita@example.org> → sent\n"
    again = readers("digest", "--send")
    assert (again.code, again.err.count("sent already, 2020-03-10 09:00")) == (0, 2)
    assert sorted(inbox.readers) == ["lee@example.org", "rita@example.org"]


@pytest.mark.usefixtures("mail_server")
def test_a_mail_holds_text_and_html_for_its_reader(
    readers: Callable[..., Ran], inbox: Inbox
) -> None:
    """What is one's own for one, the group's for another, each in their language."""
    readers("assign", 3, "Secretary")
    readers("due", 3, "2020-03-12")
    readers("note", 3, "--private", WHISPER)
    readers("digest", "--send")
    rita, lee = mails(inbox)["rita@example.org"], mails(inbox)["lee@example.org"]
    assert rita["Subject"] == "Rita Sekretär: digest, 10 March 2020"
    assert rita["List-Id"] == "<digest.cwg-cop.example.org>"
    assert rita["Auto-Submitted"] == "auto-generated"
    assert rita["List-Unsubscribe"] == (
        "<mailto:secretariat@example.org?subject=unsubscribe%20digest.cwg-cop.example.org>"
    )
    assert "References" not in rita
    assert "Draw the" in body(rita)
    assert "Draw the mascot" in body(rita, "html")
    assert "Mascot online" not in body(rita)
    assert "Mascot online" in body(lee)
    assert lee["Content-Language"] == "fr"
    assert not any(WHISPER.encode() in raw for _, raw in inbox.mails)


@pytest.mark.usefixtures("mail_server")
def test_the_next_edition_begins_where_the_last_ended(
    readers: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """What was told is not told again, what happened after it on the same day is."""
    readers("tag", 2, "web")
    readers("digest", "--send")
    first = mails(inbox)["lee@example.org"]
    clock.move(hours=1)
    readers("title", 1, "Answers from the young")
    clock.move(days=7)
    assert readers("digest", "--send").code == 0
    second = mails(inbox)["lee@example.org"]
    assert second["References"] == second["In-Reply-To"] == first["Message-ID"]
    assert second["Message-ID"] != first["Message-ID"]
    assert "Answers from the young" in body(second)
    assert "Mascot online" not in body(second)


@pytest.mark.usefixtures("mail_server")
def test_who_missed_an_edition_gets_its_changes_with_the_next(
    readers: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Each reader's digest begins where the last one that reached them ended."""
    readers("digest", "--send")
    clock.move(days=7)
    readers("title", 1, "Answers from the young")
    inbox.refused["lee@example.org"] = "450 mailbox full"
    ran = readers("digest", "--send")
    assert (ran.code, "lee@example.org> → refused: 450 mailbox full" in ran.err) == (1, True)
    assert "1 refused: the next run tries again" in ran.err
    clock.move(days=7)
    inbox.refused.clear()
    readers("digest", "--send")
    assert "Answers from the young" in body(mails(inbox)["lee@example.org"])


@pytest.mark.usefixtures("mail_server")
def test_a_later_run_sends_the_same_edition_to_who_was_refused(
    readers: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Two days later it is still the edition of that day, as it was recorded then."""
    inbox.refused["lee@example.org"] = "450 mailbox full"
    readers("digest", "--send")
    clock.move(days=2)
    readers("title", 1, "Answers from the young")
    inbox.refused.clear()
    ran = readers("digest", "--send")
    assert (ran.code, "lee@example.org> → sent\n" in ran.err) == (0, True)
    late = mails(inbox)["lee@example.org"]
    assert "10 mars 2020" in late["Subject"]
    assert late["Date"] == "Thu, 12 Mar 2020 09:00:00 +0000"
    assert "Answers from the young" not in body(late)


@pytest.mark.usefixtures("mail_server")
def test_an_extra_edition_is_one_of_the_day(
    readers: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Before a call the secretariat sends one more, and the week's goes on from there."""
    readers("digest", "--send")
    clock.move(days=2)
    assert readers("digest", "--send", "--edition", "day").code == 0
    assert len(inbox.mails) == 4
    editions = {row["edition"] for row in readers("digest", "ledger", "--json").json}
    assert editions == {"CWG-COP/digest/2020-W11", "CWG-COP/digest/2020-03-12"}


@pytest.mark.usefixtures("mail_server")
def test_a_dry_run_says_who_would_get_what(readers: Callable[..., Ran], inbox: Inbox) -> None:
    """And sends nothing, and writes nothing into the ledger."""
    readers("reader", "change", "lee", "--language", "en")
    readers("person", "add", "Eve", "--email", "not-an-address")
    inbox.refused["lee@example.org"] = "550 no"
    planned = readers("digest", "--send", "--dry-run")
    assert planned.code == 0
    lines = planned.out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["READER", "B. Lee", "Rita Sekretär"]
    assert "group  CWG-COP: digest, since 2020-03-03: 3 items changed" in lines[1]
    assert all(line.endswith("to be sent") for line in lines[1:])
    assert readers("digest", "ledger").out == ""
    readers("digest", "--send")
    after = readers("digest", "--send", "--dry-run").out.splitlines()
    assert after[1].endswith("to be sent again")
    assert after[2].endswith("sent already, 2020-03-10 09:00")
    assert inbox.readers == ["rita@example.org"]


@pytest.mark.usefixtures("mail_server")
def test_a_group_under_another_name_has_the_same_editions(
    readers: Callable[..., Ran], inbox: Inbox
) -> None:
    """Renamed within the week, it sends nobody the week's digest again."""
    inbox.refused["lee@example.org"] = "450 mailbox full"
    readers("digest", "--send")
    readers("group", "change", "CWG-COP", "--acronym", "CWG-CHILD")
    inbox.refused.clear()
    assert readers("digest", "--send").code == 0
    assert sorted(inbox.readers) == ["lee@example.org", "rita@example.org"]


@pytest.mark.usefixtures("mail_server")
def test_the_list_of_readers_says_when_the_last_one_reached_them(
    readers: Callable[..., Ran], inbox: Inbox
) -> None:
    """However their address is written on record."""
    readers("person", "change", "rita", "--email", "rita@EXAMPLE.org")
    inbox.refused["lee@example.org"] = "450 mailbox full"
    readers("digest", "--send")
    last = {row["name"]: row["last"] for row in readers("reader", "list", "--json").json}
    assert last == {"B. Lee": None, "Rita Sekretär": "2020-03-10"}


@pytest.mark.usefixtures("mail_server")
def test_instants_are_told_in_the_time_zone_of_the_group(readers: Callable[..., Ran]) -> None:
    """Of the ledger and of what a run tells, as in the history."""
    readers("group", "change", "CWG-COP", "--timezone", "Asia/Tokyo")
    readers("digest", "--send")
    assert readers("digest", "--send").err.count("sent already, 2020-03-10 18:00") == 2
    assert "2020-03-10 18:00  CWG-COP/digest/2020-W11" in readers("digest", "ledger").out


@pytest.mark.usefixtures("mail_server")
def test_an_unknown_delivery_is_settled_by_a_person(
    readers: Callable[..., Ran], inbox: Inbox
) -> None:
    """The ledger says what to decide; the decision names edition and reader shortly."""
    inbox.cut = ["after data"]
    ran = readers("digest", "--send")
    assert (ran.code, "lee@example.org> → unknown: no answer came" in ran.err) == (1, True)
    assert "tracker digest ledger --unknown" in ran.err
    (row,) = readers("digest", "ledger", "--unknown", "--json").json
    assert (row["reader"], row["state"]) == ("lee@example.org", "unknown")
    assert readers("digest", "--send").code == 1
    settled = readers("digest", "settle", "2020-W11", "lee", "retry")
    assert settled.err.endswith("→ the next run sends it again\n")
    assert readers("digest", "--send").code == 0
    assert inbox.readers.count("lee@example.org") == 2  # the first had arrived after all
    assert readers("digest", "settle", "2020-W11", "lee", "sent").code == 3


def test_settling_is_understood_or_refused(readers: Callable[..., Ran]) -> None:
    """Nothing is decided by guessing."""
    assert readers("digest", "settle", "2020-W11", "lee").code == 2
    assert readers("digest", "settle", "2020-W11", "sent").code == 2
    assert readers("digest", "settle", "2020-W11", "lee", "sent").code == 3


def test_undo_leaves_the_ledger_alone(
    readers: Callable[..., Ran], inbox: Inbox, mail_server: dict[str, Any]
) -> None:
    """What was mailed was mailed: undoing the changes sends the edition to nobody again."""
    assert mail_server["host"] == "localhost"
    readers("title", 1, "Answers from the young")
    readers("digest", "--send")
    assert readers("undo").code == 0
    assert readers("digest", "--send").code == 0
    assert len(inbox.mails) == 2
    assert {row["state"] for row in readers("digest", "ledger", "--json").json} == {"sent"}


def test_mails_are_written_for_another_program(
    readers: Callable[..., Ran], home: Path, tmp_path: Path
) -> None:
    """As files or on stdout; that counts as sent, so it is done once."""
    write_settings(home, SENDER)
    ran = readers("digest", "--send", "--eml", tmp_path / "out")
    assert (ran.code, ran.err.count(f"→ written to {tmp_path / 'out'}")) == (0, 2)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "CWG-COP-digest-2020-W11-lee@example.org.eml",
        "CWG-COP-digest-2020-W11-rita@example.org.eml",
    ]
    assert readers("digest", "--send", "--stdout").out == ""
    (tmp_path / "mbox").write_text(readers("digest", "--send", "--edition", "day", "--stdout").out)
    box = mailbox.mbox(tmp_path / "mbox")
    addressees = [mail["To"] for mail in box]
    box.close()
    assert addressees == [
        '"B. Lee" <lee@example.org>',
        "Rita =?utf-8?q?Sekret=C3=A4r?= <rita@example.org>",
    ]


def test_who_cannot_be_reached_is_named(
    readers: Callable[..., Ran], home: Path, tmp_path: Path
) -> None:
    """The others get theirs."""
    write_settings(home, SENDER)
    readers("person", "change", "rita", "--email", "rita at example")
    ran = readers("digest", "--send", "--eml", tmp_path)
    assert "Rita Sekretär → not sent: “rita at example” is no mail address" in ran.err
    assert len(list(tmp_path.glob("*.eml"))) == 1


@pytest.mark.parametrize(
    ("options", "code", "why"),
    [
        (["--send"], 2, "“from” is lacking in [mail]"),
        (["--dry-run"], 2, "go with --send"),
        (["--edition", "day"], 2, "go with --send"),
        (["--send", "--private"], 2, "--private does not go with --send"),
        (["--send", "--since", "monday"], 2, "--since does not go with --send"),
        (["--send", "--eml", "x", "--stdout"], 2, "not both"),
        (["sned"], 2, "no verb “sned”"),
    ],
)
def test_what_does_not_fit_is_refused(
    readers: Callable[..., Ran], options: list[str], code: int, why: str
) -> None:
    """Above all, private notes are never mailed."""
    ran = readers("digest", *options)
    assert (ran.code, why in ran.err, ran.out) == (code, True, "")


def test_no_server_and_no_password_are_said(
    readers: Callable[..., Ran], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with what to do; nothing is claimed in the ledger."""
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    write_settings(home, SENDER)
    assert "“host” is lacking" in readers("digest", "--send").err
    write_settings(home, SENDER | {"host": "mail.example.org", "user": "rita"})
    assert "no password for rita" in readers("digest", "--send").err
    write_settings(home, SENDER | {"password": "x"})
    assert "a password does not belong there" in readers("digest", "--send").err
    assert readers("digest", "ledger").out == ""


def test_without_readers_there_is_nothing_to_send(tracker: Callable[..., Ran]) -> None:
    """It says how to add some."""
    ran = tracker("digest", "--send")
    assert (ran.code, "tracker reader add" in ran.err) == (3, True)


def test_the_digest_is_shown_as_before(tracker: Callable[..., Ran]) -> None:
    """Without --send nobody is written to."""
    shown = tracker("digest")
    assert (shown.code, shown.out.splitlines()[0].strip()) == (0, "CWG-COP: digest")
    assert (
        tracker("digest", "--scope", "own").out.splitlines()[0].strip() == "Rita Sekretär: digest"
    )
