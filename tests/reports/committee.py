"""A committee with two meetings, a report, seven outcomes and half a year of work on them."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.desk.annotate import add_evidence, add_note, wait
from tracker.desk.assign import assign
from tracker.desk.meetings import add_document, add_meeting
from tracker.desk.parties import add_group, add_office, add_person, begin_term
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.schedule import Due, reschedule
from tracker.domain.records.parties import Party
from tracker.domain.vocabulary import Relation, Sort
from tracker.reports.asked import Asked
from tracker.store.database import Database, Reader, open_reader
from tracker.store.reading.instants import seq_at
from tracker.store.work import Work, working

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONE = "Europe/Zurich"
NOBODY = Party("")
RUMOUR = "Rumour-Zebra: the delegate is about to resign"
"""The text of every private note."""

MORE_INVOLVEMENT = (
    "Stakeholders be more involved and take a greater part in the meetings, as no other platform "
    "serves so well for sharing information and lessons learned."
)
_TEXTS = (
    "The Chair encouraged ideas on how more answers could be had from young people.",
    f"The Chair recommended that {MORE_INVOLVEMENT}",
    ("The meeting invite the membership to be aware of how important it is to evaluate whether"
    " programmes have an effect."),
    ("A first liaison statement will be sent to ITU Study Group 2 in order to inform delegations of"
    " the work on the Guidelines."),
    ("A second liaison statement will be sent to ITU-D to ask for more information on the EG"
    " household indicators."),
    "The COP Mascot will be posted online.",
    MORE_INVOLVEMENT,
)  # fmt: skip
_PLACES = (
    ("7.1", 1, 15, "encouragement"),
    ("7.1", 2, 15, "recommendation"),
    ("7.1", 3, 15, "invitation"),
    ("7.1", 4, 15, "liaison statement"),
    ("7.1", 5, 15, "liaison statement"),
    ("7.2", 1, 16, "posting"),
    ("7.2", 2, 16, "recommendation"),
)
OUTCOMES = tuple((*place, text) for place, text in zip(_PLACES, _TEXTS, strict=True))


@dataclass
class Committee:
    """The committee's database, the people in it, and how to change it on a given day."""

    database: Database
    group_id: int = 0
    secretary: Party = NOBODY
    chair: Party = NOBODY
    ada: Party = NOBODY
    opened: Reader | None = None

    @contextmanager
    def on(self, day: str, verb: str = "change") -> Iterator[Work]:
        """Make a change at nine in the morning of a day."""
        date = dt.date.fromisoformat(day)
        now = dt.datetime.combine(date, dt.time(9), dt.UTC)
        with working(self.database, now=now, today=date, actor="R. Test", verb=verb) as work:
            yield work

    def reader(self) -> Reader:
        """Give the one reader, opened when first asked for."""
        if self.opened is None:
            self.opened = open_reader(self.database)
        return self.opened

    def close(self) -> None:
        """Close the reader."""
        if self.opened is not None:
            self.opened.close()

    def asked(self, day: str, *, as_at: bool = False, **options: object) -> Asked:
        """Ask for a report on a day, of the present state or as recorded by its end."""
        reader, date = self.reader(), dt.date.fromisoformat(day)
        if as_at:
            reader = reader.as_at(seq_at(reader, date, ZONE))
        return Asked(reader, self.group_id, date, **options)  # type: ignore[arg-type]


def found(where: str) -> Committee:
    """Set the committee up as it stood on 4 March 2020, the day after its report."""
    committee = Committee(Database(where))
    with committee.on("2020-03-04", "capture") as work:
        _people(committee, work)
        _report(committee, work)
    return committee


def _people(committee: Committee, work: Work) -> None:
    council = add_group(work, "Council", name="ITU Council", ours=False)
    group = add_group(
        work,
        "CWG-COP",
        name="Council Working Group on Child Online Protection",
        aliases=("WG-CP",),
        parent_id=council.id,
        timezone=ZONE,
    )
    committee.group_id = group.id or 0
    add_group(work, "ITU-D", name="ITU Telecommunication Development Sector", ours=False)
    people = {
        name: add_person(work, name, email=f"{name.split()[0].lower()}@example.org").id or 0
        for name in ("Amina Chair", "Rita Secretary", "Ada Analyst", "Paul Predecessor")
    }
    chair = add_office(work, committee.group_id, "Chair").id or 0
    secretary = add_office(work, committee.group_id, "Secretary").id or 0
    begin_term(work, chair, people["Paul Predecessor"], dt.date(2010, 1, 1), dt.date(2017, 1, 1))
    begin_term(work, chair, people["Amina Chair"], dt.date(2017, 1, 1), None)
    begin_term(work, secretary, people["Rita Secretary"], dt.date(2018, 1, 1), None)
    committee.chair = Party("CWG-COP Chair", office_id=chair)
    committee.secretary = Party("CWG-COP Secretary", office_id=secretary)
    committee.ada = Party("Ada Analyst", person_id=people["Ada Analyst"])


def _report(committee: Committee, work: Work) -> None:
    group = committee.group_id
    meetings = {
        number: add_meeting(
            work, group, ordinal=number, starts_on=dt.date.fromisoformat(day), place="Geneva"
        ).id or 0
        for number, day in ((15, "2019-09-26"), (16, "2020-02-04"))
    }  # fmt: skip
    report = add_document(
        work,
        group,
        meeting_ids=tuple(meetings.values()),
        symbol="C20/57-E",
        title="Report of the fifteenth and sixteenth meetings of CWG-COP",
        issued_on=dt.date(2020, 3, 3),
        action_required="The Council is invited to note this Report.",
    )
    for order, (section, bullet, meeting, kind, text) in enumerate(OUTCOMES):
        adopted = dt.date(2019, 9, 26) if meeting == 15 else dt.date(2020, 2, 4)
        record_item(
            work,
            NewItem(
                group, Sort.OUTCOME, text=text, kind=kind, meeting_id=meetings[meeting],
                document_id=report.id, section=section, bullet=bullet, order=order,
                adopted_on=adopted,
            ),
        )  # fmt: skip
    relate(work, 7, Relation.REITERATES, 2)


def set_status(work: Work, ref: int, status: str, note: str, on: str) -> None:
    """Change a status with a note, as the desk does."""
    item, day = work.item(ref), dt.date.fromisoformat(on)
    item.status = status
    item.reported_on = day if status == "reported done" else item.reported_on
    item.closed_on = day if status in ("implemented", "withdrawn") else None
    work.session.add(item)
    add_note(work, item, note, on=day, purpose="status")


def send_statements(committee: Committee) -> None:
    """Two liaison statements go out on 12 March 2020; the second asks for a reply by 30 June."""
    from tracker.store.tables.liaison import Destination, Liaison

    with committee.on("2020-03-12", "send") as work:
        for serves, title, to, purpose in (
            (4, "Work on the COP Guidelines", "ITU Study Group 2", "information"),
            (5, "EG household indicators", "ITU-D", "action"),
        ):
            item = record_item(
                work, NewItem(committee.group_id, Sort.LIAISON, title=title, kind="liaison statement",
                              meeting_id=work.item(serves).meeting_id, owner=committee.secretary)
            )  # fmt: skip
            key = item.id or 0
            action = purpose == "action"
            work.add(
                Liaison(
                    item_id=key, direction="outgoing", state="dispatched",
                    number=f"CWG-COP-LS{serves - 3}", dispatched_on=dt.date(2020, 3, 12),
                    deadline=dt.date(2020, 6, 30) if action else None,
                )
            )  # fmt: skip
            work.add(
                Destination(
                    item_id=key, addressee=to, purpose=purpose,
                    state="sent" if action else "closed", sent_on=dt.date(2020, 3, 12),
                    reference=f"TSB-{serves}", deadline=dt.date(2020, 6, 30) if action else None,
                    closed_on=None if action else dt.date(2020, 3, 12),
                )
            )  # fmt: skip
            relate(work, item.ref, Relation.IMPLEMENTS, serves)
        set_status(work, 4, "implemented", "Sent to the study group.", "2020-03-12")
        set_status(work, 5, "under implementation", "Sent; the reply is awaited.", "2020-03-12")
        work.session.flush()
        wait(work, [5], "ITU-D", dt.date(2020, 3, 12))
        assign(work, [5], committee.secretary)
        reschedule(work, [5], Due(dt.date(2020, 6, 30)))


def work_on(committee: Committee) -> None:
    """The rest of the half-year: the mascot, a youth network, an incoming statement, a 17th meeting."""
    from tracker.store.tables.liaison import Liaison

    with committee.on("2020-04-02") as work:
        assign(work, [6], committee.secretary)
        reschedule(work, [6], Due(dt.date(2020, 5, 29)))
        add_note(work, work.item(6), RUMOUR, private=True)
        record_item(
            work, NewItem(committee.group_id, Sort.ACTION, title="Ask youth networks of three members",
                          owner=committee.ada, due=Due(dt.date(2020, 9, 10)))
        )  # fmt: skip
        relate(work, 10, Relation.IMPLEMENTS, 1)
    with committee.on("2020-05-28") as work:
        set_status(work, 6, "reported done", "Posted on the COP site.", "2020-05-28")
        add_evidence(work, work.item(6), "https://example.org/mascot", on=dt.date(2020, 5, 28))
    with committee.on("2020-06-15") as work:
        item = record_item(
            work, NewItem(committee.group_id, Sort.LIAISON, title="Survey of school filters")
        )
        work.add(
            Liaison(item_id=item.id or 0, direction="incoming", state="received", number="",
                    their_reference="SG17-LS40", other_name="ITU-T SG 17",
                    received_on=dt.date(2020, 6, 15), deadline=dt.date(2020, 10, 1))
        )  # fmt: skip
        add_meeting(
            work, committee.group_id, ordinal=17, starts_on=dt.date(2020, 9, 24),
            ends_on=dt.date(2020, 9, 25), place="Geneva",
        )  # fmt: skip
    with committee.on("2020-09-01") as work:
        add_note(work, work.item(1), "Two networks have answered.", on=dt.date(2020, 9, 1))
        add_note(work, work.item(3), RUMOUR, private=True)
        set_status(work, 10, "under implementation", "Letters went to the networks.", "2020-09-01")


def busy(where: str) -> Committee:
    """The committee on 2 September 2020: everything above has happened."""
    committee = found(where)
    send_statements(committee)
    work_on(committee)
    return committee
