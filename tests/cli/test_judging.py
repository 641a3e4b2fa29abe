"""Judging proposals at a terminal: one key says what becomes of each, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import TWIN
from tests.cli.at_terminal import Terminal, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tests.cli.conftest import Ran
    from tests.clock import StillClock
    from tracker.store.database import Database

KEYS = "q leave"
STOPPED = 130


@pytest.fixture
def judging(
    sqlite_database: Database, clock: StillClock
) -> Callable[[], AbstractContextManager[Terminal]]:
    """Give a function that starts capturing the twin report at a terminal."""
    words = ["--db", sqlite_database.where, "--actor", "rita", "capture", str(TWIN)]
    return lambda: at_terminal(words, size=(80, 24), TRACKER_CLOCK=clock().isoformat())


def judge(screen: Terminal, key: str, **answers: str) -> str:
    """Wait for a proposal, press a key and answer what is asked; give what was shown of it."""
    shown = screen.until(KEYS)
    screen.press(key)
    for question, answer in answers.items():
        screen.until(f"{question.capitalize()}")
        screen.type(answer)
    return shown


def test_what_is_judged_survives_leaving_and_becomes_items(
    judging: Callable[[], AbstractContextManager[Terminal]], fresh: Callable[..., Ran]
) -> None:
    """Accept, edit, dismiss and merge; leave; come back to the rest; then all is recorded at once."""
    fresh("group", "add", "CWG-RSA")
    fresh("person", "add", "Rita", "Moreau")
    with judging() as screen:
        first = judge(screen, "a")
        assert "[1/7]" in first
        assert "| The Chair encouraged to send ideas" in first
        edit(screen)
        judge(screen, "d", why="no work in it")
        judge(screen, "m", says="#99x")
        judge(screen, "q")
        code, last = screen.ended()
    assert (code, "Left with 4 open." in last) == (0, True)
    assert fresh("list", "--count").out == "0\n"
    with judging() as screen:
        assert "[1/4]" in judge(screen, "a")
        judge(screen, "m", says="7.1-1")
        judge(screen, "a")
        judge(screen, "s")
        code, last = screen.ended()
    assert (code, "7 bullets: 5 accepted, 1 dismissed, 1 open" in last) == (0, True)
    recorded(fresh)


def edit(screen: Terminal) -> None:
    """Change title, owner and date of a proposal; what is wrong is asked for again."""
    judge(screen, "e", title="Wider participation", kind="", addressee="", owner="nobody")
    assert "No owner is known as “nobody”." in screen.until("Owner")
    screen.type("rita")
    screen.until("Due")
    screen.type("05/06/2020")
    assert "can be read two ways" in screen.until("Due")
    screen.type("end of March")
    assert "due Tue 31 Mar 2020" in screen.until("[3/7]")


def recorded(fresh: Callable[..., Ran]) -> None:
    """See that the items are as they were judged."""
    by_bullet = {(each["section"], each["bullet"]): each for each in fresh("list", "--json").json}
    assert sorted(by_bullet) == [("7.1", 1), ("7.1", 2), ("7.1", 4), ("7.1", 5), ("7.2", 1)]
    edited = by_bullet["7.1", 2]
    assert (edited["title"], edited["owner"]) == ("Wider participation", "Rita Moreau")
    assert edited["due"] == "2020-03-31"
    assert edited["text"].startswith("The Chair recommended a wider presence")
    merged = fresh("show", by_bullet["7.1", 5]["ref"], "--json").json[0]
    assert [(x["relation"], x["ref"]) for x in merged["relations"]] == [
        ("reiterates", by_bullet["7.1", 1]["ref"])
    ]


def test_going_back_judges_again(
    judging: Callable[[], AbstractContextManager[Terminal]], fresh: Callable[..., Ran]
) -> None:
    """A slip of a key is put right before anything is recorded."""
    with judging() as screen:
        judge(screen, "d", why="")
        judge(screen, "b")
        assert "dismissed (no outcome)" in judge(screen, "a")
        screen.until("[2/7]")
        screen.press("\x03")
        code, last = screen.ended()
    assert (code, "Stopped." in last) == (STOPPED, True)
    proposals = fresh("capture", TWIN, "--json").json["proposals"]
    assert [each["state"] for each in proposals[:2]] == ["accepted", "open"]
    assert fresh("history", "--json").json == []


def test_what_was_judged_outlives_a_kill(
    judging: Callable[[], AbstractContextManager[Terminal]], fresh: Callable[..., Ran]
) -> None:
    """Each decision is kept as it is taken, and nothing is half-written."""
    with judging() as screen:
        judge(screen, "a")
        judge(screen, "d", why="no work in it")
        screen.until("[3/7]")
        screen.process.kill()
        assert screen.process.wait() < 0
    proposals = fresh("capture", TWIN, "--json").json["proposals"]
    states = [each["state"] for each in proposals[:3]]
    assert states == ["accepted", "dismissed (no work in it)", "open"]
    assert fresh("history", "--json").json == []
    assert fresh("group", "--json").json == []
