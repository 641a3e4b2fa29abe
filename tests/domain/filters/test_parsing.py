from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.filters.trees import filters
from tracker.domain.filters import (
    EVERYTHING,
    NAMED,
    And,
    Between,
    Filter,
    FilterProblem,
    Named,
    Not,
    Or,
    Term,
    Words,
    parse,
    to_text,
)


def term(field: str, *values: str | Between | None) -> Term:
    """A term that any of the values satisfies."""
    return Term(field, "=", values)


READ: dict[str, Filter] = {
    "": EVERYTHING,
    "overdue": Named("overdue"),
    "Due-Soon": Named("due-soon"),
    'is:"due soon"': Named("due-soon"),
    "is:waiting,blocked": Or((Named("waiting"), Named("blocked"))),
    "overdue mine": And((Named("overdue"), Named("mine"))),
    "overdue AND mine": And((Named("overdue"), Named("mine"))),
    "overdue or mine waiting": Or((Named("overdue"), And((Named("mine"), Named("waiting"))))),
    "(overdue or mine) waiting": And((Or((Named("overdue"), Named("mine"))), Named("waiting"))),
    "not overdue": Not(Named("overdue")),
    "-overdue": Not(Named("overdue")),
    "-(overdue or mine)": Not(Or((Named("overdue"), Named("mine")))),
    "status:pending,standing": term("status", "pending", "standing"),
    "status:under": term("status", "under implementation"),
    "status:under-implementation": term("status", "under implementation"),
    'status:"under implementation"': term("status", "under implementation"),
    "status:reported": term("status", "reported done"),
    "status:events": term("status", "overtaken by events"),
    "status:open": term("status", "pending", "under implementation", "reported done", "standing"),
    "kind:reco": term("kind", "recommendation"),
    "kind:Directs": term("kind", "directs"),
    'kind:"decison"': term("kind", "decison"),
    "prio:high": term("priority", "high"),
    "updated<fri": Term("changed", "<", ("fri",)),
    "due<2026-12-01": Term("due", "<", ("2026-12-01",)),
    "due:<=fri": Term("due", "<=", ("fri",)),
    "due.before:fri": Term("due", "<", ("fri",)),
    "due.by:fri": Term("due", "<=", ("fri",)),
    "due>=in-2-weeks": Term("due", ">=", ("in-2-weeks",)),
    "due:this-week,none": term("due", "this-week", None),
    'due:"12 Feb"': term("due", "12 Feb"),
    "due:any": Not(term("due", None)),
    "due:2026-11-01..2026-12-01": term("due", Between("2026-11-01", "2026-12-01")),
    "due:..fri": term("due", Between("", "fri")),
    "owner:none": term("owner", None),
    'title:"none"': term("title", "none"),
    'owner:"Alice Martin",me': term("owner", "Alice Martin", "me"),
    'note:"a ""quoted"" word"': term("note", 'a "quoted" word'),
    "note:“typographic quotes”": term("note", "typographic quotes"),
    "+web": term("tag", "web"),
    "-+web": Not(term("tag", "web")),
    "#12": term("ref", "12"),
    "#12,14": term("ref", "12", "14"),
    "m:17": term("meeting", "17"),
    "meeting:seventeenth": term("meeting", "17"),
    "meeting:15..17": term("meeting", Between("15", "17")),
    "extensions>1": Term("extensions", ">", ("1",)),
    "mascot": Words("mascot"),
    "mascot online": Words("mascot online"),
    "not mascot online": And((Not(Words("mascot")), Words("online"))),
    "twenty and first": And((Words("twenty"), Words("first"))),
    '"more involvement"': Words("more involvement", phrase=True),
    '"open"': Words("open", phrase=True),
    '"or"': Words("or", phrase=True),
    "involv*": Words("involv", prefix=True),
    "C20/57-E": Words("C20/57-E"),
    "https://itu.int/cop": Words("https://itu.int/cop"),
}


@pytest.mark.parametrize("text", READ)
def test_reads(text: str) -> None:
    """Each way of writing gives its filter."""
    assert parse(text) == READ[text]


WRONG = {
    "stauts:open": (0, "status:"),
    "mine stauts:open": (5, "status:"),
    "mine -stauts:open": (6, "status:"),
    "status:opne": (7, "open"),
    "status:pending,standng": (15, "standing"),
    "kind:decison": (5, "decision"),
    "priority:urgent": (9, "high, normal, low"),
    "s:open": (0, "status: or sort:"),
    "xyz:open": (0, "Quote"),
    "is:overdeu": (3, "overdue"),
    "due<soonish": (4, "2026-12-01"),
    "due:05/06/2026": (4, "2026-06-05 or 2026-05-06"),
    "due:30-feb": (4, "no such day"),
    "due:fri..whenever": (4, "whenever"),
    "due:..": (4, "one end"),
    "due<1..2": (4, "colon"),
    "due<fri,mon": (0, "one value"),
    "due:": (4, "needs a value"),
    "status:": (7, "pending"),
    "owner:a,": (8, "needs a value"),
    "owner:...": (6, "no letter or digit"),
    "mine ...": (5, "no letter or digit"),
    "priority>high": (0, "no order"),
    "due.befor:fri": (0, ".before"),
    "ref:abc": (4, "number"),
    "meeting:next": (8, "number"),
    "@late": (0, "No filter is saved"),
    "(mine": (0, "not closed"),
    "mine)": (4, "closes nothing"),
    'mine "more': (5, "quote is not closed"),
    "mine or": (5, "both sides"),
    "and mine": (0, "both sides"),
    "mine not": (5, "nothing after"),
    "(" * 99 + "mine" + ")" * 99: (50, "nested too deeply"),
}


@pytest.mark.parametrize("text", WRONG)
def test_points_at_what_is_wrong(text: str) -> None:
    """A wrong part is pointed at and the nearest right one offered, each in one line."""
    position, words = WRONG[text]
    with pytest.raises(FilterProblem) as problem:
        parse(text)
    assert problem.value.position == position
    assert words in str(problem.value)
    assert "\n" not in str(problem.value)


def test_shows_a_caret_line() -> None:
    """The wrong part is underlined."""
    with pytest.raises(FilterProblem) as problem:
        parse("mine stauts:open")
    assert problem.value.pointed().splitlines()[:2] == ["mine stauts:open", "     ^^^^^^"]


def test_underlines_by_columns_and_stays_harmless() -> None:
    """Wide characters take two columns, combining ones none, and controls are not echoed."""
    with pytest.raises(FilterProblem) as problem:
        parse("儿童 e\u0301 stauts:x \x1b[31m")
    assert problem.value.pointed().splitlines()[1] == "       ^^^^^^"
    assert "\x1b" not in problem.value.pointed()
    with pytest.raises(FilterProblem) as problem:
        parse('status:"\x1b[31m\n"')
    assert "\x1b" not in problem.value.pointed()
    assert str(problem.value).isprintable()


def test_shows_of_a_long_filter_what_lies_around() -> None:
    """Thousands of characters do not bury the line that says what is wrong."""
    with pytest.raises(FilterProblem) as problem:
        parse(f"{'overdue or ' * 500}stauts:open{' or mine' * 500}")
    shown, carets, _ = problem.value.pointed().split("\n")
    assert len(shown) < 500
    assert shown[len(carets.rstrip("^")) :].startswith("stauts:")
    with pytest.raises(FilterProblem) as problem:
        parse("(" * 10_000)
    assert len(problem.value.pointed()) < 1000


def test_knows_where_a_term_stood() -> None:
    """A term remembers its place, and is equal to the same term elsewhere."""
    found = parse("mine due<fri")
    assert isinstance(found, And)
    due = found.parts[1]
    assert isinstance(due, Term)
    assert (due.start, due.end) == (5, 12)
    assert due == parse("due<fri")


def test_expands_saved_filters() -> None:
    """A saved filter stands for its text, in brackets of its own."""
    saved = {"late": "overdue or stalled", "my-late": "mine @late"}
    late = Or((Named("overdue"), Named("stalled")))
    assert parse("@late +web", saved=saved) == And((late, term("tag", "web")))
    assert parse("not @my-late", saved=saved) == Not(And((Named("mine"), late)))


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        ({"late": "@later", "later": "mine @late"}, "@late → @later → @late"),
        ({"late": "@late"}, "circle"),
        ({"late": "stauts:open"}, "In the saved filter @late: No field"),
        ({"lates": ""}, "@lates"),
        ({"late": "@f0"} | {f"f{n}": f"@f{n + 1}" for n in range(99)}, "nested"),
    ],
)
def test_refuses_bad_saved_filters(saved: dict[str, str], words: str) -> None:
    """Circles, mistakes and unknown names are told at the place of the name."""
    with pytest.raises(FilterProblem) as problem:
        parse("mine @late", saved=saved)
    assert words in str(problem.value)
    assert (problem.value.position, problem.value.end) == (5, 10)


def test_reads_what_is_still_being_typed() -> None:
    """While typing, the last word may go on and a quote may still be open."""
    assert parse("overdue masc", typing=True) == And((Named("overdue"), Words("masc", prefix=True)))
    assert parse("masc ", typing=True) == Words("masc")
    assert parse('"more inv', typing=True) == Words("more inv", phrase=True, prefix=True)


@given(filters)
def test_prints_what_it_reads(tree: Filter) -> None:
    """Any filter, printed and parsed, is the same filter."""
    assert parse(to_text(tree)) == tree


@given(st.text(alphabet='()"“-+#@*.:<>=, orntab12due', max_size=25) | st.text(max_size=20))
def test_any_text_is_read_or_pointed_at(text: str) -> None:
    """Whatever is typed gives a filter that prints and reads again, or a place in the text."""
    for typing in (False, True):
        with suppress(FilterProblem):
            found = parse(text, typing=typing)
            assert parse(to_text(found)) == found
    try:
        parse(text)
    except FilterProblem as problem:
        place = problem.position
    else:
        place = 0
    assert 0 <= place <= len(text)


@pytest.mark.parametrize("name", NAMED)
def test_every_named_filter_is_explained(name: str) -> None:
    """A named filter has a meaning in words, and reads by its name."""
    assert NAMED[name].meaning
    assert parse(name) == Named(name)


def test_filters_combine() -> None:
    """Filters join, part and turn round without parsing, and never change."""
    mine, late = parse("mine"), parse("overdue")
    assert mine & late == parse("mine overdue")
    assert mine | late == parse("mine or overdue")
    assert ~mine == parse("not mine")
    assert EVERYTHING & mine == mine
    assert len({mine, parse("mine"), late}) == 2
    with pytest.raises(AttributeError):
        mine.name = "overdue"
