"""The server that the contract tests run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from tests.postgres import Server


def test_a_new_database_is_empty(postgres_url: str) -> None:
    """A test starts from a database that holds no table."""
    with psycopg.connect(postgres_url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchone()
    assert row == (0,)


def test_a_database_is_dropped_in_the_end(postgres_server: Server) -> None:
    """Nothing is left on the server, even when somebody is still connected."""
    with postgres_server.empty_database() as url:
        connection = psycopg.connect(url)
        name = connection.info.dbname
    with psycopg.connect(postgres_server.url) as other:
        row = other.execute(
            "SELECT count(*) FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
    connection.close()
    assert row == (0,)
