"""Lists and details in a terminal: as wide as it is, dressed as it allows, whatever the text."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Ran
from tests.house.source import SRC
from tests.render.nasty_text import NASTY
from tracker.cli.printing import Column
from tracker.cli.terminal import styled
from tracker.cli.terminal_parts import wrapped
from tracker.cli.terminal_table import table_lines
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace

DRESS = re.compile(r"\x1b\[[\d;]+m")
WIDTHS = (20, 33, 47, 80, 132, 400)
COLUMNS = (
    Column("REF", lambda row: str(row[0]), right=True),
    Column("STATUS", lambda _row: "under implementation"),
    Column("KIND", lambda _row: "encouragement", spare=True),
    Column("OWNER", lambda row: row[1], flexible=True, style=lambda _row: "bold red"),
    Column("TITLE", lambda row: row[1], flexible=True),
)


def _bare(line: str) -> str:
    return DRESS.sub("", line)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_keeps_within_the_terminal(width: int) -> None:
    """One line a record, none wider than the terminal, and no control character but our own."""
    lines = [_bare(line) for line in table_lines(COLUMNS, list(enumerate(NASTY)), width)]
    assert len(lines) == 1 + len(NASTY)
    assert [line for line in lines if display_width(line) > width] == []
    assert [line for line in lines if re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)] == []


def test_wide_characters_count_twice() -> None:
    """What stands behind a wide or a combining text begins in the same place."""
    columns = (Column("A", lambda row: row), Column("B", lambda _row: "here"))
    lines = list(table_lines(columns, ["混合", "e\u0301e\u0301", "abcd"], 80))
    assert {display_width(line.partition("here")[0]) for line in lines[1:]} == {6}


def test_what_is_cut_says_so() -> None:
    """A title that does not fit ends in an ellipsis; the ref and the status stay whole."""
    (_, line) = table_lines(COLUMNS, [(7, "word " * 50)], 60)
    assert _bare(line).startswith("  7  under implementation  ")
    assert _bare(line).endswith("…")


@pytest.mark.parametrize(("width", "shown"), [(120, True), (60, False)])
def test_spare_columns_give_way(width: int, shown: bool) -> None:
    """A column that is nice to have is there only where it takes no room from the title."""
    head, _ = table_lines(COLUMNS, [(7, "word " * 50)], width)
    assert ("KIND" in head) is shown


@pytest.mark.parametrize(
    ("environment", "dressed"),
    [
        ({}, "\x1b[1;31mlate\x1b[0m"),
        ({"NO_COLOR": "1"}, "\x1b[1mlate\x1b[0m"),
        ({"NO_COLOR": ""}, "\x1b[1;31mlate\x1b[0m"),
        ({"TERM": "dumb"}, "late"),
    ],
)
def test_styles_are_what_the_terminal_takes(
    environment: dict[str, str], dressed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR takes the colours away and leaves bold; a dumb terminal gets the text alone."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert styled("late", "bold red") == dressed


def test_texts_break_at_spaces() -> None:
    """Lines of a text stay lines, tabs become spaces, long words break where they must."""
    assert wrapped("one two\tthree\n" + "x" * 12, 8) == ["one two", "three", "x" * 8, "x" * 4]


@pytest.fixture
def in_terminal(cwg_cop: Workplace, clock: StillClock) -> Callable[..., str]:
    """Give a function that runs a command in a terminal of so many columns."""
    pty = pytest.importorskip("pty")
    database = cwg_cop.settings.database

    def running(columns: int, *arguments: str) -> str:
        near, far = pty.openpty()
        surroundings = {"COLUMNS": str(columns), "PYTHONPATH": str(SRC)}
        surroundings["TRACKER_CLOCK"] = clock().isoformat()
        process = subprocess.Popen(
            [sys.executable, "-m", "tracker", "--db", database, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=far,
            env=os.environ | surroundings,
        )
        os.close(far)
        printed = b""
        try:
            while some := os.read(near, 65536):
                printed += some
        except OSError:
            pass  # the far end of a pseudo-terminal ends with an error
        os.close(near)
        assert process.wait(60) == 0
        return printed.decode().replace("\r\n", "\n")

    return running


@pytest.mark.parametrize("columns", [24, 40, 100])
@pytest.mark.parametrize("arguments", [("list", "all"), ("show", "1", "2")], ids=" ".join)
def test_commands_keep_within_the_terminal(
    arguments: tuple[str, ...], columns: int, in_terminal: Callable[..., str]
) -> None:
    """A list and the details of items break or cut their lines, in however narrow a terminal."""
    lines = _bare(in_terminal(columns, *arguments)).splitlines()
    assert [line for line in lines if display_width(line) > columns] == []
    assert len(lines) > 3


def test_overdue_is_a_word_before_it_is_a_colour(
    tracker: Callable[..., Ran], in_terminal: Callable[..., str], clock: StillClock
) -> None:
    """The due date of what is overdue is dressed, and says so without its dress."""
    assert tracker("due", 3, (clock.today() + dt.timedelta(days=3)).isoformat()).code == 0
    clock.move(days=7)
    assert "\x1b[1;31m2020-03-13 overdue\x1b[0m" in in_terminal(80, "list", "overdue")
    piped = tracker("list", "overdue").out
    assert "2020-03-13 overdue" in piped
    assert "\x1b" not in piped
