"""What was decided on a captured document stands again when writing it is undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import TWIN
from tracker.capture.capturing import capture_file
from tracker.desk.adopt import adopt
from tracker.desk.triage import keep, pending, take_up
from tracker.desk.undo import redo, undo
from tracker.domain.triage import Decision, Edits, Facts, Target, Verdict
from tracker.store.instants import stamp
from tracker.store.reading.items import items_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.triage import Triage
    from tracker.session.workplace import Workplace

ACCEPTED = Decision(Verdict.ACCEPT, Edits(title="Ideas and examples"))
MERGED = Decision(Verdict.ACCEPT, reiterates=Target(ref=2))
JUDGED = {"7.1-1": ACCEPTED, "7.1-2": MERGED}


def taken_up(place: Workplace) -> Triage:
    """Take the twin report up, as capturing its file again does."""
    return take_up(place.reader, capture_file(TWIN), file_name=TWIN.name)


def write(place: Workplace, triage: Triage) -> list[int]:
    """Write what was accepted; give the refs of what is new."""
    with place.change("capture") as work:
        return [item.ref for item in adopt(work, triage).items]


def take_back(place: Workplace) -> None:
    """Undo the last change."""
    with place.change("undo") as work:
        undo(work)


@pytest.fixture
def undone(cwg_cop: Workplace) -> Workplace:
    """Give a workplace in which two judgements were written, and the writing was undone."""
    write(cwg_cop, taken_up(cwg_cop).deciding(JUDGED))
    take_back(cwg_cop)
    return cwg_cop


def test_what_was_judged_stands_again(undone: Workplace) -> None:
    """Accepted with its edits, merged with its item; everything else is open as before."""
    triage = taken_up(undone)
    assert triage.decisions == JUDGED
    assert triage.to_adopt == ("7.1-1", "7.1-2")
    assert len(triage.open_keys) == len(triage.proposals) - 2
    assert [each.to_adopt for each in pending(undone.reader)] == [triage.to_adopt]


def test_what_stands_again_is_written_again(undone: Workplace) -> None:
    """With new refs, the title as edited and the link to what it says again."""
    before = items_by_id(undone.reader, [2])[2].reiterated
    assert write(undone, taken_up(undone)) == [6, 7]
    assert items_by_id(undone.reader, [6])[6].title == "Ideas and examples"
    assert items_by_id(undone.reader, [2])[2].reiterated == before + 1
    assert taken_up(undone).to_adopt == ()


def test_new_decisions_count_after_an_undo(undone: Workplace) -> None:
    """Kept and come back to, they replace what was judged before, and are written."""
    dismissed = Decision(Verdict.DISMISS, reason="no outcome")
    decided = taken_up(undone).deciding({"7.1-1": Decision(Verdict.ACCEPT), "7.1-2": dismissed})
    keep(undone.reader, decided, actor=undone.actor, at=stamp(undone.now()))
    again = taken_up(undone)
    assert again.decisions == {"7.1-1": Decision(Verdict.ACCEPT), "7.1-2": dismissed}
    assert len(write(undone, again)) == 1


def test_a_judgement_taken_back_after_an_undo_is_open(undone: Workplace) -> None:
    """It does not come back by itself."""
    triage = taken_up(undone).without(["7.1-1"])
    keep(undone.reader, triage, actor=undone.actor, at=stamp(undone.now()))
    assert taken_up(undone).is_open("7.1-1")


def test_what_is_done_again_is_not_written_twice(undone: Workplace) -> None:
    """After a redo the items are there, and nothing waits."""
    with undone.change("redo") as work:
        redo(work)
    assert taken_up(undone).to_adopt == ()


def test_an_item_that_was_moved_is_not_written_twice(cwg_cop: Workplace) -> None:
    """It is there still, though it comes from another document and meeting by now."""
    (ref,) = write(cwg_cop, taken_up(cwg_cop).deciding({"7.1-1": ACCEPTED}))
    with cwg_cop.change("move") as work:
        item = work.item(ref)
        item.document_id = item.meeting_id = None
        work.session.add(item)
    triage = taken_up(cwg_cop)
    assert (triage.tracked["7.1-1"], triage.to_adopt) == (ref, ())


def test_an_undone_correction_stands_until_what_it_corrects_is_gone(
    cwg_cop: Workplace, tmp_path: Path
) -> None:
    """A revision words an outcome anew: undone, that stands; without the outcome it is open."""
    named = Facts(symbol="C21/60-E")
    first = take_up(cwg_cop.reader, capture_file(TWIN), facts=named)
    (ref,) = write(cwg_cop, first.deciding({"7.2-1": Decision(Verdict.ACCEPT)}))
    path = tmp_path / "revised.txt"
    words = TWIN.read_text(encoding="utf-8")
    path.write_text(words.replace("will be posted online", "will be put online"), encoding="utf-8")
    result, facts = capture_file(path), replace(named, revision="Rev.1")
    correcting = {"7.2-1": Decision(Verdict.CORRECT, corrects=ref)}
    assert write(cwg_cop, take_up(cwg_cop.reader, result, facts=facts).deciding(correcting)) == []
    assert take_up(cwg_cop.reader, result).tracked == {"7.2-1": ref}
    take_back(cwg_cop)
    assert take_up(cwg_cop.reader, result).decisions == correcting
    take_back(cwg_cop)
    assert take_up(cwg_cop.reader, result).is_open("7.2-1")
