"""What starts quickly loads little: no library is imported before it is used."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.house.source import loaded_by, modules, run_python

if TYPE_CHECKING:
    from pathlib import Path

ORM = {"alembic", "pydantic", "sqlalchemy", "sqlmodel"}
SCREENS = {"rich", "textual"}
COMMAND = "import sys; sys.argv = ['tracker', *{}]; from tracker.cli.main import main; main()"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list", "--help"]])
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    """Help and version answer without the ORM and without a screen library."""
    assert loaded_by(COMMAND.format(arguments)) & (ORM | SCREENS) == set()


@pytest.mark.parametrize("words", ["tracker li", "tracker list --"])
def test_completion_loads_no_heavy_library(words: str) -> None:
    """A press of the tab key waits neither for the ORM nor for a screen library."""
    word = str(words.count(" "))
    asked = {"_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": word}
    assert loaded_by(COMMAND.format([]), **asked) & (ORM | SCREENS) == set()


def test_running_the_package_is_the_command() -> None:
    """`python -m tracker` is the same command, and as quick to start."""
    as_module = "import sys, runpy; sys.argv = ['tracker', '--version']; "
    as_module += "runpy.run_module('tracker', run_name='__main__', alter_sys=True)"
    assert loaded_by(as_module) & (ORM | SCREENS) == set()


def test_domain_loads_the_standard_library_only() -> None:
    """Importing the whole domain loads no library: dateutil waits until a date is reckoned."""
    loaded = loaded_by(f"import {', '.join(modules('domain'))}")
    packages = {name.partition(".")[0] for name in loaded}
    assert packages - sys.stdlib_module_names == {"tracker"}


def test_reading_loads_no_orm() -> None:
    """Reading is plain SQL: none of its modules loads SQLAlchemy or SQLModel."""
    reading = [name for name in modules("store") if name.startswith("tracker.store.reading")]
    assert reading
    assert loaded_by(f"import {', '.join(reading)}") & (ORM | SCREENS) == set()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database that holds the sample group."""
    path = tmp_path_factory.mktemp("sample") / "sample.sqlite3"
    done = run_python("-m", "tracker", "demo", "--keep", str(path))
    assert done.returncode == 0, done.stderr
    return path


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "1"], ["search", "mascot"], ["history", "1"], ["summary"], ["digest"]],
    ids=" ".join,
)
def test_reading_commands_load_no_orm(arguments: list[str], sample: Path) -> None:
    """Whoever only reads waits for no ORM and, without a terminal, for no screen library."""
    code = COMMAND.format(["--db", str(sample), *arguments])
    assert loaded_by(code) & (ORM | SCREENS) == set()
