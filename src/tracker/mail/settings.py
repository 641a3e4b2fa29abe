"""How mail leaves: the table ``[mail]`` of the configuration file.

    [mail]
    from = "CWG-COP Secretariat <secretariat@example.org>"
    host = "mail.example.org"
    user = "secretariat"            # leave out where the server asks for no password
    tls = "starttls"                # or "implicit"; "none" only to a server on this machine
    port = 587                      # 465 for implicit TLS, 25 for none, if left out
    reply_to = "rita@example.org"   # if answers go elsewhere
    unsubscribe = "https://…"       # how readers leave, if not by a mail to whom answers go to
    ca = "/etc/ssl/our-ca.pem"      # if the server's certificate is of an authority of your own

The password is in no file of ours and in no option: it comes from ``TRACKER_MAIL_PASSWORD`` or
from the system's keyring (service ``tracker mail``, the user's name).
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tracker.domain.errors import UsageProblem
from tracker.domain.mail_address import BadAddress, Mailbox, mailbox
from tracker.mail.unsubscribing import BadLink, checked_link, mail_link

if TYPE_CHECKING:
    from collections.abc import Mapping

Tls = Literal["starttls", "implicit", "none"]
PORTS: dict[Tls, int] = {"starttls": 587, "implicit": 465, "none": 25}
PASSWORD = "TRACKER_MAIL_PASSWORD"  # noqa: S105 - the name of a variable
KEYRING = "tracker mail"
FILE = "the configuration file"
"""How messages name the file where its path is not known."""

_KNOWN = ("from", "host", "port", "user", "tls", "reply_to", "unsubscribe", "ca", "timeout")


class BadMailSettings(UsageProblem):
    """The table ``[mail]`` cannot be used."""

    def __init__(self, why: str, file: str = FILE) -> None:
        super().__init__(f"[mail] in {file} cannot be used: {why}.")


class NoMailSettings(UsageProblem):
    """Mail was to be sent, and nothing says from whom or by which server."""

    def __init__(self, lacking: str, file: str = FILE) -> None:
        super().__init__(
            f"Nothing can be sent yet: “{lacking}” is lacking in [mail]. Write into {file}, each on"
            ' a line of its own: [mail]; from = "Secretariat <secretariat@example.org>";'
            ' host = "mail.example.org".'
        )


class NoPassword(UsageProblem):
    """The server asks for a password, and none is at hand."""

    def __init__(self, user: str) -> None:
        super().__init__(
            f"There is no password for {user}. Put it into the environment variable {PASSWORD},"
            f' or into the keyring: keyring set "{KEYRING}" {user}'
        )


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Checked settings. ``timeout`` in seconds caps each wait for the server; 0 leaves the rules'.

    ``unsubscribe`` is the link by which readers leave.
    """

    sender: Mailbox
    host: str = ""
    port: int = 587
    user: str = ""
    tls: Tls = "starttls"
    reply_to: Mailbox | None = None
    ca: str = ""
    timeout: float = 0
    unsubscribe: str = ""


def mail_settings(table: Mapping[str, Any], file: str = FILE) -> MailSettings:
    """Check the table of a ``file``. Raises ``BadMailSettings`` or ``NoMailSettings``."""
    try:
        return _checked(table, file)
    except _Unusable as problem:
        raise BadMailSettings(str(problem), file) from problem


class _Unusable(Exception):
    """A setting cannot be used; the words say why."""


def _checked(table: Mapping[str, Any], file: str) -> MailSettings:
    _check_names(table)
    if not table.get("from"):
        raise NoMailSettings("from", file)
    tls = table.get("tls") or ("implicit" if table.get("port") == 465 else "starttls")
    if not isinstance(tls, str) or tls not in PORTS:
        raise _Unusable(f"“tls” is one of {', '.join(PORTS)}")
    host, port = _text(table, "host"), table.get("port") or PORTS[tls]
    if type(port) is not int or not 0 < port < 65536:
        raise _Unusable("“port” has to be a number such as 587")
    if tls == "none" and host and not _is_here(host):
        raise _Unusable("without TLS mail goes only to a server on this machine")
    timeout = table.get("timeout", 0)
    if not isinstance(timeout, int | float) or timeout < 0:
        raise _Unusable("“timeout” has to be a number of seconds")
    reply_to = _mailbox(table, "reply_to") if table.get("reply_to") else None
    sender, user, ca = _mailbox(table, "from"), _text(table, "user"), _text(table, "ca")
    leave = _unsubscribe(table) or mail_link((reply_to or sender).address)
    return MailSettings(sender, host, port, user, tls, reply_to, ca, timeout, leave)


def password_for(user: str, environment: Mapping[str, str]) -> str:
    """Give the user's password from the environment or the keyring. Raises ``NoPassword``."""
    found = environment.get(PASSWORD, "") or _from_keyring(user)
    if not found:
        raise NoPassword(user)
    return found


def _from_keyring(user: str) -> str:
    """Ask the keyring; a server often has none, and the extra may not be installed."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(KEYRING, user) or ""
    except KeyringError:
        return ""


def _check_names(table: Mapping[str, Any]) -> None:
    if any("pass" in name.lower() for name in table):
        raise _Unusable(
            f"a password does not belong there. Take it out, and use {PASSWORD} or the keyring"
        )
    unknown = sorted(set(table) - set(_KNOWN))
    if unknown:
        raise _Unusable(f"it has no setting “{unknown[0]}”; known are {', '.join(sorted(_KNOWN))}")


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str) or not value.isprintable():
        raise _Unusable(f"“{name}” has to be a text")
    return value.strip()


def _mailbox(table: Mapping[str, Any], name: str) -> Mailbox:
    try:
        return mailbox(_text(table, name))
    except BadAddress as error:
        raise _Unusable(f"“{name}” has to be an address such as ana@example.org") from error


def _unsubscribe(table: Mapping[str, Any]) -> str:
    text = _text(table, "unsubscribe")
    try:
        return checked_link(text) if text else ""
    except BadLink as error:
        raise _Unusable(
            "“unsubscribe” has to be a mail address or a link such as https://example.org/leave"
        ) from error


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
