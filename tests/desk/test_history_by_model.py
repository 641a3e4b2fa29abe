"""Changes by two people, undone and redone in any order, held against a naive history."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.clock import StillClock
from tests.databases import workplace_on
from tests.desk.naive_history import Cells, NaiveHistory, Refusal, cells_of
from tests.furnishing import furnish
from tests.store.consistency import assert_consistent
from tracker.desk import annotate
from tracker.desk.assign import assign
from tracker.desk.chosen import chosen
from tracker.desk.progress import Grounds, advance
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate, unrelate
from tracker.desk.reversing import InTheWay
from tracker.desk.schedule import Due, reschedule
from tracker.desk.titles import retitle
from tracker.desk.undo import redo, undo
from tracker.domain.errors import NotFound, Refused
from tracker.domain.lifecycle import Given, check, first_status
from tracker.domain.vocabulary import CLOSED_STATUSES, Relation, Sort, Status
from tracker.store.database import Database
from tracker.store.reading.history import changes_between
from tracker.store.reading.people import find_party

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.postgres import Server
    from tracker.store.work import Work

PEOPLE = ("ana", "ben")
NEW = "new"
WHO = st.sampled_from(PEOPLE)
WHICH = st.integers(0, 4)
TODAY = dt.date(2020, 3, 10)
RELATIONS = st.sampled_from([Relation.BLOCKED_BY, Relation.IMPLEMENTS])


class TwoAtWork(RuleBasedStateMachine):
    """Two people change a few items; every change is written down naively too."""

    new_database: ClassVar[Callable[[], AbstractContextManager[Database]]]

    @initialize()
    def begin(self) -> None:
        """Furnish a database."""
        self.opened = type(self).new_database()
        database = self.opened.__enter__()
        self.clock = StillClock()
        self.places = {who: workplace_on(database, self.clock, actor=who) for who in PEOPLE}
        self.reader = self.places["ana"].reader
        if not self.reader.value("SELECT seq FROM head"):
            furnish(self.places["ana"])
        self.history = NaiveHistory(cells_of(self.reader), 2)
        self.numbers = count(1)
        self.given = set(self.history.now.values())
        self.refs = [1, 2, 3]
        for who in PEOPLE:
            self.history.actor(who)

    def teardown(self) -> None:
        """Look back at every moment, then close."""
        if not hasattr(self, "history"):
            return
        try:
            assert_consistent(self.reader)
            for seq, cells in self.history.at.items():
                assert cells_of(self.reader.as_at(seq)) == cells, f"as at {seq}"
                if seq > self.history.first:
                    self.history_tells(seq)
        finally:
            for place in self.places.values():
                place.close()
            self.opened.__exit__(None, None, None)

    def history_tells(self, seq: int) -> None:
        """Hold what the history tells of a change set against which items it changed."""
        told = {change.ref for change in changes_between(self.reader, seq - 1, seq)}
        assert told >= {cell[0] for cell in self.history.changed_by(seq)}

    def do(self, who: str, act: Callable[[Work], object], expected: Cells | None) -> None:
        """Make a change: it leads to the cells ``expected``, or is refused where that is None."""
        self.clock.move(minutes=5)
        if expected is None:
            with pytest.raises((Refused, NotFound)), self.places[who].change("act") as work:
                act(work)
        else:
            with self.places[who].change("act") as work:
                act(work)
            self.history.changed(who, self.numbered(expected))
        self.agree()

    def numbered(self, cells: Cells) -> Cells:
        """Put in the number of what is new: the database gives it, and gave it to nothing before."""
        found = cells_of(self.reader)
        new = {cell: found[cell] for cell, value in cells.items() if value == NEW}
        assert self.given.isdisjoint(new.values())
        self.given.update(new.values())
        return cells | new

    def agree(self) -> None:
        """Hold the database to what is written down."""
        assert cells_of(self.reader) == self.history.now
        assert self.reader.value("SELECT seq FROM head") == self.history.seq

    def ref(self, which: int) -> int:
        """Give a ref."""
        return self.refs[which % len(self.refs)]

    def with_cells(self, ref: int, **fields: object) -> Cells | None:
        """Give the present with other fields of an item; None when recording it was undone."""
        now = self.history.now
        if now[ref, "retired"]:
            return None
        return now | {(ref, name): value for name, value in fields.items()}

    @rule(who=WHO, sort=st.sampled_from([Sort.OUTCOME, Sort.ACTION]))
    def record(self, who: str, sort: Sort) -> None:
        """Record an item."""
        title, ref = f"Item {next(self.numbers)}", len(self.refs) + 1
        kind = "invitation" if sort == Sort.OUTCOME else ""
        blank = dict.fromkeys(("owner_basis", "due_basis", "tags", "waiting_on"), "")
        unknown = (
            "owner_person_id",
            "owner_office_id",
            "due",
            "waiting_since",
            "reported_on",
            "closed_on",
        )
        known = {
            "sort": str(sort),
            "title": title,
            "kind": kind,
            "priority": "normal",
            "retired": False,
        }
        known["status"] = str(first_status(sort, kind))
        cells = {**blank, **dict.fromkeys(unknown), **known}
        self.refs.append(ref)
        self.do(
            who,
            lambda work: record_item(
                work, NewItem(self.places[who].group.id, sort, title, kind=kind)
            ),
            self.history.now | {(ref, name): value for name, value in cells.items()},
        )

    @rule(who=WHO, which=WHICH, title=st.sampled_from(["One", "Two"]))
    def title(self, who: str, which: int, title: str) -> None:
        """Give a title."""
        ref = self.ref(which)
        self.do(who, lambda work: retitle(work, ref, title), self.with_cells(ref, title=title))

    @rule(who=WHO, which=WHICH, tags=st.sets(st.sampled_from("ab")))
    def mark(self, who: str, which: int, tags: set[str]) -> None:
        """Set the tags."""
        ref = self.ref(which)
        gone = sorted({"a", "b"} - tags)
        kept = f" {' '.join(sorted(tags))} " if tags else ""
        self.do(
            who,
            lambda work: annotate.tag(work, [ref], sorted(tags), gone),
            self.with_cells(ref, tags=kept),
        )

    @rule(who=WHO, which=WHICH, owner=st.sampled_from(["Ana Lima", "Rita Sekretär", None]))
    def give(self, who: str, which: int, owner: str | None) -> None:
        """Give an owner, or make the owner unknown."""
        ref = self.ref(which)
        party = find_party(self.reader, owner) if owner else None
        expected = self.with_cells(
            ref,
            owner_person_id=party.person_id if party else None,
            owner_office_id=party.office_id if party else None,
            owner_basis="agreed" if party else "",
        )
        self.do(who, lambda work: assign(work, [ref], party), expected)

    @rule(who=WHO, which=WHICH, days=st.none() | st.integers(1, 3))
    def date(self, who: str, which: int, days: int | None) -> None:
        """Set a due date or take it away; later than before is an extension."""
        ref, reason = self.ref(which), f"reason {next(self.numbers)}"
        day = None if days is None else TODAY + dt.timedelta(days=days)
        before = self.history.now[ref, "due"]
        expected = self.with_cells(
            ref, due=day and day.isoformat(), due_basis="agreed" if day else ""
        )
        if day and self.history.now[ref, "status"] == Status.STANDING:
            expected = None
        if expected and day and before and day.isoformat() > str(before):
            expected[ref, "extension", reason, before, day.isoformat()] = NEW
        self.do(
            who,
            lambda work: reschedule(work, [ref], Due(day) if day else None, reason=reason),
            expected,
        )

    @rule(who=WHO, which=WHICH)
    def note(self, who: str, which: int) -> None:
        """Write a note."""
        ref, text = self.ref(which), f"note {next(self.numbers)}"
        expected = self.with_cells(ref)
        if expected is not None:
            expected[ref, "note", text, "note"] = NEW
        self.do(who, lambda work: annotate.add_note(work, chosen(work, [ref])[0], text), expected)

    @rule(who=WHO, which=WHICH, other=WHICH, relation=RELATIONS)
    def link(self, who: str, which: int, other: int, relation: Relation) -> None:
        """Relate two items, or take the relation away where there is one."""
        one, two = self.ref(which), self.ref(other)
        cell, now = (one, "link", str(relation), two), self.history.now
        expected: Cells | None = dict(now)
        if now[one, "retired"] or now[two, "retired"] or self.leads(two, one, relation):
            expected = None
        elif expected is not None and not expected.pop(cell, False):
            expected[cell] = NEW
        act = unrelate if cell in now else relate
        self.do(who, lambda work: act(work, one, relation, two), expected)

    def leads(self, start: int, goal: int, relation: Relation) -> bool:
        """Tell whether relations lead from one item to the other."""
        if start == goal:
            return True
        ends = [
            c[3] for c in self.history.now if c[0] == start and c[1:3] == ("link", str(relation))
        ]
        return any(self.leads(int(str(end)), goal, relation) for end in ends)

    @rule(who=WHO, which=WHICH, status=st.sampled_from(Status), said=st.booleans())
    def move(self, who: str, which: int, status: Status, said: bool) -> None:
        """Move an item along, or try to."""
        ref, now = self.ref(which), self.history.now
        text = f"why {next(self.numbers)}" if said else ""
        sort, source = Sort(str(now[ref, "sort"])), Status(str(now[ref, "status"]))
        given = Given(note=text, confirmed_by="the Chair")
        try:
            check(source, status, sort=sort, kind=str(now[ref, "kind"]), given=given)
            expected = self.moved(ref, source, status, text)
        except Refused:
            expected = None
        grounds = Grounds(text, confirmed_by="the Chair")
        self.do(who, lambda work: advance(work, [ref], status, grounds), expected)

    def moved(self, ref: int, source: Status, target: Status, text: str) -> Cells | None:
        """Give the present with an item moved along."""
        day, closes = self.clock.today().isoformat(), target in CLOSED_STATUSES
        cells = self.with_cells(ref, status=str(target), closed_on=day if closes else None)
        if cells is None:
            return None
        if not closes:
            cells[ref, "reported_on"] = day if target == Status.REPORTED_DONE else None
        if target == Status.STANDING:
            cells |= {(ref, "due"): None, (ref, "due_basis"): ""}
        confirmed = source == Status.REPORTED_DONE and target == Status.IMPLEMENTED
        if words := " ".join(filter(None, ("Confirmed by the Chair." if confirmed else "", text))):
            cells[ref, "note", words, "status"] = NEW
        return cells

    @rule(who=WHO)
    def undo_own(self, who: str) -> None:
        """Undo one's own last."""
        self.go_back(who, undo, lambda: self.history.undone(who))

    @rule(who=WHO, back=st.integers(0, 6))
    def undo_any(self, who: str, back: int) -> None:
        """Undo a change set by its number, whoever made it."""
        target = self.history.seq - back
        if target > self.history.first:
            self.go_back(
                who, lambda work: undo(work, target), lambda: self.history.undone(who, target)
            )

    @rule(who=WHO)
    def redo(self, who: str) -> None:
        """Redo what one undid last."""
        self.go_back(who, redo, lambda: self.history.redone(who))

    def go_back(self, who: str, act: Callable[[Work], int], naively: Callable[[], int]) -> None:
        """Undo or redo, and be refused where the naive history refuses, naming the same."""
        self.clock.move(minutes=5)
        expected, refusal = 0, None
        try:
            expected = naively()
        except Refusal as refused:
            refusal = refused
        if refusal is None:
            with self.places[who].change("back") as work:
                assert act(work) == expected
        else:
            named = f": {', '.join(map(str, refusal.later))} changed the same"
            kind, words = (InTheWay, named) if refusal.later else (NotFound, "There is n")
            with pytest.raises(kind, match=words), self.places[who].change("back") as work:
                act(work)
        self.agree()


def run(examples: int, steps: int) -> None:
    """Run the machine."""
    few = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, phases=[Phase.generate]
    )
    run_state_machine_as_test(TwoAtWork, settings=few)


def test_on_sqlite(furnished_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever two people do, the history is as one would have written it down."""

    @contextmanager
    def copied() -> Iterator[Database]:
        with tempfile.TemporaryDirectory() as folder:
            yield Database(str(shutil.copy(furnished_file, Path(folder) / "tracker.sqlite3")))

    monkeypatch.setattr(TwoAtWork, "new_database", staticmethod(copied), raising=False)
    run(20, 25)


def test_on_postgresql(migrated_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL tells the same history."""

    @contextmanager
    def made() -> Iterator[Database]:
        with migrated_server.empty_database(template="tracker_template") as url:
            yield Database(url)

    monkeypatch.setattr(TwoAtWork, "new_database", staticmethod(made), raising=False)
    run(3, 15)
