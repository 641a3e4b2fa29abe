"""Replies, incoming statements, lists, conversations and documents on the command line."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.clock import StillClock


def refs(ran: Ran) -> list[int]:
    """Give the refs of a list, each line's."""
    return [row["ref"] for row in ran.json]


def received(liaison: Callable[..., Ran], *more: str) -> int:
    """Record a statement from SG17 that asks for action."""
    given = ("--from", "SG17", "--action", "--deadline", "2020-10-01", "--reference", "SG17-LS40")
    return int(liaison("receive", "Survey of filters", *given, *more).out)


def test_lists(liaison: Callable[..., Ran], sent: int, clock: StillClock) -> None:
    """Awaited, owed, unsent, overdue, of a meeting, with a group: each list has its own."""
    draft = int(liaison("draft", "On filters", "--inform", "ITU-T SG2").out)
    owed = received(liaison)
    assert refs(liaison("list", "--awaited", "--json")) == [sent]
    assert refs(liaison("list", "--owed", "--json")) == [owed]
    assert refs(liaison("list", "--unsent", "--json")) == [draft]
    assert refs(liaison("list", "--json")) == [sent, owed, draft]
    assert refs(liaison("list", "--all", "--json")) == [sent, owed, sent, draft]
    assert refs(liaison("list", "--all", "-m", 16, "--json")) == [sent, sent]
    assert refs(liaison("list", "--all", "--with", "SG17", "--json")) == [owed, sent]
    assert refs(liaison("list", "--overdue", "--json")) == []
    clock.move(days=120)
    assert refs(liaison("list", "--overdue", "--json")) == [sent]
    assert refs(liaison("list", "--awaited", "--as-at", "2020-03-09", "--json")) == []
    assert liaison("list", "--awaited", "--owed").code == 2


def test_a_list_for_people(liaison: Callable[..., Ran], sent: int) -> None:
    """A line a destination; without the verb, liaison lists what is open."""
    lines = liaison().out.splitlines()
    assert lines[0].split() == [
        "REF",
        "TO/FROM",
        "FOR",
        "STATE",
        "SINCE",
        "REPLY",
        "NUMBER",
        "TITLE",
    ]
    assert lines[1].split()[:6] == [str(sent), "to", "ITU-D", "SG", "2", "action"]
    assert "awaited by 2020-06-30" in lines[1]
    assert "No reply is owed." in liaison("list", "--owed").err


def test_replies(liaison: Callable[..., Ran], sent: int, clock: StillClock) -> None:
    """Acknowledged, preliminary, answered, considered: each says what it did."""
    assert "acknowledged 2020-03-10" in liaison("acknowledge", sent, "SG 2").err
    clock.move(days=10)
    ran = liaison("reply", sent, "SG 2", "--as", "prel", "--by", "2020-10-01")
    assert "now expected by 2020-10-01" in ran.err
    assert liaison("reply", sent, "SG 2", "--as", "will").code == 2
    assert "to be considered" in liaison("reply", sent, "SG 2", "--as", "answer").err
    assert refs(liaison("list", "--consider", "--json")) == [sent]
    ran = liaison("consider", sent, "-m", 16)
    assert (ran.code, "considered on 2020-02-04: it was replied to on 2020-03-20" in ran.err) == (
        1,
        True,
    )
    assert "reply considered 2020-03-20, closed" in liaison("consider", sent).err
    assert liaison("consider", sent, "SG 2").code == 1
    assert refs(liaison("list", "--json")) == []


def test_closing_without_a_reply(liaison: Callable[..., Ran], sent: int) -> None:
    """A destination that will never answer is closed with a note."""
    assert liaison("close", sent, "SG 2").code == 2
    assert "closed 2020-03-10" in liaison("close", sent, "SG 2", "--note", "dissolved").err


def test_answering(liaison: Callable[..., Ran]) -> None:
    """Assigned, answered under the prescribed title, dispatched: nothing is owed any longer."""
    ref = received(liaison)
    assert "assigned to Ana Lima" in liaison("assign", ref, "Ana").err
    reply = int(liaison("answer", ref, "-m", 16, "-c", "rita").out)
    (shown,) = liaison("show", reply, "--json").json
    assert shown["title"] == "Reply to liaison statement from ITU-T SG17: Survey of filters"
    assert [each["reference"] for each in shown["answers"]] == ["SG17-LS40"]
    liaison("clear", reply)
    assert liaison("dispatch", reply).code == 0
    assert refs(liaison("list", "--owed", "--json")) == []
    turns = liaison("conversation", ref, "--json").json
    assert [(turn["ref"], turn["answers"]) for turn in turns] == [(ref, []), (reply, [ref])]
    assert "Answers" in liaison("conversation", reply).out
    assert "closed" in liaison("close", ref).err


def test_noting_and_answering_elsewhere(liaison: Callable[..., Ran]) -> None:
    """Each takes a note where somebody was asked for something."""
    first = received(liaison)
    assert liaison("noted", first).code == 2
    assert "noted 2020-03-10" in liaison("noted", first, "--note", "not ours").err
    second = int(liaison("receive", "Other", "--from", "SG17", "--action").out)
    assert "replied 2020-03-10" in liaison("replied", second, "--note", "by phone").err


def test_the_same_statement_twice_is_refused(liaison: Callable[..., Ran]) -> None:
    """The refusal names the ref that it has already."""
    ref = received(liaison)
    ran = liaison("receive", "Again", "--from", "SG17", "--reference", "SG17-LS40")
    assert (ran.code, f"as {ref}" in ran.err) == (1, True)


@pytest.mark.parametrize("ending", ["docx", "md", "html", "eml"])
def test_a_reply_of_our_own_making_comes_back(
    liaison: Callable[..., Ran], tracker: Callable[..., Ran], tmp_path: Path, ending: str
) -> None:
    """What we write in any form is read again: fields are shown, and recorded on agreement."""
    tracker("group", "change", "ITU-T SG17", "--ours")
    file = tmp_path / f"LS1.{ending}"
    draft = [
        "draft", "Household indicators", "--to", "CWG-COP", "--action", "--deadline", "2020-06-30",
        "--inform", "ITU-T SG2", "-c", "Sam Focal <sam@example.org>; TSB; Switzerland; +41 22 730 0",
        "--abstract", "We ask.", "--text", "Dear all,\n\n- one\n- two", "--attach", "TD 44",
    ]  # fmt: skip
    ref = tracker("--group", "SG17", "liaison", *draft).out.strip()
    liaison("to", ref, "CWG-COP", "--contact", "rita@example.org")
    for step in (("clear", ref, "--at", "correspondence"), ("dispatch", ref)):
        assert tracker("--group", "SG17", "liaison", *step).code == 0
    verb = "mail" if ending == "eml" else "document"
    assert tracker("--group", "SG17", "liaison", verb, ref, "-o", str(file)).code == 0

    ran = tracker("--group", "CWG-COP", "liaison", "receive", str(file), typed="y\n")
    assert ran.code == 0, ran.err
    (shown,) = liaison("show", ran.out.split()[-1], "--json").json
    assert shown["title"] == "Household indicators"
    assert (shown["other"], shown["their_reference"]) == ("ITU-T SG17", "ITU-T-SG17-LS1/2020")
    assert (shown["purpose"], shown["deadline"]) == ("action", "2020-06-30")
    assert shown["contacts"][0] == {
        "name": "Sam Focal", "organization": "TSB", "country": "Switzerland",
        "phone": "+41 22 730 0", "email": "sam@example.org",
    }  # fmt: skip
    assert (shown["abstract"], shown["approval"]) == ("We ask.", "correspondence")
    assert shown["body"] == "Dear all,\n\n- one\n- two"
    assert shown["attachments"] == ["TD 44"]


def test_nothing_is_recorded_before_a_person_agrees(
    liaison: Callable[..., Ran], tmp_path: Path
) -> None:
    """The fields are shown; a no, or nobody there to answer, changes nothing."""
    file = tmp_path / "ls.md"
    file.write_text(
        "# Liaison statement\n\n- Title: On filters\n- Source: ITU-T SG17\n- For action to: CWG-COP\n"
    )
    for typed in ("n\n", ""):
        ran = liaison("receive", str(file), typed=typed)
        assert (ran.code, "On filters" in ran.err) == (130, True)
    assert refs(liaison("list", "--all", "--json")) == []
    assert liaison("receive", str(file), "--accept", "--title", "Filters").code == 0
    (row,) = liaison("list", "--json").json
    assert (row["title"], row["with"], row["owed"]) == ("Filters", "ITU-T SG17", True)


def test_what_was_found_is_changed_before_it_is_recorded(
    liaison: Callable[..., Ran], tmp_path: Path
) -> None:
    """Field by field: what cannot be read is asked again, return keeps, a hyphen takes away."""
    file = tmp_path / "ls.md"
    file.write_text(
        "# Liaison statement SG17-LS9\n\n- Title: On filters\n- Source: Study Group 17\n"
        "- For action to: CWG-COP\n- Deadline: 1 October 2020\n"
    )
    typed = ["c", "", "ITU-T SG17", "-", "maybe", "inf", "-", "yesterday", "", "y"]
    ran = liaison("receive", str(file), typed="\n".join(typed) + "\n")
    assert ran.code == 0, ran.err
    assert "“maybe” is not a purpose" in ran.err
    (shown,) = liaison("show", ran.out.split()[-1], "--json").json
    assert (shown["title"], shown["other"], shown["their_reference"]) == (
        "On filters", "ITU-T SG17", None,
    )  # fmt: skip
    assert (shown["purpose"], shown["deadline"], shown["received_on"]) == (
        "information", None, "2020-03-09",
    )  # fmt: skip


def test_an_unknown_purpose_and_sender_are_supplied_later(liaison: Callable[..., Ran]) -> None:
    """What is not known is said, with the command that says it; the candidates are named."""
    ran = liaison("receive", "Survey", "--from", "Study Group 2")
    ref = ran.out.strip()
    assert f"tracker liaison header {ref} --inform" in ran.err
    assert refs(liaison("list", "--owed", "--json")) == [int(ref)]
    assert "ITU-D SG 2 or ITU-T SG2" in liaison("show", ref).out
    ran = liaison("header", ref, "--from", "ITU-T SG2", "--action", "--deadline", "2020-10-01")
    assert ran.code == 0, ran.err
    (row,) = liaison("list", "--owed", "--json").json
    assert (row["with"], row["resolved"], row["due"]) == ("ITU-T SG2", True, "2020-10-01")
    assert liaison("header", ref, "--action", "--inform").code == 2
    ours = liaison("draft", "On it").out.strip()
    assert liaison("header", ours, "--action").code == 1


def test_a_step_that_one_destination_can_take_needs_no_name(
    liaison: Callable[..., Ran], sent: int
) -> None:
    """Of one for action and one for information, only the first can reply and be considered."""
    assert "ITU-D SG 2: acknowledged" in liaison("acknowledge", sent).err
    assert "ITU-D SG 2: reply received" in liaison("reply", sent, "--as", "useful").err
    assert "ITU-D SG 2: reply considered" in liaison("consider", sent).err
    ran = liaison("reply", sent, "--as", "useful")
    assert (ran.code, "Which one? Name it after the ref." in ran.err) == (2, True)


def test_each_step_says_what_comes_next(liaison: Callable[..., Ran], sent: int) -> None:
    """After a reply it is considered, what asks us for something is assigned or answered."""
    assert f"Next: tracker liaison consider {sent}" in liaison("reply", sent, "--as", "useful").err
    owed = liaison("receive", "Survey", "--from", "SG17", "--action")
    assert f"Next: tracker liaison assign {owed.out.strip()} WHO" in owed.err
    told = liaison("receive", "For you", "--from", "SG17", "--inform")
    assert f"Next: tracker liaison noted {told.out.strip()}" in told.err
    late = liaison("receive", "Late", "--from", "SG17", "--answers", sent)
    assert f"Next: tracker liaison noted {late.out.strip()}" in late.err
    answer = liaison("answer", owed.out.strip(), "-m", 16, "-c", "rita")
    assert f"Next: tracker liaison clear {answer.out.strip()}" in answer.err


def test_a_reply_finds_what_it_answers(
    liaison: Callable[..., Ran], sent: int, tmp_path: Path
) -> None:
    """By our number it is linked, and the waiting ends."""
    file = tmp_path / "reply.txt"
    file.write_text(
        "Title: Reply to liaison statement from CWG-COP: Household indicators\n\n"
        "Source: ITU-D SG 2\n\nFor information to: CWG-COP\n\nIn reply to: CWG-COP-LS1/2020\n"
    )
    ran = liaison("receive", str(file), "--accept", "--as", "answer")
    assert f"answers {sent}" in ran.err
    assert refs(liaison("list", "--awaited", "--json")) == []
    assert refs(liaison("list", "--consider", "--json")) == [sent]


def test_what_is_no_statement_is_said_to_be_none(
    liaison: Callable[..., Ran], tmp_path: Path
) -> None:
    """Exit 4, and how to record it by hand."""
    file = tmp_path / "letter.txt"
    file.write_text("Dear Rita,\n\nthank you for the flowers.\n")
    ran = liaison("receive", str(file))
    assert (ran.code, "Record it by options" in ran.err) == (4, True)


def test_the_covering_mail_goes_to_the_contacts(
    liaison: Callable[..., Ran], sent: int, tmp_path: Path
) -> None:
    """To the contacts of the destinations, from ours; whom it does not reach is said."""
    file = tmp_path / "LS1.eml"
    assert liaison("mail", sent, "-o", str(file)).code == 1
    liaison("to", sent, "SG 2", "--contact", 'Sam "x" Focal <sam@example.org>')
    ran = liaison("mail", sent, "-o", str(file))
    assert "Not reached: ITU-T SG17" in ran.err
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert mail["To"].addresses[0].addr_spec == "sam@example.org"
    assert mail["From"].addresses[0].addr_spec == "rita@example.org"
    assert mail["Subject"] == "[CWG-COP-LS1/2020] Household indicators"
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "CWG-COP-LS1-2020.docx"


def test_nothing_in_a_title_becomes_a_header(liaison: Callable[..., Ran], tmp_path: Path) -> None:
    """A title with line breaks stays one subject; the mail has no further recipients."""
    ref = liaison("draft", "Hello\r\nBcc: everybody@example.org", "--to", "SG17").out.strip()
    liaison("to", ref, "SG17", "--contact", "Eve\r\nBcc: <eve@example.org>")
    liaison("contact", ref, "Rita\r\nX: y <rita@example.org>")
    file = tmp_path / "LS.eml"
    assert liaison("mail", ref, "-o", str(file)).code == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["Bcc"], mail["X"]) == (None, None)
    assert "Bcc: everybody" in mail["Subject"]


def test_register_and_indicators(liaison: Callable[..., Ran], sent: int) -> None:
    """The register of a period, and the days that dispatch and replies took."""
    liaison("reply", sent, "SG 2", "--as", "answer")
    assert "CWG-COP-LS1/2020" in liaison("register", "--from", "2020-03-01").out
    every, first, second = liaison("indicators", "--json").json
    assert every["meeting_to_dispatch"] == {
        "statements": 2, "shortest": 35, "median": 35, "longest": 35,
    }  # fmt: skip
    assert (first["group"], second["group"]) == ("ITU-D SG 2", "ITU-T SG17")
    assert first["sending_to_reply"]["median"] == 0
    assert "35 days" in liaison("indicators").out
