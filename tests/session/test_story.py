"""A story: dated commands of several people."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli.commands import COMMANDS
from tracker.cli.demo import STORY
from tracker.session.story import Telling, tell
from tracker.store.shipped import db_folder

SHORT = """
# A newcomer reads this.
@ 2020-03-03 10:00 Rita Moreau
add "Draw the mascot" --due fri

@ 2020-03-04 09:30 Ana
"""


def at(day: int, hour: int, minute: int) -> dt.datetime:
    """Give an instant in March 2020."""
    return dt.datetime(2020, 3, day, hour, minute, tzinfo=dt.UTC)


def test_a_short_story() -> None:
    """Words as a shell parts them; the last instant is the story's own present."""
    assert list(tell(SHORT)) == [
        Telling(at(3, 10, 0), "Rita Moreau", ("add", "Draw the mascot", "--due", "fri")),
        Telling(at(4, 9, 30), "Ana", ()),
    ]


@pytest.mark.parametrize("text", ["@ 2020-03-03", "@ 2020-13-03 10:00 Ana", 'add "x', "@ x y z"])
def test_a_broken_story(text: str) -> None:
    """A line that is neither an instant nor a command is a defect, and says so."""
    with pytest.raises(ValueError, match=r".+"):
        list(tell(text))


@given(
    st.text()
    | st.lists(st.sampled_from(["@ ", "2020-03-03 ", "10:00 ", "Ana", '"', "\n", "#"])).map("".join)
)
def test_any_text_is_a_story_or_a_defect(text: str) -> None:
    """Nothing else comes of it."""
    with suppress(ValueError):
        for telling in tell(text):
            assert telling.instant.utcoffset() == dt.timedelta()


def test_the_story_of_the_sample() -> None:
    """Time goes on, everybody has a name, and every command is one of ours."""
    told = list(tell((db_folder() / "samples" / STORY).read_text(encoding="utf-8")))
    instants = [telling.instant for telling in told]
    assert instants == sorted(instants)
    assert all(telling.actor for telling in told)
    assert {telling.words[0] for telling in told[:-1]} <= set(COMMANDS)
    assert told[-1].words == ()
