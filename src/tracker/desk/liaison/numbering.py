"""Our own reference numbers: per group and year, never given twice, not even after an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.folding import fold
from tracker.domain.liaison.titles import own_number, sequence_in
from tracker.store.tables.group import Group

if TYPE_CHECKING:
    from tracker.desk.liaison.statement import Statement
    from tracker.store.work import Work

_NUMBERS = """
SELECT DISTINCT i.id, l.number FROM liaison_version l JOIN item i ON i.id = l.item_id
WHERE i.group_id = $1 AND l.direction = 'outgoing' AND l.number <> ''
"""


class NumberTaken(Refused):
    """Another statement of the group has, or once had, this number."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} is or was the number of another statement. Give another.")


def next_number(work: Work, group_id: int, year: int) -> str:
    """Give our next own reference of the group and year."""
    numbers = [str(number) for _, number in work.reader.rows(_NUMBERS, (group_id,))]
    taken = max((sequence_in(number, year) for number in numbers), default=0)
    return own_number(work.get(Group, group_id).acronym, taken + 1, year)


def given_number(work: Work, found: Statement, number: str) -> str:
    """Give a number of the group's own making back, if it is free. Raises ``NumberTaken``."""
    rows = work.reader.rows(_NUMBERS, (found.item.group_id,))
    if any(key != found.key and fold(str(taken)) == fold(number) for key, taken in rows):
        raise NumberTaken(number)
    return number
