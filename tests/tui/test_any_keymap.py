"""Whatever a person writes into the table of keys: it holds, or is told of; nothing clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tracker.tui.commands.keymap import Keyed, settle

if TYPE_CHECKING:
    from collections.abc import Mapping

VIEWS = {
    "actions": (
        Keyed("undo", ("u",)),
        Keyed("set-status", ("s",)),
        Keyed("help", ("question_mark",)),
    ),
    "board": (Keyed("undo", ("u",)), Keyed("move-card", ("m", "right"))),
}
KEYS = st.sampled_from(
    ["u", "s", "m", "S", "?", "ctrl+s", "right", "", ",", "u, s", "ctrl+", "é", "\x1b", "F1"]
)
VALUES = KEYS | st.text(max_size=8) | st.integers() | st.booleans() | st.lists(KEYS, max_size=2)
NAMES = st.sampled_from(["undo", "set-status", "help", "move-card", "undoo", ""]) | st.text(
    max_size=5
)


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_any_table_of_keys(wanted: Mapping[str, object]) -> None:
    """Each setting holds or is said not to, and in every view a key runs one thing."""
    settled = settle(wanted, VIEWS)
    assert len(settled.keys) + len(settled.problems) == len(wanted)
    assert all(settled.problems)
    for keyed in VIEWS.values():
        taken: dict[str, str] = {}
        for each in keyed:
            for key in settled.keys.get(each.name, each.keys):
                assert taken.setdefault(key, each.name) == each.name
