"""What the command line shows of an item, as tests look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

URL = "https://example.org/mascot"
REFUSED, USAGE = 1, 2


def item(tracker: Callable[..., Ran], ref: int) -> dict[str, Any]:
    """Give everything about an item."""
    found: dict[str, Any] = tracker("show", ref, "--json").json[0]
    return found
