"""The one way to open a PostgreSQL database, for reading and for writing alike."""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

from tracker.store.failures import DatabaseBusy, DatabaseUnusable, DriverMissing, NotStorable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import psycopg

_numbers = count(1)
"""What cursors on the server are named by, each differently."""


def connect(url: str, *, autocommit: bool) -> psycopg.Connection[Any]:
    """Open the database behind ``url``, its clock in UTC. Raises a ``DatabaseProblem``."""
    try:
        import psycopg
    except ImportError as error:
        raise DriverMissing from error
    try:
        return psycopg.connect(url, options=_options(), autocommit=autocommit)
    except psycopg.Error as error:
        raise explained(error, url) from error


def execute(
    connection: psycopg.Connection[Any], sql: str, parameters: Sequence[Any], url: str
) -> Any:
    """Run a query with ``$1`` parameters; dates arrive as ISO text, as they do from SQLite."""
    import psycopg
    from psycopg.raw_cursor import RawCursor
    from psycopg.types.string import TextLoader

    cursor = RawCursor(connection)
    cursor.adapters.register_loader("date", TextLoader)
    try:
        return cursor.execute(sql.encode(), parameters)
    except (psycopg.Error, UnicodeEncodeError, OverflowError) as error:
        raise explained(error, url) from error


def each(
    connection: psycopg.Connection[Any], sql: str, parameters: Sequence[Any], url: str
) -> Iterator[tuple[Any, ...]]:
    """Run such a query and give its rows one by one; those to come wait on the server.

    Other queries may be run between two rows.
    """
    import psycopg
    from psycopg.raw_cursor import RawServerCursor
    from psycopg.types.string import TextLoader

    name = f"tracker_{next(_numbers)}"
    try:
        with RawServerCursor(connection, name, withhold=True) as cursor:
            cursor.adapters.register_loader("date", TextLoader)
            cursor.execute(sql.encode(), parameters)
            while some := cursor.fetchmany(1000):
                yield from some
    except (psycopg.Error, UnicodeEncodeError, OverflowError) as error:
        raise explained(error, url) from error


@contextmanager
def transaction(connection: psycopg.Connection[Any], url: str) -> Iterator[None]:
    """Run a block in one transaction, or as a part of the one that was begun already."""
    import psycopg

    try:
        with connection.transaction():
            yield
    except psycopg.Error as error:
        raise explained(error, url) from error


def explained(error: Exception, url: str) -> Exception:
    """Turn an error of the driver into the one that tells a user what to do."""
    import psycopg

    reason = " ".join(str(error).replace(url, public(url)).split())
    if isinstance(error, psycopg.DataError) or not isinstance(error, psycopg.Error):
        return NotStorable(reason)
    if "lock timeout" in reason or "could not obtain lock" in reason:
        return DatabaseBusy(public(url))
    return DatabaseUnusable(public(url), reason)


def public(url: str) -> str:
    """Give the URL without its password, fit for a message, wherever the password stands in it."""
    scheme, _, rest = re.sub(r"([?&]\w*password=)[^&]*", r"\1…", url).partition("://")
    credentials, at, place = rest.rpartition("@")
    return f"{scheme}://{credentials.partition(':')[0]}{at}{place}"


def without_password(url: str) -> tuple[str, dict[str, str]]:
    """Part a URL for a command line: its place, and the environment that carries its password."""
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    facts = conninfo_to_dict(url)
    password = facts.pop("password", None)
    secret = {} if password is None else {"PGPASSWORD": str(password)}
    return make_conninfo("", **facts), secret


def _options() -> str:
    # Compiling takes longer than our short queries do, so JIT stays off. A page out of order costs
    # little more than the next one on today's disks; told otherwise, the planner reads all versions
    # where an index holds the few that are asked for.
    return (
        "-c jit=off -c random_page_cost=1.1 -c TimeZone=UTC -c lock_timeout=5000"
        " -c client_encoding=UTF8"
    )
