"""The person's own editor, lent the terminal for a long text."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.tui.app import TrackerApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.session.workplace import Workplace


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lend the terminal as Textual does, which takes it back only if nothing is raised meanwhile."""
    happened: list[str] = []

    @contextmanager
    def suspend(_app: TrackerApp) -> Iterator[None]:
        happened.append("lent")
        yield
        happened.append("taken back")

    monkeypatch.setattr(TrackerApp, "suspend", suspend)
    monkeypatch.delenv("VISUAL", raising=False)
    return happened


@pytest.mark.parametrize("command", ["false", "no-such-editor", "sh -c 'exit 3'", "'unclosed"])
async def test_an_editor_that_fails_gives_the_terminal_back(
    place: Workplace, monkeypatch: pytest.MonkeyPatch, lent: list[str], command: str
) -> None:
    """The dialogue is there again with its text, and says which editor could not be run."""
    monkeypatch.setenv("EDITOR", command)
    async with running(place, (140, 40), "n") as driver:
        await driver.type("asked twice")
        await driver.press("ctrl+e")
        assert lent == ["lent", "taken back"]
        assert any(command in told for told in driver.told)
        assert "asked twice" in driver.text
        await driver.press("enter")
        assert "note written" in driver.told[-1]


async def test_what_was_written_in_the_editor_comes_back(
    place: Workplace, monkeypatch: pytest.MonkeyPatch, lent: list[str], tmp_path: Path
) -> None:
    """It replaces the text of the dialogue, and is saved from there."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "from elsewhere" > "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    async with running(place, (140, 40), "n") as driver:
        await driver.type("begun here")
        await driver.press("ctrl+e")
        assert lent == ["lent", "taken back"]
        assert "from elsewhere" in driver.text
