"""A history as anybody would write it down: a snapshot after every change, and no cleverness.

What an item is, is a flat table of cells: ``(ref, field)`` to a value, and one cell for whatever
hangs on it. A change set is the difference of two snapshots; undoing puts its cells back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.database import Reader

Cell = tuple[object, ...]
Cells = dict[Cell, object]
Difference = dict[Cell, tuple[object, object]]

COLUMNS = (
    "sort", "title", "kind", "status", "owner_person_id", "owner_office_id", "owner_basis", "due",
    "due_basis", "priority", "tags", "waiting_on", "waiting_since", "reported_on", "closed_on",
)  # fmt: skip
GONE = "retired"
HANGING = {
    "note": "SELECT n.id, i.ref, n.text, n.purpose FROM {note} n JOIN {item} i ON i.id = n.item_id",
    "extension": "SELECT e.id, i.ref, e.reason, e.from_due, e.to_due FROM {extension} e"
    " JOIN {item} i ON i.id = e.item_id",
    "link": "SELECT l.id, a.ref, l.relation, b.ref FROM {link} l"
    " JOIN {item} a ON a.id = l.from_id JOIN {item} b ON b.id = l.to_id",
}


def cells_of(reader: Reader) -> Cells:
    """Read what the database holds, at present or as at a change set, into cells."""
    columns = ", ".join(f"i.{name}" for name in (*COLUMNS, GONE))
    cells: Cells = {}
    for ref, *values in reader.rows(f"SELECT i.ref, {columns} FROM {{item}} i"):
        for name, value in zip((*COLUMNS, GONE), values, strict=True):
            cells[ref, name] = bool(value) if name == GONE else value
    for what, sql in HANGING.items():
        for key, ref, *values in reader.rows(sql):
            cells[ref, what, *values] = (what, key)
    return cells


def difference(before: Cells, after: Cells) -> Difference:
    """Give the cells that differ, with both values; a cell that is not there is None."""
    return {
        cell: (before.get(cell), after.get(cell))
        for cell in before.keys() | after.keys()
        if before.get(cell) != after.get(cell)
    }


class Refusal(Exception):
    """What is asked cannot be; ``later`` are the change sets in the way, if any are."""

    def __init__(self, later: tuple[int, ...] = ()) -> None:
        self.later = later
        super().__init__(later)


@dataclass
class Actor:
    """What somebody may undo by default, and redo, the last one last.

    Each is a pair: the change set that all began with, and the one that did or undid it last.
    """

    done: list[tuple[int, int]] = field(default_factory=list)
    undone: list[tuple[int, int]] = field(default_factory=list)


class NaiveHistory:
    """Snapshots by change set, the newest last. The database began with ``first`` as ``seq``."""

    def __init__(self, first: Cells, seq: int) -> None:
        self.at: dict[int, Cells] = {seq: first}
        self.first = seq
        self.origin: dict[int, tuple[str, int]] = {}
        """Of an undo or redo: which it is, and the change set that all began with."""
        self.actors: dict[str, Actor] = {}

    @property
    def seq(self) -> int:
        """Give the last change set."""
        return max(self.at)

    @property
    def now(self) -> Cells:
        """Give the present snapshot."""
        return self.at[self.seq]

    def actor(self, name: str) -> Actor:
        """Give what somebody did."""
        return self.actors.setdefault(name, Actor())

    def changed(self, who: str, after: Cells) -> None:
        """Write down a change, unless nothing was changed."""
        if after != self.now:
            self.at[self.seq + 1] = after
            self.actor(who).done.append((self.seq, self.seq))
            self.actor(who).undone.clear()

    def undone(self, who: str, target: int | None = None) -> int:
        """Undo a change set, by default the last of ``who``; give which. Raises ``Refusal``."""
        if target is None:
            if not self.actor(who).done:
                raise Refusal
            _, target = self.actor(who).done[-1]
        after = self._reversed(target)
        was, origin = self.origin.get(target, ("do", target))
        self._write(who, after, "redo" if was == "undo" else "undo", origin)
        return target

    def redone(self, who: str) -> int:
        """Do again what ``who`` undid last; give which. Raises ``Refusal``."""
        if not self.actor(who).undone:
            raise Refusal
        origin, undoing = self.actor(who).undone[-1]
        self._write(who, self._reversed(undoing), "redo", origin)
        return origin

    def _write(self, who: str, after: Cells, what: str, origin: int) -> None:
        self.at[self.seq + 1] = after
        self.origin[self.seq] = (what, origin)
        actor = self.actor(who)
        actor.undone = [pair for pair in actor.undone if pair[0] != origin]
        actor.done = [pair for pair in actor.done if pair[0] != origin]
        (actor.undone if what == "undo" else actor.done).append((origin, self.seq))

    def _reversed(self, target: int) -> Cells:
        """Put the cells of a change set back; one that holds something else now is in the way."""
        changed = self.changed_by(target)
        blocked = {cell for cell, (_, after) in changed.items() if self.now.get(cell) != after}
        if blocked:
            raise Refusal(tuple(
                seq for seq in self.at if seq > target and blocked & self.changed_by(seq).keys()
            ))  # fmt: skip
        created = {cell[0] for cell, (before, _) in changed.items()
                   if cell[1:] == (GONE,) and before is None}  # fmt: skip
        after = dict(self.now)
        for cell, (before, _) in changed.items():
            if len(cell) == 2 and cell[0] in created:
                after[cell[0], GONE] = True  # its ref stays taken, and what it was stays known
            elif before is None and len(cell) > 2:
                del after[cell]
            else:
                after[cell] = before
        return after

    def changed_by(self, seq: int) -> Difference:
        """Give what a change set changed."""
        return difference(self.at[seq - 1], self.at[seq])
