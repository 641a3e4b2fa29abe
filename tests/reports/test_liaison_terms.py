"""Reports speak of liaison statements in their own terms: purpose, destination, reply awaited, owed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.desk.liaison.house import ACTION, DEADLINE, INFORM, TODAY, House, house_of, to_action
from tracker.desk.assign import assign
from tracker.desk.liaison.dispatching import clear
from tracker.desk.liaison.receiving import draft_reply, note_only
from tracker.domain.records.parties import Party
from tracker.render.formats import render
from tracker.reports.asked import Asked
from tracker.reports.digest import digest
from tracker.reports.followup import followup
from tracker.reports.preparation import preparation
from tracker.reports.reminder import reminder
from tracker.reports.summary import summary

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tracker.domain.document_tree import Document
    from tracker.session.workplace import Workplace


@pytest.fixture
def house(place: Workplace) -> House:
    """Give the house that writes statements."""
    return house_of(place)


def asked(house: House, at: dt.date | None = None) -> Asked:
    """Ask of the group, as it stands or stood."""
    return Asked(house.place.reader_at(at), house.ids["CWG-COP"], at or house.place.today)


def text(report: Document) -> str:
    """Give what a report says, its cells and lines run together."""
    signs = str.maketrans("|*\\", "   ")
    written = str(render(report, "markdown")).replace("<br>", " ")
    return " ".join(written.translate(signs).split())


def reminded(house: House, *refs: int) -> str:
    """Give what an owner is reminded of."""
    return text(reminder(asked(house), {"": [house.item(ref) for ref in refs]}))


def test_a_reminder_says_which_step_or_reply_is_next(house: House) -> None:
    """To be cleared, to be dispatched, awaited from, to be considered: never a bare status."""
    ref = house.draft()
    assert "(liaison statement to be cleared)" in reminded(house, ref)
    house.do(clear, ref, "meeting")
    assert "(liaison statement to be dispatched)" in reminded(house, ref)
    sent = house.dispatched(to_action(), to_action("ITU-R WP 5D"))
    assert "(reply awaited from ITU-D SG2 and ITU-R WP 5D)" in reminded(house, sent)
    house.reply(sent)
    assert (
        "(reply awaited from ITU-R WP 5D, reply of ITU-D SG2 to be considered)"
        in reminded(house, sent)
    )  # fmt: skip


def test_a_reminder_says_to_whom_a_reply_is_owed(house: House) -> None:
    """Of what came in: to whom we owe a reply, or that it only informs."""
    owed = house.receive()
    assert f"(reply owed to {INFORM})" in reminded(house, owed)
    house.do(draft_reply, owed)
    assert f"(reply owed to {INFORM}, drafted)" in reminded(house, owed)
    told = house.receive("For you", purpose="information", deadline=None)
    assert f"(from {INFORM}, for information)" in reminded(house, told)


def test_a_digest_says_what_became_of_what_came_in(house: House, clock: StillClock) -> None:
    """Noted is noted, not “implemented”; who sent it is said once, when it came."""
    first = house.receive(purpose="information", deadline=None)
    assert f"new liaison statement; from {INFORM}; received" in text(digest(asked(house), TODAY))
    clock.move(days=7)
    house.do(note_only, first)
    after = text(digest(asked(house), dt.date(2020, 3, 11)))
    assert "noted (was received)" in after
    assert "implemented" not in after


def test_a_digest_lists_what_is_awaited_and_owed_with_whom_and_by_when(house: House) -> None:
    """Groups by the names they go by, days as they were set."""
    house.dispatched(to_action("SG17", DEADLINE))
    house.receive(sender=ACTION)
    said = text(digest(asked(house), TODAY))
    assert f"Replies we owe 3 Survey of filters {ACTION} 30 Jun 2020" in said
    assert f"Replies we await 2 Household indicators {INFORM} 30 Jun 2020" in said


def test_replies_to_consider_are_counted_and_asked_for(house: House, clock: StillClock) -> None:
    """The Chair sees them counted; the next meeting is invited to consider them."""
    ref = house.dispatched(to_action())
    assert "1 awaited · 0 owed" in text(summary(asked(house)))
    clock.move(days=1)
    house.reply(ref, on=clock.today(), disposition="useful")
    assert "0 awaited · 0 owed · 1 to consider" in text(summary(asked(house)))
    assert "consider the replies to: CWG-COP-LS1/2020;" in text(followup(asked(house), 17))
    assert f"2 Household indicators {ACTION} 10 Mar 2020 received 11 Mar 2020, useful" in text(
        preparation(asked(house))
    )
    assert "1 awaited · 0 owed" in text(summary(asked(house, at=TODAY)))


def test_a_followup_says_for_each_destination_where_it_stands(
    house: House, clock: StillClock
) -> None:
    """By its group: sent, expected by, reply received, considered."""
    ref = house.dispatched(to_action("SG17", DEADLINE))
    assert f"LS 2 to {INFORM}: sent 10 Mar 2020, reply expected by 30 Jun 2020." in text(
        followup(asked(house), 17)
    )
    house.reply(ref, "SG17")
    assert f"LS 2 to {INFORM}: reply received 10 Mar 2020." in text(followup(asked(house), 17))
    clock.move(days=2)
    house.consider(ref, "SG17")
    assert f"LS 2 to {INFORM}: reply considered 12 Mar 2020." in text(followup(asked(house), 17))
    then = followup(asked(house, at=TODAY), 17)
    assert "reply received 10 Mar 2020" in text(then)


def test_a_statement_is_owned_like_any_item(house: House) -> None:
    """Its owner is named beside it."""
    ref = house.dispatched(to_action())
    house.do(assign, (ref,), Party("Rita", person_id=house.ids["Rita"]))
    assert "Rita Moreau" in text(preparation(asked(house))) + text(summary(asked(house)))
