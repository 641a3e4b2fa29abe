"""``tracker liaison`` in a furnished database: who writes, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import cwg_cop, furnished_file, on_database, tracker

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

__all__ = ["cwg_cop", "furnished_file", "on_database", "tracker"]  # fixtures

RITA = "Rita <rita@example.org>; Secretariat; Switzerland; +41 22 730 5111"


@pytest.fixture
def liaison(tracker: Callable[..., Ran]) -> Callable[..., Ran]:
    """Give a function that runs a verb of ``tracker liaison``; SG17 and two Study Groups 2 exist."""
    for words in (
        ("ITU-T SG2", "--alias", "Study Group 2"),
        ("ITU-T SG17", "--alias", "SG17"),
    ):
        assert tracker("group", "add", *words, "--other").code == 0
    assert tracker("group", "alias", "ITU-D SG 2", "Study Group 2").code == 0

    def running(*arguments: str | int, typed: str = "") -> Ran:
        return tracker("liaison", *arguments, typed=typed)

    return running


@pytest.fixture
def sent(liaison: Callable[..., Ran]) -> int:
    """Give the ref of a statement sent for action to ITU-D SG 2, for information to SG17."""
    ran = liaison(
        "draft", "Household indicators", "--for", 2, "--to", "ITU-D SG 2", "--action",
        "--deadline", "2020-06-30", "--inform", "SG17", "-c", RITA, "-m", 16,
        "--abstract", "We ask for the indicators.", "--text", "Dear colleagues,",
        "--attach", "C20/57-E",
    )  # fmt: skip
    ref = int(ran.out)
    assert liaison("clear", ref).code == 0
    assert liaison("dispatch", ref, "--by", "e-mail").code == 0
    return ref
