"""A question whose answer nobody waits for any more is ended, so that the next has the machine."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.store.database import Reader, open_reader
from tracker.store.failures import Stopped
from tracker.tui.widgets.facet_list import FacetList

if TYPE_CHECKING:
    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
PATIENCE = 20
"""Seconds."""


class Endless:
    """A question that never ends by itself; it says when it has begun, and when it was stopped."""

    def __init__(self) -> None:
        self.begun, self.stopped = Event(), Event()

    def __call__(self, reader: Reader) -> object:
        """Ask."""
        self.begun.set()
        try:
            return reader.value(ENDLESS)
        except Stopped:
            self.stopped.set()
            raise


def test_a_reader_that_is_stopped_ends_its_query_and_can_go_on(place: Workplace) -> None:
    """The thread that runs it meets ``Stopped``; so does whoever asks before it goes on."""
    reader, endless = open_reader(place.database), Endless()
    met: list[BaseException] = []

    def ask() -> None:
        with pytest.raises(Stopped) as raised:
            endless(reader)
        met.append(raised.value)

    thread = Thread(target=ask)
    thread.start()
    assert endless.begun.wait(PATIENCE)
    while thread.is_alive():  # stopping before the query itself has begun would miss it
        reader.stop()
        thread.join(0.01)
    assert met
    with pytest.raises(Stopped):
        reader.value("SELECT 1")
    reader.go_on()
    assert reader.value("SELECT 1") == 1
    reader.close()


def test_a_reader_of_a_server_begins_nothing_once_it_is_stopped(shared_place: Workplace) -> None:
    """What the server has begun it ends by itself; of a question with many parts, no more begin."""
    reader = open_reader(shared_place.database)
    reader.stop()
    with pytest.raises(Stopped):
        reader.rows("SELECT 1")
    with pytest.raises(Stopped):
        list(reader.each("SELECT 1"))
    reader.go_on()
    assert reader.rows("SELECT 1") == [(1,)]
    reader.close()


@pytest.mark.parametrize("forgotten", [False, True])
async def test_a_question_asked_anew_or_forgotten_ends_the_one_before(
    place: Workplace, forgotten: bool
) -> None:
    """Only the last answer arrives; nothing is told of the first, and its reader is used again."""
    async with running(place) as driver:
        body, endless, answers = driver.body, Endless(), list[object]()
        body.asking.ask("endless", endless, answers.append, stoppable=True)
        await _until(driver, endless.begun)
        if forgotten:
            body.asking.forget("endless")
        else:
            body.asking.ask("endless", lambda reader: int(reader.value("SELECT 7")), answers.append)
        await _until(driver, endless.stopped)
        await driver.rest()
        assert answers == ([] if forgotten else [7])
        assert not driver.told
        body.asking.ask("else", lambda reader: int(reader.value("SELECT 8")), answers.append)
        await driver.rest()
        assert answers[-1] == 8


async def test_typing_ends_the_counting_of_facets(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody reads the counts of a filter that is being changed."""
    endless = Endless()
    async with running(place) as driver:
        await driver.press("/")
        with monkeypatch.context() as patched:
            patched.setattr(
                "tracker.tui.data.facets.count_facets", lambda reader, *_: endless(reader)
            )
            await driver.pilot.press("s")
            await _until(driver, endless.begun)
        await driver.pilot.press("e")
        await _until(driver, endless.stopped)
        await driver.rest()
        assert driver.body.query_one(FacetList).keys


async def _until(driver: Driver, event: Event) -> None:
    """Wait for a thread while the app goes on."""
    for _ in range(PATIENCE * 100):
        if event.is_set():
            return
        await driver.pilot.pause(0.01)
    raise AssertionError("it was waited for in vain")
