"""A group that writes to others, and the steps of its liaison statements in a line each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.desk.liaison.destinations import NewDestination
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.liaison.drafting import NewContact, NewStatement, draft, draft_for_outcome
from tracker.desk.liaison.receiving import NewIncoming, receive
from tracker.desk.liaison.replies import Reply, consider, receive_reply
from tracker.desk.liaison.statement import line_named, statement
from tracker.desk.meetings import add_meeting
from tracker.desk.parties import add_group, add_person
from tracker.desk.record import NewItem, record_item
from tracker.desk.undo import redo, undo
from tracker.domain.vocabulary import Sort
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.records.item_detail import DestinationRow, ItemDetail
    from tracker.domain.records.item_row import ItemRow
    from tracker.session.workplace import Workplace
    from tracker.store.work import Work

TODAY = dt.date(2020, 3, 10)
DEADLINE = dt.date(2020, 6, 30)
RITA = NewContact(
    "Rita Moreau", "Secretariat", "Switzerland", "+41 22 730 5111", "rita@example.org"
)
ACTION, INFORM = "ITU-D SG2", "ITU-T SG17"
HEADER = ("direction", "state", "purpose", "number", "their_reference", "approval", "source")


@dataclass
class House:
    """CWG-COP with an outcome (1) that asks for a statement, and the groups it writes to."""

    place: Workplace
    ids: dict[str, int] = field(default_factory=dict)
    meetings: dict[int, int] = field(default_factory=dict)

    def do(self, act: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        """Take one step, as one change set."""
        with self.place.change(act.__name__) as work:
            found = act(work, *arguments, **more)
            work.session.flush()
            return found

    def on_line(
        self, act: Callable[..., Any], ref: int, name: str, *arguments: Any, **more: Any
    ) -> Any:
        """Take one step of a destination."""
        with self.place.change(act.__name__) as work:
            line = line_named(work, ref, statement(work, ref).key, name)
            return act(work, ref, line, *arguments, **more)

    def draft(self, *destinations: NewDestination, **more: Any) -> int:
        """Draft a statement; without destinations one for action and one for information."""
        lines = destinations or (to_action(), to_inform())
        given = {"contacts": (RITA,), "meeting_id": self.meetings[16], "outcomes": (1,), **more}
        new = NewStatement(self.ids["CWG-COP"], "Household indicators", lines, **given)
        return int(self.do(draft, new).ref)

    def dispatched(self, *destinations: NewDestination, **more: Any) -> int:
        """Draft, clear and dispatch."""
        ref = self.draft(*destinations, **more)
        self.do(clear, ref, "meeting")
        self.do(dispatch, ref)
        return ref

    def reply(self, ref: int, name: str = ACTION, on: dt.date = TODAY, **more: Any) -> str:
        """Record a reply of a destination."""
        return str(self.on_line(receive_reply, ref, name, Reply(on, **more)))

    def consider(self, ref: int, name: str = ACTION, **more: Any) -> None:
        """Consider a reply."""
        self.on_line(consider, ref, name, **more)

    def receive(self, title: str = "Survey of filters", **more: Any) -> int:
        """Record an incoming statement from ITU-T SG17, for action unless said otherwise."""
        given = {
            "sender": INFORM, "received_on": TODAY, "purpose": "action", "deadline": DEADLINE, **more
        }  # fmt: skip
        return int(self.do(receive, NewIncoming(self.ids["CWG-COP"], title=title, **given)).ref)

    def detail(self, ref: int, at: dt.date | None = None) -> ItemDetail:
        """Give everything about an item, at present or as at a day."""
        return item_detail(self.place.reader_at(at), ref, self.place.today)

    def item(self, ref: int, at: dt.date | None = None) -> ItemRow:
        """Give the line of an item."""
        return self.detail(ref, at).row

    def line(self, ref: int, name: str = ACTION, at: dt.date | None = None) -> DestinationRow:
        """Give a destination by its addressee."""
        return next(d for d in self.detail(ref, at).destinations if d.addressee == name)

    def liaison(self, ref: int) -> dict[str, Any]:
        """Give header fields of a statement."""
        sql = f"SELECT {', '.join(HEADER)} FROM {{liaison}} l WHERE l.item_id = $1"
        return dict(zip(HEADER, self.place.reader.rows(sql, (self.item(ref).id,))[0], strict=True))

    def undo(self) -> None:
        """Undo the last step."""
        self.do(undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self.do(redo)

    def everything(self) -> list[list[tuple[Any, ...]]]:
        """Give all that the lives of statements may change, except the day of the last change."""
        tables = ("liaison", "destination", "contact", "attachment", "link", "note", "evidence")
        reader = self.place.reader
        items = (
            "SELECT id, status, due, due_basis, waiting_on, waiting_since, closed_on, retired,"
            " title, owner_person_id FROM {item} ORDER BY id"
        )
        extensions = "SELECT item_id, to_due, reason FROM {extension} ORDER BY id"
        rows = [reader.rows(f"SELECT * FROM {{{name}}} x ORDER BY id") for name in tables]
        return [reader.rows(items), reader.rows(extensions), *rows]


def to_action(name: str = ACTION, deadline: dt.date | None = DEADLINE) -> NewDestination:
    """Give a destination that is asked for action."""
    return NewDestination(name, "action", deadline, "Sam Focal <sam@example.org>")


def to_inform(name: str = INFORM) -> NewDestination:
    """Give a destination that is informed."""
    return NewDestination(name, "information", None, "tsbsg17@example.org")


def house_of(place: Workplace) -> House:
    """Set the house up on 10 March 2020."""
    house = House(place)
    with place.change("set up") as work:
        _people_and_groups(house, work)
        record_item(
            work,
            NewItem(
                house.ids["CWG-COP"], Sort.OUTCOME, "Ask for the indicators",
                "A second liaison statement will be sent to ITU-D.", "liaison statement",
                house.meetings[16], addressee=ACTION,
            ),
        )  # fmt: skip
    return house


def for_outcome(house: House, **more: Any) -> int:
    """Draft the statement that the outcome asks for."""
    return int(house.do(draft_for_outcome, 1, **more).ref)


def _people_and_groups(house: House, work: Work) -> None:
    ours = add_group(work, "CWG-COP", name="Council Working Group on Child Online Protection")
    house.ids["CWG-COP"] = ours.id or 0
    for acronym, name, aliases in (
        ("ITU-D SG2", "ITU-D Study Group 2", ("Study Group 2",)),
        ("ITU-T SG2", "ITU-T Study Group 2", ("Study Group 2",)),
        ("ITU-T SG17", "ITU-T Study Group 17", ("SG17",)),
        ("ITU-R WP 5D", "ITU-R Working Party 5D", ()),
    ):
        group = add_group(work, acronym, name=name, aliases=aliases, ours=False)
        house.ids[acronym] = group.id or 0
    house.ids["Rita"] = add_person(work, "Rita Moreau").id or 0
    for ordinal, day in ((16, dt.date(2020, 2, 4)), (17, dt.date(2020, 9, 15))):
        meeting = add_meeting(work, ours.id or 0, ordinal=ordinal, starts_on=day, place="Geneva")
        house.meetings[ordinal] = meeting.id or 0
