"""Out by SMTP (RFC 5321) over TLS; it answers the one question that matters, whether it was taken.

Until the line that ends the mail is written, the server must not deliver it (§4.1.1.4), so whatever
fails before may be tried again. When no answer comes after that line, nobody knows.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.domain.errors import TrackerError
from tracker.domain.terminal_text import printable
from tracker.mail.outlets import AnswerLost, NotTaken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.mail.settings import MailSettings

COMMAND_SECONDS = 120.0
ANSWER_SECONDS = 600.0
"""How long the server may take for a command and, in the end, for the whole mail (§4.5.3.2)."""

_LONGEST_WORDS = 200


class MailServerProblem(TrackerError):
    """Nothing can be sent through the server; the reason is its own."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"The mail server {where} cannot be used: {reason.rstrip('.')}.")


class Smtp:
    """Sends mails over one connection, made when first needed and again when it was lost."""

    def __init__(self, settings: MailSettings, password: str) -> None:
        self.settings = settings
        self._password = password
        self._server: smtplib.SMTP | None = None

    def deliver(
        self,
        mail: bytes,
        *,
        sender: str,
        recipient: str,
        name: str,  # noqa: ARG002 - for those who write files
        hand_over: Callable[[], None],
    ) -> str:
        """Hand a mail to the server and give its answer.

        Raises ``NotTaken``, ``AnswerLost``, or ``MailServerProblem`` when there is no server.
        """
        server = self._ready()
        try:
            self._address(server, sender, recipient, len(mail))
            self._expect(server.docmd("DATA"), 354)
            server.send(_stuffed(mail))
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise NotTaken(f"the connection broke: {_words(error)}") from error
        try:
            hand_over()
        except BaseException:
            self._drop()  # without the line that ends it: the server throws the mail away
            raise
        self._end(server)
        return self._answer(server)

    def close(self) -> None:
        """Say goodbye; a server that is gone already needs none."""
        if self._server is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._server.quit()
        self._drop()

    def _ready(self) -> smtplib.SMTP:
        if self._server is not None and self._still_there(self._server):
            return self._server
        self._drop()
        self._server = self._connected()
        return self._server

    def _still_there(self, server: smtplib.SMTP) -> bool:
        """Ask before the next mail: a server may close after some, or after a pause."""
        try:
            return server.rset()[0] == 250
        except (smtplib.SMTPException, OSError):
            return False

    def _connected(self) -> smtplib.SMTP:
        where = f"{self.settings.host}:{self.settings.port}"
        try:
            server = self._greeted()
        except (smtplib.SMTPException, OSError) as error:
            raise MailServerProblem(where, _words(error)) from error
        try:
            self._secured(server, where)
        except (smtplib.SMTPException, OSError) as error:
            server.close()
            raise MailServerProblem(where, _words(error)) from error
        except UnicodeEncodeError as error:  # smtplib writes both as ASCII
            server.close()
            reason = "its user or the password has letters beyond ASCII, which it cannot be told"
            raise MailServerProblem(where, reason) from error
        except MailServerProblem:
            server.close()
            raise
        return server

    def _greeted(self) -> smtplib.SMTP:
        settings = self.settings
        wait = settings.timeout or COMMAND_SECONDS
        if settings.tls == "implicit":
            return smtplib.SMTP_SSL(
                settings.host, settings.port, timeout=wait, context=self._context()
            )
        return smtplib.SMTP(settings.host, settings.port, timeout=wait)

    def _secured(self, server: smtplib.SMTP, where: str) -> None:
        server.ehlo_or_helo_if_needed()
        if self.settings.tls == "starttls":
            if not server.has_extn("starttls"):
                raise MailServerProblem(where, "it offers no TLS, and nothing is sent without")
            server.starttls(context=self._context())
            server.ehlo_or_helo_if_needed()
        if self.settings.user:
            server.login(self.settings.user, self._password)

    def _context(self) -> ssl.SSLContext:
        ca = self.settings.ca
        try:
            return ssl.create_default_context(cafile=ca or None)
        except OSError as error:
            reason = f"the certificates of its authority, {ca}, cannot be read"
            where = f"{self.settings.host}:{self.settings.port}"
            raise MailServerProblem(where, reason) from error

    def _address(self, server: smtplib.SMTP, sender: str, recipient: str, size: int) -> None:
        options = [f"SIZE={size}"] if server.has_extn("size") else []
        self._expect(server.mail(sender, options), 250)
        self._expect(server.rcpt(recipient), 250, 251)

    def _expect(self, answer: tuple[int, bytes], *good: int) -> None:
        code, words = answer
        if code in good:
            return
        if code in (421, -1):
            self._drop()
        raise NotTaken(_told(code, words))

    def _end(self, server: smtplib.SMTP) -> None:
        """Write the line that ends the mail. What cannot be written has not reached the server."""
        try:
            if server.sock is not None:
                server.sock.settimeout(self.settings.timeout or ANSWER_SECONDS)
            server.send(b".\r\n")
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise NotTaken(f"the connection broke: {_words(error)}") from error

    def _answer(self, server: smtplib.SMTP) -> str:
        """Wait for what becomes of the mail."""
        try:
            code, words = server.getreply()
            if server.sock is not None:
                server.sock.settimeout(self.settings.timeout or COMMAND_SECONDS)
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise AnswerLost(f"no answer came: {_words(error)}") from error
        if 200 <= code < 300:
            return _told(code, words)
        if not 400 <= code < 600:
            self._drop()
            raise AnswerLost(f"the answer was not to be understood: {_told(code, words)}")
        if code == 421:
            self._drop()
        raise NotTaken(_told(code, words))

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
        self._server = None


def _stuffed(mail: bytes) -> bytes:
    """Double the dot that begins a line (§4.5.2), and end the last line."""
    return re.sub(rb"(?m)^\.", b"..", mail).removesuffix(b"\r\n") + b"\r\n"


def _told(code: int, words: bytes) -> str:
    text = printable(words.decode("utf-8", "replace"), one_line=True)
    return f"{code} {text}"[:_LONGEST_WORDS].strip()


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return _told(error.smtp_code, said if isinstance(said, bytes) else said.encode())
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    if isinstance(error, ssl.SSLError):  # names a line of a C file, too
        reason = re.sub(r"^\[[\w: ]+\] | \(_ssl\.c:\d+\)$", "", str(reason))
        reason = f"TLS could not be begun, {reason}"
    return printable(str(reason), one_line=True)[:_LONGEST_WORDS]
