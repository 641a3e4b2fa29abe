from __future__ import annotations

import io
import zipfile

import docx

from tracker.capture.readers.word import outline_of_word
from tracker.domain.outline import BlockKind, Outline

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def outline_of(body: str, numbering: str = "") -> Outline:
    """The outline of a Word file with this XML as its body."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        if numbering:
            archive.writestr(
                "word/numbering.xml", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
            )
    return outline_of_word(box.getvalue(), "x.docx")


def texts(outline: Outline) -> list[str]:
    """What its blocks say."""
    return [block.text for block in outline.blocks]


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, key: int, depth: int = 0) -> str:
    """A paragraph of an automatic list."""
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def test_tracked_changes_are_read_as_accepted() -> None:
    """Insertions and moves to stay, deletions and moves from go."""
    outline = outline_of(
        f"<w:p>{run('The group ')}<w:del><w:r><w:delText>refused</w:delText></w:r></w:del>"
        f"<w:ins>{run('agreed')}</w:ins><w:moveFrom>{run(' never')}</w:moveFrom>"
        f"<w:moveTo>{run(' today')}</w:moveTo></w:p>"
    )
    assert texts(outline) == ["The group agreed today"]


def test_deleted_paragraph_mark_joins_paragraphs() -> None:
    """A tracked deletion of the break makes one paragraph of two."""
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    outline = outline_of(f"<w:p>{mark}{run('One half ')}</w:p><w:p>{run('and the other')}</w:p>")
    assert texts(outline) == ["One half and the other"]


def test_content_controls_fields_and_hidden_text() -> None:
    """Controls and results of fields are read, instructions and hidden runs are not."""
    outline = outline_of(
        f"<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>{run('In a control')}</w:sdtContent></w:sdt>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(outline) == ["In a control"]


def test_automatic_numbers_are_counted() -> None:
    """Decimal levels, letters in brackets and bullets, as Word would print them."""
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in (
            (0, level.format(0, "decimal", "%1.") + level.format(1, "decimal", "%1.%2")),
            (1, level.format(0, "bullet", "·")),
            (2, level.format(0, "lowerLetter", "%1)")),
        )
    ) + "".join(
        f'<w:num w:numId="{key + 1}"><w:abstractNumId w:val="{key}"/></w:num>' for key in range(3)
    )
    outline = outline_of(
        listed("Opening", 1)
        + listed("The meeting was opened by the Chair of the group.", 1, 1)
        + listed("Outcomes", 1)
        + listed("The outcomes were as follows, in order:", 1, 1)
        + listed("A thing that was agreed.", 2)
        + listed("Point of the list.", 3)
        + listed("Other point.", 3),
        numbering,
    )
    assert [(b.kind, b.number) for b in outline.blocks] == [
        (BlockKind.HEADING, "1"),
        (BlockKind.PARAGRAPH, "1.1"),
        (BlockKind.HEADING, "2"),
        (BlockKind.PARAGRAPH, "2.1"),
        (BlockKind.BULLET, None),
        (BlockKind.BULLET, "a"),
        (BlockKind.BULLET, "b"),
    ]
    assert outline.blocks[4].section == "2.1"


def test_tables_become_rows_and_single_cells_paragraphs() -> None:
    """A row is a block of its cells; a table of one column is a frame around text."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Action", "Owner", "Write the draft", "Ada"], strict=True):
        cell.text = text
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Framed words"
    box = io.BytesIO()
    document.save(box)
    outline = outline_of_word(box.getvalue(), "x.docx")
    assert [(b.kind, b.text) for b in outline.blocks] == [
        (BlockKind.TABLE_ROW, "Action | Owner"),
        (BlockKind.TABLE_ROW, "Write the draft | Ada"),
        (BlockKind.PARAGRAPH, "Framed words"),
    ]
    assert all(outline.text[b.start : b.end] == b.text for b in outline.blocks)
