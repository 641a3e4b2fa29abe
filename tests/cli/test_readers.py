"""Readers of the digest on the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import Ran


def test_a_person_on_record_reads_at_their_own_address(tracker: Callable[..., Ran]) -> None:
    """The mail follows the person when the address changes."""
    assert tracker("reader", "add", "rita").err == "Rita Sekretär → reads the digest of CWG-COP\n"
    tracker("person", "change", "rita", "--email", "rita@itu.example")
    assert tracker("reader").out == (
        "GROUP    NAME           E-MAIL            GETS   LANGUAGE  LAST\n"
        "CWG-COP  Rita Sekretär  rita@itu.example  group  en\n"
    )


def test_anybody_with_an_address_may_read(tracker: Callable[..., Ran]) -> None:
    """Members who are nobody on record, in their language."""
    assert tracker("reader", "add", "B. Lee <lee@EXAMPLE.org>", "--language", "fr").code == 0
    assert tracker("reader", "add", "cy@example.org", "--scope", "everything").code == 0
    assert tracker("reader", "add", "Dee", "--email", "dee@example.org").code == 0
    found = tracker("reader", "list", "--json").json
    assert [(row["name"], row["email"], row["scope"], row["language"]) for row in found] == [
        ("B. Lee", "lee@example.org", "group", "fr"),
        ("Dee", "dee@example.org", "group", "en"),
        ("cy@example.org", "cy@example.org", "everything", "en"),
    ]


def test_the_name_of_a_reader_is_one_line(tracker: Callable[..., Ran]) -> None:
    """As a title is, however it was pasted; the echo says the name as it is kept."""
    added = tracker("reader", "add", "Dee\nDum ", "--email", "dee@example.org")
    assert added.err == "Dee Dum → reads the digest of CWG-COP\n"
    assert tracker("reader", "list", "--json").json[0]["name"] == "Dee Dum"
    assert tracker("reader", "change", "dee", "--name", "Dee\r\n\tDumm").code == 0
    assert tracker("reader", "list", "--json").json[0]["name"] == "Dee Dumm"


def test_an_address_of_somebody_on_record_is_that_person(tracker: Callable[..., Ran]) -> None:
    """So that own items can be sent."""
    assert tracker("reader", "add", "rita@example.org", "--scope", "own").code == 0
    assert tracker("reader", "list", "--json").json[0]["name"] == "Rita Sekretär"


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (["Nobody"], 3, "No person is known"),
        (["Ana Lima"], 2, "Ana Lima has no mail address on record"),
        (["x@y@z"], 2, "not a mail address"),
        (["B. Lee <lee@example.org>", "--scope", "own"], 2, "nobody on record"),
        (["B. Lee <lee@example.org>", "--language", "tlh"], 2, "Use one of: ar, en, fr"),
        (["rita", "--scope", "some"], 2, "is not one of"),
        (["B. Lee", "--email", "lee@example.org\nBcc: x@y.org"], 2, "not a mail address"),
    ],
)
def test_who_cannot_be_written_to_is_refused(
    tracker: Callable[..., Ran], words: list[str], code: int, why: str
) -> None:
    """At once, and not when the mail is due."""
    ran = tracker("reader", "add", *words)
    assert (ran.code, why in ran.err) == (code, True)
    assert tracker("reader").out == ""


def test_one_address_reads_once_in_a_group(tracker: Callable[..., Ran]) -> None:
    """Two readers of one address would get the edition twice; another group is another digest."""
    tracker("reader", "add", "rita")
    again = tracker("reader", "add", "R. <RITA@example.org>", "--email", "Rita@example.org")
    assert (again.code, "already" in again.err) == (1, True)
    tracker("group", "add", "SG17")
    assert tracker("-g", "SG17", "reader", "add", "rita").code == 0
    assert len(tracker("reader", "list", "--all-groups", "--json").json) == 2


@pytest.mark.parametrize("scope", ["everything", "own"])
def test_what_goes_beyond_a_group_reaches_an_address_once(
    tracker: Callable[..., Ran], scope: str
) -> None:
    """As a reader of one group: of two, two mails with the same words would come."""
    tracker("reader", "add", "rita", "--scope", scope)
    tracker("group", "add", "SG17")
    tracker("-g", "SG17", "reader", "add", "rita")
    for words in (("add", "RITA@example.org"), ("change", "rita")):
        ran = tracker("-g", "SG17", "reader", *words, "--scope", scope)
        assert (ran.code, "already, as a reader of CWG-COP. Give --scope" in ran.err) == (1, True)
    assert tracker("-g", "CWG-COP", "reader", "change", "rita", "--scope", "group").code == 0
    assert tracker("-g", "SG17", "reader", "change", "rita", "--scope", scope).code == 0


def test_a_reader_is_changed_and_retired_and_it_can_be_undone(tracker: Callable[..., Ran]) -> None:
    """All of it is history like everything else."""
    tracker("reader", "add", "rita")
    changed = tracker("reader", "change", "rit", "--scope", "own", "--language", "fr")
    assert changed.err == "Rita Sekretär → scope, language changed\n"
    assert tracker("reader", "change", "rita", "--scope", "own").code == 1
    assert tracker("reader", "retire", "me").err == "Rita Sekretär → reads the digest no longer\n"
    assert tracker("reader", "list", "--json").json == []
    assert tracker("undo").code == 0
    (row,) = tracker("reader", "list", "--json").json
    assert (row["scope"], row["language"]) == ("own", "fr")
