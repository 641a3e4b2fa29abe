"""What a liaison statement lacks is listed, each with its source."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tracker.domain.liaison.completeness import Destined, Statement, missing
from tracker.domain.liaison.titles import own_number, reply_title, sequence_in

WHOLE = Statement(
    title="Household indicators",
    source="CWG-COP",
    meeting="16th meeting",
    approval="meeting",
    destinations=(
        Destined("ITU-D SG2", ("ITU-D SG2",), "action", dt.date(2020, 9, 1)),
        Destined("ITU-T SG17", ("ITU-T SG17",), "information", None),
    ),
    contacts=(("Rita Moreau", "rita@example.org"),),
)


def test_a_whole_statement_lacks_nothing() -> None:
    """With all that the template asks for, nothing stands in the way."""
    assert missing(WHOLE) == ()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"title": ""}, "title"),
        ({"source": ""}, "source"),
        ({"meeting": ""}, "meeting"),
        ({"approval": ""}, "approval"),
        ({"destinations": ()}, "destination"),
        ({"contacts": ()}, "contact"),
        ({"contacts": (("Rita Moreau", ""),)}, "e-mail"),
        ({"contacts": (("A", "a@b"), ("B", "b@b"), ("C", "c@b"))}, "two contacts"),
        ({"has_questions": True}, "Question"),
        ({"is_reply": True}, "Reply to liaison statement from"),
        ({"abstract": "word " * 201}, "200 words"),
        ({"destinations": (Destined("SG2", (), "information", None),)}, "none on record"),
        ({"destinations": (Destined("SG2", ("D", "T"), "information", None),)}, "D and T go by"),
        ({"destinations": (Destined("SG2", ("SG2",), "", None),)}, "purpose"),
        ({"destinations": (Destined("SG2", ("SG2",), "comment", None),)}, "purpose"),
        ({"destinations": (Destined("SG2", ("SG2",), "action", None),)}, "deadline"),
    ],
)
def test_each_lack_is_named_with_its_source(changed: dict[str, Any], words: str) -> None:
    """One thing taken away is one thing listed, and the rule it comes from is named."""
    (found,) = missing(WHOLE._replace(**changed))
    assert words in found.what
    assert found.source
    assert found.source in str(found)
    command = found.command(8)
    assert command.startswith("tracker liaison ")
    assert " 8 " in f"{command} "
    assert command.isprintable()


def test_names_in_a_command_are_quoted_for_the_shell() -> None:
    """What supplies it can be typed as it stands, whatever the addressee is called."""
    odd = Destined("Group {ref} $(x)", ("A B", "C"), "information", None)
    (found,) = missing(WHOLE._replace(destinations=(odd,)))
    assert found.command(8).startswith("tracker liaison to 8 'Group {ref} $(x)' --is 'A B' or to 8")


def test_for_information_needs_no_deadline() -> None:
    """Purpose is per destination: what one is asked for asks nothing of another."""
    informed = Destined("SG2", ("SG2",), "information", None)
    assert missing(WHOLE._replace(destinations=(informed,))) == ()


def test_a_deadline_that_is_over_on_the_day_is_none() -> None:
    """Asked for a day, a deadline before it is listed; without a day it stands as it is."""
    assert missing(WHOLE, dt.date(2020, 9, 1)) == missing(WHOLE) == ()
    (found,) = missing(WHOLE, dt.date(2020, 9, 2))
    assert "2020-09-01 is over" in found.what


def test_a_reply_says_so_in_its_title() -> None:
    """The prescribed form names whom it answers, and a reply to a reply does not pile up."""
    first = reply_title("ITU-T SG17", "On identity")
    assert first == "Reply to liaison statement from ITU-T SG17: On identity"
    assert reply_title("CWG-COP", first) == "Reply to liaison statement from CWG-COP: On identity"


def test_own_numbers_run_per_group_and_year() -> None:
    """Our reference holds group, running number and year, and is read back."""
    assert own_number("CWG-COP", 3, 2020) == "CWG-COP-LS3/2020"
    assert sequence_in("CWG-COP-LS3/2020", 2020) == 3
    assert sequence_in("CWG-COP-LS3/2020", 2021) == 0
    assert sequence_in("SG17-TD123", 2020) == 0
