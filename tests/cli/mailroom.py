"""A mail server and the settings that lead to it, for commands that send."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
