"""Two people at two terminals judge the same document at the same moment: nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.tui.running import NARROW, running
from tests.tui.test_triage_flow import REPORT
from tracker.desk.triage import pending
from tracker.domain.triage import Decision, Verdict
from tracker.tui import app as app_module

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.tui.running import Driver
    from tracker.domain.triage import Triage
    from tracker.session.workplace import Workplace
    from tracker.tui.bodies.triage import TriageBody


DISMISSED = Decision(Verdict.DISMISS, reason="no outcome")


@pytest.fixture
async def both(
    place: Workplace, jan: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Driver, Driver]]:
    """Give two terminals that show the same triage and have not yet seen what the other did."""
    monkeypatch.setattr(app_module, "LOOK_EVERY", 1000)
    path = tmp_path / "report-17.txt"
    path.write_text(REPORT, encoding="utf-8")
    async with running(place) as mine:
        await mine.press("c")
        await mine.paste(str(path))
        await mine.press("enter")
        async with running(jan, NARROW, "8") as theirs:
            yield mine, theirs


def kept(place: Workplace) -> Triage:
    """Give the triage as it is in the database."""
    (triage,) = pending(place.reader)
    return triage


async def test_both_decisions_stand_and_are_shown(
    both: tuple[Driver, Driver], place: Workplace
) -> None:
    """The one who keeps later has the other's decision on the screen at once."""
    mine, theirs = both
    await mine.press("a")
    await theirs.press("down", "a")
    assert len(kept(place).decisions) == 2
    assert "4 bullets: 2 accepted, 0 dismissed, 2 open" in theirs.text
    assert not theirs.app.screen.is_modal


@pytest.mark.parametrize(("answer", "stands"), [("enter", Verdict.ACCEPT), ("y", Verdict.DISMISS)])
async def test_who_comes_second_is_asked_which_stands(
    both: tuple[Driver, Driver], place: Workplace, answer: str, stands: Verdict
) -> None:
    """Both are shown, whole, on a small screen; theirs unless one says otherwise."""
    mine, theirs = both
    await mine.press("a")
    await theirs.press("d", "enter")
    key = kept(place).proposals[0].key
    assert "rita judged the same while you did: which stands?" in theirs.text
    assert f"{key}: rita said accepted" in theirs.text
    assert "you: dismissed: no outcome" in theirs.text
    assert kept(place).decisions[key].verdict is Verdict.ACCEPT
    await theirs.press(answer)
    assert kept(place).decisions[key].verdict is stands
    assert ("1 dismissed" in theirs.text) == (stands is Verdict.DISMISS)


async def test_backspace_takes_only_what_was_seen_away(
    both: tuple[Driver, Driver], place: Workplace
) -> None:
    """What the other decided instead meanwhile stands, and is told."""
    mine, theirs = both
    await mine.press("a", "up")
    theirs.app.look_around()
    await theirs.rest()
    await theirs.press("d", "enter")
    await mine.press("backspace")
    key = kept(place).proposals[0].key
    assert kept(place).decisions[key].verdict is Verdict.DISMISS
    assert mine.told[-1].startswith(f"{key}: jan said dismissed: no outcome. That stands")


async def test_a_question_waits_until_a_dialogue_is_closed(
    both: tuple[Driver, Driver], place: Workplace
) -> None:
    """What is typed into a dialogue is no answer to it."""
    mine, theirs = both
    await mine.press("d", "enter")
    await theirs.burst("ad")
    await theirs.type("yes")
    assert "which stands?" not in theirs.text
    await theirs.press("escape")
    for _ in range(100):
        if "which stands?" in theirs.text:
            break
        await theirs.pilot.pause(0.02)
    assert "rita said dismissed: no outcome" in theirs.text
    key = kept(place).proposals[0].key
    assert kept(place).decisions[key].verdict is Verdict.DISMISS


async def test_who_leaves_before_being_asked_is_told(
    both: tuple[Driver, Driver], place: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    """On leaving, what stands and what was not kept are printed."""
    mine, theirs = both
    await mine.press("a")
    before = cast("TriageBody", theirs.body).triage
    assert before is not None
    theirs.app.keeping.take(before, before.deciding({before.proposals[0].key: DISMISSED}))
    theirs.app.close()
    assert "rita said accepted. That stands; yours was not kept: dismissed" in (
        capsys.readouterr().err
    )
    assert len(kept(place).decisions) == 1
