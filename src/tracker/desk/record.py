"""Recording items: by hand, in a line or by options."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.desk.owner import set_owner
from tracker.desk.schedule import Due, set_due
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.folding import fold
from tracker.domain.lifecycle import first_status
from tracker.domain.one_line import one_line
from tracker.domain.place_in_report import place_in_report
from tracker.domain.vocabulary import Adoption, Basis, Sort, Status
from tracker.store.tables.item import Item

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.parties import Party
    from tracker.store.work import Work


class NothingSaid(UsageProblem):
    """An item was to be recorded without any words."""

    def __init__(self) -> None:
        super().__init__("An item needs a title. Write what is to be done, or what was adopted.")


class BadTag(UsageProblem):
    """A tag is one word, by which items can be found again."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” cannot be a tag. A tag is one word with a letter or a digit.")


class AdoptedTextLocked(Refused):
    """Adopted text changes only by a corrigendum or a revision of its document."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"The adopted text of {ref} is locked. Correct it with"
            f" `tracker corrigendum {ref} --symbol … --text …`; a title can always be changed."
        )


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is known of an item to be recorded. ``text`` is adopted text, only of outcomes.

    ``order`` is its place among what the document adopts, where section and bullet do not tell.
    """

    group_id: int
    sort: Sort = Sort.ACTION
    title: str = ""
    text: str = ""
    kind: str = ""
    meeting_id: int | None = None
    document_id: int | None = None
    section: str = ""
    bullet: int | None = None
    order: int = 0
    addressee: str = ""
    adopted_on: dt.date | None = None
    adoption: str = ""
    status: Status | None = None
    owner: Party | None = None
    owner_basis: str = Basis.ASSUMED
    due: Due | None = None
    due_basis: str = Basis.ASSUMED
    tags: tuple[str, ...] = ()
    priority: str = "normal"
    created_on: dt.date | None = None


def record_item(work: Work, new: NewItem) -> Item:
    """Record an item and give it its ref. Owner and due may stay unknown.

    Kinds that nothing closes (recommendations, invitations, encouragements) begin as standing.
    Raises ``NothingSaid`` or ``BadTag``.
    """
    if not (new.title.strip() or new.text.strip()):
        raise NothingSaid
    item = Item(
        ref=work.new_ref(),
        uid=str(uuid.uuid4()),
        sort=new.sort,
        group_id=new.group_id,
        meeting_id=new.meeting_id,
        document_id=new.document_id,
        section=new.section,
        bullet=new.bullet,
        position=place_in_report(new.section, new.bullet, new.order),
        title=one_line(new.title),
        text=new.text,
        kind=new.kind,
        addressee=new.addressee,
        adoption=new.adoption or _adoption(new),
        adopted_on=new.adopted_on,
        status=new.status or first_status(new.sort, new.kind),
        priority=new.priority,
        tags=joined(new.tags),
        created_on=new.created_on or work.today,
        changed_on=work.today,
    )
    if new.owner is not None:
        set_owner(item, new.owner, new.owner_basis)
    if new.due is not None:
        set_due(item, new.due, new.due_basis)
    return work.add(item)


def joined(tags: tuple[str, ...]) -> str:
    """Write tags as the table keeps them: sorted, each once, a space on both sides.

    Raises ``BadTag``.
    """
    clean = sorted({tag_named(tag) for tag in tags})
    return f" {' '.join(clean)} " if clean else ""


def tag_named(word: str) -> str:
    """Give the tag that was typed, ``web`` for ``+Web``. Raises ``BadTag``."""
    tag = word.lower().lstrip("+").strip()
    if not fold(tag) or len(tag.split()) > 1:
        raise BadTag(word)
    return tag


def _adoption(new: NewItem) -> str:
    if new.sort != Sort.OUTCOME:
        return ""
    return Adoption.MEETING if new.meeting_id is not None else ""
