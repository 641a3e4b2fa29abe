"""What the README tells people to type works as it stands, from top to bottom."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import twin_as_word
from tests.house.source import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.clock import StillClock

STORY = "A report, from capture to follow-up"
AFTERWARDS = dt.datetime(2020, 10, 5, 9, tzinfo=dt.UTC)


def lines_below(heading: str) -> list[str]:
    """Give the command lines of the first blocks below a heading, without their comments."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    below = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", below, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_story_of_the_readme(
    fresh: Callable[..., Ran], clock: StillClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line of it, and of the filters after it, does what it says, on a report like the real."""
    twin_as_word(tmp_path / "report.docx")
    monkeypatch.chdir(tmp_path)
    clock.instant = AFTERWARDS
    lines = lines_below(STORY)
    assert len(lines) > 15
    for line in lines:
        words = shlex.split(line, comments=True)
        if words[1] == "capture":
            words.append("--accept-all")  # a person judges; here nobody is at the keyboard
        ran = fresh(*words[1:])
        assert ran.code == 0, (line, ran)
    assert (tmp_path / "followup.docx").stat().st_size > 0
