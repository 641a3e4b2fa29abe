from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.every import EVERY
from tests.reports.reading import screen
from tracker.reports.words import Words
from tracker.store.reading.conditions import Condition

if TYPE_CHECKING:
    from tests.reports.committee import Committee

NOTHING = Condition("v.owner_name = $1", ("Nobody At All",))
FALSE = (
    "No outcome is on record", "adopted no outcome that is on record", "Nothing to take up",
    "There is nothing to take up", "No liaison statement was", "no liaison statement was",
    "Nothing to do",
)  # fmt: skip
FILTERED = [name for name in EVERY if name != "record"]


@pytest.mark.parametrize(
    ("language", "only"), [("en", "Only: "), ("fr", "Uniquement : "), ("ar", "فقط: ")]
)
@pytest.mark.parametrize("name", FILTERED)
def test_a_filtered_report_says_so(
    made_once: Committee, name: str, language: str, only: str
) -> None:
    """Beneath its title stands what was typed, in the report's language."""
    asked = made_once.asked(
        "2020-09-02", words=Words(language), only=NOTHING, only_words=" owner:nobody\n"
    )
    subtitle = EVERY[name](asked).subtitle
    assert only in subtitle
    assert subtitle.rstrip("\u200e").endswith("owner:nobody")


@pytest.mark.parametrize("name", FILTERED)
def test_where_nothing_matches_nothing_is_denied(made_once: Committee, name: str) -> None:
    """That the filter leaves nothing is not to say that there is nothing."""
    asked = made_once.asked("2020-09-02", only=NOTHING, only_words="owner:nobody")
    shown = " ".join(" ".join(screen(EVERY[name](asked))).split())
    assert not [text for text in FALSE if text in shown]
    if name in ("followup", "register", "owners", "preparation", "summary"):
        assert "None matches the filter." in shown


def test_one_item_is_shown_whole_whatever_the_filter(made_once: Committee) -> None:
    """The full record of an item is not filtered, and does not say that it is."""
    asked = made_once.asked("2020-09-02", only=NOTHING, only_words="owner:nobody")
    assert screen(EVERY["record"](asked)) == screen(EVERY["record"](asked.unfiltered))
    assert (
        EVERY["record"](asked).subtitle == EVERY["record"](made_once.asked("2020-09-02")).subtitle
    )
