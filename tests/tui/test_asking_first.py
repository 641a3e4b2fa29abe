"""What cannot be taken back is named first, and no is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import workplace
from tests.tui.running import running
from tracker.desk.annotate import prioritize

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize(("answer", "replaced"), [("enter", False), ("n", False), ("y", True)])
async def test_a_file_is_replaced_only_after_yes(
    place: Workplace, tmp_path: Path, answer: str, replaced: bool
) -> None:
    """The file is named; enter, which opened the question, does not answer it with yes."""
    path = tmp_path / "summary.md"
    path.write_text("mine", encoding="utf-8")
    async with running(place, (140, 40), "6") as driver:
        await driver.pilot.pause(0.15)
        await driver.press("w", "ctrl+u")
        await driver.paste(str(path))
        await driver.press("enter")
        assert f"Replace {path}?" in driver.text
        await driver.press(answer)
        assert (path.read_text(encoding="utf-8") != "mine") is replaced


@pytest.mark.parametrize(("answer", "undone"), [("enter", False), ("escape", False), ("y", True)])
async def test_what_somebody_else_did_is_undone_only_after_yes(
    place: Workplace, tmp_path: Path, clock: StillClock, answer: str, undone: bool
) -> None:
    """The change and who made it are named."""
    other = workplace(tmp_path / "tracker.sqlite3", clock, actor="jan")
    with other.change("priority") as work:
        prioritize(work, (10,), "high")
    other.close()
    async with running(place, (140, 40), "7", "x") as driver:
        assert "which jan made?" in driver.text
        assert "10 Draw the mascot: priority: normal → high" in driver.text
        await driver.press(answer)
        assert any(told.startswith("Undone:") for told in driver.told) is undone


async def test_ones_own_last_change_is_undone_at_once(place: Workplace) -> None:
    """What is easily done again needs no question; the toast says what was undone."""
    with place.change("priority") as work:
        prioritize(work, (10,), "high")
    async with running(place, (140, 40), "7", "x") as driver:
        assert driver.told == [
            "Undone: 10 Draw the mascot: priority: high → normal  (U does it again)"
        ]
