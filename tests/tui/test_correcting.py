"""Adopted text corrected by a corrigendum; it is locked otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from tests.tui.running import WIDE, Driver, running
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import find_item

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


async def correcting(driver: Driver, ref: int, symbol: str = "C20/57 Cor.1") -> TextArea:
    """Begin to correct the text of an item, up to the text."""
    driver.app.show_item(ref, ref)
    await driver.rest()
    await driver.press("C")
    driver.app.screen.query_one("#field-symbol", Input).value = symbol
    await driver.press("enter")
    return driver.app.screen.query_one(TextArea)


async def test_a_text_is_corrected_by_a_document_that_is_named(place: Workplace) -> None:
    """The text as it was is there to be changed; what corrected it is kept with the former one."""
    async with running(place, WIDE) as driver:
        area = await correcting(driver, 6)
        assert area.text == "The COP Mascot will be posted online."
        area.text = "The Mascot will be posted online."
        await driver.press("enter")
        assert driver.told == ["6 Mascot online: text corrected by C20/57 Cor.1"]
    assert find_item(place.reader, 6).text == "The Mascot will be posted online."
    (corrigendum,) = item_detail(place.reader, 6, place.today).corrigenda
    assert "C20/57 Cor.1" in corrigendum


async def test_nothing_is_corrected_where_nothing_was_changed(place: Workplace) -> None:
    """The dialogue says so, and no corrigendum is recorded."""
    async with running(place, WIDE) as driver:
        await correcting(driver, 6)
        await driver.press("enter")
        assert "The adopted text of 6 is as it was." in driver.text
    assert item_detail(place.reader, 6, place.today).corrigenda == ()


async def test_a_corrigendum_has_a_symbol(place: Workplace) -> None:
    """Without one the text is not even shown to be changed."""
    async with running(place, WIDE) as driver:
        driver.app.show_item(6, 6)
        await driver.rest()
        await driver.press("C", "enter")
        assert "the symbol of the corrigendum or the revision" in driver.text
        assert not driver.app.screen.query(TextArea)


async def test_only_what_was_adopted_can_be_corrected(place: Workplace) -> None:
    """An action item has a title, which another key changes; several items have several texts."""
    async with running(place, WIDE) as driver:
        driver.app.show_item(10, 10)
        await driver.rest()
        await driver.press("C")
        assert driver.told[-1] == "10 has no adopted text that could be corrected."
        driver.app.show_list("#6,10")
        await driver.rest()
        await driver.press("asterisk", "C")
        assert driver.told[-1] == "An adopted text belongs to one item; several are marked."
