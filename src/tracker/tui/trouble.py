"""A database that cannot be read when the app opens: whether it is worth waiting, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tracker.domain.terminal_text import printable
from tracker.store.failures import DatabaseBusy, DatabaseUnusable
from tracker.tui.data.defects import Defect

if TYPE_CHECKING:
    from tracker.domain.errors import TrackerError
    from tracker.tui.screens.view import View

PASSING = ("starting up", "shutting down", "too many", "connection slots", "recovery")
"""Words with which a server refuses for now; what else it refuses, it refuses for good."""


class Trouble(Static):
    """Stands above an empty view and says what is waited for."""

    DEFAULT_CSS = "Trouble { height: auto; padding: 0 1; color: $text-error; }"


def show_trouble(view: View, words: str) -> None:
    """Let a view say it, above its body; not before the body is there."""
    standing = view.query(Trouble)
    if standing:
        standing.first().update(printable(words))
    elif view.body is not None:
        view.mount(Trouble(printable(words), markup=False), after=0)


def may_pass(error: TrackerError) -> bool:
    """Tell whether looking again may help: somebody holds the database, or no server answers.

    A defect of the program is told in the app, as it is everywhere.
    """
    if isinstance(error, DatabaseBusy | Defect):
        return True
    return isinstance(error, DatabaseUnusable) and _is_out_of_reach(error)


def _is_out_of_reach(error: DatabaseUnusable) -> bool:
    """Tell whether a server cannot be reached; what an error of a file means is final."""
    cause = error.__cause__
    cause = getattr(cause, "orig", cause)  # as migrating meets it
    if type(cause).__module__.partition(".")[0] != "psycopg":
        return False
    from psycopg import OperationalError

    refused = "FATAL" in str(cause) and not any(words in str(cause) for words in PASSING)
    return isinstance(cause, OperationalError) and not refused
