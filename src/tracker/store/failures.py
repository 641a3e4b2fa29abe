"""Failures of the database, each with its one clear line."""

from __future__ import annotations

from tracker.domain.errors import DatabaseProblem, Refused, TrackerError, UsageProblem


class DatabaseMissing(DatabaseProblem):
    """There is no database where one was expected."""

    def __init__(self, where: str) -> None:
        super().__init__(f"There is no database at {where}. Check --db, or leave it out.")


class UnknownKind(UsageProblem):
    """The database is named by a URL of a kind that tracker does not use."""

    def __init__(self, where: str) -> None:
        scheme = where.partition("://")[0]
        super().__init__(
            f"{scheme}:// is no database that tracker can use. Name a file by its path, or"
            " PostgreSQL by postgresql://…"
        )


class NotOurDatabase(DatabaseProblem):
    """The file or database holds something else."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is not a tracker database; it was left as it is. Name another with --db."
        )


class DatabaseAhead(DatabaseProblem):
    """A newer tracker has written this database."""

    def __init__(self, where: str, revision: str) -> None:
        super().__init__(
            f"{where} was written by a newer tracker (schema {revision}). Upgrade tracker to use it."
        )


class DatabaseUnusable(DatabaseProblem):
    """The database cannot be opened, read or written; the reason is the database's own."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"The database {where} cannot be used: {_ending(reason)}.")


class DatabaseBusy(DatabaseProblem):
    """Somebody else holds the database for longer than we wait."""

    def __init__(self, where: str) -> None:
        super().__init__(f"The database {where} is busy. Nothing was changed; try again.")


class DriverMissing(DatabaseProblem):
    """The PostgreSQL driver is an extra that is not installed."""

    def __init__(self) -> None:
        super().__init__("PostgreSQL needs the driver: install tracker with its extra `postgres`.")


class NotStorable(UsageProblem):
    """What was given is beyond what a database holds: half a character, or too large a number."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Something that was given cannot be kept in a database: {reason.strip()}."
            " Nothing was changed; write it otherwise."
        )


class Stopped(TrackerError):
    """A question was stopped, since nobody waits for its answer any more."""

    def __init__(self) -> None:
        super().__init__("The question was stopped.")


class AlreadyRecorded(Refused):
    """A change with this client UUID was recorded before: this is a retry. Nothing was changed.

    ``seq`` is the change set that holds it.
    """

    def __init__(self, seq: int) -> None:
        self.seq = seq
        super().__init__(f"This was recorded already, as change {seq}. Nothing was changed.")


class ChangedMeanwhile(Refused):
    """Somebody else changed what was about to be written."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"Item {ref} was changed by somebody else meanwhile. Nothing was written; look again."
        )


def _ending(reason: str) -> str:
    """Give a reason without what ends its sentence, so that another sentence can hold it."""
    return reason.strip().rstrip(".?")
