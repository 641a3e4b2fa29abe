"""The sample's whole story, told on SQLite and on PostgreSQL: every reading command says the same."""

from __future__ import annotations

import json
import os
import re
import shlex
from contextlib import chdir
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.store.consistency import assert_consistent
from tracker.cli.demo import STORY
from tracker.cli.main import run
from tracker.session.story import tell
from tracker.store.database import Database, reading
from tracker.store.shipped import db_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.postgres import Server

COMMANDS = (
    "list all --json", "list", "list overdue or waiting", "list -owner:none due<2021-01-01 --json",
    "list @chase --json", "list all --as-at 2020-05-01 --json", "list all --as-at 2020-03-04 --json",
    "queue --json", "search mascot --json", "search sixteenth", "search WG-CP --as-at 2020-06-18",
    "show 1,2,3,9,12 --json", "show 9", "show 9 --as-at 2020-07-10", "history --json", "history 9",
    "history --as-at 2020-05-01", "group list --json", "group show CWG-COP --json",
    "person list --json", "office list --json", "meeting list --json", "meeting show 16 --json",
    "document list --json", "liaison list --json", "liaison show 9 --json", "register --json",
    "register", "owners --json", "owners --as-at 2020-10-01", "preparation --json",
    "record 9 --json", "record 9 --as-at 2020-07-10", "digest --json", "summary --format json",
    "summary", "summary --as-at 2020-06-30", "followup --format json",
    "followup --as-at 2020-06-18", "filter list --json", "calendar",
)  # fmt: skip
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Told(NamedTuple):
    """Both databases, and the environment of the story's present."""

    sqlite: str
    postgres: str
    present: dict[str, str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, migrated_server: Server) -> Iterator[Told]:
    """Tell the story twice."""
    path: Path = tmp_path_factory.mktemp("told") / "tracker.sqlite3"
    with migrated_server.empty_database(template="tracker_template") as url:
        surroundings = {}
        with chdir(db_folder() / "samples"):
            for telling in tell(STORY_TEXT):
                surroundings = {
                    "TRACKER_CONFIG": os.devnull,
                    "TRACKER_CLOCK": telling.instant.isoformat(),
                    "TRACKER_ACTOR": telling.actor,
                }
                for where in (str(path), url) if telling.words else ():
                    assert run(["--db", where, *telling.words], surroundings) == 0
        yield Told(str(path), url, surroundings)


STORY_TEXT = (db_folder() / "samples" / STORY).read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Write JSON with the spaces that we write; leave other text as it is."""
    return json.dumps(json.loads(text), indent=1) if text.startswith(("[", "{")) else text


@pytest.mark.parametrize("command", COMMANDS)
def test_both_say_the_same(command: str, told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    """To the byte, but for the identities that are drawn by lot, and for spaces within JSON."""
    said = []
    for where in (told.sqlite, told.postgres):
        capsys.readouterr()
        assert run(["--db", where, *shlex.split(command)], told.present) == 0
        out, err = capsys.readouterr()
        said.append((plain(UUID.sub("uuid", out)), err))
    assert said[0] == said[1]
    assert said[0][0]


def test_both_are_consistent(told: Told) -> None:
    """Every version, word and instant is where it belongs."""
    for where in (told.sqlite, told.postgres):
        with reading(Database(where)) as reader:
            assert_consistent(reader)
