from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.domain.filters.trees import TODAY, filters, records
from tracker.domain.dates import MeetingDates
from tracker.domain.filters import (
    EVERYTHING,
    NAMED,
    Filter,
    FilterProblem,
    Named,
    Not,
    Span,
    Term,
    all_of,
    any_of,
    expand_named,
    open_unless_said,
    parse,
    resolve_dates,
    speaks_of_status,
    to_text,
)
from tracker.domain.filters.matching import matches
from tracker.domain.filters.simplifying import simplify
from tracker.domain.word_query import Aliases

if TYPE_CHECKING:
    from tracker.domain.filters.matching import Record


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


ITEM: dict[str, object] = {
    "ref": 12,
    "sort": "outcome",
    "kind": "posting",
    "status": "pending",
    "owner": ("Alice Martin", "CWG-COP Secretary"),
    "group": ("CWG-COP", "WG-CP"),
    "meeting": 16,
    "tag": ("web", "mascot"),
    "due": date(2026, 11, 27),
    "adopted": date(2026, 2, 4),
    "changed": ago(3),
    "title": "Post the mascot online",
    "document": "C20/57-E",
    "section": "7.2",
    "basis": ("assumed", "stated"),
    "extensions": 2,
    "reiterated": 0,
    "blocked": "no",
    "addressee": "ITU Study Group 2",
    "search": "Post the mascot online. The fifteenth meeting of CWG-COP. C20/57-E",
}

YES = """
open, due-soon, #12, ref:10..12, sort:outcome, kind:post, status:open, owner:alice, mine, owner:me,
owner:secretary, group:wg-cp, m:16, meeting:15..17, tag:WEB, +mascot, due:fri, due<=fri, due<sat,
due>today, due:this-week, due:2026-11, due:..2026-11-27, changed>4d, due:2026-11-27..2026-11-27,
due:none|fri, adopted:2026-02, title:masc, document:C20/57, document:57-e, section:7, section:7.2,
basis:assumed, basis:stated, extensions>1, all, reiterated:0, blocked:no, closed:none, waiting:none,
mascot, post online, involv* or post, "mascot online", 15th, wg-cp, C20/57, masc*, not overdue,
-stalled, addressee:"study group 2", addressee:"study group"
"""

NO = """
closed, overdue, waiting, unowned, undated, stalled, blocked, standing, reported-done, reiterated,
incoming, #13, sort:action, owner:none, owner:lice, group:sg, m:17, +we, due:sat, due<fri, due>fri,
due:next-week, due:none, changed:none, changed<4d, section:7.1, section:72, "online mascot", mas,
C20/5, priority:high, extensions<2, addressee:"group study", not open
"""


def cases(text: str) -> list[str]:
    """The filters in a list parted by commas."""
    return [case.strip() for case in text.split(",")]


def holds(text: str, item: Record = ITEM) -> bool:
    """What the filter says of the item, asked by Alice; ``|`` stands for a comma."""
    aliases = Aliases([("CWG-COP", "WG-CP")])
    found = parse(text.replace("|", ","))
    return matches(found, item, TODAY, "Alice Martin", aliases=aliases)


@pytest.mark.parametrize("text", cases(YES))
def test_holds(text: str) -> None:
    """Each of these describes the sample item on Tue 24 Nov 2026."""
    assert holds(text)


@pytest.mark.parametrize("text", cases(NO))
def test_does_not_hold(text: str) -> None:
    """None of these describes the sample item."""
    assert not holds(text)


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"due": ago(1)}, "overdue"),
        ({"due": TODAY}, "due-soon"),
        ({"due": ago(-14)}, "due-soon"),
        ({"due": ago(-15)}, ""),
        ({"due": None}, "undated"),
        ({"due": None, "status": "standing"}, "standing"),
        ({"due": ago(1), "status": "reported done"}, "reported-done"),
        ({"due": ago(1), "status": "implemented"}, "closed"),
        ({"changed": ago(15)}, "due-soon stalled"),
        ({"changed": ago(14)}, "due-soon"),
        ({"changed": ago(99), "status": "standing", "due": None}, "standing"),
        ({"owner": ()}, "due-soon unowned"),
        ({"owner": (), "status": "withdrawn"}, "closed"),
        ({"waiting": "ITU-D"}, "due-soon waiting"),
        ({"blocked": "yes"}, "due-soon blocked"),
        ({"reiterated": 1}, "due-soon reiterated"),
        ({"direction": "incoming"}, "due-soon incoming"),
        ({"direction": "outgoing"}, "due-soon outgoing"),
    ],
)
def test_named_filters_mean_what_they_say(changes: dict[str, object], names: str) -> None:
    """Beside open, all and mine, an item is in exactly these named filters."""
    item = {**ITEM, **changes}
    found = {name for name in NAMED if name not in ("open", "all", "mine") and holds(name, item)}
    assert found == set(names.split())
    assert holds("open", item) is not holds("closed", item)


def test_nobody_is_me_without_a_name() -> None:
    """Without knowing who asks, nothing is mine."""
    assert not matches(Named("mine"), ITEM, TODAY)


def test_numbers_in_names_do_not_run_on() -> None:
    """Study Group 2 is not Study Group 20, but a word may go on."""
    item = {"owner": ("SG 20",)}
    assert not matches(parse('owner:"SG 2"'), item, TODAY)
    assert matches(parse('owner:"SG 20"'), item, TODAY)


def test_resolves_to_half_open_spans() -> None:
    """A resolved date term holds only spans and none, and its end is not in it."""
    found = resolve_dates(parse("due:this-week,none due<=fri not due:2026-12.."), TODAY)
    week = Span(date(2026, 11, 23), date(2026, 11, 30))
    assert found == all_of(
        Term("due", "=", (week, None)),
        Term("due", "=", (Span(None, date(2026, 11, 28)),)),
        Not(Term("due", "=", (Span(date(2026, 12, 1), None),))),
    )
    assert resolve_dates(found, TODAY) == found


def test_resolves_by_the_meetings() -> None:
    """A date hung on a meeting is read when the meetings are known, and pointed at when not."""
    before = parse("due<=before-next-meeting")
    known = MeetingDates({17: date(2027, 1, 20)}, (17, date(2027, 1, 20)))
    found = resolve_dates(before, TODAY, known)
    assert found == Term("due", "=", (Span(None, date(2027, 1, 20)),))
    with pytest.raises(FilterProblem, match="not known"):
        resolve_dates(before, TODAY)


def test_refuses_a_range_that_runs_backwards() -> None:
    """A range whose end lies before its start is a slip."""
    with pytest.raises(FilterProblem, match="backwards"):
        resolve_dates(parse("due:fri..yesterday"), TODAY)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("overdue", False),
        ("owner:alice mascot", False),
        ("", False),
        ("all", True),
        ("not closed", True),
        ("mine or status:withdrawn", True),
        ("closed>1m", True),
        ("#12", True),
    ],
)
def test_lists_open_items_unless_told(text: str, speaks: bool) -> None:
    """“open” is added only where the filter does not speak of status itself."""
    found = parse(text)
    assert speaks_of_status(found) is speaks
    assert open_unless_said(found) == (found if speaks else found & Named("open"))


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("mine mine", "mine"),
        ("not not mine", "mine"),
        ("all mine", "mine"),
        ("mine or all", ""),
        ("not all or mine", "mine"),
        ("mine not mine", "not ()"),
        ("(mine overdue) (overdue or not overdue)", "mine overdue"),
    ],
)
def test_simplifies(text: str, simple: str) -> None:
    """What changes nothing goes."""
    assert to_text(simplify(parse(text))) == simple


def outcome(tree: Filter, record: Record) -> bool | str:
    """What the filter says of the record, or that a range in it runs backwards."""
    try:
        return matches(tree, record, TODAY, "alice")
    except FilterProblem:
        return "backwards"


@given(filters, records)
def test_simplifying_never_changes_the_meaning(tree: Filter, record: Record) -> None:
    """A simplified filter holds for the same records."""
    before = outcome(tree, record)
    assert before in (outcome(simplify(tree), record), "backwards")


@given(filters, filters, records)
def test_combining_is_logic(one: Filter, other: Filter, record: Record) -> None:
    """And, or and not do what they say, nothing recorded included."""
    left, right = outcome(one, record), outcome(other, record)
    if "backwards" not in (left, right):
        assert outcome(one & other, record) is (left and right)
        assert outcome(one | other, record) is (left or right)
        assert outcome(~one, record) is (not left)
        assert outcome(any_of(one, EVERYTHING), record) is True


@given(filters)
def test_expanding_leaves_no_names(tree: Filter) -> None:
    """After expansion no named filter is left to compile."""
    assert "Named(" not in repr(expand_named(tree))
