"""Groups, people, offices, documents and saved filters on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


def test_a_group_is_added_changed_and_shown(tracker: Callable[..., Ran]) -> None:
    """What is shown is what was said, in the field's own words."""
    assert tracker("group", "add", "SG17", "--alias", "Study Group 17", "--parent", "cwg").code == 0
    assert tracker("group", "change", "study", "--report-days", 14, "--name", "Security").code == 0
    shown = tracker("group", "show", "sg17", "--json").json
    assert shown == {
        "group": "SG17",
        "name": "Security",
        "aliases": ["Study Group 17"],
        "parent": "CWG-COP",
        "timezone": "UTC",
        "tracked": True,
        "document_days": 12,
        "report_days": 14,
        "retired": False,
    }


def test_aliases_come_and_go(tracker: Callable[..., Ran]) -> None:
    """Adding one that is there already changes nothing and says so."""
    assert tracker("group", "alias", "CWG-COP", "WG-COP").code == 0
    again = tracker("group", "alias", "CWG-COP", "wg cop")
    assert (again.code, again.err) == (1, "tracker: Nothing was changed: it is so already.\n")
    assert tracker("group", "alias", "CWG-COP", "WG-CP", "--remove").code == 0
    assert tracker("group", "show", "CWG-COP", "--json").json["aliases"] == ["WG-COP"]


def test_the_current_group_is_chosen_once(tracker: Callable[..., Ran]) -> None:
    """With two groups a command asks which; afterwards nobody types it, until it is retired."""
    tracker("group", "add", "SG17")
    asked = tracker("office", "add", "Editor")
    assert (asked.code, "group use" in asked.err) == (2, True)
    assert tracker("group", "use", "sg1").code == 0
    assert tracker("office", "add", "Editor").code == 0
    assert "SG17 Editor" in tracker("office", "show", "Editor").out
    tracker("group", "retire", "SG17")
    assert tracker("group", "show").out.startswith("Group          CWG-COP\n")


def test_lists_are_plain_when_piped(tracker: Callable[..., Ran]) -> None:
    """Aligned columns with a header; retired ones only when asked for."""
    assert tracker("group", "list").out == (
        "GROUP       TRACKED  ALIASES  NAME\n"
        "CWG-COP     yes      WG-CP    Council Working Group on Child Online Protection\n"
        "ITU-D SG 2  no\n"
    )
    tracker("group", "retire", "itu-d")
    assert "ITU-D" not in tracker("group").out
    assert "(retired)" in tracker("group", "list", "--all").out


def test_lists_are_given_as_at_a_day(tracker: Callable[..., Ran]) -> None:
    """A group is not there before it was recorded, and a retired one still was."""
    tracker("group", "retire", "itu-d")
    assert "ITU-D SG 2" in tracker("group", "list", "--as-at", "2020-03-09").out
    assert tracker("group", "list", "--as-at", "2020-03-04", "--json").json == []
    assert tracker("person", "list", "--as-at", "2020-03-04", "--json").json == []
    assert tracker("document", "list", "--as-at", "2020-03-04", "--json").json == []
    assert tracker("filter", "list", "--as-at", "2020-03-04", "--json").json == []


def test_a_person_is_added_changed_shown_and_retired(tracker: Callable[..., Ran]) -> None:
    """Names need no quotes, and a beginning is enough."""
    assert tracker("person", "add", "Bo", "Chen", "--country", "China").code == 0
    assert tracker("person", "change", "bo", "--email", "bo@example.org", "--country", "").code == 0
    assert tracker("person", "show", "bo", "chen", "--json").json == {
        "name": "Bo Chen",
        "email": "bo@example.org",
        "organization": None,
        "country": None,
        "phone": None,
        "retired": False,
        "offices": [],
        "open_items": [],
    }
    assert tracker("person", "retire", "bo@example.org").code == 0
    assert "Bo Chen" not in tracker("person").out


def test_nothing_to_change_is_a_slip(tracker: Callable[..., Ran]) -> None:
    """A change without any fact says what is missing."""
    refused = tracker("person", "change", "ana")
    assert (refused.code, "at least one option" in refused.err) == (2, True)


def test_an_office_has_holders_on_days(tracker: Callable[..., Ran]) -> None:
    """The term before ends the day before the next begins."""
    assert tracker("office", "begin", "Chair", "ana", "--from", "2016-05-23").code == 0
    assert tracker("office", "begin", "Chair", "me", "--from", "2020-03-01").code == 0
    assert tracker("office", "holder", "Chair").out == "Rita Sekretär\n"
    assert tracker("office", "holder", "Chair", "--on", "2020-02-29").out == "Ana Lima\n"
    assert tracker("office", "show", "CWG-COP", "Chair", "--json").json["terms"] == [
        {
            "group": "CWG-COP",
            "office": "Chair",
            "holder": "Ana Lima",
            "since": "2016-05-23",
            "until": "2020-02-29",
        },
        {
            "group": "CWG-COP",
            "office": "Chair",
            "holder": "Rita Sekretär",
            "since": "2020-03-01",
            "until": None,
        },
    ]


def test_a_vacant_office_is_said_to_be_vacant(tracker: Callable[..., Ran]) -> None:
    """Nobody is invented; stdout stays empty."""
    vacant = tracker("office", "holder", "Chair")
    assert (vacant.code, vacant.out) == (0, "")
    assert "Nobody is known to hold CWG-COP Chair" in vacant.err
    assert tracker("office", "end", "Chair").code == 1


def test_a_term_ends_on_its_last_day(tracker: Callable[..., Ran]) -> None:
    """Who holds an office until today still holds it today."""
    assert tracker("office", "end", "Secretary").code == 0
    assert tracker("office", "holder", "Secretary").out == "Rita Sekretär\n"
    assert tracker("office", "holder", "Secretary", "--on", "2020-03-11").out == ""
    assert tracker("office", "retire", "Secretary").code == 0


def test_terms_do_not_overlap(tracker: Callable[..., Ran]) -> None:
    """Two holders at once are refused, and a term that ends before it begins."""
    tracker("office", "begin", "Chair", "ana", "--from", "2016-05-23", "--to", "2020-12-31")
    overlap = tracker("office", "begin", "Chair", "rita", "--from", "2020-12-31")
    assert (overlap.code, "holds the office in that time" in overlap.err) == (1, True)
    assert tracker("office", "begin", "Chair", "rita", "--from", "2021-01-01").code == 0
    backwards = ("--from", "2021-01-01", "--to", "2020-01-01")
    assert tracker("office", "begin", "Secretary", "ana", *backwards).code == 1


def test_a_document_is_added_changed_and_shown(tracker: Callable[..., Ran]) -> None:
    """With the meetings it covers and what it asks of its readers."""
    assert tracker("document", "add", "C21/4-E", "--date", "2021-02-01", "-m", "16th").code == 0
    changed = ("--action-required", "to note", "--url", "https://example.org/c21", "-m", 17)
    assert tracker("document", "change", "c21", *changed).code == 0
    shown = tracker("document", "show", "C21/4-E", "--json").json
    assert (shown["date"], shown["meetings"]) == ("2021-02-01", [17])
    assert (shown["action_required"], shown["refs"]) == ("to note", [])
    assert tracker("document", "retire", "C21").code == 0
    assert tracker("document").out == (
        "DOCUMENT  DATE        TITLE\nC20/57-E  2020-03-03  Report by the Chair\n"
    )


def test_a_filter_is_saved_and_shown(tracker: Callable[..., Ran]) -> None:
    """As text, so that it can be typed again."""
    assert tracker("filter", "save", "chase", "overdue or", "owner:Ana Lima").code == 0
    assert tracker("filter", "show", "chase").out == 'overdue or owner:"Ana Lima"\n'
    assert tracker("filter").out.splitlines()[1] == '@chase  overdue or owner:"Ana Lima"'
    assert tracker("filter", "delete", "chase").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("group", "show", "nobody"), 3),
        (("group", "add", "wg cp"), 1),
        (("group", "add", "SG9", "--timezone", "Mars"), 2),
        (("person", "show", "zz"), 3),
        (("person", "add", " "), 2),
        (("office", "add", "chair"), 1),
        (("office", "begin", "Chair", "ana", "--from", "yesterweek"), 2),
        (("office", "begin", "Chair", "ana", "--from", "2019-02-30"), 2),
        (("meeting", "show", "99"), 3),
        (("document", "add", "C20/57-E"), 1),
        (("document", "show", "X"), 3),
        (("filter", "show", "x"), 3),
        (("group", "lst"), 2),
    ],
)
def test_what_cannot_be_done_is_one_line(
    tracker: Callable[..., Ran], arguments: tuple[str, ...], code: int
) -> None:
    """With its exit code, and nothing on stdout."""
    ran = tracker(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)


def test_user_text_cannot_steer_the_terminal(tracker: Callable[..., Ran]) -> None:
    """Control characters in names are not printed, brackets are."""
    tracker("person", "add", "[red]Eve\x1b[2J")
    assert "[red]Eve[2J" in tracker("person", "list").out
    assert "\x1b" not in tracker("person", "show", "red").out
