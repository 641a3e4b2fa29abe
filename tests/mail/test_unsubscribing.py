"""How readers leave: a mail to whom answers go to, or what the settings name, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.mail.settings import BadMailSettings, mail_settings
from tracker.mail.unsubscribing import leaving

TABLE = {"from": "Secretariat <secretariat@example.org>"}
LIST = "digest.cwg-cop.example.org"
ASKS = "?subject=unsubscribe%20digest.cwg-cop.example.org"


@pytest.mark.parametrize(
    ("more", "link"),
    [
        ({}, f"mailto:secretariat@example.org{ASKS}"),
        ({"reply_to": "Rita <rita@example.org>"}, f"mailto:rita@example.org{ASKS}"),
        ({"unsubscribe": "lists@example.org"}, f"mailto:lists@example.org{ASKS}"),
        ({"unsubscribe": "a?b&c@example.org"}, f"mailto:a%3Fb%26c@example.org{ASKS}"),
        ({"unsubscribe": "mailto:lists@example.org"}, f"mailto:lists@example.org{ASKS}"),
        (
            {"unsubscribe": "mailto:lists@example.org?subject=out"},
            "mailto:lists@example.org?subject=out",
        ),
        ({"unsubscribe": "https://example.org/out?a=1"}, "https://example.org/out?a=1"),
    ],
)
def test_where_a_reader_leaves(more: dict[str, Any], link: str) -> None:
    """A mail says which list is meant, unless the settings say it already."""
    assert leaving(mail_settings(TABLE | more).unsubscribe, LIST) == link


@pytest.mark.parametrize(
    "bad",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/out",
        "https:///out",
        "https://[::1",
        "mailto:nobody",
        "mailto:",
        "https://example.org/> <https://evil.example",
        "https://example.org/a b",
        "https://exämple.org/",
        "tell us",
    ],
)
def test_no_other_link_is_taken(bad: str) -> None:
    """The line names the setting."""
    with pytest.raises(BadMailSettings, match="“unsubscribe” has to be"):
        mail_settings(TABLE | {"unsubscribe": bad})
