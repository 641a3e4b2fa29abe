"""The document and the covering mail as files."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import docx
import pytest

from tests.cli.liaison.conftest import RITA

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.clock import StillClock


@pytest.fixture
def mailed(
    liaison: Callable[..., Ran], sent: int, tmp_path: Path
) -> Callable[..., tuple[EmailMessage, bytes]]:
    """Give a function that writes the covering mail; SG 2 has two contacts, SG17 one of them."""
    liaison("to", sent, "SG 2", "--contact", "Sam Focal <sam@example.org>; desk@example.org")
    liaison("to", sent, "SG17", "--contact", "Sam <SAM@example.org>")
    file = tmp_path / "LS1.eml"

    def writing(*options: str) -> tuple[EmailMessage, bytes]:
        assert liaison("mail", sent, "-o", str(file), *options).code == 0
        content = file.read_bytes()
        return message_from_bytes(content, policy=policy.default), content

    return writing


def test_each_contact_is_mailed_once(mailed: Callable[..., tuple[EmailMessage, bytes]]) -> None:
    """Several contacts of a destination, one contact of several: everybody once."""
    mail, _ = mailed()
    assert sorted(box.addr_spec.lower() for box in mail["To"].addresses) == [
        "desk@example.org", "sam@example.org",
    ]  # fmt: skip


def test_the_mail_says_what_the_statement_asks_of_whom(
    mailed: Callable[..., tuple[EmailMessage, bytes]],
) -> None:
    """Title, reference, purpose and deadline by destination, abstract, whom to ask."""
    mail, _ = mailed()
    body = mail.get_body()
    assert body is not None
    text = body.get_content()
    for line in (
        "Title: Household indicators",
        "Reference: CWG-COP-LS1/2020",
        "For action to: ITU-D SG 2, deadline 30 June 2020",
        "For information to: ITU-T SG17",
        "Attachment: C20/57-E",
        "We ask for the indicators.",
        "Rita, Secretariat, +41 22 730 5111, rita@example.org",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ("Pour suite à donner à\u00a0: ITU-D SG 2, date limite\u00a0: 30 juin 2020",
                "Titre\u00a0: Household indicators")),
        ("ar", ("\u200fالعنوان: Household indicators",)),
    ],
)  # fmt: skip
def test_mail_and_document_speak_the_wanted_language(
    mailed: Callable[..., tuple[EmailMessage, bytes]], language: str, lines: tuple[str, ...]
) -> None:
    """Labels and dates are of the language, also in the document; what people wrote stays."""
    mail, _ = mailed("--language", language, "--attach-as", "html")
    body = mail.get_body()
    assert body is not None
    for line in (*lines, "We ask for the indicators."):
        assert line in body.get_content().splitlines()
    assert mail["Content-Language"] == language
    (attached,) = mail.iter_attachments()
    assert f'lang="{language}"' in attached.get_content()


def test_a_mail_in_a_language_without_a_catalogue_is_refused(
    liaison: Callable[..., Ran], sent: int, tmp_path: Path
) -> None:
    """One line that names the languages there are; no file."""
    file = tmp_path / "LS1.eml"
    ran = liaison("mail", sent, "-o", str(file), "--language", "xx")
    assert (ran.code, "Use one of: ar, en, fr" in ran.err, file.exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("form", "ending", "kind"),
    [("docx", "docx", "vnd.openxmlformats"), ("pdf", "pdf", "pdf"), ("html", "html", "html")],
)
def test_the_document_is_attached_in_the_wanted_form(
    mailed: Callable[..., tuple[EmailMessage, bytes]], form: str, ending: str, kind: str
) -> None:
    """Under the number of the statement."""
    mail, _ = mailed("--attach-as", form)
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == f"CWG-COP-LS1-2020.{ending}"
    assert kind in attached.get_content_type()


def test_the_same_mail_has_the_same_id(
    mailed: Callable[..., tuple[EmailMessage, bytes]], clock: StillClock
) -> None:
    """Written again later it replaces itself; its date is that of the writing."""
    first, _ = mailed()
    clock.move(days=1)
    second, _ = mailed()
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Date"] != second["Date"]


def test_a_second_contact_of_ours_is_in_copy(liaison: Callable[..., Ran], tmp_path: Path) -> None:
    """From the first contact of the header, the second in copy."""
    ref = liaison("draft", "On it", "--inform", "SG17", "-c", RITA, "-c", "Al <al@example.org>")
    number = ref.out.strip()
    liaison("to", number, "SG17", "--contact", "sg17@example.org")
    file = tmp_path / "LS.eml"
    assert liaison("mail", number, "-o", str(file)).code == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["From"].addresses[0].addr_spec, mail["Cc"]) == (
        "rita@example.org", "Al <al@example.org>",
    )  # fmt: skip
    assert mail["Subject"] == "On it"


def test_without_a_contact_of_ours_there_is_nobody_to_write(
    liaison: Callable[..., Ran], tmp_path: Path
) -> None:
    """One line, exit 1, no file."""
    ref = liaison("draft", "On it", "--inform", "SG17").out.strip()
    liaison("to", ref, "SG17", "--contact", "sg17@example.org")
    file = tmp_path / "LS.eml"
    ran = liaison("mail", ref, "-o", str(file))
    assert (ran.code, f"tracker liaison contact {ref} WHO" in ran.err) == (1, True)
    assert not file.exists()


def test_a_contact_of_ours_may_be_supplied_after_the_dispatch(
    liaison: Callable[..., Ran], tmp_path: Path
) -> None:
    """Sent without our mail address, it can still be mailed; what was known stays as it was sent."""
    ref = liaison("draft", "On it", "--inform", "SG17").out.strip()
    liaison("to", ref, "SG17", "--contact", "sg17@example.org")
    liaison("clear", ref)
    assert liaison("dispatch", ref, "--anyway", "urgent").code == 0
    file = tmp_path / "LS.eml"
    assert liaison("mail", ref, "-o", str(file)).code == 1
    assert liaison("contact", ref, "Al <al@example.org>; TSB").code == 0
    assert liaison("mail", ref, "-o", str(file)).code == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert mail["From"].addresses[0].addr_spec == "al@example.org"
    for who in (("Bo <bo@example.org>",), ("Al <other@example.org>",), ()):
        ran = liaison("contact", ref, *who)
        assert (ran.code, "has been sent and cannot be changed" in ran.err) == (1, True)


def test_the_word_document_has_the_head_as_a_table(
    liaison: Callable[..., Ran], sent: int, tmp_path: Path
) -> None:
    """Read again with another reader: labels in the order of the template, values beside them."""
    file = tmp_path / "LS1.docx"
    assert liaison("document", sent, "-o", str(file)).code == 0
    table = docx.Document(str(file)).tables[-1]
    rows = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert list(rows) == [
        "Question(s)", "Meeting, place, date", "Study Group", "Working Party", "Source", "Title",
        "For action to", "For information to", "Approval", "Deadline", "Contact", "Abstract",
    ]  # fmt: skip
    assert (rows["For action to"], rows["Deadline"]) == ("ITU-D SG 2", "30 June 2020")
    assert rows["Contact"].splitlines() == [
        "Rita, Secretariat, Switzerland", "Tel: +41 22 730 5111", "E-mail: rita@example.org",
    ]  # fmt: skip


def test_a_document_of_a_day_is_as_it_was(
    liaison: Callable[..., Ran], sent: int, clock: StillClock
) -> None:
    """As at the day before it was dispatched there was none."""
    clock.move(days=30)
    liaison("reply", sent, "--as", "useful")
    first = liaison("document", sent, "--as-at", "2020-03-10", "--format", "markdown").out
    clock.move(days=30)
    assert liaison("document", sent, "--as-at", "2020-03-10", "--format", "markdown").out == first
    assert liaison("document", sent, "--as-at", "2020-03-09").code != 0


BOTH = (
    "A liaison statement will be sent to ITU-T Study Group 17 for action and to"
    " ITU-D Study Group 2 for information, by 15 January 2027."
)
TO_17 = ("ITU-T Study Group 17", "action", "2027-01-15")
TO_2 = ("ITU-D Study Group 2", "information", None)


@pytest.fixture
def outcome(tracker: Callable[..., Ran]) -> int:
    """Give the ref of an outcome whose text names two destinations; the first is its addressee."""
    words = ("add", "Ask", "--kind", "liaison statement", "--text", BOTH)
    return int(tracker(*words, "--addressee", TO_17[0]).out)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), [TO_17, TO_2]),
        (("--deadline", "2027-02-01"), [(*TO_17[:2], "2027-02-01"), TO_2]),
        (("--action", "--deadline", "2027-02-01"), [
            (*TO_17[:2], "2027-02-01"), (TO_2[0], "action", "2027-02-01"),
        ]),
        (("--inform", TO_17[0]), [TO_2, (TO_17[0], "information", None)]),
        (("--to", "SG17"), [("SG17", "", None)]),
    ],
)  # fmt: skip
def test_the_text_of_the_outcome_says_to_whom_what_for_and_by_when(
    liaison: Callable[..., Ran],
    outcome: int,
    options: tuple[str, ...],
    expected: list[tuple[str, str | None, str | None]],
) -> None:
    """Each destination with its own purpose; what an option says wins."""
    ran = liaison("draft", "--for", outcome, *options)
    (shown,) = liaison("show", ran.out.strip(), "--json").json
    lines = [(to["addressee"], to["purpose"], to["deadline"]) for to in shown["destinations"]]
    assert lines == expected
    told = (
        f"Taken from the text of {outcome}: to ITU-T Study Group 17 for action, by 2027-01-15"
        " and to ITU-D Study Group 2 for information."
    )
    assert (told in ran.err) == (not options)


def test_who_is_to_be_informed_is_not_asked_too(
    liaison: Callable[..., Ran], tracker: Callable[..., Ran]
) -> None:
    """The only addressee of the outcome, named by an option, stands there once."""
    words = ("add", "Ask", "--kind", "liaison statement", "--text", "To ask.")
    ref = tracker(*words, "--addressee", "SG17").out.strip()
    ran = liaison("draft", "--for", ref, "--inform", "SG17")
    (shown,) = liaison("show", ran.out.strip(), "--json").json
    assert [to["purpose"] for to in shown["destinations"]] == ["information"]


def test_another_addressee_gets_what_the_text_says(
    liaison: Callable[..., Ran], tracker: Callable[..., Ran]
) -> None:
    """The addressee that a person put on the outcome goes before that of its text."""
    text = "A second liaison statement will be sent to ITU-D to ask for more information."
    words = ("add", "Ask", "--kind", "liaison statement", "--text", text, "--addressee", "SG17")
    ran = liaison("draft", "--for", tracker(*words).out.strip())
    assert "to SG17 for action." in ran.err
    (shown,) = liaison("show", ran.out.strip(), "--json").json
    assert [(to["group"], to["purpose"]) for to in shown["destinations"]] == [
        ("ITU-T SG17", "action")
    ]
