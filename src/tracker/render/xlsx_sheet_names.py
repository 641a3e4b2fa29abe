"""Names of sheets that Excel accepts, each once."""

from __future__ import annotations

import re

from tracker.render.safe_text import clean_line

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


class SheetNames:
    """The names given out in one workbook."""

    def __init__(self) -> None:
        self._taken = {"history"}  # Excel keeps this one to itself

    def name_for(self, wanted: str, otherwise: str) -> str:
        """A name like the one wanted that no other sheet has, letter case aside."""
        stem = (
            _FORBIDDEN.sub(" ", clean_line(wanted)).strip("' ")[:LONGEST].strip("' ") or otherwise
        )
        name, count = stem, 1
        while name.lower() in self._taken:
            count += 1
            tail = f" {count}"
            name = stem[: LONGEST - len(tail)] + tail
        self._taken.add(name.lower())
        return name
