"""The items that a command is to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.store.database import Reader

NAMED_IN_DRAFTS = 50


class Chosen(NamedTuple):
    """Items read afresh, and the newest change set when they were read."""

    rows: tuple[ItemRow, ...]
    seen: int

    @property
    def refs(self) -> tuple[int, ...]:
        """Give their refs."""
        return tuple(row.ref for row in self.rows)

    def words(self) -> str:
        """Name them: the one by ref and heading, several by their number."""
        if len(self.rows) == 1:
            return f"{self.rows[0].ref} {self.rows[0].heading}"
        return f"{len(self.rows)} items"

    def text(self) -> str:
        """Give ref, heading and adopted text of each."""
        lines = ((f"{row.ref} {row.heading}", row.text or row.heading) for row in self.rows)
        return "\n\n".join("\n".join(dict.fromkeys(each)) for each in lines)

    def draft(self, what: str) -> str:
        """Name what is typed for these items, so that it is there again later."""
        return f"{what} {' '.join(map(str, self.refs[:NAMED_IN_DRAFTS]))}"

    def shared(self, values: list[str]) -> str:
        """Give the value that all have; ``""`` when they differ."""
        return values[0] if values and len(set(values)) == 1 else ""


def read_chosen(reader: Reader, keys: tuple[int, ...]) -> Chosen:
    """Read the rows, and the newest change set: first, so that nothing slips between."""
    from tracker.store.reading.instants import newest_seq
    from tracker.tui.data.finding import rows_of

    seen = newest_seq(reader)
    rows = rows_of(reader, keys)
    return Chosen(tuple(rows[key] for key in keys if key in rows), seen)
