"""Items are added, in one line or by options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.shown import USAGE, item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


def test_an_item_is_added_in_one_line(tracker: Callable[..., Ran]) -> None:
    """Its ref is data; what was understood is told, dates with their weekday."""
    added = tracker(
        "add", "Post", "the", "mascot", "@rita", "due:next fri", "+web", "m:16", "!high", "for:2"
    )
    assert (added.code, added.out) == (0, "4\n")
    assert added.err == (
        "4  Post the mascot → action item, owner Rita Sekretär, due Fri 13 Mar 2020,"
        " of the 16th meeting, priority high, +web, for 2\n"
    )
    new = item(tracker, 4)
    assert (new["sort"], new["title"], new["meeting"]) == ("action", "Post the mascot", 16)
    assert (new["owner_basis"], new["due_basis"]) == ("assumed", "assumed")
    assert (new["tags"], new["priority"]) == (["web"], "high")
    assert [(x["relation"], x["ref"]) for x in new["relations"]] == [("implements", 2)]


def test_options_say_the_same_as_the_line(tracker: Callable[..., Ran]) -> None:
    """All of it is one change."""
    by_options = (
        "add", "Post the mascot", "--owner", "rita", "--due", "next fri", "--tag", "web",
        "--meeting", 16, "--priority", "high", "--for", 2,
    )  # fmt: skip
    assert tracker(*by_options).out == "4\n"
    tracker("add", "Post the mascot @rita due:next fri +web m:16 !high for:2")
    told = ("title", "owner", "due", "tags", "meeting", "priority", "sort")
    one, other = item(tracker, 4), item(tracker, 5)
    assert [one[name] for name in told] == [other[name] for name in told]
    assert tracker("history", "--json", "--limit", 1).json[0]["verb"] == "add"


def test_an_outcome_is_added_with_its_provenance(tracker: Callable[..., Ran]) -> None:
    """With a text as adopted, adopted on the last day of its meeting."""
    tracker(
        "add", "Mascot", "--kind", "posting", "--text", "-", "--document", "C20/57-E",
        "--section", "7.2", "--bullet", 3, "-m", 16, typed="The Mascot\nwill be posted.\n",
    )  # fmt: skip
    new = item(tracker, 4)
    assert (new["sort"], new["kind"], new["text"]) == (
        "outcome",
        "posting",
        "The Mascot\nwill be posted.",
    )
    assert (new["document"], new["section"], new["bullet"]) == ("C20/57-E", "7.2", 3)
    assert (new["adopted"], new["adoption"]) == ("2020-02-04", "meeting")


def test_an_outcome_is_adopted_by_correspondence(tracker: Callable[..., Ran]) -> None:
    """Without a meeting, on a day that is given."""
    tracker("add", "Agreed by letter", "--by-correspondence", "--adopted", "2 Mar")
    new = item(tracker, 4)
    assert (new["adoption"], new["adopted"], new["meeting"]) == (
        "correspondence",
        "2020-03-02",
        None,
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), USAGE, "An item needs a title."),
        (("@rita",), USAGE, "It needs a title."),
        (("Post", "due:05/06/2020"), USAGE, "can be read two ways"),
        (("Post", "@zz"), 3, "No owner is known as “zz”."),
        (("Post", "for:99"), 3, "No item has the ref 99."),
        (("Post", "--document", "X"), 3, "No document is known as “X”."),
        (("Post", "m:99"), 3, "No meeting is known as “99”."),
        (("Post", "@rita", "--owner", "ana"), USAGE, "is given twice"),
        (("Post", "--for", 2, "--text", "Adopted"), USAGE, "--text belongs to outcomes"),
        (("Post", "--sort", "letter"), USAGE, "is not one of"),
        (("Post", "sort:letter"), USAGE, "letter"),
        (("Post", "--adopted", "tomorrow", "--kind", "decision"), USAGE, "still to come"),
    ],
)
def test_what_cannot_be_added(
    tracker: Callable[..., Ran], words: tuple[object, ...], code: int, said: str
) -> None:
    """Nothing is recorded, no ref is used up."""
    ran = tracker("add", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert tracker("add", "Next").out == "4\n"


def test_a_wrong_word_in_the_line_is_pointed_at(tracker: Callable[..., Ran]) -> None:
    """The line is shown again, with carets below what is wrong."""
    assert tracker("add", "Post", "due:somewhen").err.splitlines()[1:] == [
        "  Post due:somewhen",
        "       ^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("words", "ref", "code"),
    [
        (("add", "Post\r\n the mascot"), 4, 0),
        (("add", "Post\u2028the mascot", "--kind", "posting", "--text", "As\nadopted"), 4, 0),
        (("title", 2, "Post\n\tthe mascot\n"), 2, 0),
        (("liaison", "draft", "Post\vthe mascot", "--to", "ITU-D"), 4, 0),
        (("title", 2, "\n\u2029\n"), 2, 0),
        (("add", "\n \r\n"), 4, 2),
    ],
)
def test_a_pasted_title_is_one_line(
    tracker: Callable[..., Ran], words: tuple[object, ...], ref: int, code: int
) -> None:
    """Whichever way it comes in; what is nothing but breaks is no title."""
    assert tracker(*words).code == code
    if code:
        assert tracker("show", ref).code != 0
        return
    title = item(tracker, ref)["title"]
    assert title == ("Post the mascot" if "mascot" in str(words) else None)
