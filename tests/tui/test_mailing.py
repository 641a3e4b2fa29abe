"""Mailing reports from their preview: asked first, sent once, each outcome told."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.mail.server import Inbox, smtp_server
from tests.tui.running import running
from tracker.desk.digest_readers import add_reader
from tracker.session.workplace import Workplace
from tracker.store.reading.digest_readers import list_readers
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
            assert "Mail the digest of CWG-COP, edition 2020-W11 as at 2020-03-10?" in driver.text
            assert "Ana <ana@example.org>: to be sent" in driver.text
            await driver.press("y")
            assert inbox.readers == ["ana@example.org"]
        own.close()


async def as_at(driver: Driver, day: str) -> None:
    """Show reports as at a day."""
    await driver.press("t")
    await driver.type(day)
    await driver.press("enter")


async def test_the_digest_of_a_past_day_is_not_mailed(place: Workplace) -> None:
    """Editions go by the ledger: one line says to clear the day, and then it can be mailed."""
    with place.change("reader add") as work:
        add_reader(work, 1, name="Ana", email="ana@example.org")
    async with running(place) as driver:
        await look_at(driver, "digest")
        await as_at(driver, "2020-03-04")
        await driver.press("m")
        assert driver.told[-1].startswith("The digest goes out by editions")
        assert "Mail the digest" not in driver.text
        await as_at(driver, "now")
        await driver.press("m")
        assert "Mail the digest" in driver.text


async def test_another_report_is_mailed_as_it_is_shown(place: Workplace) -> None:
    """The question names the day, and what leaves is the report as at that day."""
    inbox = Inbox()
    with smtp_server(inbox) as table:
        own = with_mail(place, table)
        async with running(own) as driver:
            await look_at(driver, "summary")
            await as_at(driver, "2020-03-04")
            await driver.press("m")
            await driver.type("rita")
            await driver.press("enter")
            assert "Mail the summary as at 2020-03-04?" in driver.text
            await driver.press("y")
            assert inbox.readers == ["rita@example.org"]
            text = message_from_bytes(inbox.mails[0][1], policy=default).get_body(("plain",))
            assert text is not None
            assert "4 Mar" in text.get_content(), text.get_content()
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


async def fill_in(driver: Driver, **fields: str) -> None:
    """Fill in fields of the form that is shown, and say yes to it."""
    for name, text in fields.items():
        driver.app.screen.query_one(f"#field-{name}", Input).value = text
    await driver.press("enter")


async def test_a_reader_of_the_digest_is_added_by_key(place: Workplace) -> None:
    """A person on record or an address; what cannot be is said in the form."""
    async with running(place) as driver:
        await look_at(driver, "digest")
        await driver.press("R")
        await fill_in(driver, who="jan")
        assert "Jan Novák has no mail address on record" in driver.text
        await fill_in(driver, who="nemo")
        assert "nemo" in driver.text
        await fill_in(driver, who="rita", scope="own", language="fr")
        assert driver.told[-1] == "Rita Sekretär → reads the digest of CWG-COP"
        await driver.press("R")
        await fill_in(driver, who="B. Lee <lee@example.org>")
    found = [(each.name, each.email, each.scope) for each in list_readers(place.reader, 1)]
    assert found == [
        ("B. Lee", "lee@example.org", "group"),
        ("Rita Sekretär", "rita@example.org", "own"),
    ]
