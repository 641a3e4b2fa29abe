"""What an installed tracker consists of."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.house.source import CHECKOUT, run_python

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = ("migrations", "views", "samples")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel from a copy of the checkout in which somebody has been at work."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in ("src", "db"):
        shutil.copytree(CHECKOUT / folder, copy / folder)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(CHECKOUT / name, copy)
    (copy / "db" / "tracker.db").write_text("somebody's own group")
    (copy / "db" / "migrations" / "__pycache__").mkdir(exist_ok=True)
    (copy / "db" / "migrations" / "__pycache__" / "env.cpython-311.pyc").touch()
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(copy / "dist")]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    return zipfile.ZipFile(next((copy / "dist").iterdir()))


@pytest.fixture(scope="module")
def site(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel, which is all that installing it does."""
    folder = tmp_path_factory.mktemp("site")
    wheel.extractall(folder)
    return folder


def test_wheel_holds_the_shipped_folders(wheel: zipfile.ZipFile) -> None:
    """Migrations, views and samples travel inside the package, file by file."""
    expected = {
        f"tracker/{path.relative_to(CHECKOUT)}"
        for folder in SHIPPED
        for path in (CHECKOUT / "db" / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel.namelist() if name.startswith("tracker/db/")} == expected


def test_wheel_holds_no_leavings(wheel: zipfile.ZipFile) -> None:
    """Neither a database nor compiled code is shipped."""
    endings = (".db", ".pyc", ".sqlite", ".sqlite3", "-wal", "-shm")
    assert [name for name in wheel.namelist() if name.endswith(endings)] == []


def test_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    """The wheel is typed, licensed, and brings the command."""
    names = {name.rpartition("/")[2] for name in wheel.namelist()}
    assert {"py.typed", "LICENSE", "entry_points.txt"} <= names


def test_installed_package_speaks_its_languages(site: Path) -> None:
    """The catalogues of report words travel with it."""
    code = "from tracker.reports.words import Words; print(Words('fr')('Action required'))"
    assert run_python("-c", code, PYTHONPATH=str(site)).stdout.strip() == "Suite à donner"


def test_installed_package_finds_its_own_folder(site: Path) -> None:
    """Without a checkout around it, the package uses what it carries."""
    code = "from tracker.store.shipped import db_folder; print(db_folder())"
    assert run_python("-c", code, PYTHONPATH=str(site)).stdout.strip() == str(
        site / "tracker" / "db"
    )


def test_installed_package_runs_the_demo(site: Path) -> None:
    """The demo runs from the wheel alone, and without a terminal prints the summary."""
    done = run_python("-m", "tracker", "demo", PYTHONPATH=str(site))
    assert done.returncode == 0, done.stderr
    assert "CWG-COP" in done.stdout
