"""What can go wrong for a user, one class a failure, each with its one clear line.

Every class carries the exit code that the command line gives for it:

1 refused by a rule or a conflict, 2 usage, 3 not found, 4 unreadable input document,
5 database cannot be opened, read or written.
"""

from __future__ import annotations

from typing import ClassVar


class TrackerError(Exception):
    """A failure that a user can act on; ``str()`` is one line that says what to do."""

    exit_code: ClassVar[int] = 1


class Refused(TrackerError):
    """A rule of the field or a conflict stands in the way; nothing was changed."""


class UsageProblem(TrackerError):
    """What was asked cannot be understood as it was written."""

    exit_code = 2


class NotFound(TrackerError):
    """Something named by the user does not exist."""

    exit_code = 3


class UnreadableInput(TrackerError):
    """An input document cannot be read."""

    exit_code = 4


class DatabaseProblem(TrackerError):
    """The database cannot be opened, read or written."""

    exit_code = 5


class UnknownRef(NotFound):
    """No item has this ref."""

    def __init__(self, ref: int | str) -> None:
        super().__init__(f"No item has the ref {ref}. `tracker list` shows the refs in use.")


class UnknownName(NotFound):
    """A group, person, office, meeting or document is not known by this name."""

    def __init__(self, what: str, name: str, nearest: tuple[str, ...] = ()) -> None:
        offer = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"No {what} is known as “{name}”.{offer}")


class AmbiguousName(UsageProblem):
    """A name fits several things; the user has to choose."""

    def __init__(self, what: str, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(
            f"“{name}” fits several {what}: {', '.join(candidates)}. Name one of them."
        )
