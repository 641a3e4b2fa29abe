"""Mail over SMTP, to a real server on loopback: taken, refused, broken off."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mail.server import (
    PASSWORD,
    Certificate,
    Inbox,
    free_port,
    make_certificate,
    settings_for,
    smtp_server,
)
from tracker.mail.outlets import AnswerLost, NotTaken
from tracker.mail.settings import Tls
from tracker.mail.smtp import MailServerProblem, Smtp

# Under implicit TLS the server does not see that it is encrypted.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

MAIL = b"Subject: digest\r\n\r\nFirst line\r\n.\r\n..a line that begins with dots\r\n.\r\nlast"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """Give a certificate of an authority of our own."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def inbox() -> Inbox:
    """Give an empty inbox behind a server that takes everything."""
    return Inbox()


class Sender:
    """Sends through one outlet, and counts the mails that were handed over."""

    def __init__(self, table: dict[str, object], password: str = "") -> None:
        self.outlet = Smtp(settings_for(table), password)
        self.handed_over = 0

    def __call__(self, recipient: str = "ana@example.org", mail: bytes = MAIL) -> str:
        """Deliver a mail."""
        return self.outlet.deliver(
            mail,
            sender="secretariat@example.org",
            recipient=recipient,
            name="",
            hand_over=self.over,
        )

    def over(self) -> None:
        """Count."""
        self.handed_over += 1


def test_a_mail_arrives_as_it_was_written(inbox: Inbox) -> None:
    """Dots that begin a line, even one that stands alone, are part of the mail."""
    with smtp_server(inbox) as table:
        send = Sender(table)
        assert send() == "250 OK: queued as 1"
        send.outlet.close()
    assert inbox.mails == [("ana@example.org", MAIL + b"\r\n")]


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_mail_goes_over_tls_with_a_password(
    inbox: Inbox, certificate: Certificate, tls: Tls
) -> None:
    """The user logs in over an encrypted connection, whichever way it was made."""
    with smtp_server(inbox, tls=tls, certificate=certificate, auth=True) as table:
        send = Sender(table, PASSWORD)
        assert send().startswith("250")
        send.outlet.close()
    assert (inbox.encrypted, inbox.users) == ([True], ["secretariat"])


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_a_strange_certificate_is_not_trusted(
    inbox: Inbox, certificate: Certificate, tls: Tls
) -> None:
    """Without the authority among those that are trusted, neither password nor mail is given."""
    with smtp_server(inbox, tls=tls, certificate=certificate, auth=True) as table:
        del table["ca"]
        with pytest.raises(MailServerProblem, match="certificate verify failed"):
            Sender(table, PASSWORD)()
    assert (inbox.users, inbox.mails) == ([], [])


def test_a_certificate_for_another_host_is_not_trusted(inbox: Inbox, tmp_path: Path) -> None:
    """The name has to fit, too."""
    other = make_certificate(tmp_path, "mail.example.org")
    with (
        smtp_server(inbox, tls="starttls", certificate=other) as table,
        pytest.raises(MailServerProblem, match="Hostname mismatch"),
    ):
        Sender(table)()


def test_a_server_without_tls_gets_nothing(inbox: Inbox) -> None:
    """Encryption is not given up because the server offers none."""
    with smtp_server(inbox) as table, pytest.raises(MailServerProblem, match="it offers no TLS"):
        Sender(table | {"tls": "starttls"})()
    assert inbox.mails == []


def test_a_wrong_password_is_said_without_it(inbox: Inbox, certificate: Certificate) -> None:
    """The message names the server and its reason, never the password."""
    with (
        smtp_server(inbox, tls="starttls", certificate=certificate, auth=True) as table,
        pytest.raises(MailServerProblem, match="535") as refused,
    ):
        Sender(table, "wrong-Zebra")()
    assert "Zebra" not in str(refused.value)


def test_a_password_that_cannot_be_told_is_said_without_it(
    inbox: Inbox, certificate: Certificate
) -> None:
    """Letters beyond ASCII are more than the library can write."""
    with (
        smtp_server(inbox, tls="starttls", certificate=certificate, auth=True) as table,
        pytest.raises(MailServerProblem, match="letters beyond ASCII") as refused,
    ):
        Sender(table, "Zébra")()
    assert "Zébra" not in str(refused.value)


def test_certificates_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """The file is named, not only that some file is missing."""
    table: dict[str, object] = {"from": "a@example.org", "host": "localhost", "tls": "implicit"}
    table["ca"] = str(tmp_path / "no.pem")
    with pytest.raises(MailServerProblem, match=r"of its authority, .*no\.pem, cannot be read"):
        Sender(table)()


def test_a_port_that_speaks_no_tls_is_one_clear_line(inbox: Inbox) -> None:
    """Without the names that a library has for it."""
    with (
        smtp_server(inbox) as table,
        pytest.raises(MailServerProblem, match=r": TLS could not be begun, [\w ]+\.$"),
    ):
        Sender(table | {"tls": "implicit"})()


def test_no_server_is_one_clear_line() -> None:
    """A server that does not answer is named with its port."""
    table: dict[str, object] = {"from": "a@example.org", "host": "localhost", "port": free_port()}
    with pytest.raises(MailServerProblem, match=rf"localhost:{table['port']} cannot be used: Con"):
        Sender(table | {"tls": "none"})()


@pytest.mark.parametrize("answer", ["550 no such user", "450 mailbox busy", "452 too many"])
def test_a_refused_recipient_is_no_mail_and_the_next_one_is(inbox: Inbox, answer: str) -> None:
    """The connection goes on with the next reader."""
    inbox.refused["gone@example.org"] = answer
    with smtp_server(inbox) as table:
        send = Sender(table)
        with pytest.raises(NotTaken, match=answer):
            send("gone@example.org")
        send("ana@example.org")
        send.outlet.close()
    assert (inbox.readers, send.handed_over) == (["ana@example.org"], 1)


@pytest.mark.parametrize("answer", ["554 spam", "451 try later"])
def test_a_mail_refused_at_its_end_was_not_taken(inbox: Inbox, answer: str) -> None:
    """The answer after the last line is as good as any other."""
    inbox.answers = [answer]
    with smtp_server(inbox) as table:
        send = Sender(table)
        with pytest.raises(NotTaken, match=answer):
            send()
        send()
        send.outlet.close()
    assert inbox.readers == ["ana@example.org"]


@pytest.mark.parametrize("moment", ["before data", "in data"])
def test_broken_off_before_the_end_it_was_not_taken(inbox: Inbox, moment: str) -> None:
    """Nothing was handed over, and the next mail makes a new connection."""
    inbox.cut = [moment]
    with smtp_server(inbox) as table:
        send = Sender(table)
        with pytest.raises(NotTaken):
            send("ana@example.org", MAIL * 300_000)  # more than fits into the sockets between
        assert send.handed_over == 0
        send("bo@example.org")
        send.outlet.close()
    assert inbox.readers == ["bo@example.org"]


def test_broken_off_after_the_end_nobody_knows(inbox: Inbox) -> None:
    """The server has the mail, and we cannot know."""
    inbox.cut = ["after data"]
    with smtp_server(inbox) as table:
        send = Sender(table)
        with pytest.raises(AnswerLost):
            send("ana@example.org")
        send("bo@example.org")
        send.outlet.close()
    assert inbox.readers == ["ana@example.org", "bo@example.org"]


def test_an_answer_that_does_not_come_in_time_is_lost(inbox: Inbox) -> None:
    """A server that thinks for too long may take the mail all the same."""
    inbox.before_answer = lambda: time.sleep(0.6)
    with smtp_server(inbox) as table, pytest.raises(AnswerLost, match="timed out"):
        Sender(table | {"timeout": 0.2})()


def test_what_is_stopped_before_its_end_is_thrown_away(inbox: Inbox) -> None:
    """When the ledger cannot be written, the server does not get the line that ends the mail."""

    def stopped() -> None:
        raise KeyboardInterrupt

    with smtp_server(inbox) as table:
        outlet = Smtp(settings_for(table), "")
        deliver: Callable[..., str] = outlet.deliver
        with pytest.raises(KeyboardInterrupt):
            deliver(MAIL, sender="a@x.org", recipient="ana@x.org", name="", hand_over=stopped)
    assert inbox.mails == []
