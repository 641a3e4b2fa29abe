"""Mailing reports from their preview: asked first, sent once, each outcome told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mail.server import Inbox, smtp_server
from tests.tui.running import running
from tracker.desk.digest_readers import add_reader
from tracker.session.workplace import Workplace
from tracker.tui.data.reports import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.tui.running import Driver


def with_mail(place: Workplace, mail: Mapping[str, object]) -> Workplace:
    """Give the workplace with mail settings."""
    return Workplace(place.settings._replace(more={"mail": dict(mail)}), place.clock)


async def look_at(driver: Driver, report: str) -> None:
    """Go to a report."""
    await driver.press("6", *["down"] * [kind.name for kind in KINDS].index(report))
    await driver.pilot.pause(0.15)
    await driver.rest()


async def test_a_report_goes_to_whom_one_names(place: Workplace) -> None:
    """A beginning of a name is enough; no is the default; it never goes twice."""
    inbox = Inbox()
    with smtp_server(inbox) as table:
        own = with_mail(place, table)
        async with running(own) as driver:
            await look_at(driver, "summary")
            for answer in ("enter", "y", "y"):
                await driver.press("m")
                await driver.type("rita")
                await driver.press("enter")
                assert "Rita Sekretär <rita@example.org>" in driver.text
                await driver.press(answer)
            assert inbox.readers == ["rita@example.org"]
            assert driver.told[-1] == "rita@example.org: sent before"
        own.close()


async def test_the_digest_goes_to_its_readers(place: Workplace) -> None:
    """Who gets it is said before anything leaves."""
    inbox = Inbox()
    with place.change("reader add") as work:
        add_reader(work, 1, name="Ana", email="ana@example.org")
    with smtp_server(inbox) as table:
        own = with_mail(place, table)
        async with running(own) as driver:
            await look_at(driver, "digest")
            await driver.press("m")
            assert "Ana <ana@example.org>: to be sent" in driver.text
            await driver.press("y")
            assert inbox.readers == ["ana@example.org"]
        own.close()


async def test_without_mail_settings_it_is_said_what_to_write(place: Workplace) -> None:
    """Nothing leaves, and one line says what is lacking."""
    async with running(place) as driver:
        await look_at(driver, "summary")
        await driver.press("m")
        await driver.type("ana@example.org")
        await driver.press("enter", "y")
        assert "Nothing can be sent yet" in driver.told[-1]


async def test_a_digest_without_readers_says_so(place: Workplace) -> None:
    """There is nobody to ask about."""
    async with running(place) as driver:
        await look_at(driver, "digest")
        await driver.press("m")
        assert "Nobody reads the digest yet" in driver.told[-1]
