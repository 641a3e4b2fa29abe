"""Settings: an option before the environment before the file before what is usual."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.cli.main import run
from tracker.session.clock import BadClock, clock_from, today_in
from tracker.session.settings import BadSettings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

EDGES = ("2020-03-10T09:00:00+25:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-10:00")
FILE = 'database = "file.sqlite3"\nactor = "file"\ngroup = "FILE"\n'
IN_ENVIRONMENT = {"TRACKER_DB": "env.sqlite3", "TRACKER_ACTOR": "env", "TRACKER_GROUP": "ENV"}
OPTIONS = {"database": "option.sqlite3", "actor": "option", "group": "OPTION"}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Give the configuration file."""
    path = tmp_path / "config.toml"
    path.write_text(FILE)
    return path


def chosen(config: Path, environment: dict[str, str], options: dict[str, str]) -> tuple[str, ...]:
    """Give what is settled."""
    found = read_settings({"TRACKER_CONFIG": str(config), **environment}, **options)
    return (found.database, found.actor, found.group)


def test_what_goes_before_what(config: Path) -> None:
    """Each name is settled by itself."""
    assert chosen(config, IN_ENVIRONMENT, OPTIONS) == ("option.sqlite3", "option", "OPTION")
    assert chosen(config, IN_ENVIRONMENT, {}) == ("env.sqlite3", "env", "ENV")
    assert chosen(config, {}, {}) == ("file.sqlite3", "file", "FILE")
    assert chosen(config, {}, {"actor": "option"}) == ("file.sqlite3", "option", "FILE")


def test_what_is_usual(home: Path, tmp_path: Path) -> None:
    """Without a file: the platform's data directory, and the person who is logged in."""
    environment = {"HOME": str(home), "XDG_DATA_HOME": str(tmp_path / "data")}
    found = read_settings(environment)
    assert found.database == str(tmp_path / "data" / "tracker" / "tracker.sqlite3")
    assert (found.actor, found.me, found.group) == ("tester", "tester", "")
    del environment["XDG_DATA_HOME"]
    assert read_settings(environment).database.startswith(str(home / ".local" / "share"))


@pytest.mark.parametrize(
    "content",
    [
        b"database = 5", b"actor = ['x']", b"colour = 'red'", b"database", b"= 1", b"\xff\xfe\0",
        b"mail = 3", b"keys = 'x'", b"a = " + b"[" * 100_000, b"database = 'a'\ndatabase = 'b'",
        b"[[database]]", b"theme = 2020-01-01", b"actor = 'x", b'x = "\x1b[31m"', b"\x1b[31m = 1",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used(
    config: Path, content: bytes, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line that names the file and what is wrong, exit code 2, and no database made."""
    config.write_bytes(content)
    monkeypatch.setenv("TRACKER_CONFIG", str(config))
    assert run(["list"]) == 2
    told = capfd.readouterr().err
    assert told.startswith(f"tracker: The configuration file {config} cannot be used: ")
    assert told.rstrip("\n").isprintable()
    assert list(config.parent.iterdir()) == [config]


@pytest.mark.parametrize("name", ["a\\u0000b", "x" * 5000])
def test_a_database_that_no_file_can_be_called(
    config: Path, name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A name from the file that the system does not take is one line too."""
    config.write_text(f'database = "/proc/{name}"\n')
    monkeypatch.setenv("TRACKER_CONFIG", str(config))
    assert run(["list"]) == 5
    assert capfd.readouterr().err.count("\n") == 1


WORDS = st.sampled_from([
    b"database", b"actor", b"me", b"group", b"theme", b"mail", b"keys", b"templates", b" = ", b"\n", b'"',
    b"'", b'"x"', b"'''", b"[", b"]", b"[mail]", b"{", b"}", b"1", b"true", b"2020-01-01", b"\\u12", b",",
    b".", b"#", b"\xff", b"\0", b"[keys]\nundo = 5\n", b"[templates]\nx = 1\n",
])  # fmt: skip


@given(content=st.lists(WORDS, max_size=14).map(b"".join) | st.binary(max_size=60))
@settings(max_examples=200)
def test_any_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    """Whatever the file holds: settings, or one line."""
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    problem = "none"
    try:
        found = read_settings({"TRACKER_CONFIG": str(path)}, database="x")
        assert all(isinstance(each, str) for each in found[:4])
    except BadSettings as refusal:
        problem = str(refusal)
    assert "\n" not in problem


@given(text=st.text(max_size=30) | st.datetimes().map(str) | st.sampled_from(EDGES))
def test_any_clock_is_read_or_refused(text: str) -> None:
    """The instant that stands still is aware and in UTC, or refused."""
    try:
        now = clock_from({"TRACKER_CLOCK": text})()
    except BadClock:
        return
    assert now.utcoffset() == dt.timedelta()


@pytest.mark.parametrize(
    ("zone", "day"), [("UTC", 10), ("Pacific/Kiritimati", 10), ("Pacific/Honolulu", 9)]
)
def test_today_is_the_day_where_the_group_is(zone: str, day: int, now: dt.datetime) -> None:
    """At nine o'clock in London it is yesterday in Honolulu."""
    assert today_in(zone, now) == dt.date(2020, 3, day)


@pytest.mark.parametrize("words", [("list",), ("add", "Call", "them")], ids=lambda words: words[0])
def test_a_database_in_a_folder_that_is_not_there(
    tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped path is refused in one line and makes nothing; a new file in a folder is made."""
    environment = {"HOME": str(tmp_path), "TRACKER_CONFIG": str(tmp_path / "none.toml")}
    path = tmp_path / "mistyped" / "deep" / "x.db"
    assert run(["--db", str(path), *words], environment) == 5
    said = capsys.readouterr().err
    assert (said.count("\n"), "There is no folder" in said) == (1, True)
    assert list(tmp_path.iterdir()) == []
    assert run(["--db", str(tmp_path / "new.sqlite3"), "group", "list"], environment) == 0
    assert (tmp_path / "new.sqlite3").exists()


def test_the_usual_folder_is_made(tmp_path: Path) -> None:
    """Without a name, the database goes to the data directory, which need not exist."""
    environment = {"XDG_DATA_HOME": str(tmp_path / "data"), "TRACKER_CONFIG": str(tmp_path / "no")}
    assert run(["group", "list"], environment) == 0
    assert (tmp_path / "data" / "tracker" / "tracker.sqlite3").exists()
