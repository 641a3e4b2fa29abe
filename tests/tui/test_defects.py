"""What the program itself fails at is told, and is shown whole when the app is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.desk import record
from tracker.tui.data import detailing

if TYPE_CHECKING:
    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace


def _fails(*_given: object, **_named: object) -> None:
    raise ZeroDivisionError("no divisor")


def _reported(driver: Driver) -> None:
    """See that the report on leaving has it."""
    with pytest.raises(ExceptionGroup) as raised:
        driver.app.defects.report()
    assert raised.group_contains(ZeroDivisionError, match="no divisor")


async def test_a_question_that_fails_is_told_and_raised_at_the_end(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list stays; the defect is neither silent nor the end of the app."""
    monkeypatch.setattr(detailing, "read_detail", _fails)
    async with running(place) as driver:
        assert any("a defect of tracker: ZeroDivisionError" in told for told in driver.told)
        assert driver.app.is_running
        _reported(driver)


async def test_a_change_that_fails_keeps_what_was_typed(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialogue stays open and says what happened; nothing is written."""
    monkeypatch.setattr(record, "record_item", _fails)
    before = place.reader.value("SELECT count(*) FROM item")
    async with running(place, (140, 40), "a") as driver:
        await driver.type("Book the room")
        await driver.press("enter")
        assert "Book the room" in driver.text
        assert "a defect of tracker" in driver.text
        _reported(driver)
    assert place.reader.value("SELECT count(*) FROM item") == before
