from __future__ import annotations

import sys
import tomllib
from types import ModuleType
from typing import Any

import pytest

from tests.house.source import CHECKOUT
from tracker.domain.mail_address import Mailbox
from tracker.mail.settings import (
    PORTS,
    BadMailSettings,
    MailSettings,
    NoMailSettings,
    NoPassword,
    mail_settings,
    password_for,
)

TABLE = {"from": "Secretariat <secretariat@example.org>", "host": "mail.example.org"}


def test_little_is_enough() -> None:
    """A sender and a server; mail then goes by STARTTLS on the port for it."""
    sender = Mailbox("Secretariat", "secretariat@example.org")
    leave = "mailto:secretariat@example.org"
    assert mail_settings(TABLE) == MailSettings(sender, "mail.example.org", 587, unsubscribe=leave)


def test_the_readme_tells_every_way_of_tls() -> None:
    """Its table is one that can be used, and it names each word that “tls” may be."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    table = text.split("```toml\n[mail]\n")[1].split("```")[0]
    assert mail_settings(tomllib.loads(table)).tls == "starttls"
    assert all(f'"{way}"' in table for way in PORTS)


@pytest.mark.parametrize(
    ("more", "tls", "port"),
    [
        ({"tls": "implicit"}, "implicit", 465),
        ({"port": 465}, "implicit", 465),
        ({"port": 2525}, "starttls", 2525),
        ({"tls": "none", "host": "localhost"}, "none", 25),
        ({"tls": "none", "host": "127.0.0.1"}, "none", 25),
        ({"tls": "none", "host": "::1"}, "none", 25),
    ],
)
def test_port_follows_tls(more: dict[str, Any], tls: str, port: int) -> None:
    """Whoever knows one of the two need not say the other."""
    found = mail_settings(TABLE | more)
    assert (found.tls, found.port) == (tls, port)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"password": "x"}, "a password does not belong there"),
        ({"smtp_pass": "x"}, "a password does not belong there"),
        ({"hots": "x"}, "no setting “hots”"),
        ({"tls": "maybe"}, "“tls” is one of"),
        ({"tls": ["starttls"]}, "“tls” is one of"),
        ({"tls": "none"}, "only to a server on this machine"),
        ({"port": "smtp"}, "“port” has to be a number"),
        ({"port": True}, "“port” has to be a number"),
        ({"port": 70000}, "“port” has to be a number"),
        ({"host": 5}, "“host” has to be a text"),
        ({"host": "a\r\nb"}, "“host” has to be a text"),
        ({"from": "Secretariat"}, "“from” has to be an address"),
        ({"reply_to": "x@y@z"}, "“reply_to” has to be an address"),
        ({"timeout": "long"}, "“timeout” has to be a number"),
    ],
)
def test_what_cannot_be_used_is_said(more: dict[str, Any], why: str) -> None:
    """The line names the setting."""
    with pytest.raises(BadMailSettings, match=why):
        mail_settings(TABLE | more)


def test_a_sender_is_needed() -> None:
    """Nobody is made up as the sender."""
    with pytest.raises(NoMailSettings, match=r"“from” is lacking in .* /etc/t/config.toml"):
        mail_settings({}, "/etc/t/config.toml")


def test_the_environment_has_the_password() -> None:
    """It wins over the keyring, which a server often lacks."""
    assert password_for("rita", {"TRACKER_MAIL_PASSWORD": "x"}) == "x"


def keyring_that(monkeypatch: pytest.MonkeyPatch, get_password: Any) -> None:
    """Put a keyring of the test's own into the place of the system's."""
    errors = ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    keyring = ModuleType("keyring")
    keyring.get_password = get_password  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


def test_the_keyring_has_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked for under our own name and the user's."""
    keyring_that(monkeypatch, lambda service, user: f"{service}/{user}")
    assert password_for("rita", {}) == "tracker mail/rita"


def test_without_keyring_or_with_a_broken_one_the_way_out_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server has none: the message says where a password may come from."""

    def broken(_service: str, _user: str) -> str:
        from keyring.errors import KeyringError

        raise KeyringError

    keyring_that(monkeypatch, broken)
    with pytest.raises(NoPassword, match="TRACKER_MAIL_PASSWORD"):
        password_for("rita", {})
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NoPassword, match='keyring set "tracker mail" rita'):
        password_for("rita", {})
