"""Owners are reminded by mail: by the cadence, and by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.cli.mailroom import SENDER, body, inbox, mail_server, mails, write_settings
from tests.clock import StillClock
from tests.mail.server import Inbox

__all__ = ["inbox", "mail_server"]  # fixtures

WHISPER = "Rumour-Zebra"
"""The text of a private note."""


@pytest.fixture
def owned(tracker: Callable[..., Ran]) -> Callable[..., Ran]:
    """Give the command line of a group with work: 2 is the Secretary's, 3 Rita's own, both dated."""
    tracker("assign", 2, "Secretary")
    tracker("assign", 3, "rita")
    tracker("due", 2, "2020-03-12")
    tracker("due", 3, "2020-03-24")
    tracker("note", 2, "--private", WHISPER)
    return tracker


@pytest.mark.usefixtures("mail_server")
def test_an_owner_gets_one_mail_about_all_that_is_theirs(
    owned: Callable[..., Ran], inbox: Inbox
) -> None:
    """Their own and what they own as an office; a second run of the day sends nothing."""
    ran = owned("remind")
    assert (ran.code, ran.err) == (0, "Rita Sekretär <rita@example.org> → sent\n")
    mail = mails(inbox)["rita@example.org"]
    assert mail["Subject"] == "CWG-COP: reminder, 2 due by 12 Mar 2020"
    assert mail["List-Id"] == "<reminders.cwg-cop.example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == (
        "<mailto:secretariat@example.org?subject=unsubscribe%20reminders.cwg-cop.example.org>"
    )
    text = body(mail)
    assert "As Secretary" in text
    assert "in 2 days" in text
    assert "in 14 days" in text
    assert "C20/57-E 7.1 bullet 2" in text
    assert not any(WHISPER.encode() in raw for _, raw in inbox.mails)
    again = owned("remind")
    assert (again.code, again.err) == (0, "Nobody is to be reminded today.\n")


@pytest.mark.usefixtures("mail_server")
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_is_their_own_stands_under_no_office(
    owned: Callable[..., Ran], inbox: Inbox, kind: str
) -> None:
    """Although what they own as an office, 2, is due earlier than their own, 3."""
    owned("remind")
    text = body(mails(inbox)["rita@example.org"], kind)
    assert text.index("Draw the") < text.index("As Secretary") < text.index("Mascot online")


@pytest.mark.usefixtures("mail_server")
def test_a_reminder_stands_under_the_one_before(
    owned: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Mail programs show the reminders of a reader in one thread."""
    owned("remind")
    first = mails(inbox)["rita@example.org"]
    clock.move(days=1)
    owned("remind")
    second = mails(inbox)["rita@example.org"]
    assert second["References"] == second["In-Reply-To"] == first["Message-ID"]
    assert "References" not in first


@pytest.mark.usefixtures("mail_server")
def test_reminders_follow_the_cadence(
    tracker: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Run every day: the days before, the day itself, and every week after without end."""
    tracker("assign", 3, "rita")
    tracker("due", 3, "2020-03-31")
    days = []
    for day in range(50):
        before = len(inbox.mails)
        assert tracker("remind").code == 0
        if len(inbox.mails) > before:
            days.append(day - 21)
        clock.move(days=1)
    assert days == [-14, -7, -4, -3, -2, -1, 0, 7, 14, 21, 28]


@pytest.mark.usefixtures("mail_server")
@pytest.mark.parametrize(
    "ended",
    [("done", 3), ("withdraw", 3, "--note", "No money."), ("supersede", 3, "--by", 2)],
    ids=lambda words: str(words[0]),
)
def test_what_needs_nothing_is_left_in_peace(
    tracker: Callable[..., Ran], inbox: Inbox, ended: tuple[str, ...]
) -> None:
    """Closed, or reported done and to be confirmed by somebody else."""
    tracker("assign", 3, "rita")
    tracker("due", 3, "2020-03-10")
    assert tracker(*ended).code == 0
    ran = tracker("remind")
    assert (ran.err, inbox.mails) == ("Nobody is to be reminded today.\n", [])


@pytest.mark.usefixtures("mail_server")
def test_a_step_without_a_run_is_made_up_for(
    tracker: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """On Monday for Saturday, once; but not for a date that was set after the step."""
    tracker("assign", 2, "rita")
    tracker("assign", 3, "rita")
    tracker("due", 3, "2020-03-28")
    clock.move(days=6)
    tracker("due", 2, "2020-03-28")
    assert tracker("remind").code == 0
    assert "Draw the" in body(mails(inbox)["rita@example.org"])
    assert "Mascot online" not in body(mails(inbox)["rita@example.org"])
    clock.move(days=1)
    assert tracker("remind").err == "Nobody is to be reminded today.\n"


@pytest.mark.usefixtures("mail_server")
def test_a_refused_reminder_goes_out_the_next_day(
    owned: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """It tells what then is to be done: what was closed meanwhile is left out."""
    inbox.refused["rita@example.org"] = "451 try later"
    assert owned("remind").code == 1
    inbox.refused.clear()
    owned("withdraw", 2, "--note", "No money.")
    clock.move(days=1)
    assert owned("remind").code == 0
    assert "in 13 days" in body(mails(inbox)["rita@example.org"])
    assert mails(inbox)["rita@example.org"]["Subject"] == "CWG-COP: reminder, 1 due by 24 Mar 2020"


@pytest.mark.usefixtures("mail_server")
def test_a_reminder_whose_answer_was_lost_is_no_success(
    owned: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Until a person decides, or it is too late to make up for it."""
    inbox.cut = ["after data"]
    assert owned("remind").code == 1
    for _ in range(2):
        ran = owned("remind")
        assert (ran.code, ran.err.splitlines()[0]) == (1, "Nobody is to be reminded today.")
        assert "→ CWG-COP/reminders/2020-03-10: unknown: somebody has to decide" in ran.err
        assert "`tracker digest ledger --unknown` says what to decide" in ran.err
        clock.move(hours=4)
    assert owned("digest", "settle", "reminders/2020-03-10", "rita", "sent").code == 0
    assert owned("remind").code == 0
    assert len(inbox.mails) == 1


@pytest.mark.usefixtures("mail_server")
def test_who_cannot_be_reached_is_listed(owned: Callable[..., Ran], inbox: Inbox) -> None:
    """Nobody's items, owners without address, vacant offices, groups without anybody."""
    reasons = []
    for who in ("Ana Lima", "unknown", "Chair", "itu-d"):
        owned("assign", 2, 3, who)
        ran = owned("remind")
        assert ran.code == 0
        lines = ran.err.splitlines()
        assert lines[2] == "Nobody is to be reminded today."
        reasons.append(lines[0].removeprefix("2  Mascot online → nobody reminded: "))
    assert inbox.mails == []
    assert reasons == [
        "Ana Lima has no mail address",
        "no owner",
        "nobody holds the office of CWG-COP Chair",
        "ITU-D SG 2 has neither a reader of its digest nor a contact",
    ]


@pytest.mark.usefixtures("mail_server")
def test_a_group_is_written_to_at_its_readers(owned: Callable[..., Ran], inbox: Inbox) -> None:
    """In their language; an office at whoever holds it on the day."""
    owned("-g", "ITU-D SG 2", "reader", "add", "B. Lee <lee@example.org>", "--language", "fr")
    owned("assign", 2, "itu-d")
    owned("person", "change", "ana", "--email", "ana@example.org")
    owned("assign", 3, "Secretary")
    owned("office", "begin", "Secretary", "ana", "--from", "2020-03-01")
    ran = owned("remind", "-h")
    assert "14, 7, 4, 3, 2, 1 and 0 days" in " ".join(ran.out.split())
    assert owned("remind").code == 0
    assert set(inbox.readers) == {"lee@example.org", "ana@example.org"}
    assert mails(inbox)["lee@example.org"]["Content-Language"] == "fr"


@pytest.mark.usefixtures("mail_server")
def test_a_dry_run_says_who_would_be_reminded(owned: Callable[..., Ran], inbox: Inbox) -> None:
    """And sends nothing."""
    planned = owned("remind", "--dry-run").out.splitlines()
    assert planned[1].split("  ")[0] == "Rita Sekretär"
    assert "2, 3  Mascot online; Draw the mascot" in planned[1]
    assert (inbox.mails, owned("digest", "ledger").out) == ([], "")


@pytest.mark.usefixtures("mail_server")
def test_reminders_of_all_groups(owned: Callable[..., Ran], inbox: Inbox) -> None:
    """A mail a group; the ledger says what each was about."""
    owned("group", "add", "SG17")
    owned("-g", "SG17", "add", "Draft the questionnaire")
    owned("assign", 4, "rita")
    owned("due", 4, "2020-03-10")
    assert owned("remind", "--all-groups").code == 0
    found = owned("digest", "ledger", "--json").json
    assert {row["edition"]: row["items"] for row in found} == {
        "CWG-COP/reminders/2020-03-10": [2, 3],
        "SG17/reminders/2020-03-10": [4],
    }
    assert len(inbox.mails) == 2


@pytest.mark.usefixtures("mail_server")
def test_a_chase_is_mailed_now_and_logged(owned: Callable[..., Ran], inbox: Inbox) -> None:
    """With the note, word for word, from whoever chases; the note is kept on the items."""
    ran = owned("chase", 2, 3, "--note", "The Chair asks for it\r\nBcc: x@evil.example")
    assert (ran.code, ran.err) == (0, "Rita Sekretär <rita@example.org> → sent\n")
    mail = mails(inbox)["rita@example.org"]
    assert {"Auto-Submitted", "List-Unsubscribe"}.isdisjoint(mail.keys())
    assert "Bcc" not in mail
    assert "The Chair asks for it Bcc: x@evil.example — Rita Sekretär" in body(mail)
    shown = owned("show", 2, "--json").json[0]["notes"]
    assert shown[-1]["purpose"] == "chase"
    assert shown[-1]["text"].startswith("Rita Sekretär: The Chair asks for it")
    assert not shown[-1]["private"]


@pytest.mark.usefixtures("mail_server")
def test_a_chase_is_signed_by_a_name_and_not_by_a_login(
    owned: Callable[..., Ran], inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is not on record is told how to be; a name they gave themselves will do."""
    monkeypatch.setenv("TRACKER_ACTOR", "rt0")
    monkeypatch.setenv("LOGNAME", "rt0")
    ran = owned("chase", 3, "-n", "Any news?")
    assert (ran.code, "not signed by name: `tracker person me NAME` says" in ran.err) == (0, True)
    text = body(mails(inbox)["rita@example.org"])
    assert ("Any news?" in text, "—" in text, "rt0" in text) == (True, False, False)
    assert owned("person", "me", "Ana Lima").code == 0
    ran = owned("chase", 3, "-n", "Really?")
    assert (ran.code, "signed" in ran.err) == (0, False)
    assert "Really? — Ana Lima" in body(mails(inbox)["rita@example.org"])
    owned("--actor", "The Bureau", "chase", 3, "-n", "Well?")
    assert "Well? — The Bureau" in body(mails(inbox)["rita@example.org"])


@pytest.mark.usefixtures("mail_server")
def test_an_owner_is_chased_about_what_is_overdue(
    owned: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Their own and what they own as an office, one mail; not what they merely contribute to."""
    assert "Nothing of Rita Sekretär is overdue" in owned("chase", "rita", "-n", "Well?").err
    owned("person", "change", "ana", "--email", "ana@example.org")
    owned("add", "Write the paper")
    owned("assign", 4, "ana")
    owned("due", 4, "2020-03-11")
    owned("contribute", 4, "rita")
    clock.move(days=15)
    assert owned("chase", "rita", "-n", "Well?").code == 0
    assert inbox.readers == ["rita@example.org"]
    text = body(mails(inbox)["rita@example.org"])
    assert ("Mascot online" in text, "Draw the" in text, "paper" in text) == (True, True, False)
    assert owned("digest", "ledger", "--json").json[0]["items"] == [2, 3]
    assert owned("chase", "Secretary", "-n", "And?").code == 0
    assert owned("digest", "ledger", "--json").json[0]["items"] == [2]
    assert owned("chase", "nobody-known", "-n", "And?").code == 3


@pytest.mark.usefixtures("mail_server")
def test_a_chase_moves_nothing(owned: Callable[..., Ran], inbox: Inbox, clock: StillClock) -> None:
    """An item is as stalled after it as before, until its owner moves."""
    clock.move(days=20)
    assert owned("chase", 3, "-n", "Any news?").code == 0
    assert owned("list", "stalled", "--json").json[-1]["ref"] == 3
    assert len(inbox.mails) == 1


@pytest.mark.usefixtures("mail_server")
def test_a_chase_is_not_sent_twice(owned: Callable[..., Ran], inbox: Inbox) -> None:
    """Pressed again it is refused; other words are another chase; undo leaves the mail sent."""
    owned("chase", 3, "-n", "Any news?")
    again = owned("chase", 3, "-n", "Any news?")
    assert (again.code, "these very words" in again.err) == (1, True)
    owned("undo")
    assert owned("chase", 3, "-n", "Any news?").code == 1
    assert owned("chase", 3, "-n", "Really, any news?").code == 0
    assert len(inbox.mails) == 2


@pytest.mark.usefixtures("mail_server")
def test_a_chase_whose_answer_was_lost_is_logged_and_settled(
    owned: Callable[..., Ran], inbox: Inbox
) -> None:
    """It may have arrived: the note says that there was one, the ledger what to decide."""
    inbox.cut = ["after data"]
    assert owned("chase", 3, "-n", "Any news?").code == 1
    assert owned("show", 3, "--json").json[0]["notes"][-1]["purpose"] == "chase"
    assert owned("digest", "settle", "chase 2020-03-10 3", "rita", "sent").code == 0
    assert owned("digest", "ledger", "--unknown").out == ""


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ((1, "-n", "Well?"), 1, "1: no owner"),
        ((2, "-n", " "), 2, "has no words"),
        ((2,), 2, "Missing option"),
        ((99, "-n", "Well?"), 3, "No item has the ref 99"),
        ((3, 1, "-n", "Well?"), 1, "Nobody was chased"),
    ],
)
def test_a_chase_that_cannot_be_is_refused(
    owned: Callable[..., Ran], home: Path, words: tuple[str | int, ...], code: int, why: str
) -> None:
    """Whole: nobody is written to when one of the owners cannot be."""
    write_settings(home, SENDER)
    ran = owned("chase", *words, "--eml", "out")
    assert (ran.code, why in ran.err) == (code, True)
    assert owned("digest", "ledger").out == ""


def test_what_is_closed_or_reported_done_is_not_chased(owned: Callable[..., Ran]) -> None:
    """Nobody has anything left to do about it; items of two groups are two chases."""
    owned("done", 3)
    assert "tracker confirm 3" in owned("chase", 3, "-n", "Well?").err
    owned("confirm", 3)
    assert "3 is closed (implemented)" in owned("chase", 3, "-n", "Well?").err
    owned("group", "add", "SG17")
    owned("-g", "SG17", "add", "Draft the questionnaire")
    ran = owned("chase", 2, 4, "-n", "Well?")
    assert (ran.code, "CWG-COP and SG17" in ran.err) == (1, True)


@pytest.mark.usefixtures("mail_server")
def test_on_each_kind_of_database_it_is_the_same(
    fresh_on_each: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Reminded by the cadence, made up for, chased, logged, undone; told once."""
    for words in (
        ("group", "add", "CWG-COP", "--timezone", "Asia/Tokyo"),
        ("person", "add", "Rita Moreau", "--email", "rita@example.org"),
        ("office", "add", "Secretary"),
        ("office", "begin", "Secretary", "Rita", "--from", "2019-01-01"),
        ("add", "Draw the mascot"),
        ("add", "Write the paper"),
        ("assign", 1, "rita"),
        ("assign", 2, "Secretary"),
        ("due", 1, "2020-03-12"),
        ("due", 2, "2020-03-17"),
    ):
        assert fresh_on_each(*words).code == 0
    told = []
    for _ in range(9):
        before = len(inbox.mails)
        assert fresh_on_each("remind").code == 0
        if len(inbox.mails) > before:
            told.append((clock.today().day, mails(inbox)["rita@example.org"]["Subject"]))
        clock.move(days=1)
    assert told == [
        (10, "CWG-COP: reminder, 2 due by 12 Mar 2020"),
        (11, "CWG-COP: reminder, 1 due by 12 Mar 2020"),
        (12, "CWG-COP: reminder, 1 due by 12 Mar 2020"),
        (13, "CWG-COP: reminder, 1 due by 17 Mar 2020"),
        (14, "CWG-COP: reminder, 1 due by 17 Mar 2020"),
        (15, "CWG-COP: reminder, 1 due by 17 Mar 2020"),
        (16, "CWG-COP: reminder, 1 due by 17 Mar 2020"),
        (17, "CWG-COP: reminder, 1 due by 17 Mar 2020"),
    ]
    inbox.cut = ["after data"]
    assert fresh_on_each("chase", 1, 2, "-n", "Any news?").code == 1
    assert "chase" in fresh_on_each("history", 1).out
    assert fresh_on_each("digest", "settle", "chase", "rita", "sent").code == 0
    assert fresh_on_each("undo").code == 0
    assert fresh_on_each("chase", 2, 1, "-n", "Any news?").code == 1  # these words went out
    assert fresh_on_each("chase", "rita", "-n", "All of it?").code == 0
    ledger = fresh_on_each("digest", "ledger", "--json").json
    assert [row["items"] for row in ledger[:2]] == [[1, 2], [1, 2]]
