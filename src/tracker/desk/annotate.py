"""What is hung on items: notes, evidence, tags, priority, whom they wait on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.chosen import chosen
from tracker.desk.record import AdoptedTextLocked, joined
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.own_words import packed
from tracker.domain.vocabulary import Priority, Sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.store.tables.item import Item
    from tracker.store.work import Work


class UnknownPriority(UsageProblem):
    """A priority is one of three words."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is not a priority. It is high, normal or low.")


class NothingWritten(UsageProblem):
    """A note, evidence or title was given without words."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The {what} has no words. Nothing was changed.")


class NothingAdopted(Refused):
    """Only outcomes have adopted text."""

    def __init__(self, ref: int) -> None:
        super().__init__(f"{ref} is no outcome: it has no adopted text to be corrected.")


def add_note(
    work: Work,
    item: Item,
    text: str,
    *,
    on: dt.date | None = None,
    purpose: str = "note",
    private: bool = False,
) -> None:
    """Write a note on an item: typed words, or tracker's own. Raises ``NothingWritten``."""
    from tracker.store.tables.annotation import Note

    work.add(
        Note(
            item_id=item.id or 0,
            on_date=on or work.today,
            purpose=purpose,
            text=said("note", text),
            facts=packed(text),
            private=private,
            author=work.actor,
        )
    )


def add_evidence(
    work: Work,
    item: Item,
    what: str,
    *,
    on: dt.date | None = None,
    meeting_id: int | None = None,
) -> None:
    """Record what shows that something was done: a URL, a symbol, a text or tracker's own words."""
    from tracker.store.tables.annotation import Evidence

    work.add(
        Evidence(
            item_id=item.id or 0,
            on_date=on or work.today,
            meeting_id=meeting_id,
            what=said("evidence", what),
            facts=packed(what),
        )
    )


def tag(
    work: Work, refs: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()
) -> list[Item]:
    """Add tags to items and take others away. Gives the items. Raises ``BadTag``."""
    gone = {name.lower() for name in remove}
    items = chosen(work, refs)
    for item in items:
        kept = [name for name in item.tags.split() if name not in gone]
        item.tags = joined((*kept, *add))
        work.session.add(item)
    return items


def correct_text(
    work: Work, ref: int, text: str, *, symbol: str, on: dt.date | None = None
) -> Item:
    """Correct adopted text by a corrigendum or a revision, named by its symbol.

    Raises ``NothingAdopted``, ``AdoptedTextLocked`` without a symbol, ``NothingWritten`` without a
    text.
    """
    from tracker.store.tables.annotation import Corrigendum

    (item,) = chosen(work, (ref,))
    if item.sort != Sort.OUTCOME:
        raise NothingAdopted(ref)
    if not symbol.strip():
        raise AdoptedTextLocked(ref)
    work.add(
        Corrigendum(
            item_id=item.id or 0,
            on_date=on or work.today,
            symbol=symbol.strip(),
            former_text=item.text,
        )
    )
    item.text = said("adopted text", text)
    work.session.add(item)
    return item


def prioritize(work: Work, refs: Sequence[int], priority: str) -> list[Item]:
    """Set the priority of items, and give them. Raises ``UnknownPriority``."""
    if priority not in list(Priority):
        raise UnknownPriority(priority)
    items = chosen(work, refs)
    for item in items:
        item.priority = priority
        work.session.add(item)
    return items


def wait(work: Work, refs: Sequence[int], on_whom: str, since: dt.date | None = None) -> list[Item]:
    """Say that the next step of items is someone else's; no words end the waiting.

    Who waits on the same already goes on waiting since then, unless another day is given.
    """
    items, whom = chosen(work, refs), on_whom.strip()
    for item in items:
        goes_on = bool(whom) and item.waiting_on == whom and since is None
        if not goes_on:
            item.waiting_on = whom
            item.waiting_since = (since or work.today) if whom else None
            work.session.add(item)
    return items


def said(what: str, text: str) -> str:
    """Give the text without the spaces around it. Raises ``NothingWritten``."""
    if not text.strip():
        raise NothingWritten(what)
    return text.strip()
