from __future__ import annotations

from tracker.capture.readers.markdown import outline_of_markdown
from tracker.domain.outline import BlockKind


def test_headings_lists_and_links_as_a_reader_sees_them() -> None:
    """Markup is gone, nesting stays, and the first heading is the title."""
    outline = outline_of_markdown(
        "# Weekly *call*\n\n## Notes\n\n- See [annex 5](https://example.org/5)\n  - `code` inside\n"
    )
    assert outline.title == "Weekly call"
    assert [b.text for b in outline.blocks] == [
        "Weekly call",
        "Notes",
        "See annex 5",
        "code inside",
    ]
    assert [b.level for b in outline.blocks[2:]] == [0, 1]
    assert all(outline.text[b.start : b.end] == b.text for b in outline.blocks)


def test_front_matter_and_attribute_lines() -> None:
    """Front matter is metadata, attribute lines of kramdown are nothing."""
    outline = outline_of_markdown(
        "---\ntitle: Telco — 2019\ndate: 2019-03-29\n---\n\nText here.\n{: .no_toc}\n"
    )
    assert outline.title == "Telco — 2019"
    assert outline.said_of("date") == "2019-03-29"
    assert [b.text for b in outline.blocks] == ["Text here."]


def test_numbered_headings_of_a_plain_report() -> None:
    """What Markdown takes for a list of one item is a heading of the report."""
    outline = outline_of_markdown(
        "1. Opening\n\n1.1 It was opened.\n\n2. Outcomes\n\n2.1 They were:\n\n- A\n"
    )
    assert [(b.kind, b.number) for b in outline.blocks[:3]] == [
        (BlockKind.HEADING, "1"),
        (BlockKind.PARAGRAPH, "1.1"),
        (BlockKind.HEADING, "2"),
    ]
    assert outline.blocks[-1].section == "2.1"


def test_tables_keep_their_columns() -> None:
    """An empty cell keeps its place, so that columns stay columns."""
    outline = outline_of_markdown("| A | B | C |\n|---|---|---|\n| one |  | three |\n")
    assert outline.blocks[1].kind is BlockKind.TABLE_ROW
    assert outline.blocks[1].text.split(" | ") == ["one", "", "three"]


def test_block_quotes_are_quotes() -> None:
    """What is set as a quotation is marked as one."""
    outline = outline_of_markdown("> quoted words\n\nplain words\n")
    assert [b.kind for b in outline.blocks] == [BlockKind.QUOTE, BlockKind.PARAGRAPH]
