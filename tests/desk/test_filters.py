from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.desk.filters import BadFilterName, FilterInUse, delete_filter, save_filter
from tracker.desk.undo import undo
from tracker.domain.errors import TrackerError, UnknownName
from tracker.store.reading.saved_filters import find_filter, saved_filters

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def save(place: Workplace, name: str, text: str) -> bool:
    """Save a filter in a change of its own."""
    with place.change("filter save") as work:
        return save_filter(work, name, text)


def test_a_filter_is_saved_replaced_and_deleted(place: Workplace) -> None:
    """Saving again under the same name replaces; saying the same is no change."""
    assert save(place, "@chase", "overdue")
    assert save(place, "chase", "overdue or waiting")
    assert not save(place, "chase", "overdue or waiting")
    assert find_filter(place.reader, "@cha") == ("chase", "overdue or waiting")
    with place.change("filter delete") as work:
        assert delete_filter(work, "chase") == "chase"
    assert saved_filters(place.reader) == {}
    with place.change("undo") as work:
        undo(work)
    assert saved_filters(place.reader) == {"chase": "overdue or waiting"}


@pytest.mark.parametrize("name", ["", "@", "two words", "overdue", "a:b", "(x)", "+tag"])
def test_a_name_that_could_not_be_written_as_a_filter_is_refused(
    place: Workplace, name: str
) -> None:
    """Nor one that the program has already."""
    with pytest.raises(BadFilterName):
        save(place, name, "open")


@pytest.mark.parametrize("text", ["owner:", "overdu:yes", "@nobody", "@mine2 open", "("])
def test_a_filter_that_cannot_be_read_is_not_saved(place: Workplace, text: str) -> None:
    """Neither broken ones nor one that is made of itself."""
    with pytest.raises(TrackerError):
        save(place, "mine2", text)
    assert saved_filters(place.reader) == {}


def test_a_filter_that_others_are_made_of_stays(place: Workplace) -> None:
    """A name that merely begins alike is no use of it."""
    save(place, "chase", "overdue")
    save(place, "chase-us", "overdue owner:me")
    save(place, "both", "@chase-us or @chase")
    with pytest.raises(FilterInUse, match="@both"), place.change("filter delete") as work:
        delete_filter(work, "chase")
    save(place, "both", "@chase-us")
    with place.change("filter delete") as work:
        delete_filter(work, "chase")
    with pytest.raises(UnknownName), place.change("filter delete") as work:
        delete_filter(work, "no-such")
