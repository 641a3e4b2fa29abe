"""Undo and redo: new change sets that put back what was."""

from __future__ import annotations

import pytest

from tracker.desk import annotate, titles
from tracker.desk.assign import assign
from tracker.desk.chosen import chosen
from tracker.desk.reversing import InTheWay
from tracker.desk.undo import NothingToRedo, NothingToUndo, UnknownChangeSet, redo, undo
from tracker.session.workplace import Workplace
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import find_item, list_items
from tracker.store.reading.people import find_party


def titled(place: Workplace, title: str) -> None:
    """Give item 3 a title."""
    with place.change("title") as work:
        titles.retitle(work, 3, title)


def undone(place: Workplace, seq: int | None = None) -> int:
    """Undo a change."""
    with place.change("undo") as work:
        return undo(work, seq)


def redone(place: Workplace) -> int:
    """Redo the last change undone."""
    with place.change("redo") as work:
        return redo(work)


def test_undo_goes_back_step_by_step_and_redo_forth(cwg_cop: Workplace) -> None:
    """Several in a row, as in an editor."""
    titled(cwg_cop, "one")
    titled(cwg_cop, "two")
    assert (undone(cwg_cop), undone(cwg_cop)) == (4, 3)
    assert find_item(cwg_cop.reader, 3).title == "Draw the mascot"
    assert (redone(cwg_cop), redone(cwg_cop)) == (3, 4)
    assert find_item(cwg_cop.reader, 3).title == "two"
    assert undone(cwg_cop) == 8


def test_a_new_change_ends_what_can_be_redone(cwg_cop: Workplace) -> None:
    """There is one line of history."""
    titled(cwg_cop, "one")
    undone(cwg_cop)
    titled(cwg_cop, "two")
    with pytest.raises(NothingToRedo):
        redone(cwg_cop)


def test_what_was_recorded_is_taken_back_and_its_ref_stays_taken(cwg_cop: Workplace) -> None:
    """A ref is never given twice; redoing brings the item back under it."""
    from tracker.desk.record import NewItem, record_item

    with cwg_cop.change("add") as work:
        added = record_item(work, NewItem(cwg_cop.group.id, title="Mistake")).ref
    undone(cwg_cop)
    assert added not in {row.ref for row in list_items(cwg_cop.reader)}
    assert find_item(cwg_cop.reader, added).retired
    redone(cwg_cop)
    assert added in {row.ref for row in list_items(cwg_cop.reader)}
    with cwg_cop.change("add") as work:
        assert record_item(work, NewItem(cwg_cop.group.id, title="Other")).ref == added + 1


def test_notes_come_and_go(cwg_cop: Workplace) -> None:
    """What merely hangs on an item is deleted, and brought back as it was."""
    with cwg_cop.change("note") as work:
        annotate.add_note(work, chosen(work, [3])[0], "asked again", private=True)
    undone(cwg_cop)
    assert item_detail(cwg_cop.reader, 3, cwg_cop.today).notes == ()
    redone(cwg_cop)
    (note,) = item_detail(cwg_cop.reader, 3, cwg_cop.today).notes
    assert (note.text, note.private) == ("asked again", True)


def test_what_was_changed_again_is_in_the_way(cwg_cop: Workplace) -> None:
    """The refusal names the change sets that touched the same field, and no others."""
    titled(cwg_cop, "one")
    with cwg_cop.change("assign") as work:
        assign(work, [3], find_party(cwg_cop.reader, "ana"))
    titled(cwg_cop, "two")
    with pytest.raises(InTheWay, match=r"Change 3 cannot be undone: 5 changed the same"):
        undone(cwg_cop, 3)
    assert undone(cwg_cop, 4) == 4
    row = find_item(cwg_cop.reader, 3)
    assert (row.title, row.owner) == ("two", "")


def test_each_undoes_their_own(cwg_cop: Workplace) -> None:
    """Somebody else's change is undone by its number only."""
    from tests.furnishing import workplace_at

    titled(cwg_cop, "one")
    ana = workplace_at(cwg_cop.settings.database, cwg_cop.clock, actor="ana")
    with pytest.raises(NothingToUndo):
        undone(ana)
    assert undone(ana, 3) == 3
    ana.close()
    with pytest.raises(UnknownChangeSet):
        undone(cwg_cop, 99)


def test_what_another_has_undone_is_not_undone_again(cwg_cop: Workplace) -> None:
    """One's own last change is then the one before."""
    titled(cwg_cop, "one")
    titled(cwg_cop, "two")
    jan = Workplace(cwg_cop.settings._replace(actor="jan"), cwg_cop.clock)
    with jan.change("undo") as work:
        undo(work, 4)
    jan.close()
    assert undone(cwg_cop) == 3
