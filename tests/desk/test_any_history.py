"""Whatever is done in whatever order, history holds: undo gives back, as-at shows what was seen."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.clock import StillClock
from tests.furnishing import workplace_at
from tracker.desk import annotate, progress
from tracker.desk.chosen import TakenBack
from tracker.desk.progress import CannotMove, Grounds
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import RelatedToItself, relate
from tracker.desk.reversing import InTheWay
from tracker.desk.schedule import Due, StandingHasNoDue, reschedule
from tracker.desk.undo import NothingToRedo, NothingToUndo, redo, undo
from tracker.domain.vocabulary import Relation, Sort, Status
from tracker.store.reading.conditions import Condition
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import list_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.records.item_detail import ItemDetail
    from tracker.store.database import Reader
    from tracker.store.work import Work

EVERY = Condition("1 = 1")
REFUSALS = (
    CannotMove, InTheWay, NothingToRedo, NothingToUndo, RelatedToItself, StandingHasNoDue,
    TakenBack,
)  # fmt: skip
WHICH = st.integers(0, 5)
DAY = dt.date(2020, 3, 10)


class AnyHistory(RuleBasedStateMachine):
    """People at work: moving, dating, noting, relating, recording, undoing and redoing."""

    furnished: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "tracker.sqlite3"
        shutil.copy(self.furnished, path)
        self.clock = StillClock()
        self.place = workplace_at(str(path), self.clock, actor="ana")
        self.refs = [1, 2, 3]
        self.beginning = self.look(self.place.reader)
        self.seen: dict[int, list[ItemDetail]] = {2: self.beginning}

    def teardown(self) -> None:
        """Check both promises at the end of the history."""
        self.as_at_shows_what_was_seen()
        self.undoing_everything_gives_the_beginning()
        self.place.close()
        self.folder.cleanup()

    def look(self, reader: Reader) -> list[ItemDetail]:
        """See everything about every item, but for what follows every change."""
        rows = list_items(reader, EVERY, order="ref")
        return [self.plain(item_detail(reader, row.ref, DAY)) for row in rows]

    @staticmethod
    def plain(item: ItemDetail) -> ItemDetail:
        """Leave out what follows every change."""
        return item._replace(version=0, row=item.row._replace(changed_on=DAY))

    def ref(self, which: int) -> int:
        """Give one of the refs given so far."""
        return self.refs[which % len(self.refs)]

    def do(self, act: Callable[[Work], object]) -> None:
        """Make a change, which may be refused: then nothing has changed."""
        self.clock.move(minutes=5)
        try:
            with self.place.change("act") as work:
                act(work)
            self.seen[work.seq] = self.look(self.place.reader)
        except REFUSALS:
            assert self.look(self.place.reader) == self.seen[max(self.seen)]

    @rule(sort=st.sampled_from(Sort), kind=st.sampled_from(["", "invitation"]))
    def record(self, sort: Sort, kind: str) -> None:
        """Record an item."""
        new = NewItem(self.place.group.id, sort, "New", kind=kind)
        self.do(lambda work: self.refs.append(record_item(work, new).ref))

    @rule(which=WHICH, status=st.sampled_from(Status), note=st.sampled_from(["", "so decided"]))
    def move(self, which: int, status: Status, note: str) -> None:
        """Move an item along, or try to."""
        grounds = Grounds(note, confirmed_by="the Chair", evidence=("C20/1",) if note else ())
        self.do(lambda work: progress.advance(work, [self.ref(which)], status, grounds))

    @rule(which=WHICH, days=st.none() | st.integers(1, 60))
    def date(self, which: int, days: int | None) -> None:
        """Set a due date or take it away."""
        when = None if days is None else Due(DAY + dt.timedelta(days=days))
        self.do(lambda work: reschedule(work, [self.ref(which)], when))

    @rule(which=WHICH, tags=st.sets(st.sampled_from("abc")))
    def mark(self, which: int, tags: set[str]) -> None:
        """Set the tags."""
        gone = sorted(set("abc") - tags)
        self.do(lambda work: annotate.tag(work, [self.ref(which)], sorted(tags), gone))

    @rule(which=WHICH, other=WHICH, relation=st.sampled_from(Relation))
    def link(self, which: int, other: int, relation: Relation) -> None:
        """Relate two items."""
        self.do(lambda work: relate(work, self.ref(which), relation, self.ref(other)))

    @rule()
    def undo(self) -> None:
        """Undo the last change."""
        self.do(undo)

    @rule()
    def redo(self) -> None:
        """Redo what was undone last."""
        self.do(redo)

    @invariant()
    def refs_are_given_once(self) -> None:
        """No ref is used twice."""
        refs = [row.ref for row in list_items(self.place.reader, EVERY)]
        assert len(refs) == len(set(refs))

    def as_at_shows_what_was_seen(self) -> None:
        """After each change, what was seen then is what is read back now."""
        for seq, seen in self.seen.items():
            assert self.look(self.place.reader.as_at(seq)) == seen

    def undoing_everything_gives_the_beginning(self) -> None:
        """All own changes undone, the first items are as they were, and the others taken back."""
        with suppress(NothingToUndo):
            while True:
                with self.place.change("undo") as work:
                    undo(work)
        first, rest = (look := self.look(self.place.reader))[:3], look[3:]
        assert first == self.beginning
        assert all(item.row.retired for item in rest)


def test_history_holds(furnished_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any sequence of changes can be undone to the beginning, and looked back on at each step."""
    monkeypatch.setattr(AnyHistory, "furnished", furnished_file, raising=False)
    few = settings(max_examples=8, stateful_step_count=10, derandomize=True, database=None)
    run_state_machine_as_test(AnyHistory, settings=few)
