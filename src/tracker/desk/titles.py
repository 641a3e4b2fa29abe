"""The editorial title of an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import said
from tracker.desk.chosen import chosen
from tracker.domain.one_line import one_line
from tracker.domain.vocabulary import Sort

if TYPE_CHECKING:
    from tracker.store.tables.item import Item
    from tracker.store.work import Work


def retitle(work: Work, ref: int, title: str) -> Item:
    """Give an item another editorial title, and give it back. Adopted text is untouched.

    The title of a liaison statement that has left the house is refused (``AlreadySent``).
    """
    (item,) = chosen(work, (ref,))
    if item.sort == Sort.LIAISON:
        from tracker.desk.liaison.statement import statement
        from tracker.desk.liaison.unsent import check_unsent

        check_unsent(statement(work, ref), "The title")
    folded = one_line(title)
    item.title = folded if item.text else said("title", folded)
    work.session.add(item)
    return item
