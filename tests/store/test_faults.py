"""What may befall a database: death in mid-write, a full disk, locks, damage. Nothing is half-written."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.furnishing import furnished_file, workplace_at
from tests.house.source import CHECKOUT, SRC, run_python
from tests.store.consistency import assert_consistent
from tracker.cli.main import run
from tracker.store import sqlite
from tracker.store.database import Database, reading
from tracker.store.reading.items import find_item, list_items

if TYPE_CHECKING:
    from tests.clock import StillClock

__all__ = ["furnished_file"]  # a fixture

TWIN = CHECKOUT / "tests" / "fixtures" / "reports" / "twin.md"

# Root may write whatever the mode of a file says, until it gives that up.
BEGIN = """
import ctypes, os, resource, sys
largest, obeys_modes = map(int, sys.argv[1:3])
resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
if obeys_modes and os.geteuid() == 0:
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, "-m", "tracker", *sys.argv[3:]])
"""


@pytest.fixture
def path(furnished_file: Path, tmp_path: Path) -> Path:
    """Give the file of a furnished database, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(furnished_file, folder / "tracker.sqlite3"))


def command(
    path: Path,
    *words: str,
    largest: int = resource.RLIM_INFINITY,
    obeys_modes: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, in which no file may grow beyond ``largest`` bytes."""
    return run_python("-c", BEGIN, str(largest), str(int(obeys_modes)), "--db", str(path), *words)


def assert_one_line(done: subprocess.CompletedProcess[str], *words: str, code: int = 5) -> None:
    """Hold a failure to its exit code and to one line that says what is the matter."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("tracker: ")
    assert done.stderr.count("\n") == 1, done.stderr
    for word in words:
        assert word in done.stderr


def assert_still_works(path: Path) -> None:
    """Hold the database to being whole, and to taking the next change."""
    with reading(Database(str(path))) as reader:
        assert_consistent(reader)
        assert [row.ref for row in list_items(reader)] == [1, 2, 3]
    assert run(["--db", str(path), "assign", "3", "Ana Lima"]) == 0
    with reading(Database(str(path))) as reader:
        assert find_item(reader, 3).owner == "Ana Lima"
        assert_consistent(reader)


def test_death_in_mid_write(path: Path) -> None:
    """A program killed at any statement of a change leaves all of it or nothing, and all is well."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.dying", str(path)],
        check=False, capture_output=True, text=True, cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(SRC)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 15


@pytest.mark.parametrize("room", [0, 40_000, 120_000])
def test_a_full_disk_in_mid_write(path: Path, room: int) -> None:
    """When no more can be written the change is not made, in one line; afterwards all works."""
    done = command(path, "capture", str(TWIN), "--accept-all", largest=room)
    assert_one_line(done, str(path))
    assert_still_works(path)


def test_a_full_disk_for_a_new_database(tmp_path: Path) -> None:
    """A database that could not be made is made the next time."""
    path = tmp_path / "new.sqlite3"
    assert_one_line(command(path, "list", largest=30_000), str(path))
    assert command(path, "list").returncode == 0
    with reading(Database(str(path))) as reader:
        assert_consistent(reader)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is full")
@pytest.mark.parametrize(
    "words", [["list"], ["list", "--json"], ["summary"], ["--help"]], ids=" ".join
)
def test_a_full_disk_behind_the_output(path: Path, words: list[str]) -> None:
    """Output that finds no room is one clear line too."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", "--db", str(path), *words],
            check=False, stdout=full, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": str(SRC)},
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("tracker: The output cannot be written: ")
    assert done.stderr.count("\n") == 1


def test_a_file_that_somebody_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While another writes, reading goes on; a change waits, then says to try again."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert run(["--db", str(path), "list"]) == 0
        assert run(["--db", str(path), "assign", "3", "Ana Lima"]) == 5
    assert capsys.readouterr().err == (
        f"tracker: The database {path} is busy. Nothing was changed; try again.\n"
    )
    assert_still_works(path)


def test_a_file_that_is_held_for_itself_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that lets nobody else in (on a network drive, say) is busy, for readers too."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("UPDATE head SET seq = seq")
        assert run(["--db", str(path), "list"]) == 5
    assert "busy" in capsys.readouterr().err
    assert_still_works(path)


@pytest.mark.parametrize(
    "words", [["list", "all"], ["history"], ["summary"], ["add", "x"]], ids=" ".join
)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_a_damaged_file(
    path: Path, words: list[str], part: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages overwritten anywhere: an answer, or one line; never a traceback."""
    content = bytearray(path.read_bytes())
    start = int(part * len(content)) // 4096 * 4096
    content[start : start + 40 * 4096] = b"\xab" * 40 * 4096
    path.write_bytes(content)
    code = run(["--db", str(path), *words])
    told = capsys.readouterr()
    assert code in {0, 5}
    assert code == 0 or (told.err.count("\n") == 1 and "cannot be used" in told.err)


def test_a_file_cut_short(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Half a database is told from a whole one."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert run(["--db", str(path), "list", "all"]) == 5
    assert "malformed" in capsys.readouterr().err


def test_a_file_that_may_only_be_read(path: Path) -> None:
    """It can be looked at; a change is refused, and nothing is changed."""
    path.chmod(0o400)
    assert command(path, "list", obeys_modes=True).returncode == 0
    assert_one_line(command(path, "assign", "3", "Ana Lima", obeys_modes=True), "may only be read")
    path.chmod(0o600)
    assert_still_works(path)


def test_a_file_that_may_not_even_be_read(path: Path) -> None:
    """It is refused."""
    path.chmod(0o000)
    assert_one_line(command(path, "list", obeys_modes=True), "cannot be used")


def test_a_folder_that_may_only_be_read(path: Path) -> None:
    """No database can be made there, and none is half-made."""
    path.parent.chmod(0o500)
    done = command(path.with_name("new.sqlite3"), "list", obeys_modes=True)
    assert_one_line(done, "Permission denied")
    path.parent.chmod(0o700)
    assert list(path.parent.iterdir()) == [path]


def test_files_beside_the_database_are_as_private(path: Path, clock: StillClock) -> None:
    """The log that SQLite keeps beside the file holds private notes too."""
    place = workplace_at(str(path), clock)
    with place.change("title") as work:
        from tracker.desk.titles import retitle

        retitle(work, 3, "Secret")
    beside = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    place.close()
    assert len(beside) == 3
    assert set(beside.values()) == {0o600}


@pytest.mark.parametrize(
    "words",
    [["--actor", "\udcff", "add", "x"], ["note", "3", "\udcff"], ["-g", "\udcff", "list"],
     ["person", "add", "\udcff"]],
    ids=lambda words: ascii(" ".join(words)),
)  # fmt: skip
def test_what_is_no_text(path: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes on the command line that are no UTF-8 are refused in one line."""
    assert run(["--db", str(path), *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert_still_works(path)
