"""The compiler of filters is held against what filters mean, on both databases and at two moments."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clock import StillClock
from tests.databases import workplace_on
from tests.domain.filters.trees import filters
from tracker.desk.annotate import add_note, tag, wait
from tracker.desk.assign import assign
from tracker.desk.meetings import add_document, add_meeting
from tracker.desk.parties import add_group, add_person
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.schedule import Due, reschedule
from tracker.domain.filters import FIELDS, NAMED, Filter, parse, to_text
from tracker.domain.filters.matching import matches
from tracker.domain.filters.problems import FilterProblem
from tracker.domain.records.item_row import ItemRow
from tracker.domain.vocabulary import Basis, OutcomeKind, Relation, Sort, Status
from tracker.session.workplace import Workplace
from tracker.store.database import Database, Reader
from tracker.store.filtering.compiling import Asking, aliases_of, condition_for
from tracker.store.reading.detail import notes_of
from tracker.store.reading.instants import newest_seq
from tracker.store.reading.items import count_items, each_id, list_items
from tracker.store.reading.people import find_party
from tracker.store.search_text import words_of
from tracker.store.tables.liaison import Destination, Liaison
from tracker.store.work import Work

Records = Mapping[int, Mapping[str, object]]

ITEMS = 40
ME = "Alice"
TODAY = dt.date(2026, 11, 24)
PIECES = st.sampled_from([
    *FIELDS, *NAMED, *(f"{name}:" for name in FIELDS), "owner:", "+", "-", "not", "or", "and", "(",
    ")", ":", "<", ">=", ",", "..", '"', "@", "me", "none", "any", "today", "fri", "2026-12-01",
    "12", "0", "9999999999", "-1", "x,y", "SG 2", "%", "_", "'", "\\", "*", "é", "\u0301", "儿童", "\0",
    "mascot", "15th", ";--", "$1", "{item}",
])  # fmt: skip
"""What filters are typed of, and what else may get between."""

TITLES = ("Mascot online", "Involvement of the 15th", "l'enfant x,y", "C20/57-E é", 'the "Chair"')
TAGS = ("alice", "x", "7.1")


class Moments(dict[Reader, Records]):
    """Readers of the same database at several moments, with what each item held then."""

    def __repr__(self) -> str:
        """Be short: a failing example is told with it."""
        return f"{len(self)} moments"


def fill(place: Workplace) -> None:
    """Record items with something or nothing in every field, then change half of them."""
    pick = random.Random(7)
    with place.change("set up") as work:
        groups = [
            add_group(work, "SG 2", aliases=("a..b", "WG-2")).id,
            add_group(work, "SG 20", name='the "Chair"').id,
        ]
        for name in ("Alice", "Bob the Chair", "É. Novák"):
            add_person(work, name)
        meetings = [
            add_meeting(
                work, groups[0] or 0, ordinal=n, starts_on=TODAY - dt.timedelta(days=30 * n)
            ).id
            for n in range(1, 5)
        ]
        documents = [
            add_document(work, groups[0] or 0, symbol=symbol).id
            for symbol in ("C20/57-E", "SG 2 R1")
        ]
    with place.change("record") as work:
        for _ in range(ITEMS):
            record_one(work, pick, groups, meetings, documents)
    with place.change("change") as work:
        change_some(work, pick)


def record_one(
    work: Work, pick: random.Random, groups: list[Any], meetings: list[Any], documents: list[Any]
) -> None:
    item = record_item(
        work,
        NewItem(
            group_id=pick.choice(groups),
            sort=pick.choice(list(Sort)),
            title=pick.choice(TITLES),
            text=pick.choice(["", *TITLES]),
            kind=pick.choice(["", *OutcomeKind]),
            meeting_id=pick.choice([None, *meetings]),
            document_id=pick.choice([None, *documents]),
            section=pick.choice(["", "7", "7.1", "72"]),
            addressee=pick.choice(["", "SG 2", "SG 20", "Alice"]),
            adopted_on=pick.choice([None, TODAY - dt.timedelta(days=pick.randrange(300))]),
            status=pick.choice(list(Status)),
            owner=pick.choice(
                [None, find_party(work.reader, pick.choice(["Alice", "Bob", "SG 20"]))]
            ),
            due=pick.choice([None, Due(TODAY + dt.timedelta(days=pick.randrange(-20, 20)))]),
            due_basis=pick.choice(list(Basis)),
            tags=tuple(pick.sample(TAGS, pick.randrange(3))),
            priority=pick.choice(["high", "normal", "low"]),
            created_on=TODAY - dt.timedelta(days=pick.randrange(300)),
        ),
    )
    if item.sort == Sort.LIAISON:
        direction = pick.choice(["outgoing", "incoming"])
        work.add(Liaison(item_id=item.id or 0, direction=direction, state="drafted"))
        for purpose in pick.sample(["action", "information", ""], pick.randrange(3)):
            work.add(Destination(item_id=item.id or 0, addressee="SG 2", purpose=purpose))
    if pick.random() < 0.4:
        add_note(work, item, pick.choice(TITLES), private=pick.random() < 0.3)


def change_some(work: Work, pick: random.Random) -> None:
    refs = list(range(1, ITEMS + 1))
    tag(work, pick.sample(refs, 10), ["late"], ["x"])
    wait(work, pick.sample(refs, 8), "SG 2", TODAY - dt.timedelta(days=3))
    assign(work, pick.sample(refs, 8), None)
    datable = [ref for ref in refs if work.item(ref).status == Status.PENDING]
    reschedule(work, datable, Due(TODAY + dt.timedelta(days=40)), reason="more time")
    for low, high in zip(refs[::4], refs[1::4], strict=False):
        relate(work, high, pick.choice([Relation.REITERATES, Relation.BLOCKED_BY]), low)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Moments]:
    """Give readers of a filled database: at present, and as before the last change."""
    if request.param == "sqlite":
        where = Database(str(tmp_path_factory.mktemp("filled") / "tracker.sqlite3"))
        yield from readers(where)
        return
    server = request.getfixturevalue("migrated_server")
    with server.empty_database(template="tracker_template") as url:
        yield from readers(Database(url))


def readers(database: Database) -> Iterator[Moments]:
    place = workplace_on(database, StillClock(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)))
    try:
        fill(place)
        before = place.reader.as_at(newest_seq(place.reader) - 1)
        yield Moments({reader: records_of(reader) for reader in (place.reader, before)})
    finally:
        place.close()


def record_of(reader: Reader, row: ItemRow) -> Mapping[str, object]:
    """Tell an item as the filter language sees it."""
    every = aliases_of_group(reader, row.group)
    purposes = reader.rows("SELECT purpose FROM {destination} WHERE item_id = $1", (row.id,))
    reiterates = reader.rows(
        "SELECT o.ref FROM {link} l JOIN {item} o ON o.id = l.to_id"
        " WHERE l.from_id = $1 AND l.relation = 'reiterates'",
        (row.id,),
    )
    return {
        "status": row.status,
        "sort": row.sort,
        "kind": row.kind,
        "owner": (row.owner, *aliases_of_group(reader, row.owner)),
        "group": every,
        "meeting": row.meeting_ordinal,
        "tag": row.tags,
        "due": row.due,
        "adopted": row.adopted_on,
        "closed": row.closed_on,
        "changed": row.changed_on,
        "created": row.created_on,
        "since": row.waiting_since,
        "priority": row.priority,
        "ref": row.ref,
        "title": row.title,
        "text": row.text,
        "note": tuple(note.text for note in notes_of(reader, row.id)),
        "waiting": row.waiting_on,
        "document": row.document,
        "section": row.section,
        "addressee": row.addressee,
        "reiterates": tuple(ref for (ref,) in reiterates),
        "reiterated": row.reiterated,
        "extensions": row.extensions,
        "blocked": "yes" if row.blocked else "no",
        "basis": (row.owner_basis, row.due_basis),
        "direction": row.direction,
        "purpose": tuple(purpose for (purpose,) in purposes),
        "search": words_of(reader, row.id),
    }


def aliases_of_group(reader: Reader, acronym: str) -> tuple[str, ...]:
    rows = reader.rows(
        "SELECT n.name FROM {group_name} n JOIN {working_group} g ON g.id = n.group_id"
        " WHERE g.acronym = $1",
        (acronym,),
    )
    return tuple(name for (name,) in rows)


def records_of(reader: Reader) -> Records:
    return {row.ref: record_of(reader, row) for row in list_items(reader)}


def check(reader: Reader, records: Records, filter: Filter) -> None:
    """Hold the list against what the filter means of each item."""
    asking = Asking(TODAY, ME)
    try:
        condition = condition_for(reader, filter, asking)
    except FilterProblem:
        return  # a date that cannot be resolved is refused, as the meaning refuses it
    aliases = aliases_of(reader)
    meant = {
        ref
        for ref, record in records.items()
        if matches(filter, record, TODAY, ME, aliases=aliases)
    }
    found = list_items(reader, condition)
    assert {row.ref for row in found} == meant, to_text(filter)
    assert count_items(reader, condition) == len(meant)
    assert list(each_id(reader, condition)) == [row.id for row in found]


@given(filter=filters)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_that_many_texts_hold(filled: Moments, filter: Filter) -> None:
    """They are looked for in another way, and found the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.store.filtering.words.MANY", 1)
        for reader, records in filled.items():
            check(reader, records, filter)


@given(filter=filters)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_list_holds_what_the_filter_means(filled: Moments, filter: Filter) -> None:
    """Whatever the filter, the list is what its meaning says, at present and as at before."""
    for reader, records in filled.items():
        check(reader, records, filter)


@given(text=st.lists(PIECES, max_size=8).map(" ".join) | st.lists(PIECES, max_size=8).map("".join))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_answered_or_pointed_at(filled: Moments, text: str) -> None:
    """Any text is a filter that finds what it means, or a problem that says where it lies."""
    try:
        filter = parse(text)
    except FilterProblem as problem:
        text, carets, why = problem.pointed().split("\n")
        assert len(carets) <= 2 * len(text) + 1
        assert why
        return
    for reader, records in filled.items():
        check(reader, records, filter)


@pytest.mark.parametrize(
    ("many", "same"),
    [
        (" or ".join(["overdue"] * 1500), "overdue"),
        ("-overdue " * 300, "-overdue"),
        (f"ref:{','.join(map(str, range(1, 5000)))}", "all"),
        (f"tag:late{',x' * 3000}", "tag:late,x"),
    ],
    ids=["or", "and", "refs", "tags"],
)
def test_long_filters(filled: Moments, many: str, same: str) -> None:
    """What a program writes may be thousands of terms long, and means what it says."""
    for reader in filled:
        conditions = [
            condition_for(reader, parse(text), Asking(TODAY, ME)) for text in (many, same)
        ]
        assert len({count_items(reader, condition) for condition in conditions}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "overdue", "mine", "blocked", "reiterated", "title:mascot", 'text:"the 15th"', "note:inv",
        "owner:none due:none", "group:wg-2", "meeting:2..3", "-tag:late +alice", "extensions>0",
        "section:7", "document:c20", "fifteenth", '"involvement of the fifteenth"', "WG-2",
        "purpose:action or direction:incoming", "basis:stated", "waiting:sg2",
    ],
)  # fmt: skip
def test_common_filters(filled: Moments, text: str) -> None:
    """The filters that people type find what they mean, and something at all."""
    for reader, records in filled.items():
        check(reader, records, parse(text))
