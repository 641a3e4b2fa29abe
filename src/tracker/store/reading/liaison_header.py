"""One liaison statement with its whole header, as documents, checks and screens need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.liaison import completeness
from tracker.domain.liaison.words import Approval
from tracker.domain.ordinals import short
from tracker.store.reading.detail import destinations_of
from tracker.store.reading.groups import group_ids, list_groups
from tracker.store.reading.items import day

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader

_HEADER = """
SELECT i.id, i.ref, i.title, i.text, l.direction, l.state, l.purpose, l.number, l.their_reference,
    COALESCE(o.acronym, l.other_name), l.questions, l.study_group, l.working_party, l.origin, l.source,
    l.approval, l.abstract, l.body, l.cleared_on, l.deadline, l.received_on, l.dispatched_on,
    l.ended_on, g.acronym, g.name, m.ordinal, COALESCE(m.title, ''), COALESCE(m.place, ''),
    m.starts_on, m.ends_on, n.owner_name, l.other_group_id IS NOT NULL
FROM {item} i JOIN {liaison} l ON l.item_id = i.id JOIN {item_list} n ON n.id = i.id
JOIN {working_group} g ON g.id = i.group_id
LEFT JOIN {meeting} m ON m.id = i.meeting_id
LEFT JOIN {working_group} o ON o.id = l.other_group_id
WHERE i.ref = $1 AND NOT i.retired
"""
_WORDS = (
    "direction", "state", "purpose", "number", "their_reference", "other", "questions",
    "study_group", "working_party", "their_origin", "source", "approval", "abstract", "body",
)  # fmt: skip
_DAYS = ("cleared_on", "deadline", "received_on", "dispatched_on", "ended_on")
_LINKED = """
SELECT o.ref, CASE WHEN o.title = '' THEN o.text ELSE o.title END,
    CASE WHEN s.direction = 'incoming' THEN s.their_reference ELSE s.number END
FROM {{link}} l JOIN {{item}} o ON o.id = l.{other} JOIN {{liaison}} s ON s.item_id = o.id
WHERE l.{this} = $1 AND l.relation = 'answers' AND NOT o.retired ORDER BY o.ref
"""
_ANSWERS = _LINKED.format(this="from_id", other="to_id")
_ANSWERED_BY = _LINKED.format(this="to_id", other="from_id")
_CONSIDERED = """
SELECT v.id, m.ordinal, m.title FROM {destination} v JOIN {meeting} m ON m.id = v.considered_meeting_id
WHERE v.item_id = $1
"""
_CONTACTS = (
    "SELECT name, organization, country, phone, email FROM {contact} c"
    " WHERE c.item_id = $1 ORDER BY position, id"
)
_ATTACHMENTS = "SELECT what FROM {attachment} a WHERE a.item_id = $1 ORDER BY position, id"


class ContactRow(NamedTuple):
    """A contact of the header."""

    name: str
    organization: str
    country: str
    phone: str
    email: str


class Answered(NamedTuple):
    """A statement that another one answers, or that answers it.

    ``reference`` is its own number or the sender's.
    """

    ref: int
    title: str
    reference: str


class Origin(NamedTuple):
    """The meeting a statement comes from; ordinal None and title empty where there is none."""

    ordinal: int | None
    title: str
    place: str
    starts_on: dt.date | None
    ends_on: dt.date | None

    @property
    def name(self) -> str:
        """Name the meeting: ``16th meeting``, its title, or nothing."""
        return self.title if self.ordinal is None else f"{short(self.ordinal)} meeting"


class LiaisonHeader(NamedTuple):
    """A liaison statement. ``other`` is the sender of an incoming one; unknown days are None.

    ``considered_at`` names the meeting that considered the reply of a destination, by its id.
    ``candidates`` are the groups that go by a name while nobody has chosen one of them.
    """

    id: int
    ref: int
    title: str
    direction: str
    state: str
    purpose: str
    number: str
    their_reference: str
    other: str
    questions: str
    study_group: str
    working_party: str
    their_origin: str
    source: str
    approval: str
    abstract: str
    body: str
    cleared_on: dt.date | None
    deadline: dt.date | None
    received_on: dt.date | None
    dispatched_on: dt.date | None
    ended_on: dt.date | None
    group: str
    group_name: str
    meeting: Origin
    contacts: tuple[ContactRow, ...]
    attachments: tuple[str, ...]
    destinations: tuple[DestinationRow, ...]
    answers: tuple[Answered, ...]
    owner: str = ""
    answered_by: tuple[Answered, ...] = ()
    considered_at: dict[int, str] = {}  # noqa: RUF012  read only
    candidates: dict[str, tuple[str, ...]] = {}  # noqa: RUF012  read only

    @property
    def is_outgoing(self) -> bool:
        """Tell whether we send it."""
        return self.direction == "outgoing"

    @property
    def reference(self) -> str:
        """Give the reference it goes by: our number, or the sender's."""
        return self.number if self.is_outgoing else self.their_reference

    @property
    def origin(self) -> str:
        """Say where it comes from: a meeting, by correspondence, or nothing while unknown."""
        if self.their_origin:
            return self.their_origin
        if self.approval == Approval.CORRESPONDENCE:
            return "by correspondence"
        return self.meeting.name

    def missing(self, on: dt.date | None = None) -> tuple[completeness.Missing, ...]:
        """List what it lacks for dispatch on a day, each with its source.

        Of what was dispatched, on the day when it was.
        """
        return completeness.missing(
            completeness.Statement(
                title=self.title,
                source=self.source,
                meeting=self.origin,
                approval=self.approval,
                destinations=tuple(
                    completeness.Destined(
                        each.group or each.addressee,
                        (each.group,) if each.group else self.candidates.get(each.addressee, ()),
                        each.purpose,
                        each.deadline,
                    )
                    for each in self.destinations
                ),
                contacts=tuple((each.name, each.email) for each in self.contacts),
                questions=self.questions,
                has_questions=bool(self.study_group or self.working_party),
                abstract=self.abstract,
                is_reply=bool(self.answers),
            ),
            self.dispatched_on or on,
        )


def liaison_header(reader: Reader, ref: int) -> LiaisonHeader | None:
    """Give the liaison statement with this ref; None where the item is none."""
    rows = reader.rows(_HEADER, (ref,))
    return _header(reader, rows[0]) if rows else None


def _header(reader: Reader, row: tuple[Any, ...]) -> LiaisonHeader:
    key, ref, title, text, *rest = row
    words: dict[str, Any] = {
        name: word or "" for name, word in zip(_WORDS, rest[: len(_WORDS)], strict=True)
    }
    *days, group, group_name, ordinal, meeting, place, starts, ends, owner, known = rest[
        len(_WORDS) :
    ]
    dates: dict[str, Any] = dict(zip(_DAYS, map(day, days), strict=True))
    destinations = destinations_of(reader, key)
    open_names = [each.addressee for each in destinations if not each.group]
    return LiaisonHeader(
        id=key,
        ref=ref,
        title=title or text,
        **words,
        **dates,
        group=group,
        group_name=group_name,
        meeting=Origin(ordinal, meeting, place, day(starts), day(ends)),
        contacts=tuple(ContactRow(*each) for each in reader.rows(_CONTACTS, (key,))),
        attachments=tuple(what for (what,) in reader.rows(_ATTACHMENTS, (key,))),
        destinations=destinations,
        answers=tuple(Answered(*each) for each in reader.rows(_ANSWERS, (key,))),
        owner=owner or "",
        answered_by=tuple(Answered(*each) for each in reader.rows(_ANSWERED_BY, (key,))),
        considered_at={
            line: Origin(number, name, "", None, None).name
            for line, number, name in reader.rows(_CONSIDERED, (key,))
        },
        candidates=_candidates(reader, open_names if known else [*open_names, words["other"]]),
    )


def _candidates(reader: Reader, names: list[str]) -> dict[str, tuple[str, ...]]:
    """Give the groups that each name may mean."""
    if not any(names):
        return {}
    acronyms = {group.id: group.acronym for group in list_groups(reader)}
    return {
        name: tuple(sorted(acronyms[key] for key in group_ids(reader, name)))
        for name in names
        if name
    }
