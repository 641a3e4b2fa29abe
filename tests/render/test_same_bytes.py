"""The same document gives the same bytes, whenever and wherever it is rendered."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.reopening import bytes_of
from tests.render.sample_documents import ARABIC, FOLLOW_UP
from tracker.render.formats import FORMATS

ROOT = Path(__file__).parents[2]
PROGRAM = """
import tests.render.test_same_bytes as test
print(*test.digests(), sep="\\n")
"""


def digests() -> list[str]:
    """A digest of every sample in every format."""
    return [
        f"{form.name}: {hashlib.sha256(bytes_of(document, form.name)).hexdigest()}"
        for document in (FOLLOW_UP, ARABIC)
        for form in FORMATS
    ]


@pytest.fixture(scope="module")
def here() -> list[str]:
    """The digests of this process."""
    pytest.importorskip("typst")
    return digests()


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("2", "America/Lima")])
def test_another_process_gives_the_same_bytes(here: list[str], seed: str, zone: str) -> None:
    """Neither the order of sets, nor the clock, nor the time zone is in a file."""
    environment = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONHASHSEED": seed}
    there = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **environment, "TZ": zone, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert there.stdout.splitlines() == here


def test_the_same_process_gives_the_same_bytes_again(here: list[str]) -> None:
    """Nothing is left over from one rendering to the next."""
    assert digests() == here
