"""What was not known of an incoming statement is supplied later, and what was wrong is corrected."""

from __future__ import annotations

import pytest

from tests.desk.liaison.house import DEADLINE, INFORM, House
from tracker.desk.liaison.correcting import correct
from tracker.desk.liaison.destinations import UnknownPurpose
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.liaison.drafting import NewContact, replace_contacts
from tracker.desk.liaison.receiving import AlreadyReceived, note_only
from tracker.desk.liaison.statement import NeedsReason, NoLiaison
from tracker.desk.liaison.unsent import AlreadySent
from tracker.domain.errors import AmbiguousName
from tracker.store.reading.correspondence import replies_owed
from tracker.store.reading.liaison_header import liaison_header
from tracker.store.reading.scope import Scope


def owed(house: House) -> list[tuple[int, str]]:
    """Give what we owe a reply to, and to whom."""
    rows = replies_owed(house.place.reader, Scope(house.ids["CWG-COP"]))
    return [(row.ref, row.sender) for row in rows]


def test_an_unknown_purpose_stays_unknown_and_counts_as_owed(house: House) -> None:
    """Nothing is invented: until somebody says that it only informs, a reply counts as owed."""
    ref = house.receive(purpose="", deadline=None)
    assert (house.liaison(ref)["purpose"], owed(house)) == ("", [(ref, INFORM)])
    with pytest.raises(NeedsReason):
        house.do(note_only, ref)
    house.do(correct, ref, purpose="information")
    assert (house.liaison(ref)["purpose"], owed(house)) == ("information", [])
    with pytest.raises(UnknownPurpose):
        house.do(correct, ref, purpose="comment")


def test_a_reply_informs_unless_it_says_otherwise(lite: House) -> None:
    """A reply whose purpose is not said asks nothing of us."""
    ours = lite.dispatched()
    ref = lite.receive("Reply", sender="ITU-D SG2", purpose="", deadline=None, answers=ours)
    assert (lite.liaison(ref)["purpose"], owed(lite)) == ("information", [])


def test_an_ambiguous_sender_is_chosen_by_a_person(house: House) -> None:
    """Two groups go by “Study Group 2”: it stays open, with both as candidates, until one is named."""
    ref = house.receive(sender="Study Group 2")
    header = liaison_header(house.place.reader, ref)
    assert header is not None
    assert header.candidates == {"Study Group 2": ("ITU-D SG2", "ITU-T SG2")}
    with pytest.raises(AmbiguousName):
        house.do(correct, ref, sender="Study Group 2")
    house.do(correct, ref, sender="ITU-T SG2")
    assert owed(house) == [(ref, "ITU-T SG2")]
    header = liaison_header(house.place.reader, ref)
    assert header is not None
    assert header.candidates == {}


def test_a_sender_that_nobody_knows_is_kept_as_words(lite: House) -> None:
    """A group that is not on record is named as printed."""
    ref = lite.receive()
    lite.do(correct, ref, sender="ISO/IEC JTC 1")
    assert owed(lite) == [(ref, "ISO/IEC JTC 1")]


def test_a_later_deadline_is_an_extension(house: House) -> None:
    """The item is due by the new day, which is counted."""
    ref, later = house.receive(), DEADLINE.replace(month=8)
    house.do(correct, ref, deadline=later)
    item = house.item(ref)
    assert (item.due, item.due_basis, item.extensions) == (later, "stated", 1)
    house.do(correct, ref, deadline=DEADLINE)
    assert (house.item(ref).due, house.item(ref).extensions) == (DEADLINE, 1)


def test_a_reference_is_corrected_and_still_recorded_once(lite: House) -> None:
    """Their reference may be changed, but not to that of another statement of theirs."""
    first, second = lite.receive(their_reference="LS40"), lite.receive("Another")
    lite.do(correct, first, their_reference="LS41")
    lite.do(correct, first, their_reference="ls41")
    with pytest.raises(AlreadyReceived, match=f"as {first}"):
        lite.do(correct, second, their_reference="LS41")
    assert lite.liaison(second)["their_reference"] == ""


def test_only_what_was_unknown_of_our_contact_is_supplied_once_sent(lite: House) -> None:
    """The mail address is filled in beside what was printed; what was printed stays."""
    ref = lite.draft(contacts=(NewContact("Ana Lima", "TSB"),))
    lite.do(clear, ref, "meeting")
    lite.do(dispatch, ref, anyway="urgent")
    with pytest.raises(AlreadySent):
        lite.do(replace_contacts, ref, (NewContact("Ana Lima", "BDT", email="ana@example.org"),))
    lite.do(replace_contacts, ref, (NewContact("Ana Lima", email="ana@example.org"),))
    header = liaison_header(lite.place.reader, ref)
    assert header is not None
    assert [(each.name, each.organization, each.email) for each in header.contacts] == [
        ("Ana Lima", "TSB", "ana@example.org"),
    ]  # fmt: skip


def test_ours_is_not_corrected_like_that(lite: House) -> None:
    """Purpose and deadline of ours belong to its destinations."""
    with pytest.raises(NoLiaison, match="not an incoming"):
        lite.do(correct, lite.draft(), purpose="action")
