"""Items move along as the table of steps says, all of a change or none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tracker.desk import progress
from tracker.desk.chosen import TakenBack
from tracker.desk.progress import BeforeReported, CannotMove, Grounds
from tracker.desk.schedule import Due, reschedule
from tracker.desk.undo import undo
from tracker.domain.errors import UnknownRef
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import find_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.session.workplace import Workplace


def move(place: Workplace, act: Callable[..., object], *refs: int, **grounds: object) -> None:
    """Move items along in a change of their own."""
    with place.change("move") as work:
        act(work, refs, Grounds(**grounds))  # type: ignore[arg-type]


def test_reporting_and_confirming_are_two_steps(cwg_cop: Workplace) -> None:
    """What is reported done stays open until the Chair or a meeting confirms it."""
    move(cwg_cop, progress.report_done, 3, on=dt.date(2020, 3, 6))
    reported = find_item(cwg_cop.reader, 3)
    assert (reported.status, reported.reported_on) == ("reported done", dt.date(2020, 3, 6))
    assert reported.closed_on is None
    move(cwg_cop, progress.confirm, 3, confirmed_by="the Chair")
    confirmed = item_detail(cwg_cop.reader, 3, cwg_cop.today)
    assert (confirmed.row.status, confirmed.row.closed_on) == ("implemented", cwg_cop.today)
    assert [note.text for note in confirmed.notes] == ["Confirmed by the Chair."]


def test_a_note_explains_a_change_of_status(cwg_cop: Workplace) -> None:
    """The note is kept on the item, dated as the fact is, and marked as explaining its status."""
    move(cwg_cop, progress.withdraw, 3, note="asked for twice", on=dt.date(2020, 3, 9))
    (note,) = item_detail(cwg_cop.reader, 3, cwg_cop.today).notes
    assert (note.text, note.purpose) == ("asked for twice", progress.STATUS_NOTE)
    assert (note.on_date, note.author) == (dt.date(2020, 3, 9), cwg_cop.actor)


@pytest.mark.parametrize(
    ("act", "ref", "says"),
    [
        (progress.confirm, 3, "3: Implemented is what the Chair or a meeting confirms"),
        (progress.withdraw, 3, "needs a note"),
        (progress.supersede, 3, "needs the ref of what supersedes it"),
        (progress.report_done, 1, "1: Nothing closes a standing outcome by itself"),
        (progress.retire, 1, "“retire” needs a note"),
        (progress.make_standing, 3, "Only an outcome can be standing"),
        (progress.reopen, 2, "2: "),
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(
    cwg_cop: Workplace, act: Callable[..., object], ref: int, says: str
) -> None:
    """The line names the item and says why."""
    with pytest.raises(CannotMove, match=says):
        move(cwg_cop, act, ref, confirmed_by="the Chair")


def test_confirming_does_not_retire_a_standing_outcome(cwg_cop: Workplace) -> None:
    """Both end as implemented, but a standing outcome ends by decision alone."""
    with pytest.raises(CannotMove, match="retire"):
        move(cwg_cop, progress.confirm, 1, confirmed_by="the Chair", note="done")


def test_one_item_in_the_way_stops_all(cwg_cop: Workplace) -> None:
    """A change of many items is one change or none."""
    with pytest.raises(CannotMove):
        move(cwg_cop, progress.report_done, 3, 1)
    with pytest.raises(UnknownRef, match="98, 99"):
        move(cwg_cop, progress.report_done, 3, 98, 99)
    assert find_item(cwg_cop.reader, 3).status == "pending"


def test_a_posting_is_confirmed_by_its_url(cwg_cop: Workplace) -> None:
    """Evidence may come with the confirmation, or be there already."""
    move(cwg_cop, progress.report_done, 2)
    with pytest.raises(CannotMove, match="evidence"):
        move(cwg_cop, progress.confirm, 2, confirmed_by="the Chair")
    move(cwg_cop, progress.confirm, 2, confirmed_by="the Chair", evidence=("https://x.org/mascot",))
    (shown,) = item_detail(cwg_cop.reader, 2, cwg_cop.today).evidence
    assert shown.what == "https://x.org/mascot"


def test_nothing_ends_before_it_was_reported(cwg_cop: Workplace) -> None:
    """Days that contradict each other are refused."""
    move(cwg_cop, progress.report_done, 3, on=dt.date(2020, 3, 8))
    with pytest.raises(BeforeReported):
        move(cwg_cop, progress.confirm, 3, confirmed_by="the Chair", on=dt.date(2020, 3, 7))


def test_standing_outcomes_lose_their_date(cwg_cop: Workplace) -> None:
    """They come up at every meeting instead."""
    with cwg_cop.change("due") as work:
        reschedule(work, [2], Due(dt.date(2020, 4, 1)))
    move(cwg_cop, progress.make_standing, 2)
    row = find_item(cwg_cop.reader, 2)
    assert (row.status, row.due, row.due_basis) == ("standing", None, "")


@pytest.mark.parametrize(
    ("ref", "ends", "then"),
    [
        (1, progress.retire, "standing"),
        (2, progress.withdraw, "pending"),
        (3, progress.report_done, "under implementation"),
    ],
)
def test_reopening_goes_back_to_where_it_belongs(
    cwg_cop: Workplace, ref: int, ends: Callable[..., object], then: str
) -> None:
    """A standing outcome stands again; what was only reported done is still at work."""
    move(cwg_cop, ends, ref, note="so decided")
    move(cwg_cop, progress.reopen, ref, note="not so")
    row = find_item(cwg_cop.reader, ref)
    assert (row.status, row.closed_on, row.reported_on) == (then, None, None)


def test_superseding_relates_the_two(cwg_cop: Workplace) -> None:
    """The ref of what took the place is enough of a reason."""
    move(cwg_cop, progress.supersede, 2, superseded_by=3)
    links = item_detail(cwg_cop.reader, 2, cwg_cop.today).links
    assert ("supersedes", False, 3) in {(x.relation, x.outward, x.ref) for x in links}


def test_closing_the_last_work_proposes_to_close_the_outcome(cwg_cop: Workplace) -> None:
    """It is proposed when nothing is open any longer under the outcome, and never done."""
    from tracker.desk.record import NewItem, record_item
    from tracker.desk.relate import relate
    from tracker.domain.vocabulary import Relation

    group = cwg_cop.group.id
    with cwg_cop.change("add") as work:
        second = record_item(work, NewItem(group, title="Colour the mascot")).ref
        relate(work, second, Relation.IMPLEMENTS, 2)
        relate(work, second, Relation.IMPLEMENTS, 1)
    with cwg_cop.change("withdraw") as work:
        first = progress.withdraw(work, [3], Grounds(note="no need"))
        assert progress.closable(work, first) == []
    with cwg_cop.change("withdraw") as work:
        last = progress.withdraw(work, [second], Grounds(note="no need"))
        proposed = [(each.ref, each.status) for each in progress.closable(work, last)]
    assert proposed == [(2, "pending")]
    assert find_item(cwg_cop.reader, 2).status == "pending"


def test_work_reported_done_proposes_nothing(cwg_cop: Workplace) -> None:
    """It is still open until confirmed."""
    with cwg_cop.change("done") as work:
        items = progress.report_done(work, [3], Grounds())
        assert progress.closable(work, items) == []


def test_items_taken_back_do_not_move(cwg_cop: Workplace) -> None:
    """An item whose recording was undone is there for the history only."""
    with cwg_cop.change("undo") as work:
        undo(work, 2)
    with pytest.raises(TakenBack, match="Recording item 3 was undone"):
        move(cwg_cop, progress.start, 3)


def test_waiting_ends_with_the_work(cwg_cop: Workplace) -> None:
    """Whoever was waited on has done their step."""
    from tracker.desk.annotate import wait

    with cwg_cop.change("wait") as work:
        wait(work, [3], "the host", dt.date(2020, 3, 6))
    move(cwg_cop, progress.report_done, 3)
    row = find_item(cwg_cop.reader, 3)
    assert (row.waiting_on, row.waiting_since) == ("", None)
