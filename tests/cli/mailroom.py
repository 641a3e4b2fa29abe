"""A mail server and the settings that lead to it, for commands that send."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest

from tests.mail.server import Inbox, smtp_server

SENDER = {"from": "CWG-COP Secretariat <secretariat@example.org>"}


@pytest.fixture
def inbox() -> Inbox:
    """Give an inbox that takes everything, until the test says otherwise."""
    return Inbox()


@pytest.fixture
def mail_server(inbox: Inbox, home: Path) -> Iterator[dict[str, Any]]:
    """Run a server on loopback, and write the settings that lead to it."""
    with smtp_server(inbox) as table:
        write_settings(home, table)
        yield table


def write_settings(home: Path, table: dict[str, Any]) -> None:
    """Write the configuration file with the table ``[mail]``."""
    path = home / "config" / "tracker" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} = {json.dumps(value)}" for name, value in table.items()]
    path.write_text("\n".join(["[mail]", *lines]) + "\n", encoding="utf-8")


def mails(inbox: Inbox) -> dict[str, EmailMessage]:
    """Give the mails that arrived, the last one of each reader, read as a mail program does."""
    found = {}
    for address, raw in inbox.mails:
        mail = message_from_bytes(raw, policy=SMTP)
        assert isinstance(mail, EmailMessage)
        found[address] = mail
    return found


def body(mail: EmailMessage, kind: str = "plain") -> str:
    """Give a part of a mail as text, its lines joined."""
    part = mail.get_body((kind,))
    assert part is not None
    text = part.get_content()
    assert isinstance(text, str)
    return " ".join(text.split())
