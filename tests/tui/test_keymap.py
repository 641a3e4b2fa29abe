"""The person's own keys, from the table ``[keys]`` of the configuration file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.session.workplace import Workplace
from tracker.tui.commands.keymap import Keyed, settle
from tracker.tui.screens.keyed import keyed_views

if TYPE_CHECKING:
    from collections.abc import Mapping

VIEWS = {
    "list": [Keyed("next", ("down", "j")), Keyed("undo", ("u",)), Keyed("status", ("s",))],
    "triage": [Keyed("undo", ("u",)), Keyed("split", ("s",))],
}


def own_keys(place: Workplace, keys: Mapping[str, object]) -> Workplace:
    """Give the workplace with keys in the configuration."""
    settings = place.settings._replace(more={"keys": keys})
    return Workplace(settings, place.clock)


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        ({"undo": "z"}, {"undo": ("z",)}),
        ({"undo": "z, ctrl+u"}, {"undo": ("z", "ctrl+u")}),
        ({"undo": "?"}, {"undo": ("question_mark",)}),
        ({"undo": "ctrl+/, §"}, {"undo": ("ctrl+slash", "section_sign")}),
        ({"undo": "shift+ctrl+left, f5"}, {"undo": ("ctrl+shift+left", "f5")}),
        ({"undo": "alt+question_mark, ö"}, {"undo": ("alt+question_mark", "ö")}),
        ({"undo": "s", "status": "u", "split": "t"}, None),
    ],
)
def test_settings_that_take_nothing_away_hold(
    wanted: Mapping[str, object], holds: Mapping[str, object] | None
) -> None:
    """A free key is taken; several keys may run one command; two commands may change places."""
    settled = settle(wanted, VIEWS)
    assert not settled.problems
    if holds is not None:
        assert settled.keys == holds


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"undo": "j"}, "j cannot be undo: it is next in the view list"),
        ({"undo": "s"}, "s cannot be undo: it is status in the view list"),
        ({"stauts": "z"}, "“stauts” is no command; status?"),
        ({"undo": ""}, "undo needs a text of one or more keys"),
        ({"undo": 3}, "undo needs a text of one or more keys"),
        ({"undo": "shift+foo"}, "shift+foo is no key: undo keeps its own"),
        ({"undo": "z, foo"}, "foo is no key: undo keeps its own"),
        ({"undo": "hyper+z"}, "hyper+z is no key"),
        ({"undo": "Ctrl+z"}, "Ctrl+z is no key"),
        ({"undo": "ctrl+"}, "ctrl+ is no key"),
        ({"undo": "return"}, "return is no key"),
    ],
)
def test_settings_that_cannot_hold_are_told_and_left_out(
    wanted: Mapping[str, object], words: str
) -> None:
    """A clash, an unknown name and what is no key: each is said, the declared key stays."""
    settled = settle(wanted, VIEWS)
    assert len(settled.problems) == 1
    assert settled.problems[0].startswith(words)
    assert not settled.keys


def test_the_declared_keys_do_not_clash() -> None:
    """In every view each key runs one thing."""
    for view, keyed in keyed_views().items():
        taken: dict[str, str] = {}
        for each in keyed:
            for key in each.keys:
                assert taken.setdefault(key, each.name) == each.name, f"{key} in {view}"


async def test_a_command_runs_by_its_new_key_and_shows_it(place: Workplace) -> None:
    """Key bar, top bar and help name the new key; the old one does nothing."""
    own = own_keys(place, {"set-status": "Z", "go-to-board": "ctrl+t", "next-row": "down,z"})
    async with running(own) as driver:
        assert " Z status" in driver.text.splitlines()[-1]
        assert "^t Board" in driver.text.splitlines()[0]
        await driver.press("s")
        assert "Status of" not in driver.text
        await driver.press("Z")
        assert "Status of" in driver.text
    own.close()


async def test_problems_are_told_at_the_start(place: Workplace) -> None:
    """Whoever wrote a setting that cannot hold learns it when the UI opens."""
    own = own_keys(place, {"set-status": "o", "set-statsu": "S", "set-owner": "shift+foo"})
    async with running(own) as driver:
        assert "Your keys: o cannot be set-status: it is set-owner in the view actions." in (
            driver.told
        )
        assert "Your keys: “set-statsu” is no command; set-status?." in driver.told
        assert "Your keys: shift+foo is no key: set-owner keeps its own." in driver.told
        await driver.press("s")
        assert "Status of" in driver.text
        await driver.press("escape", "o")
        assert "Owner of" in driver.text
    own.close()


async def test_what_a_view_needs_the_key_for_has_another(place: Workplace) -> None:
    """In the triage “a” accepts; adding an item is still there, by its other key."""
    async with running(place, (140, 40), "8", "insert") as driver:
        assert "New item" in driver.text
