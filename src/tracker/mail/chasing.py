"""Chasing owners by hand: whom a chase writes to, and about which items it went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import NothingWritten
from tracker.desk.chase import check_chasable
from tracker.domain.errors import AmbiguousName, Refused, UnknownName
from tracker.mail.reminders import bundled, chase
from tracker.store.reading.groups import list_groups
from tracker.store.reading.people import find_person
from tracker.store.reading.reminding import Reminded

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.mail.reminders import Bundle, Reminding, Unreached
    from tracker.mail.sending import Outcome
    from tracker.store.database import Reader


class NobodyReached(Refused):
    """A chase that would not reach everybody it is about is not begun."""

    def __init__(self, lost: Sequence[Unreached]) -> None:
        named = "; ".join(f"{each.item.ref}: {each.why}" for each in lost)
        super().__init__(f"Nobody was chased, since not all owners can be written to. {named}.")


class ChasedAlready(Refused):
    """The same words went out about the same items today."""

    def __init__(self) -> None:
        super().__init__("They were chased with these very words today. Write other words.")


class SeveralGroups(Refused):
    """A chase is a mail of one group."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"These items are of {' and '.join(names)}. Chase the items of one group at a time."
        )


def chase_of(
    reader: Reader,
    items: Sequence[ItemRow],
    today_in: Callable[[str], dt.date],
    *,
    note: str,
    by: str,
) -> tuple[Reminding, list[Bundle]]:
    """Give the chase of items with what ``by`` says, and a bundle for each of their owners.

    ``today_in`` gives the day in a time zone. Raises ``NothingToChase``, ``NothingWritten``,
    ``SeveralGroups`` or ``NobodyReached``.
    """
    check_chasable(items)
    if not note.strip():
        raise NothingWritten("note")
    names = sorted({item.group for item in items})
    if len(names) > 1:
        raise SeveralGroups(names)
    group = next(group for group in list_groups(reader) if group.acronym == names[0])
    today = today_in(group.timezone)
    lines = [Reminded(item, (today - item.due).days if item.due else 0) for item in items]
    bundles, lost = bundled(reader, lines, today)
    if lost:
        raise NobodyReached(lost)
    refs = [item.ref for item in items]
    return chase(reader, group, today, refs, note=note.strip(), by=by), bundles


def signature(reader: Reader, me: str, login: str) -> str:
    """Name who chases: in full where they are on record, else as they call themselves.

    ``""`` where ``me`` is merely their ``login`` on the machine, which means nothing to others.
    """
    try:
        return find_person(reader, me).name
    except (UnknownName, AmbiguousName):
        return "" if me == login else me


def chased(outcomes: Iterable[Outcome]) -> dict[int, list[str]]:
    """Give the items that a mail went out about, or may have, each with whom it went to."""
    whom: dict[int, list[str]] = {}
    for outcome in outcomes:
        if outcome.fresh and outcome.state in ("sent", "unknown"):
            for ref in outcome.parcel.refs:
                whom.setdefault(ref, []).append(outcome.parcel.to.name or outcome.parcel.to.address)
    return whom
