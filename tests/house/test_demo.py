"""`tracker demo`: the sample on a database of its own, which leaves the user's alone."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.house.source import SRC, run_python
from tests.store.consistency import assert_consistent
from tracker.cli.main import run
from tracker.store.database import Database, reading
from tracker.store.reading.items import list_items

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a sample that was kept."""
    path = tmp_path_factory.mktemp("kept") / "folder" / "sample.sqlite3"
    done = run_python("-m", "tracker", "demo", "--keep", str(path))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"The sample is in {path}. Try: tracker --db {path} list\n"
    return path


def test_the_demo_leaves_the_user_alone(home: Path, tmp_path: Path) -> None:
    """It prints the summary, whatever the settings say, and nothing is made or changed anywhere."""
    own, temporary = tmp_path / "own.sqlite3", tmp_path / "temporary"
    temporary.mkdir()
    config = home / "config" / "tracker" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'database = "{own}"\ngroup = "ELSEWHERE"\nactor = "me"\n')
    settled = {"TRACKER_DB": str(own), "TRACKER_GROUP": "NOWHERE", "TMPDIR": str(temporary)}
    done = run_python("-m", "tracker", "demo", **settled)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("CWG-COP")
    assert done.stderr == ""
    assert not own.exists()
    assert list(temporary.iterdir()) == []
    assert [path for path in home.rglob("*") if path.is_file()] == [config]


def test_the_kept_sample_is_whole(sample: Path) -> None:
    """One private file that every command works on, in the sample's own time."""
    assert list(sample.parent.iterdir()) == [sample]
    assert stat.S_IMODE(sample.stat().st_mode) == 0o600
    with reading(Database(str(sample))) as reader:
        assert_consistent(reader)
        rows = list_items(reader)
        assert [row.paragraph for row in rows if row.sort == "outcome"].count("") == 0
        assert len([row for row in rows if row.sort == "outcome"]) == 7
        actors = {actor for (actor,) in reader.rows("SELECT DISTINCT actor FROM change_set")}
    assert len(actors) > 1
    assert "tester" not in actors


def test_the_sample_is_not_written_over(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is there already stays, even if it is a link to nowhere."""
    before = sample.read_bytes()
    dangling = sample.with_name("link")
    dangling.symlink_to(sample.with_name("nowhere"))
    for taken in (sample, sample.parent, dangling):
        assert run(["demo", "--keep", str(taken)]) == 1
        assert f"{taken} is there already" in capfd.readouterr().err
    assert sample.read_bytes() == before
    dangling.unlink()


def test_no_room_for_the_sample(tmp_path: Path) -> None:
    """A place that cannot be written, or a disk that is full, leaves nothing there."""
    path = tmp_path / "sample.sqlite3"
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))\n"
    code = f"{limit}from tracker.cli.main import main; main(sys.argv[1:])"
    for words in (["-c", code, "demo", "--keep", str(path)],
                  ["-m", "tracker", "demo", "--keep", "/proc/sample.sqlite3"]):  # fmt: skip
        done = run_python(*words, TMPDIR=str(tmp_path))
        assert done.returncode == 5, done.stderr
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("tracker: The ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_window_that_is_closed(tmp_path: Path, how: signal.Signals) -> None:
    """However the demo is ended in its midst, the throw-away folder is gone."""
    environment = os.environ | {"PYTHONPATH": str(SRC), "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "tracker", "demo"], env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    ) as demo:  # fmt: skip
        while not list(tmp_path.glob("*/sample.sqlite3")) and demo.poll() is None:
            time.sleep(0.01)
        demo.send_signal(how)
        _, told = demo.communicate()
    assert demo.returncode == (130 if how == signal.SIGINT else 128 + how)
    assert b"Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_nobody_reads(tmp_path: Path) -> None:
    """`tracker demo | head -1` ends quietly, and the throw-away folder is gone."""
    environment = os.environ | {"PYTHONPATH": str(SRC), "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "tracker", "demo"], env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as demo:  # fmt: skip
        assert demo.stdout is not None
        assert demo.stderr is not None
        demo.stdout.close()
        assert demo.stderr.read() == b""
    assert demo.returncode == 0
    assert list(tmp_path.iterdir()) == []
