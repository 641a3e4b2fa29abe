"""The last line of a dialogue says what enter does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, running

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize(
    ("keys", "does"),
    [
        ("a", "enter add "),
        ("c", "enter read the report "),
        ("b", "enter set it up "),
        ("P", "enter add "),
        ("M", "enter add "),
        ("n", "enter save "),
        ("d", "enter save "),
        ("p", "enter or its key save "),
        ("W", "enter see what would leave "),
        ("3I", "enter read it, then a form "),
        ("6/", "enter show them so "),
        ("6t", "enter show them so "),
        ("6w", "enter write the file "),
        ("6e", "enter show it so "),
        ("6jo", "enter show it "),
    ],
)
async def test_a_dialogue_says_what_enter_does(place: Workplace, keys: str, does: str) -> None:
    """Nothing is said to be saved where a file is read, a report shown, or something added."""
    async with running(place, NARROW, *keys) as driver:
        assert driver.app.screen.is_modal
        assert driver.text.splitlines()[-1].strip().startswith(does)
