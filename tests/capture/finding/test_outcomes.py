from __future__ import annotations

import pytest

from tests.capture.finding.notes import capture_notes, capture_text, proposals_of
from tracker.domain.proposals import ACTION


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The committee agreed to publish the draft without changes.", "posting"),
        ("The group decided to close the matter.", "decision"),
        ("It was agreed that the text stays as it is.", "decision"),
        ("The new charter was approved.", "decision"),
        ("Consensus to drop the second part.", "decision"),
        ("No objections to moving the repository.", "decision"),
        ("The motion to add a new value has passed.", "decision"),
        ("Members are invited to send comments by 20 March.", "invitation"),
        ("The secretariat is requested to circulate a call for experts.", "request"),
        ("resolves to establish a new working group with this title.", "decision"),
        ("Sam will send the summary to the list.", ACTION),
        ("Li and Ada to prepare the agenda.", ACTION),
        ("The editors will add the references before the ballot.", ACTION),
        ("Will invite the other body to discuss how the texts align.", ACTION),
        ("The results will be posted on the website once collated.", "posting"),
        ("A liaison statement will be sent to ISO/TC 37 on terms.", "liaison statement"),
        ("We need to finish the review by 19 March.", ACTION),
    ],
)
def test_sentences_that_state_an_outcome(line: str, kind: str) -> None:
    """Decisions, requests and commitments, each with its kind and verbatim."""
    assert [(p.text, p.kind) for p in proposals_of(line)] == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Ada: I think we should close the matter.",
        "Should the group decide to close the matter?",
        "If Sam agrees, the text will be removed.",
        "The agenda was approved.",
        "The minutes of the last meeting were approved without changes.",
        "The Chair thanked the host for the warm welcome.",
        "The next meeting will be held on 3 May 2024.",
        "Sam reported that the results will be posted soon.",
        "The document explains how values are compared.",
        "Li presented the draft, and a discussion followed.",
        "This version will not be stable by then.",
        "Google will remove it from its product.",
        "Proposed resolution: close the matter.",
    ],
)
def test_sentences_that_do_not(line: str) -> None:
    """Talk, suppositions, routine business, what others said or do."""
    assert proposals_of(line) == ()


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("ACTION: Sam to write the summary", "Sam"),
        ("ACTION 2024-03-05 (Ada): write the summary", "Ada"),
        ("Action Ada/Li: talk to the other body", "Ada/Li"),
        ("Action #3: write the summary (Li Wei)", "Li Wei"),
        ("AI: write the summary", None),
        ("Decision 4: the text stays", None),
        ("RESOLVED To finish the review by July.", None),
        ("> ***Action #1: open an issue (Sam Okoro)***", "Sam Okoro"),
    ],
)
def test_labels(line: str, owner: str | None) -> None:
    """A label, with number, date or name in many hands, and who it names."""
    (found,) = proposals_of(line)
    assert found.owner == owner


@pytest.mark.parametrize(
    "line",
    [
        "ACTION 2024-03-05: Sam to write the summary - DONE",
        "[x] ACTION: ✅ write the summary",
        "Action was to send a summary, which happened: see the list",
        "ACTION REQUIRED",
        "ACTION:",
    ],
)
def test_labels_of_nothing_open(line: str) -> None:
    """Finished actions, titles and running text are no open actions."""
    assert proposals_of(line) == ()


def test_action_of_an_earlier_meeting_is_carried() -> None:
    """A label with an earlier date is marked, and less sure."""
    (found,) = proposals_of("ACTION 2024-01-10: Sam to write the summary")
    assert found.carried
    assert found.score < 0.6


def test_bare_agreement_takes_what_was_agreed() -> None:
    """The passage runs from the line that puts the matter to the agreement."""
    result = capture_text(
        "Minutes of the call\n\nError codes: combine the two spaces of codes into one\n"
        "   Ada: That is a simple change.\n   Li: I can live with it.\n   Ada: Good.\n   Li: Yes.\n"
        "   Agreement in the room.\n"
    )
    (found,) = result.proposals
    assert found.text.startswith("Error codes: combine")
    assert found.text.endswith("Agreement in the room.")
    assert found.kind == "decision"


def test_motion_that_carries_takes_the_motion() -> None:
    """What was moved stands some lines above, who seconded it between."""
    (found,) = proposals_of(
        "- Ada moved to accept the change of contribution 12.\n- Sam seconded. No discussion. Motion passed."
    )
    assert found.text.startswith("Ada moved to accept")


def test_lists_of_actions_and_of_next_steps() -> None:
    """Under actions every bullet counts, under next steps only one with a date or a doer."""
    actions = proposals_of("## Action items", "- Write the summary\n- Book the room")
    steps = proposals_of("## Next steps", "- Review comments by 7 April\n- Look out for news\n")
    assert [p.text for p in actions] == ["Write the summary", "Book the room"]
    assert [p.text for p in steps] == ["Review comments by 7 April"]


def test_table_of_actions() -> None:
    """Columns are told by their headings; an empty owner stays unknown."""
    found = proposals_of(
        "| No | Action | Owner | Due |\n|---|---|---|---|\n"
        "| 1 | Write the summary | Sam | 20 March 2024 |\n| 2 | Book the room |  |  |\n"
    )
    assert [(p.text, p.owner, p.due_text) for p in found] == [
        ("Write the summary", "Sam", "20 March 2024"),
        ("Book the room", None, None),
    ]


def test_record_of_a_meeting_bot() -> None:
    """Stamps are no text, and lists at the end repeat nothing."""
    result = capture_text(
        "Meeting summary\n---------------\n* keepalive  (ada, 16:31:28)\n"
        "  * ACTION: sam to send the patch to the list  (ada,\n    16:43:08)\n"
        "  * AGREED: close the old ticket  (ada, 16:50:00)\n\n\nAction Items\n------------\n"
        "* sam to send the patch to the list\n\n\nAction Items, by person\n-----------------------\n"
        "* sam\n  * sam to send the patch to the list\n* **UNASSIGNED**\n  * (none)\n\n\n"
        "People Present (lines said)\n---------------------------\n* ada (116)\n* sam (33)\n"
    )
    assert [(p.text, p.kind, p.owner) for p in result.proposals] == [
        ("ACTION: sam to send the patch to the list", ACTION, "sam"),
        ("AGREED: close the old ticket", "decision", None),
    ]


def test_resolutions_with_recitals() -> None:
    """Only the operative part of a resolution is one, thanks are none."""
    found = capture_text(
        "Resolutions of the 33rd plenary meeting of ISO/TC 999\n\nResolution 01-2014 New group\n"
        "ISO/TC 999 Widgets and their parts\n     considering that two projects are approved;\n"
        "     noting the close relation between them;\nresolves to establish ISO/TC 999/WG 6.\n"
        "The resolution was taken by unanimity\n\n\nResolution 02-2014 Thanks\n"
        "ISO/TC 999 Widgets and their parts\nwarmly thanks the host for the meeting.\n"
    ).proposals
    assert len(found) == 1
    assert found[0].text.endswith("resolves to establish ISO/TC 999/WG 6.")


def test_closing_line_of_a_discussion() -> None:
    """After people have spoken, a line in nobody's name that tells what to do is an outcome."""
    found = proposals_of(
        "Ada: It could be dropped.", "Li: Or kept.", "Ada: Fine.", "Li: Yes.", "Keep the default."
    )
    assert [p.text for p in found] == ["Keep the default."]


def test_speaker_who_takes_the_action() -> None:
    """A promise in the first person is proposed, with the speaker as owner, and not very sure."""
    found = proposals_of("Ada: Who can?", "Sam: I'll write a proposal for the list.", "Ada: Good.")
    assert [(p.owner, p.kind) for p in found] == [("Sam", ACTION)]
    assert found[0].score <= 0.5


def test_outcomes_section_silences_the_rest() -> None:
    """A report that gathers its outcomes is believed: the discussion gives none."""
    result = capture_notes(
        "The committee agreed to look at it again.",
        "## Conclusions",
        "- The text stays.\n- The Chair will write to members:\n  - in the north\n  - in the south",
    )
    assert "The committee agreed to look at it again." not in [p.text for p in result.proposals]
    assert [p.text for p in result.proposals] == ["The text stays.", "in the north", "in the south"]
    assert len(result.uncovered) == 1
