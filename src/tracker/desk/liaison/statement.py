"""One liaison statement with its rows at hand, and the refusals that concern finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.desk.annotate import add_note
from tracker.desk.chosen import chosen
from tracker.domain.errors import AmbiguousName, Refused, UnknownName, UsageProblem
from tracker.domain.folding import fold
from tracker.domain.liaison.life import LINE, steps_from
from tracker.domain.naming import begins
from tracker.domain.vocabulary import Direction, Relation, Sort
from tracker.store.tables.annotation import Link
from tracker.store.tables.group import Group
from tracker.store.tables.item import Item
from tracker.store.tables.liaison import Destination, Liaison

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.work import Work

STATUS_NOTE = "status"
"""Purpose of the note that explains a step."""


class NoLiaison(Refused):
    """The item is no liaison statement of the wanted direction."""

    def __init__(self, ref: int, wanted: str = "") -> None:
        kind = f"{wanted} liaison statement".strip()
        article = "an" if kind[0] in "aeiou" else "a"
        super().__init__(
            f"Item {ref} is not {article} {kind}. `tracker liaison list` lists the statements."
        )


class NeedsReason(UsageProblem):
    """A step that is only taken with a reason."""

    def __init__(self, verb: str) -> None:
        super().__init__(f"To {verb}, say why (--note).")


class WhichDestination(UsageProblem):
    """A step of one destination, and the statement goes to several."""

    def __init__(self, ref: int, names: tuple[str, ...]) -> None:
        super().__init__(f"{ref} goes to {', '.join(names)}. Which one? Name it after the ref.")


class Statement(NamedTuple):
    """A liaison statement: the item that it is, and what it has beside what every item has."""

    item: Item
    liaison: Liaison

    @property
    def key(self) -> int:
        """Give the id of the item."""
        return self.item.id or 0


def statement(work: Work, ref: int, direction: Direction | None = None) -> Statement:
    """Give the liaison statement with this ref.

    Raises ``UnknownRef``, ``TakenBack`` or ``NoLiaison``.
    """
    (item,) = chosen(work, (ref,))
    found = statement_of(work, item)
    if found is None or (direction is not None and found.liaison.direction != direction):
        raise NoLiaison(ref, direction or "")
    return found


def statement_of(work: Work, item: Item) -> Statement | None:
    """Give the liaison statement that an item is; None for another sort of item."""
    found = work.find(Liaison, item_id=item.id) if item.sort == Sort.LIAISON else []
    return Statement(item, found[0]) if found else None


def lines_of(work: Work, key: int) -> list[Destination]:
    """Give the destinations of a statement, in their order."""
    return sorted(work.find(Destination, item_id=key), key=lambda line: line.position)


def line_named(work: Work, ref: int, key: int, name: str, verb: str = "") -> Destination:
    """Give the destination that ``name`` means: its number from 1, its group or its words.

    Without a name the only one there is, or the only one that can take the step ``verb``.
    Raises ``UnknownName``, ``AmbiguousName`` or ``WhichDestination``.
    """
    lines = lines_of(work, key)
    names = tuple(shown_name(work, line) for line in lines)
    if not name:
        able = lines if len(lines) == 1 else _able(lines, verb)
        if len(able) == 1:
            return able[0]
    wanted = fold(name)
    found = [
        line
        for number, (line, shown) in enumerate(zip(lines, names, strict=True), start=1)
        if name and (name == str(number) or wanted in {fold(line.addressee), fold(shown)})
    ] or _of_group(work, lines, name)
    if len(found) == 1:
        return found[0]
    if lines and not name:
        raise WhichDestination(ref, names)
    if not lines or not found:
        raise UnknownName(f"destination of {ref}", name, names)
    raise AmbiguousName(f"destinations of {ref}", name, names)


def shown_name(work: Work, line: Destination) -> str:
    """Name a destination: by its group, or by its words while the group is not known."""
    return line.addressee if line.group_id is None else work.get(Group, line.group_id).acronym


def linked(work: Work, key: int, relation: Relation) -> list[Item]:
    """Give the items that the statement stands in the relation to."""
    return [work.get(Item, link.to_id) for link in work.find(Link, from_id=key, relation=relation)]


def explain(
    work: Work, found: Statement, verb: str, reason: str, on: dt.date | None = None
) -> None:
    """Write down why a step is taken. Raises ``NeedsReason`` when nothing is said."""
    if not reason.strip():
        raise NeedsReason(verb)
    add_note(work, found.item, reason, on=on, purpose=STATUS_NOTE)


def _able(lines: list[Destination], verb: str) -> list[Destination]:
    """Give the destinations whose life has the step next."""
    return [
        line for line in lines if verb in {taken.verb for taken in steps_from(LINE, line.state)}
    ]


def _of_group(work: Work, lines: list[Destination], name: str) -> list[Destination]:
    """Give the destinations whose group goes by another of its names."""
    from tracker.store.reading.groups import group_ids

    ids = group_ids(work.reader, name) if name else []
    return [line for line in lines if line.group_id in ids] or _begun(work, lines, name)


def _begun(work: Work, lines: list[Destination], name: str) -> list[Destination]:
    """Give the destinations whose words begin like those of the name: SG2 for ITU-D SG2."""
    wanted = fold(name)
    return [
        line
        for line in lines
        if begins(wanted, fold(shown_name(work, line))) or begins(wanted, fold(line.addressee))
    ]
