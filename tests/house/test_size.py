"""A module holds one idea: long ones hold several."""

from __future__ import annotations

from tests.house.source import modules

LONGEST = 400  # lines


def test_no_module_is_too_long() -> None:
    """Every module can be read in one sitting."""
    lengths = {name: len(path.read_text().splitlines()) for name, path in modules().items()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}
