"""What was built on a change, or has taken its place, stands in the way of undoing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.consistency import assert_consistent
from tracker.desk.amend import amend_group
from tracker.desk.assign import assign
from tracker.desk.filters import delete_filter, save_filter
from tracker.desk.meetings import add_document, add_meeting
from tracker.desk.parties import add_aliases, add_group, add_office, add_person, remove_alias
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate, unrelate
from tracker.desk.retire import retire_meeting
from tracker.desk.reversing import InTheWay
from tracker.desk.undo import redo, undo
from tracker.domain.vocabulary import Relation
from tracker.store.reading.people import find_party
from tracker.store.tables.group import Group
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.session.workplace import Workplace
    from tracker.store.work import Work

    Step = Callable[[Work], object]


def sg5(work: Work) -> Group:
    """Find the group that the first step of most tests adds."""
    (group,) = work.find(Group, acronym="SG 5")
    return group


def key(work: Work) -> int:
    """Give its id."""
    return sg5(work).id or 0


def own(work: Work) -> int:
    """Give the id of the group that is there from the beginning."""
    return work.find(Group, acronym="CWG-COP")[0].id or 0


def add_sg5(work: Work) -> object:
    """Add a group."""
    return add_group(work, "SG 5", aliases=("Five",))


def add_kim(work: Work) -> object:
    """Add a person."""
    return add_person(work, "Kim")


BUILT_ON: dict[str, tuple[Step, Step]] = {
    "an item of a group": (add_sg5, lambda work: record_item(work, NewItem(key(work), title="x"))),
    "a meeting of a group": (add_sg5, lambda work: add_meeting(work, key(work), ordinal=1)),
    "an office of a group": (add_sg5, lambda work: add_office(work, key(work), "Chair")),
    "a group below a group": (add_sg5, lambda work: add_group(work, "WP", parent_id=key(work))),
    "an item of an owner": (
        add_kim,
        lambda work: assign(work, [3], find_party(work.reader, "Kim")),
    ),
}


@pytest.mark.parametrize("name", BUILT_ON)
def test_what_was_built_on_it(cwg_cop: Workplace, name: str) -> None:
    """Undoing an addition would leave what refers to it with nobody: that is to be undone first."""
    for step in BUILT_ON[name]:
        with cwg_cop.change("step") as work:
            step(work)
    with (
        pytest.raises(InTheWay, match=r"^Change 3 cannot be undone: 4 built on it since\. Undo 4"),
        cwg_cop.change("undo") as work,
    ):
        undo(work, 3)
    for _ in range(2):
        with cwg_cop.change("undo") as work:
            undo(work)
    assert_consistent(cwg_cop.reader)


def test_what_came_with_it_goes_with_it(cwg_cop: Workplace) -> None:
    """A capture adds a group, a meeting, people and items at once: all of it is undone at once."""

    def capture(work: Work) -> None:
        add_sg5(work)
        kim = add_person(work, "Kim")
        meeting = add_meeting(work, key(work), ordinal=1, chair_id=kim.id)
        report = add_document(work, key(work), meeting_ids=(meeting.id or 0,), symbol="R1")
        new = NewItem(key(work), title="x", meeting_id=meeting.id, document_id=report.id)
        assign(work, [record_item(work, new).ref], find_party(work.reader, "Kim"))

    with cwg_cop.change("capture") as work:
        capture(work)
    for act in (undo, redo, undo):
        with cwg_cop.change("back") as work:
            act(work)
    assert cwg_cop.reader.value("SELECT retired FROM working_group WHERE acronym = 'SG 5'")
    assert_consistent(cwg_cop.reader)


def meet(work: Work) -> object:
    """Add the 18th meeting."""
    return add_meeting(work, own(work), ordinal=18)


def cancel(work: Work) -> None:
    """Retire the 18th meeting."""
    (meeting,) = work.find(Meeting, ordinal=18, retired=False)
    retire_meeting(work, meeting)


def name_five(acronym: str) -> Step:
    """Give SG 5, or what it is called by now, another acronym."""

    def act(work: Work) -> object:
        (group,) = [g for g in work.find(Group) if g.acronym in {"SG 5", "SG 6"}][:1]
        return amend_group(work, group, {"acronym": acronym})

    return act


def add_alias_again(work: Work) -> None:
    """Give the alias once more."""
    add_aliases(work, sg5(work), ("Five",))


def take_over(work: Work) -> object:
    """Let the former acronym be that of another group."""
    (group,) = work.find(Group, acronym="SG 6")
    remove_alias(work, group, "SG 5")
    return add_group(work, "SG 5")


TAKEN: dict[str, tuple[Step, Step, Step]] = {
    "a relation": (
        lambda work: relate(work, 3, Relation.BLOCKED_BY, 1),
        lambda work: unrelate(work, 3, Relation.BLOCKED_BY, 1),
        lambda work: relate(work, 3, Relation.BLOCKED_BY, 1),
    ),
    "a saved filter": (
        lambda work: save_filter(work, "late", "overdue"),
        lambda work: delete_filter(work, "late"),
        lambda work: save_filter(work, "late", "overdue mine"),
    ),
    "an alias": (
        add_sg5,
        lambda work: remove_alias(work, sg5(work), "Five"),
        add_alias_again,
    ),
    "the number of a meeting": (meet, cancel, meet),
    "an acronym": (add_sg5, name_five("SG 6"), take_over),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_has_taken_its_place(cwg_cop: Workplace, name: str) -> None:
    """What is there once only is not brought back beside what has taken its place."""
    for step in TAKEN[name]:
        with cwg_cop.change("step") as work:
            step(work)
    with (
        pytest.raises(InTheWay, match=r"^Change 4 cannot be undone: 5 changed the same since"),
        cwg_cop.change("undo") as work,
    ):
        undo(work, 4)
    for _ in range(3):
        with cwg_cop.change("undo") as work:
            undo(work)
    assert_consistent(cwg_cop.reader)
