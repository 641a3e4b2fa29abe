"""What is told in a corner: whole, few at once, and where it covers least."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, WIDE, running

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

LONG = " ".join(f"word{number}" for number in range(40))


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("keys", [(), ("a",)])
async def test_a_long_text_is_told_whole(
    place: Workplace, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """Wrapped, in a view and in a dialogue; and once only."""
    async with running(place, size, *keys) as driver:
        driver.app.tell(LONG, "warning")
        await driver.rest()
        told = " ".join(line.partition("▌")[2] for line in driver.text.splitlines())
        assert [word for word in told.split() if word.startswith("word")] == LONG.split()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_heads_and_keys_are_in_view_below_what_is_told(
    place: Workplace, size: tuple[int, int]
) -> None:
    """The lines at the top and the key bar are as they were."""
    async with running(place, size) as driver:
        before = driver.text.splitlines()
        driver.app.tell(LONG)
        await driver.rest()
        after = driver.text.splitlines()
        assert after[:10] == before[:10]
        assert after[-1] == before[-1]
        assert after != before


async def test_of_many_the_newest_three_stand(place: Workplace) -> None:
    """What was told before goes, also when a dialogue opens and closes."""
    async with running(place, NARROW) as driver:
        for number in range(5):
            driver.app.tell(f"told {number}")
        await driver.rest()
        shown = [f"told {n}" in driver.text for n in range(5)]
        assert shown == [False, False, True, True, True]
        await driver.press("a")
        assert driver.text.count("told 4") == 1
        await driver.press("escape")
        assert driver.text.count("told 4") == 1
