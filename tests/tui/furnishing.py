"""A group as the terminal UI shows it: meetings, a report, outcomes, work, liaison statements."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.desk.annotate import add_evidence, add_note, wait
from tracker.desk.assign import assign
from tracker.desk.liaison.destinations import NewDestination
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.liaison.drafting import NewContact, NewStatement, draft
from tracker.desk.liaison.receiving import NewIncoming, receive
from tracker.desk.meetings import add_document, add_meeting
from tracker.desk.parties import add_group, add_office, add_person, begin_term
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.schedule import Due, reschedule
from tracker.domain.vocabulary import OutcomeKind, Relation, Sort
from tracker.store.reading.people import find_party

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace
    from tracker.store.work import Work

BEGIN = dt.datetime(2020, 3, 3, 9, tzinfo=dt.UTC)
OUTCOMES = (
    (15, 1, OutcomeKind.ENCOURAGEMENT, "Answers from young people", "Members send ideas."),
    (15, 2, OutcomeKind.RECOMMENDATION, "Stakeholders more involved", "Stakeholders take part."),
    (15, 3, OutcomeKind.INVITATION, "Value of evaluation", "Members are aware of its value."),
    (15, 4, OutcomeKind.LIAISON_STATEMENT, "First LS, to Study Group 2", "A first LS is sent."),
    (15, 5, OutcomeKind.LIAISON_STATEMENT, "Second LS, to ITU-D", "A second LS is sent to ask."),
    (16, 1, OutcomeKind.POSTING, "Mascot online", "The COP Mascot will be posted online."),
    (16, 2, OutcomeKind.RECOMMENDATION, "", "Stakeholders take part."),
)


def furnish(place: Workplace, clock: StillClock) -> None:
    """Tell the story; it ends on 7 March 2020."""
    clock.instant = BEGIN
    teller = Teller(place, clock)
    teller.tell("adopt", _adopt)
    teller.tell("assign", lambda work: assign(work, [4, 5, 6], find_party(work.reader, "rita")))
    teller.tell("due", lambda work: reschedule(work, [4, 5], Due(dt.date(2020, 3, 20))))
    teller.tell("due", lambda work: reschedule(work, [6], Due(dt.date(2020, 3, 6))))
    teller.tell("add", _add_work)
    teller.tell("wait", lambda work: wait(work, [5], "ITU-D SG2"))
    teller.tell("note", lambda work: add_note(work, work.item(4), "Which Study Group 2?"))
    teller.tell("note", lambda work: add_note(work, work.item(4), "Only for us.", private=True))
    teller.tell(
        "due",
        lambda work: reschedule(work, [6], Due(dt.date(2020, 3, 9)), reason="the artist is ill"),
        note="the artist is ill",
    )
    teller.tell("evidence", lambda work: add_evidence(work, work.item(2), "Three members spoke"))
    teller.tell("liaison", _correspond)


class Teller:
    """Makes changes eight hours apart."""

    def __init__(self, place: Workplace, clock: StillClock) -> None:
        self.place, self.clock = place, clock

    def tell(self, verb: str, change: Callable[[Work], object], note: str = "") -> None:
        """Make one change."""
        with self.place.change(verb, note) as work:
            change(work)
        self.clock.move(hours=8)


def _adopt(work: Work) -> None:
    group = add_group(
        work,
        "CWG-COP",
        name="Council Working Group on Child Online Protection",
        aliases=("WG-CP",),
    )
    add_group(work, "ITU-D SG2", ours=False)
    key = group.id or 0
    chair = add_person(work, "Abdelaziz Alzarooni", country="UAE")
    rita = add_person(work, "Rita Sekretär", email="rita@example.org")
    add_person(work, "Jan Novák")
    for title, person in (("Chair", chair), ("Secretary", rita)):
        office = add_office(work, key, title)
        begin_term(work, office.id or 0, person.id or 0, dt.date(2018, 1, 1), None)
    days = {15: dt.date(2019, 9, 26), 16: dt.date(2020, 2, 4), 17: dt.date(2020, 9, 8)}
    meetings = {
        ordinal: add_meeting(work, key, ordinal=ordinal, starts_on=day, place="Geneva")
        for ordinal, day in days.items()
    }
    report = add_document(
        work,
        key,
        meeting_ids=(meetings[15].id or 0, meetings[16].id or 0),
        symbol="C20/57-E",
        title="Report of the 15th and 16th meetings",
        issued_on=dt.date(2020, 3, 3),
    )
    for position, (ordinal, bullet, kind, title, text) in enumerate(OUTCOMES):
        record_item(
            work,
            NewItem(
                key,
                Sort.OUTCOME,
                title,
                text,
                kind,
                meetings[ordinal].id,
                report.id,
                f"7.{ordinal - 14}",
                bullet,
                position,
                adopted_on=days[ordinal],
            ),
        )
    relate(work, 7, Relation.REITERATES, 2)


def _add_work(work: Work) -> None:
    chair, jan = (find_party(work.reader, name) for name in ("chair", "jan"))
    agenda = Due(dt.date(2020, 8, 27), 3, 12)
    record_item(
        work, NewItem(1, title="Draft the agenda", owner=chair, due=agenda, tags=("agenda",))
    )
    invite = Due(dt.date(2020, 3, 17))
    record_item(
        work,
        NewItem(1, title="Invite industry partners", owner=jan, due=invite, priority="high"),
    )
    record_item(work, NewItem(1, title="Draw the mascot"))
    relate(work, 10, Relation.IMPLEMENTS, 6)


def _correspond(work: Work) -> None:
    asked = NewDestination("ITU-D SG2", "action", dt.date(2020, 3, 9), group_id=2)
    told = NewDestination("UNICEF", "information")
    draft(
        work,
        NewStatement(
            1,
            "Household indicators",
            (asked, told),
            (NewContact("Rita Sekretär", email="rita@example.org"),),
            outcomes=(5,),
            meeting_id=2,
            source="CWG-COP",
        ),
    )
    clear(work, 11, "meeting")
    dispatch(work, 11, anyway="a sample", channel="mail")
    receive(
        work,
        NewIncoming(
            1,
            "ITU-T SG17",
            "Security aspects",
            dt.date(2020, 3, 5),
            purpose="action",
            deadline=dt.date(2020, 3, 25),
            their_reference="SG17-LS123",
        ),
    )
