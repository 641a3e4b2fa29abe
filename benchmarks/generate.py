"""Make a database of N items with ten changes each, the same one every time.

    python -m benchmarks.generate 10000 /tmp/tracker-10k.sqlite3

The place may be a ``postgresql://`` URL of an empty database.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
import uuid
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.domain.folding import fold
from tracker.domain.place_in_report import place_in_report
from tracker.store import bulk
from tracker.store.database import Database, open_reader
from tracker.store.engine import engine_for
from tracker.store.instants import stamp
from tracker.store.tables.annotation import Evidence, Extension, Note
from tracker.store.tables.document import Document
from tracker.store.tables.group import Group
from tracker.store.tables.item import Item
from tracker.store.tables.meeting import Meeting
from tracker.store.tables.person import Person
from tracker.store.versions import OPEN_END

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_DAY = dt.datetime(2007, 1, 8, 9, tzinfo=dt.UTC)
LAST_DAY = dt.datetime(2026, 11, 23, 18, tzinfo=dt.UTC)
CHANGES = 10
MEETINGS = 60
PEOPLE = 40
KINDS = (
    "decision", "recommendation", "invitation", "request", "posting", "information",
    "encouragement", "liaison statement",
)  # fmt: skip
WORDS = (
    "guidelines protection children online review membership secretariat contribution document "
    "meeting proposal indicator household statistics capacity building resolution draft revision "
    "mascot awareness survey platform regional initiative stakeholder industry partner programme "
    "evaluation effectiveness report council study group rapporteur question liaison reply "
    "deadline translation publish website register focal point workshop agenda minutes"
).split()
SYLLABLES = "ba co di fe gu ka lo mi ne pu ra so ti ve zu".split()
RARE = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
"""3,375 made-up words, so that a search finds some items and not a third of all."""

TAGS = ("web", "urgent", "legal", "budget", "press")


def generate(where: str, items: int) -> None:
    """Fill a new database."""
    database = Database(where)
    open_reader(database).close()
    engine = engine_for(database)
    started = time.perf_counter()
    with engine.begin() as connection:
        History(items).write(connection)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        settle = "PRAGMA optimize=0x10002" if database.is_sqlite else "VACUUM ANALYZE"
        connection.exec_driver_sql(settle)
    engine.dispose()
    seconds = time.perf_counter() - started
    print(f"{items} items, {items * CHANGES} changes in {seconds:.1f} s: {where}")


class History:
    """The history of all items: who changed what when, in the one order of change sets."""

    def __init__(self, items: int) -> None:
        self.items = items
        self.random = random.Random(items)
        span = int((LAST_DAY - FIRST_DAY).total_seconds())
        self.moments = [self._moments(span) for _ in range(items)]
        order = sorted(
            (at, item, n) for item, ats in enumerate(self.moments) for n, at in enumerate(ats)
        )
        self.seqs = [[0] * CHANGES for _ in range(items)]
        self.instants: list[int] = []
        for seq, (at, item, n) in enumerate(order, start=2):
            self.seqs[item][n] = seq
            self.instants.append(at)

    def write(self, connection: sa.Connection) -> None:
        """Write everything."""
        self._write_frame(connection)
        states = [self._states(number) for number in range(1, self.items + 1)]
        present = (versions[-1] for versions in states)
        strip = ("from_seq", "to_seq")
        bulk.load_rows(
            connection,
            Item,
            ({k: v for k, v in row.items() if k not in strip} for row in present),
            (row for versions in states for row in versions),
        )
        for model, rows in (
            (Note, self.notes),
            (Evidence, self.evidence),
            (Extension, self.extensions),
        ):
            bulk.load_rows(
                connection,
                model,
                ({k: v for k, v in r.items() if k not in strip} for r in rows),
                rows,
            )
        bulk.load_words(connection, self._words(states))
        bulk.load_change_sets(connection, self._change_sets())
        for each in (Group, Person, Meeting, Document, Item, Note, Evidence, Extension):
            bulk.settle_ids(connection, each)
        connection.execute(
            sa.text("UPDATE head SET seq = :seq, next_ref = :ref, last_recorded = :at"),
            {
                "seq": self.items * CHANGES + 1,
                "ref": self.items + 1,
                "at": stamp(self._instant(self.instants[-1])),
            },
        )

    notes: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    extensions: list[dict[str, Any]]

    def _moments(self, span: int) -> list[int]:
        moment = self.random.randrange(span)
        moments = [moment]
        for _ in range(CHANGES - 1):
            moment = min(span, moment + self.random.randrange(3_600, 40 * 86_400))
            moments.append(moment)
        return moments

    def _instant(self, seconds: int) -> dt.datetime:
        return FIRST_DAY + dt.timedelta(seconds=seconds)

    def _day(self, seconds: int) -> dt.date:
        return self._instant(seconds).date()

    def _write_frame(self, connection: sa.Connection) -> None:
        """Write the group, its people, meetings and reports, in change set 1."""
        self.notes, self.evidence, self.extensions = [], [], []
        group = Group(
            id=1, acronym="CWG-BIG", name="Council Working Group on Large Numbers", ours=True
        )
        people = [
            Person(id=n, name=f"Person {n:02d} Example", email=f"p{n}@example.org")
            for n in range(1, PEOPLE + 1)
        ]
        step = (LAST_DAY - FIRST_DAY) / (MEETINGS - 1)
        meetings, documents = [], []
        for n in range(1, MEETINGS + 1):
            day = (FIRST_DAY + step * (n - 1)).date() + dt.timedelta(days=12)
            meetings.append(
                Meeting(id=n, group_id=1, ordinal=n, starts_on=day, ends_on=day, place="Geneva")
            )
            documents.append(
                Document(
                    id=n,
                    group_id=1,
                    symbol=f"BIG-{n}/R1",
                    title=f"Report of meeting {n}",
                    issued_on=day,
                )
            )
        for model, rows in (
            (Group, [group]),
            (Person, people),
            (Meeting, meetings),
            (Document, documents),
        ):
            bulk.load_new_rows(connection, model, [row.model_dump() for row in rows], 1)

    def _states(self, number: int) -> list[dict[str, Any]]:
        """Give the versions of one item, from its creation to what it is now."""
        seqs, moments = self.seqs[number - 1], self.moments[number - 1]
        row = self._new(number, self._day(moments[0]))
        versions = []
        for n, (seq, moment) in enumerate(zip(seqs, moments, strict=True)):
            if n:
                row = {**row, **self._change(n, number, row, self._day(moment), seq)}
            end = seqs[n + 1] if n + 1 < CHANGES else OPEN_END
            versions.append({**row, "from_seq": seq, "to_seq": end})
        return versions

    def _new(self, number: int, day: dt.date) -> dict[str, Any]:
        pick = self.random
        kind = pick.choice(KINDS)
        meeting = pick.randrange(1, MEETINGS + 1)
        standing = kind in {"recommendation", "invitation", "encouragement"} and number % 3 == 0
        sort = "action" if number % 4 == 0 else "outcome"
        return {
            **bulk.blank(Item),
            "id": number,
            "ref": number,
            "uid": str(uuid.UUID(int=number)),
            "sort": sort,
            "group_id": 1,
            "meeting_id": meeting,
            "document_id": meeting,
            "section": f"7.{1 + number % 9}",
            "bullet": 1 + number % 5,
            "position": place_in_report(f"7.{1 + number % 9}", 1 + number % 5),
            "title": self._sentence(5),
            "text": self._sentence(16) if sort == "outcome" else "",
            "kind": kind if sort == "outcome" else "",
            "adoption": "meeting",
            "adopted_on": day,
            "status": "standing" if standing else "pending",
            "created_on": day,
            "changed_on": day,
        }

    def _sentence(self, words: int) -> str:
        common = self.random.choices(WORDS, k=words // 3)
        return " ".join([*common, *self.random.choices(RARE, k=words - len(common))]).capitalize()

    def _change(
        self, n: int, number: int, row: dict[str, Any], day: dt.date, seq: int
    ) -> dict[str, Any]:
        changed: dict[str, Any] = {"changed_on": day}
        standing = row["status"] == "standing"
        if n == 1 and number % 10:
            changed |= {"owner_person_id": 1 + number % PEOPLE, "owner_basis": "agreed"}
        elif n == 2 and not standing and number % 8:
            changed |= {"due": day + dt.timedelta(days=30 + number % 90), "due_basis": "agreed"}
        elif n == 3 and not standing:
            changed |= {"status": "under implementation"}
        elif n == 4:
            self._hang(
                self.notes,
                seq,
                number,
                day,
                purpose="note",
                text=self._sentence(12),
                private=number % 7 == 0,
                author="bench",
            )
        elif n == 5 and row["due"] is not None:
            later = row["due"] + dt.timedelta(days=28)
            self._hang(
                self.extensions,
                seq,
                number,
                day,
                from_due=row["due"],
                to_due=later,
                reason="more time",
            )
            changed |= {"due": later}
        elif n == 6 and number % 6 == 0:
            changed |= {"waiting_on": f"SG {number % 20}", "waiting_since": day}
        elif n == 7:
            self._hang(
                self.evidence,
                seq,
                number,
                day,
                meeting_id=None,
                what=f"https://example.org/{number}",
            )
        elif n == 8:
            changed |= {"tags": f" {TAGS[number % len(TAGS)]} "}
            if not standing and number % 5:
                changed |= {"status": "reported done", "reported_on": day}
        elif n == 9 and row["status"] == "reported done" and number % 10 < 7:
            changed |= {
                "status": "implemented",
                "closed_on": day,
                "waiting_on": "",
                "waiting_since": None,
            }
        return changed

    def _hang(
        self, rows: list[dict[str, Any]], seq: int, item: int, day: dt.date, **facts: Any
    ) -> None:
        rows.append(
            {
                "id": len(rows) + 1,
                "item_id": item,
                "on_date": day,
                "facts": "",
                **facts,
                "from_seq": seq,
                "to_seq": OPEN_END,
            }
        )

    def _words(self, states: list[list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
        notes = {note["item_id"]: note["text"] for note in self.notes}
        for versions in states:
            row = versions[-1]
            said = fold(
                f"{row['title']} {row['text']} BIG-{row['meeting_id']}/R1 {notes[row['id']]}"
            )
            yield {
                "item_id": row["id"],
                "terms": said,
                "from_seq": versions[0]["from_seq"],
                "to_seq": OPEN_END,
            }

    def _change_sets(self) -> Iterator[dict[str, Any]]:
        yield {
            "seq": 1,
            "uid": "bench-1",
            "recorded_at": stamp(FIRST_DAY),
            "actor": "bench",
            "verb": "set up",
            "note": "",
        }
        for seq, moment in enumerate(self.instants, start=2):
            at = stamp(self._instant(moment))
            yield {
                "seq": seq,
                "uid": f"bench-{seq}",
                "recorded_at": at,
                "actor": "bench",
                "verb": "change",
                "note": "",
            }


if __name__ == "__main__":
    generate(sys.argv[2], int(sys.argv[1]))
