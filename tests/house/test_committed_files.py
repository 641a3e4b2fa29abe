"""What is committed holds nothing of the machine that it was written on."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.house.source import CHECKOUT

HOME = Path.home()  # found on loading: a test has a home of its own

# Written so that this file does not match itself.
PACKAGE_INDEX = re.compile(
    r"[p]ypi\.org|[p]ythonhosted\.org|https?://\S+/[s]imple\b"
    r"|--(extra-)?[i]ndex-url\b|--[f]ind-links\b|^(?:PIP|UV)_[A-Z_]*(?:INDEX|LINKS)",
    re.MULTILINE,
)
PERSONAL_FOLDER = re.compile(r"(?<![\w./-])/(?:home|Users)/[a-z][\w-]*/")


def _committed_texts() -> dict[str, str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, check=False, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    texts = {}
    for name in filter(None, listed.stdout.split("\0")):
        content = (CHECKOUT / name).read_bytes() if (CHECKOUT / name).is_file() else b""
        if b"\0" not in content:
            texts[name] = content.decode()
    return texts


def _machine_paths() -> re.Pattern[str]:
    """Find this checkout, the folder it lies in and the user's home, but nothing common to all."""
    everywhere = {Path("/"), Path("/tmp"), Path(tempfile.gettempdir())}
    ours = sorted({CHECKOUT, CHECKOUT.parent, HOME} - everywhere)
    return re.compile("|".join(rf"(?<![\w./-]){re.escape(str(path))}/" for path in ours))


def test_no_file_names_a_package_index() -> None:
    """Where packages come from is the user's own setting."""
    assert [name for name, text in _committed_texts().items() if PACKAGE_INDEX.search(text)] == []


def test_no_file_names_a_path_of_a_machine() -> None:
    """Nothing works on one machine only."""
    machine = _machine_paths()
    found = [
        name
        for name, text in _committed_texts().items()
        if machine.search(text) or PERSONAL_FOLDER.search(text)
    ]
    assert found == []


def test_every_locked_package_has_a_hash() -> None:
    """A package that was swapped for another is refused."""
    for lock in (CHECKOUT / "requirements").glob("*.txt"):
        pinned = re.split(r"^(?=\w)", lock.read_text(), flags=re.MULTILINE)[1:]
        assert pinned
        assert [
            entry for entry in pinned if "==" not in entry or "--hash=sha256:" not in entry
        ] == []
