"""A real SMTP server on loopback, which can be told to refuse, to hesitate and to break off."""

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session, syntax

from tracker.mail.settings import MailSettings, Tls, mail_settings

PASSWORD = "s3cret-Zebra"  # noqa: S105 - made up
"""What the server's one user, ``secretariat``, logs in with."""


@dataclass
class Inbox:
    """What the server took, and what it answers. ``cut`` names the moment at which it breaks off."""

    mails: list[tuple[str, bytes]] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    before_data: Callable[[], None] = lambda: None
    before_answer: Callable[[], None] = lambda: None

    @property
    def readers(self) -> list[str]:
        """Give the addresses that got a mail, in order."""
        return [address for address, _ in self.mails]

    def breaks_off(self, moment: str) -> bool:
        """Tell whether to break off now; each break happens once."""
        if moment not in self.cut:
            return False
        self.cut.remove(moment)
        return True

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own names
        self, server: Breaking, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        """Take a recipient or not."""
        assert server.transport is not None
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        self.before_data()
        if self.breaks_off("before data"):
            server.break_off()
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: Breaking, _session: Session, envelope: Envelope
    ) -> str:
        """Take the mail, or refuse it at the last moment."""
        answer = self.answers.pop(0) if self.answers else "250 OK: queued as 1"
        if not answer.startswith("2"):
            return answer
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails += [(address, content) for address in envelope.rcpt_tos]
        self.before_answer()
        if self.breaks_off("after data"):
            server.break_off()
        return answer


class Breaking(SMTP):
    """The server itself, able to break off in the middle."""

    def break_off(self) -> None:
        """Cut the connection without a word."""
        assert isinstance(self.transport, asyncio.Transport)
        self.transport.abort()

    @syntax("DATA")
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        """Read a mail, or break off within it."""
        if self.event_handler.breaks_off("in data"):
            await self.push("354 go on")
            await self._reader.readline()
            self.break_off()
            return
        await super().smtp_DATA(arg)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return Breaking(self.handler, **self.SMTP_kwargs)


@dataclass(frozen=True)
class Certificate:
    """A certificate made for the test, for ``localhost``, signed by itself."""

    public: Path
    private: Path

    @property
    def context(self) -> ssl.SSLContext:
        """Give what a server shows."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.public, self.private)
        return context


def make_certificate(folder: Path, host: str = "localhost") -> Certificate:
    """Make a certificate for a host with OpenSSL."""
    made = Certificate(folder / f"{host}.pem", folder / f"{host}.key")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", made.private, "-out", made.public, "-days", "2",
         "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


@contextmanager
def smtp_server(
    inbox: Inbox, *, tls: Tls = "none", certificate: Certificate | None = None, auth: bool = False
) -> Iterator[dict[str, Any]]:
    """Run a server; gives the table ``[mail]`` that leads to it."""
    context = certificate.context if certificate else None
    options: dict[str, Any] = {"ready_timeout": 20.0}
    if tls == "implicit":
        options |= {"ssl_context": context}
    if tls == "starttls" and context:
        options |= {"tls_context": context, "require_starttls": True}
    if auth:
        options |= {"authenticator": _authenticator(inbox), "auth_required": True,
                    "auth_require_tls": tls == "starttls"}  # fmt: skip
    controller = _Controller(inbox, hostname="localhost", port=free_port(), **options)
    controller.start()
    try:
        yield {
            "from": "CWG-COP Secretariat <secretariat@example.org>",
            "host": "localhost",
            "port": controller.port,
            "tls": tls,
            "timeout": 5,
            **({"user": "secretariat"} if auth else {}),
            **({"ca": str(certificate.public)} if certificate else {}),
        }
    finally:
        controller.stop()


def settings_for(table: dict[str, Any]) -> MailSettings:
    """Give the settings that a table means."""
    return mail_settings(table)


def free_port() -> int:
    """Find a port that nobody listens on; aiosmtpd cannot ask for any."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _authenticator(inbox: Inbox) -> Callable[..., AuthResult]:
    def authenticate(
        _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        inbox.users.append(data.login.decode())
        good = data.login == b"secretariat" and data.password == PASSWORD.encode()
        return AuthResult(success=good, handled=good)

    return authenticate
