"""Drafting, addressing, clearing and dispatching on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.liaison.conftest import RITA

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


def test_help_knows_all_verbs_without_importing_them(liaison: Callable[..., Ran]) -> None:
    """The help of the command lists each verb with a line of its own."""
    ran = liaison("--help")
    for verb in ("draft", "dispatch", "reply", "receive", "conversation", "mail"):
        assert f"  {verb} " in ran.out


def test_a_mistyped_verb_is_answered_with_the_nearest(liaison: Callable[..., Ran]) -> None:
    """Usage, exit 2, with an offer."""
    ran = liaison("dispach")
    assert (ran.code, "dispatch" in ran.err) == (2, True)


def test_a_draft_says_what_it_lacks_and_what_is_next(liaison: Callable[..., Ran]) -> None:
    """The ref goes to stdout, what is missing to stderr."""
    ran = liaison("draft", "On filters", "--to", "Study Group 2", "--action")
    assert ran.code == 0
    assert ran.out.strip().isdigit()
    for missing in ("which group “Study Group 2” is", "a deadline", "a contact", "meeting"):
        assert missing in ran.err
    whole = liaison("draft", "On filters", "--inform", "SG17", "-m", 16, "-c", "rita")
    assert f"Next: tracker liaison clear {whole.out.strip()}" in whole.err


def test_for_an_outcome_its_addressee_is_asked(
    liaison: Callable[..., Ran], tracker: Callable[..., Ran]
) -> None:
    """Title and addressee come from the outcome; --action and --deadline are for them."""
    tracker("add", "Ask", "--kind", "liaison statement", "--text", "To ask.", "--addressee", "SG17")
    ref = liaison("draft", "--for", 4, "--deadline", "2020-06-30", "--action").out.strip()
    (shown,) = liaison("show", ref, "--json").json
    assert shown["title"] == "Ask"
    (line,) = shown["destinations"]
    assert (line["group"], line["purpose"], line["deadline"]) == (
        "ITU-T SG17", "action", "2020-06-30",
    )  # fmt: skip


def test_days_are_told_as_they_were_understood(liaison: Callable[..., Ran]) -> None:
    """What was not typed as a date is said with its weekday; an ambiguous one is refused."""
    ran = liaison("draft", "On it", "--to", "SG17", "--deadline", "end of June")
    assert "“end of June” is Tue 30 Jun 2020." in ran.err
    assert "is Tue" not in liaison("to", ran.out.strip(), "SG17", "--deadline", "2020-07-01").err
    assert liaison("to", ran.out.strip(), "SG17", "--deadline", "05/06/2020").code == 2


def test_a_deadline_needs_somebody_to_ask(liaison: Callable[..., Ran]) -> None:
    """Without whom, a deadline is a usage problem."""
    assert liaison("draft", "On filters", "--deadline", "2020-06-30").code == 2


def test_addressing_step_by_step(liaison: Callable[..., Ran]) -> None:
    """Added, resolved, changed, dropped: each is told, and an ambiguous name says how to choose."""
    ref = liaison("draft", "On filters").out.strip()
    assert "Choose with --is GROUP" in liaison("to", ref, "Study Group 2", "--action").err
    assert liaison("to", ref, "Study Group 2", "--is", "ITU-T SG2").code == 0
    assert "by 2020-06-30" in liaison("to", ref, "SG2", "--deadline", "2020-06-30").err
    assert liaison("to", ref, "SG17", "--inform", "--contact", "a@example.org").code == 0
    (shown,) = liaison("show", ref, "--json").json
    assert [d["group"] for d in shown["destinations"]] == ["ITU-T SG2", "ITU-T SG17"]
    assert "no longer to ITU-T SG17" in liaison("drop", ref, "SG17").err
    assert liaison("to", ref, "SG17", "--inform", "--action").code == 2


def test_header_contacts_and_attachments(liaison: Callable[..., Ran]) -> None:
    """Each is set by a verb of its own; a text comes from stdin too."""
    ref = liaison("draft", "On filters").out.strip()
    liaison(
        "header", ref, "-m", 16, "--questions", "3/17", "--text", "-", typed="First.\n\nSecond."
    )
    liaison("contact", ref, RITA, "Ana")
    liaison("attach", ref, "C20/57-E", "https://example.org/guide")
    (shown,) = liaison("show", ref, "--json").json
    assert (shown["questions"], shown["body"]) == ("3/17", "First.\n\nSecond.")
    assert shown["meeting"]["ordinal"] == 16
    assert [each["name"] for each in shown["contacts"]] == ["Rita", "Ana Lima"]
    assert shown["contacts"][0]["phone"] == "+41 22 730 5111"
    assert shown["attachments"] == ["C20/57-E", "https://example.org/guide"]
    assert liaison("header", ref).code == 2


def test_check_exits_with_1_while_something_is_missing(liaison: Callable[..., Ran]) -> None:
    """What is missing is data, with its source; nothing missing is success."""
    ref = liaison("draft", "On filters", "--inform", "SG17", "-m", 16, "-c", "rita").out.strip()
    ran = liaison("check", ref)
    lacks = f"the level of approval (Rec. ITU-T A.1, clause 1.5): tracker liaison clear {ref}\n"
    assert (ran.code, ran.out) == (1, lacks)
    liaison("clear", ref)
    assert liaison("check", ref).code == 0
    assert liaison("check", ref, "--json").json == []


def test_dispatch_refuses_and_sends_anyway_with_a_reason(liaison: Callable[..., Ran]) -> None:
    """Exit 1 with all that is missing; with --anyway the reason is on record."""
    ref = liaison("draft", "On filters", "--to", "SG17", "--action").out.strip()
    liaison("clear", ref)
    ran = liaison("dispatch", ref)
    assert (ran.code, "send anyway with a reason (--anyway)" in ran.err) == (1, True)
    ran = liaison("dispatch", ref, "--anyway", "urgent")
    assert "CWG-COP-LS1/2020 dispatched 2020-03-10: ITU-T SG17 sent" in ran.err


def test_information_only_ends_with_the_dispatch_and_proposes_to_close(
    liaison: Callable[..., Ran],
) -> None:
    """Closing what asked for it is proposed, not done."""
    ref = liaison(
        "draft", "On it", "--for", 2, "--inform", "SG17", "-m", 16, "-c", "rita"
    ).out.strip()
    liaison("clear", ref)
    assert "If that ends it" not in liaison("dispatch", ref).err  # action item 3 is still open
    (shown,) = liaison("list", "--all", "--json").json
    assert (shown["state"], shown["closed"]) == ("closed", "2020-03-10")


def test_withdrawn_with_a_note(liaison: Callable[..., Ran]) -> None:
    """Without one it is a usage problem."""
    ref = liaison("draft", "On filters").out.strip()
    assert liaison("withdraw", ref).code == 2
    assert "withdrawn" in liaison("withdraw", ref, "--note", "asked by phone").err


def test_a_line_added_later_is_sent_later(liaison: Callable[..., Ran], sent: int) -> None:
    """To a dispatched statement a destination is added and sent on its own."""
    liaison("to", sent, "ITU-T SG2", "--inform")
    assert [row["with"] for row in liaison("list", "--unsent", "--json").json] == ["ITU-T SG2"]
    assert "ITU-T SG2: sent 2020-03-10" in liaison("send", sent, "ITU-T SG2").err


@pytest.mark.parametrize("verb", ["clear", "dispatch", "check", "document", "consider"])
def test_another_item_is_refused(liaison: Callable[..., Ran], verb: str) -> None:
    """An outcome is no liaison statement; an unknown ref is not found."""
    assert liaison(verb, 1).code == 1
    assert liaison(verb, 99).code in (1, 3)


def test_undo_takes_a_whole_step_back(
    liaison: Callable[..., Ran], tracker: Callable[..., Ran], sent: int
) -> None:
    """After an undo the dispatched statement is cleared again, and its lines are unsent."""
    assert tracker("undo").code == 0
    (shown,) = liaison("show", sent, "--json").json
    assert (shown["state"], {d["state"] for d in shown["destinations"]}) == ("cleared", {"unsent"})


def test_tracker_add_makes_a_draft_too(
    liaison: Callable[..., Ran], tracker: Callable[..., Ran]
) -> None:
    """An item of the sort liaison always has the life of a statement."""
    ref = tracker("add", "On filters", "--sort", "liaison", "--to", "SG17").out.strip()
    (shown,) = liaison("show", ref, "--json").json
    assert (shown["direction"], shown["state"]) == ("outgoing", "drafted")
