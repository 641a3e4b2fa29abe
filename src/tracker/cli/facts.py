"""One thing shown with all its facts, and facts as options give them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import UsageProblem
from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

UNKNOWN = "—"


class NothingToChange(UsageProblem):
    """A command that changes facts was given none."""

    def __init__(self) -> None:
        super().__init__("Say what to change: give at least one option. --help lists them.")


def print_facts(facts: Iterable[tuple[str, object]]) -> None:
    """Print labels and values in two columns; what is unknown is a dash."""
    rows = [(label, _shown(value)) for label, value in facts]
    width = max(len(label) for label, _ in rows)
    for label, value in rows:
        first, *more = value.splitlines() or [UNKNOWN]
        sys.stdout.write(f"{label.ljust(width)}  {first}\n")
        for line in more:
            sys.stdout.write(f"{' ' * width}  {line}\n")


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """Give the options that were given; "" makes a fact unknown. Raises ``NothingToChange``."""
    facts = {name: value for name, value in options.items() if value is not None}
    if not facts:
        raise NothingToChange
    return facts


def _shown(value: object) -> str:
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (tuple, list)):
        return printable(", ".join(map(str, value))) or UNKNOWN
    return printable(str(value))
