"""A PostgreSQL server for the tests: the one that is given, or a child on a throw-away folder.

A worker of xdist starts a server of its own: that is quicker than agreeing on one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

URL_VARIABLE = "TRACKER_TEST_POSTGRES"
"""Names a server, by the URL of any database on it, whose user may create databases."""

_PATIENCE = 20.0  # seconds for a server to answer: far more than it takes

_QUICK_AND_CAREFREE = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "40",
    "shared_buffers": "16MB",
    "synchronous_commit": "off",
    # As on a real server, not ours: whoever relies on the server's zone is found out.
    "timezone": "Europe/Zurich",
}

# Ends the server ("fast shutdown": whoever is connected is cut off) when our end of the pipe
# closes, so that a run of the tests that is killed leaves none behind.
_LIVE_WITH_US = '"$@" & cat; kill -INT $!; wait $!; rm -rf "$0"'


class NoServer(Exception):
    """No PostgreSQL can be used here; the text says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, by the URL of a database that is always there."""

    url: str

    @contextmanager
    def empty_database(self, template: str = "template0") -> Iterator[str]:
        """Give the URL of a new copy of a template, and drop it in the end."""
        name = f"tracker_test_{os.getpid()}_{next(_numbers)}"
        # template0 holds nothing of ours, and nobody can be connected to it.
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield self.url_of(name)
        finally:
            self.run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def url_of(self, name: str) -> str:
        """Give the URL of another database on the server."""
        return urlsplit(self.url)._replace(path=f"/{name}").geturl()

    def run(self, statement: str) -> None:
        """Run one statement on the server."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())


_numbers = count(1)


@contextmanager
def running_server(url: str | None = None) -> Iterator[Server]:
    """Give the server at ``url``, or else one started from the installed binaries.

    Raises:
        NoServer: none is given and none is installed.

    """
    if url:
        yield Server(url)
        return
    binaries = _installed_binaries()
    # Short, because the path of a socket may hold no more than 107 bytes; and not in the tests'
    # own temporary folder, which the server's user may not enter.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        with _child(binaries, folder):
            yield Server(f"postgresql://tracker@/postgres?host={folder}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # what is left of it


def _installed_binaries() -> Path:
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    found = versions[-1] if versions else shutil.which("initdb")
    if found is None:
        raise NoServer(
            f"No PostgreSQL is installed (Debian package postgresql) or named by {URL_VARIABLE}."
        )
    return Path(found).resolve().parent


@contextmanager
def _child(binaries: Path, folder: Path) -> Iterator[None]:
    who = _unprivileged(folder)
    data = folder / "data"
    subprocess.run(
        [binaries / "initdb", "--pgdata", data, "--username=tracker", "--auth=trust",
         "--encoding=UTF8", *_ordering(binaries), "--no-sync", "--no-instructions"],
        check=True, cwd=folder, stdout=subprocess.DEVNULL, **who,
    )  # fmt: skip
    options = _QUICK_AND_CAREFREE | {"unix_socket_directories": str(folder)}
    command = ["/bin/sh", "-c", _LIVE_WITH_US, str(folder), str(binaries / "postgres")]
    command += ["-D", str(data), *(f"--{name}={value}" for name, value in options.items())]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=log, stderr=log,
            start_new_session=True, **who,
        ),  # leaving it closes the pipe and waits
    ):  # fmt: skip
        _await_answer(folder)
        yield


def _unprivileged(folder: Path) -> dict[str, Any]:
    """Give the options that start a process as another user: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    import pwd

    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _ordering(binaries: Path) -> list[str]:
    """Ask for a language's own order of text where the server can.

    Most real servers have one, and a query that forgets to name its collation is then found out.
    """
    version = subprocess.run(
        [binaries / "postgres", "--version"], check=True, capture_output=True, text=True
    ).stdout
    if int(version.split()[2].split(".")[0]) < 15:
        return ["--locale=C"]
    return ["--locale=C", "--locale-provider=icu", "--icu-locale=en"]


def _await_answer(folder: Path) -> None:
    import psycopg

    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with suppress(psycopg.OperationalError):
            psycopg.connect(f"postgresql://tracker@/postgres?host={folder}").close()
            return
        time.sleep(0.01)
    raise AssertionError((folder / "log").read_text(errors="replace"))
