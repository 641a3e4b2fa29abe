from __future__ import annotations

from tracker.capture.readers.plain import outline_of_text
from tracker.domain.outline import Block, BlockKind


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return outline_of_text(text).blocks


def test_numbered_sections_and_paragraphs() -> None:
    """A short line with a number is a heading, a sentence with one a paragraph that governs."""
    found = blocks(
        "1\tOpening\n1.1\tThe Chair opened the meeting.\n2.\tOutcomes\n"
        "2.1\tThe outcomes were:\n· One thing.\n· Another thing.\n"
    )
    assert [(b.kind.value, b.number, b.section) for b in found] == [
        ("heading", "1", "1"),
        ("paragraph", "1.1", "1.1"),
        ("heading", "2", "2"),
        ("paragraph", "2.1", "2.1"),
        ("bullet", None, "2.1"),
        ("bullet", None, "2.1"),
    ]
    assert [b.bullet for b in found[-2:]] == [1, 2]
    assert found[-1].parent == 3
    assert found[-1].heading == "Outcomes"


def test_lines_broken_by_a_margin_are_joined() -> None:
    """Wrapped prose is one paragraph; short lines under each other are not."""
    prose = (
        "The committee discussed the proposal at some length and came to no result, since the\n"
        "members from two regions were absent and had asked for more time to study the drafts of\n"
        "the text.\n\nFirst line\nSecond line\n"
    )
    found = blocks(prose)
    assert [b.text.split()[0] for b in found] == ["The", "First", "Second"]
    assert found[0].text.endswith("the drafts of the text.")


def test_hanging_lines_belong_to_their_bullet_and_label() -> None:
    """A deeper indentation goes on with a bullet or with a labelled action."""
    found = blocks(
        "* ACTION: ada to send the patch to the infrastructure list enabling the thing\n"
        "  (ada, 16:43:08)\n"
        "ACTION: Revise the table that stands above and\n     send it to the list\n\nOther text here.\n"
    )
    assert [b.text[-11:] for b in found] == ["a, 16:43:08)"[1:], "to the list", " text here."]


def test_nested_bullets_know_their_parent() -> None:
    """Indentation, or another glyph at the same indentation, nests."""
    found = blocks("Topics:\n- Alpha topic\n    - inner one\n    - inner two\n- Beta topic\n")
    assert [(b.level, b.bullet) for b in found[1:]] == [(0, 1), (1, 1), (1, 2), (0, 2)]
    assert found[2].parent == 1


def test_quoted_passage_over_several_lines() -> None:
    """From the opening mark to the closing one, numbers inside govern nothing."""
    found = blocks(
        "1\tIntroduction\n1.1\tThe Council resolves (excerpt):\n“to set up a group:\n"
        "1.1\tto exchange views;\n1.2\tto report.”\n1.2\tThe group met twice this year.\n"
    )
    assert [b.kind for b in found[2:5]] == [BlockKind.QUOTE] * 3
    assert found[5].section == "1.2"
    assert found[5].kind is BlockKind.PARAGRAPH


def test_list_of_numbered_items_is_no_row_of_headings() -> None:
    """Items 1, 2, 3 without anything between are a list."""
    found = blocks("Agenda:\n1. Opening\n2. Adoption of the agenda\n3. Closing\n")
    assert [b.kind for b in found[1:]] == [BlockKind.BULLET] * 3


def test_underlined_line_is_a_heading() -> None:
    """A rule right under a short line, as bots and mails write it."""
    found = blocks("Action Items\n------------\n* ada to write\n")
    assert (found[0].kind, found[0].level) == (BlockKind.HEADING, 2)


def test_signature_at_the_end() -> None:
    """A name and an office close a report."""
    found = blocks("The group met.\n\nAda Berg (Norway)\nChair, WG-X\n")
    assert [b.kind for b in found[1:]] == [BlockKind.SIGNATURE] * 2


def test_labelled_lines_become_metadata() -> None:
    """A header of labels and values can be asked by label, whatever the case."""
    outline = outline_of_text("Date: 2024-03-05\nPlace: Oslo\n\nThe group met.\n")
    assert outline.said_of("place") == "Oslo"
    assert outline.said_of("symbol") is None
