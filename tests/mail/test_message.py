"""A mail is well formed, whatever its words hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.nasty_text import NASTY
from tracker.domain.mail_address import Mailbox
from tracker.mail.message import Attachment, Letter, as_bytes, compose

LETTER = Letter(
    sender=Mailbox("CWG-COP Secretariat", "secretariat@example.org"),
    to=(Mailbox("Ana Lima", "ana@example.org"),),
    subject="CWG-COP: digest",
    text="Nothing to do.\n",
    html="<p>Nothing to do.</p>\n",
    message_id="<0011223344556677@example.org>",
    date=dt.datetime(2020, 3, 10, 9, tzinfo=dt.UTC),
)


def read(letter: Letter) -> EmailMessage:
    """Give the mail as its reader's program reads it."""
    read = message_from_bytes(as_bytes(compose(letter)), policy=SMTP)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


def test_text_and_html_are_one_mail() -> None:
    """Text comes first and HTML last, so that a program shows the richest it can."""
    mail = read(LETTER)
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content() == "Nothing to do.\r\n"


def test_headers_are_those_of_a_list_that_no_person_writes() -> None:
    """Programs can sort it, thread it under the edition before, and leave it unanswered."""
    mail = read(
        replace(
            LETTER, automatic=True, list_id="digest.cwg-cop.example.org", language="fr",
            references="<8899aabbccddeeff@example.org>", reply_to=Mailbox("", "rita@example.org"),
            unsubscribe="mailto:rita@example.org?subject=unsubscribe%20digest.cwg-cop.example.org",
        )
    )  # fmt: skip
    assert (
        dict(mail.items()).items()
        >= {
            "Message-ID": "<0011223344556677@example.org>",
            "Date": "Tue, 10 Mar 2020 09:00:00 +0000",
            "From": "CWG-COP Secretariat <secretariat@example.org>",
            "To": "Ana Lima <ana@example.org>",
            "Reply-To": "rita@example.org",
            "In-Reply-To": "<8899aabbccddeeff@example.org>",
            "References": "<8899aabbccddeeff@example.org>",
            "List-Id": "<digest.cwg-cop.example.org>",
            "List-Unsubscribe": "<mailto:rita@example.org"
            "?subject=unsubscribe%20digest.cwg-cop.example.org>",
            "Content-Language": "fr",
            "Auto-Submitted": "auto-generated",
        }.items()
    )


def test_same_letter_gives_same_bytes() -> None:
    """Nothing in a mail is thrown by dice, attachments included."""
    letter = replace(LETTER, attachments=(Attachment("ls.pdf", b"%PDF-", "application/pdf"),))
    assert as_bytes(compose(letter)) == as_bytes(compose(letter))
    mail = read(letter)
    assert [part.get_filename() for part in mail.iter_attachments()] == ["ls.pdf"]


def test_identifiers_are_never_encoded() -> None:
    """A long domain does not turn references into encoded words, which nobody reads as such."""
    long = f"<0011223344556677@{'a' * 60}.{'b' * 60}.example.org>"
    raw = as_bytes(compose(replace(LETTER, message_id=long, references=long)))
    assert raw.count(long.encode()) == 3


HEADERS = {
    "message-id", "date", "from", "to", "subject", "mime-version", "content-type",
}  # fmt: skip


@pytest.mark.parametrize("nasty", [*NASTY, "a\r\nBcc: x@evil.org", "a\nBcc: x@evil.org\n\nbody"])
def test_no_word_becomes_a_header(nasty: str) -> None:
    """A subject or a name is one line of text, and nobody else is written to."""
    check_harmless(nasty)


@given(st.text(max_size=300))
def test_no_text_becomes_a_header(text: str) -> None:
    """The same holds for any text at all."""
    check_harmless(text)


def check_harmless(text: str) -> None:
    """Check that a text in every place of a letter changes nothing of its shape."""
    letter = replace(
        LETTER,
        subject=text,
        text=text,
        html=f"<p>{text}</p>",
        sender=Mailbox(text, "secretariat@example.org"),
        to=(Mailbox(text, "ana@example.org"),),
    )
    raw = as_bytes(compose(letter))
    assert raw.isascii()
    assert b"\0" not in raw
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.replace(b"\r\n", b"").translate(None, b"\r\n") == raw.replace(b"\r\n", b"")
    mail = read(letter)
    assert {name.lower() for name in mail} == HEADERS
    assert [address.addr_spec for address in mail["To"].addresses] == ["ana@example.org"]
    assert [address.addr_spec for address in mail["From"].addresses] == ["secretariat@example.org"]
