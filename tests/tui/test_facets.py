"""The facets: what they count is what choosing them lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, WIDE, running
from tracker.desk.annotate import wait
from tracker.desk.assign import assign
from tracker.desk.parties import add_person
from tracker.domain.filters import parse, to_text
from tracker.store.reading.people import find_party
from tracker.tui.data.facet_filters import toggled, without
from tracker.tui.data.facets import FacetValue, count_facets
from tracker.tui.data.finding import find
from tracker.tui.data.here import read_here
from tracker.tui.widgets.facet_list import FacetList

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

FILTERS = ("", "all", "mascot", "waiting", "owner:rita", "status:pending overdue", "standing", "m")


def values(place: Workplace, text: str) -> list[FacetValue]:
    """Give every value that is offered under a filter."""
    here = read_here(place, place.reader)
    return [each for each in count_facets(place.reader, text, here) if each.value is not None]


@pytest.mark.parametrize("text", FILTERS)
def test_each_value_lists_as_many_items_as_it_counts(place: Workplace, text: str) -> None:
    """Put in place of what the filter says of the facet; names that hold others find those, too."""
    with place.change("more") as work:
        add_person(work, "Rita Sekretärin")
        assign(work, [8], find_party(work.reader, "Sekretärin"))
        wait(work, [4], "ITU-D")
    here = read_here(place, place.reader)
    offered = values(place, text)
    assert {each.facet.title for each in offered} >= {"Status", "Owner", "Kind", "Meeting"}
    for each in offered:
        assert each.value is not None
        alone = to_text(without(parse(text, typing=True), each.facet) & each.value)
        assert len(find(place.reader, alone, here).keys) == each.found, each


@pytest.mark.parametrize("text", ["", "masc", "+agenda"])
def test_what_is_put_in_is_taken_away_again(place: Workplace, text: str) -> None:
    """Once on a value chooses it and finds what it counts; twice finds what was found before."""
    here = read_here(place, place.reader)
    before = find(place.reader, text, here).keys
    for each in values(place, text):
        assert each.value is not None
        once = toggled(text, each.facet, each.value, {})
        assert len(find(place.reader, once, here).keys) == each.found
        assert [now.value for now in values(place, once) if now.chosen] == [each.value]
        twice = toggled(once, each.facet, each.value, {})
        assert find(place.reader, twice, here).keys == before


def test_what_is_chosen_stays_offered(place: Workplace) -> None:
    """A choice that finds nothing, or that was typed, is there to be taken away again."""
    for text, words in (
        ("status:withdrawn", "× withdrawn"),
        ("owner:nov", "nov"),
        ("closed", "closed"),
    ):
        chosen = [each.words.text for each in values(place, text) if each.chosen]
        assert chosen == [words]


def test_what_matters_stands_out_by_word_and_sign(place: Workplace) -> None:
    """Overdue, due soon, waiting, no owner and no date each have a sign."""
    said = {each.words.text for each in values(place, "")}
    assert {"▲ overdue", "△ due soon", "◇ anybody", "○ no owner", "· no date"} <= said


async def test_a_click_before_a_value_chooses_it(place: Workplace) -> None:
    """The sign of a choice and the filter go together, by mouse too."""
    async with running(place, WIDE, "f") as driver:
        await driver.pilot.click(FacetList, offset=(0, 2))
        await driver.rest()
        await driver.pilot.pause(0.1)
        await driver.rest()
        assert driver.body.filter_text() == "overdue"
        assert "● ▲ overdue" in driver.text
        await driver.pilot.click(FacetList, offset=(0, 2))
        await driver.rest()
        assert driver.body.filter_text() == ""


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_no_two_values_look_alike(place: Workplace, size: tuple[int, int]) -> None:
    """In the width that there is, every line says something else, and no status is cut."""
    async with running(place, size, "f") as driver:
        facets = driver.body.query_one(FacetList)
        lines = [facets.render_line(y).text[:-5].strip() for y in range(1, facets.size.height)]
        said = list(filter(None, lines))
        assert len(set(said)) == len(said)
        assert "◧ under impl." in said
