"""Notes, evidence, tags, titles and corrigenda."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tracker.desk import annotate, titles
from tracker.desk.chosen import chosen
from tracker.desk.record import AdoptedTextLocked
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import find_item

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def test_tags_are_sorted_and_come_once(cwg_cop: Workplace) -> None:
    """Case does not matter, and taking away what is not there is no mistake."""
    with cwg_cop.change("tag") as work:
        annotate.tag(work, [2, 3], ["Web", "press", "web"], ["draft"])
    with cwg_cop.change("tag") as work:
        annotate.tag(work, [3], ["art"], ["PRESS"])
    assert find_item(cwg_cop.reader, 2).tags == ("press", "web")
    assert find_item(cwg_cop.reader, 3).tags == ("art", "web")


def test_adopted_text_changes_by_corrigendum_only(cwg_cop: Workplace) -> None:
    """The former text is kept with the document that corrected it; a title is free."""
    with pytest.raises(AdoptedTextLocked), cwg_cop.change("text") as work:
        annotate.correct_text(work, 2, "Something else.", symbol=" ")
    with cwg_cop.change("text") as work:
        annotate.correct_text(work, 2, "The Mascot is posted.", symbol="C20/57 Cor.1")
        titles.retitle(work, 2, "Post it")
    found = item_detail(cwg_cop.reader, 2, cwg_cop.today)
    assert (found.row.text, found.row.title) == ("The Mascot is posted.", "Post it")
    (corrigendum,) = found.corrigenda
    assert corrigendum.symbol == "C20/57 Cor.1"
    assert corrigendum.former_text == "The COP Mascot will be posted online."


def test_an_item_without_adopted_text_keeps_a_title(cwg_cop: Workplace) -> None:
    """Otherwise nothing would be left to call it by."""
    with pytest.raises(annotate.NothingWritten), cwg_cop.change("title") as work:
        titles.retitle(work, 3, " ")


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_note_has_words(cwg_cop: Workplace, text: str) -> None:
    """Empty notes are a slip."""
    with pytest.raises(annotate.NothingWritten), cwg_cop.change("note") as work:
        annotate.add_note(work, chosen(work, [3])[0], text)


def test_waiting_goes_on_since_it_began(cwg_cop: Workplace) -> None:
    """Saying it again does not start it anew, unless a day is given."""
    for whom, since in (("the host", dt.date(2020, 3, 6)), ("the host", None)):
        with cwg_cop.change("wait") as work:
            annotate.wait(work, [3], whom, since)
    assert find_item(cwg_cop.reader, 3).waiting_since == dt.date(2020, 3, 6)
    with cwg_cop.change("wait") as work:
        annotate.wait(work, [3], "SG 2")
    assert find_item(cwg_cop.reader, 3).waiting_since == cwg_cop.today


def test_a_priority_is_one_of_three(cwg_cop: Workplace) -> None:
    """Another word is refused."""
    with pytest.raises(annotate.UnknownPriority), cwg_cop.change("priority") as work:
        annotate.prioritize(work, [3], "urgent")
