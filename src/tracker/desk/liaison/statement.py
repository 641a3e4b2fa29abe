"""One liaison statement with its rows at hand, and the refusals that concern finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import AmbiguousName, Refused, UnknownName
from tracker.domain.folding import fold
from tracker.domain.liaison.words import Line
from tracker.domain.vocabulary import Direction, Relation, Sort
from tracker.store.tables.annotation import Link
from tracker.store.tables.group import Group
from tracker.store.tables.item import Item
from tracker.store.tables.liaison import Destination, Liaison

if TYPE_CHECKING:
    from tracker.store.work import Work


class NoLiaison(Refused):
    """The item is no liaison statement of the wanted direction."""

    def __init__(self, ref: int, wanted: str = "") -> None:
        kind = f"{wanted} liaison statement".strip()
        super().__init__(f"Item {ref} is no {kind}. `tracker liaison list` lists them.")


class Statement(NamedTuple):
    """A liaison statement: the item that it is, and what it has beside what every item has."""

    item: Item
    liaison: Liaison

    @property
    def key(self) -> int:
        """Give the id of the item."""
        return self.item.id or 0


def statement(work: Work, ref: int, direction: Direction | None = None) -> Statement:
    """Give the liaison statement with this ref. Raises ``UnknownRef`` or ``NoLiaison``."""
    item = work.item(ref)
    found = work.find(Liaison, item_id=item.id) if item.sort == Sort.LIAISON else []
    if not found or (direction is not None and found[0].direction != direction):
        raise NoLiaison(ref, direction or "")
    return Statement(item, found[0])


def lines_of(work: Work, key: int) -> list[Destination]:
    """Give the destinations of a statement, in their order."""
    return sorted(work.find(Destination, item_id=key), key=lambda line: line.position)


def line_named(work: Work, ref: int, key: int, name: str) -> Destination:
    """Give the destination that ``name`` means: its number from 1, its group or its words.

    Without a name the only destination there is. Raises ``UnknownName`` or ``AmbiguousName``.
    """
    lines = lines_of(work, key)
    names = tuple(shown_name(work, line) for line in lines)
    if not name and len(lines) == 1:
        return lines[0]
    wanted = fold(name)
    found = [
        line
        for number, (line, shown) in enumerate(zip(lines, names, strict=True), start=1)
        if name and (name == str(number) or wanted in {fold(line.addressee), fold(shown)})
    ]
    if len(found) == 1:
        return found[0]
    if not found and name:
        raise UnknownName(f"destination of {ref}", name, names)
    raise AmbiguousName(f"destinations of {ref}", name, names)


def shown_name(work: Work, line: Destination) -> str:
    """Name a destination: by its group, or by its words while the group is not known."""
    return line.addressee if line.group_id is None else work.get(Group, line.group_id).acronym


def open_lines(work: Work, key: int) -> list[Destination]:
    """Give the destinations that have not ended."""
    return [line for line in lines_of(work, key) if line.state != Line.CLOSED]


def linked(work: Work, key: int, relation: Relation) -> list[Item]:
    """Give the items that the statement stands in the relation to."""
    return [work.get(Item, link.to_id) for link in work.find(Link, from_id=key, relation=relation)]
