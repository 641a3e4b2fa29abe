from __future__ import annotations

import pytest

from tracker.capture.matching import match_known
from tracker.domain.proposals import CaptureResult, KnownOutcome, Proposal


def matched(text: str, *known: str) -> list[int]:
    """Which of the known texts (counted from 1) a proposal of this text is matched with."""
    proposal = Proposal("p1", "decision", text, 1, 0, len(text))
    outcomes = [KnownOutcome(ref, other, "decision") for ref, other in enumerate(known, 1)]
    result = match_known(CaptureResult("f", proposals=(proposal,)), outcomes)
    return [match.ref for match in result.proposals[0].matches]


def test_word_for_word_comes_first() -> None:
    """The best match leads, whatever the order of the known outcomes."""
    text = "More involvement of the operators at the meetings is recommended."
    assert matched(text, "More involvement of operators at meetings is recommended.", text) == [
        2,
        1,
    ]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "A liaison statement will be sent to SG 5 on coverage figures.",
            "A liaison statement will be sent to SG 20 on coverage figures.",
        ),
        (
            "The group approved document C20/57 without changes.",
            "The group approved document C21/57 without changes.",
        ),
        (
            "WG-RSA will prepare the draft of the new handbook for members.",
            "WG-COP will prepare the draft of the new handbook for members.",
        ),
    ],
)
def test_other_numbers_groups_and_documents_never_match(text: str, known: str) -> None:
    """What differs in a number or a name only is another outcome, however alike the words."""
    assert matched(text, known) == []


def test_a_few_common_words_are_no_match() -> None:
    """Sharing the words of the trade is not sharing an outcome."""
    assert matched("The Chair will send a letter.", "The Chair will open the meeting.") == []
