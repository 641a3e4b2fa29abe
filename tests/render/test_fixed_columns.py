"""Terminal and plain text: no line too long, looks where they are wanted, figures in blocks."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from tests.render.reopening import squeezed
from tests.render.sample_documents import (
    AGES,
    ARABIC,
    FOLLOW_UP,
    GROUPS,
    MORE_INVOLVEMENT,
    OUTCOME_COLUMNS,
    TREND,
)
from tracker.domain.document_tree import (
    BulletList,
    Document,
    Figure,
    Paragraph,
    Quote,
    Table,
    alert,
    link,
    number_column,
    ref_column,
    text_column,
)
from tracker.render.formats import render_text
from tracker.render.options import RenderOptions, for_terminal
from tracker.render.terminal import renderable
from tracker.render.text_width import display_width

LONG = Document(
    "A title that is so long that it has to go over several lines of a mail, as they sometimes do",
    (
        Paragraph.of("https://example.org/" + "a-long-address/" * 12),
        Paragraph.of("x" * 300, number="12.3.4"),
        BulletList.of("混合全角文字" * 30),
        Quote(MORE_INVOLVEMENT, "a source " * 20),
        Table(
            (ref_column("Ref"), text_column("A" * 50), number_column("N" * 40), text_column("B")),
            ((1, "b" * 90, 3, link("words", "https://example.org/" + "c" * 90)),),
            caption="caption " * 20,
        ),
    ),
    header=FOLLOW_UP.header,
    marking="marking " * 20,
)


@pytest.mark.parametrize("document", [FOLLOW_UP, ARABIC, LONG], ids=["follow-up", "arabic", "long"])
def test_no_line_of_a_mail_is_longer_than_72_columns(document: Document) -> None:
    """Whatever the document holds; mail programs break longer lines where they should not."""
    lines = render_text(document, "text").splitlines()
    assert [line for line in lines if display_width(line) > 72] == []


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Down to widths at which a table becomes a list of records."""
    options = RenderOptions(width=width, styled=False)
    for document in (FOLLOW_UP, ARABIC, LONG):
        lines = render_text(document, "terminal", options).splitlines()
        assert [line for line in lines if display_width(line) > width] == []


def test_a_table_stands_in_columns() -> None:
    """Titles, a rule, then the rows; numbers at the end of their column."""
    table = Table((text_column("Status"), number_column("Items")), (("open", 6), ("closed", 13)))
    options = RenderOptions(width=80, styled=False)
    assert render_text(Document("T", (table,)), "terminal", options).splitlines()[2:] == [
        "Status  Items",
        "─────────────",
        "open        6",
        "closed     13",
    ]


def test_a_table_too_narrow_for_columns_becomes_records() -> None:
    """Every value behind its title; empty ones are left out."""
    options = RenderOptions(width=22, styled=False)
    table = Table(OUTCOME_COLUMNS, ((4, "To be sent.", None, "standing", None),))
    assert render_text(Document("T", (table,)), "text", options).splitlines()[3:] == [
        "Ref: 4",
        "Outcome as adopted:",
        "  To be sent.",
        "Status: standing",
    ]


def test_plain_text_draws_lines_under_headings() -> None:
    """Where there are no looks a heading is still seen."""
    lines = render_text(FOLLOW_UP, "text").splitlines()
    assert lines[lines.index("Summary") + 1] == "-------"
    assert lines[lines.index(FOLLOW_UP.title) + 1] == "=" * len(FOLLOW_UP.title)


def test_what_is_late_is_marked_without_colour() -> None:
    """NO_COLOR leaves bold; a pipe leaves nothing."""
    document = Document("T", (Paragraph.of("It is ", alert("overdue")),))
    assert "\x1b[1;31moverdue\x1b[0m" in render_text(document, "terminal")
    assert "\x1b[1moverdue\x1b[0m" in render_text(document, "terminal", RenderOptions(colour=False))
    assert "\x1b" not in render_text(document, "terminal", RenderOptions(styled=False))


@pytest.mark.parametrize(
    ("terminal", "environ", "styled", "colour"),
    [
        (True, {}, True, True),
        (True, {"NO_COLOR": "1"}, True, False),
        (True, {"NO_COLOR": ""}, True, True),
        (True, {"TERM": "dumb"}, False, False),
        (False, {}, False, False),
    ],
)
def test_styles_are_for_terminals(
    terminal: bool, environ: dict[str, str], styled: bool, colour: bool
) -> None:
    """A pipe and a dumb terminal get none (no-color.org)."""
    stream = io.StringIO()
    stream.isatty = lambda: terminal  # type: ignore[method-assign]
    options = for_terminal(stream, environ, 90)
    assert (options.width, options.styled, options.colour) == (90, styled, colour)


@pytest.mark.parametrize("figure", [TREND, AGES, GROUPS], ids=lambda figure: figure.kind)
def test_figures_are_drawn_in_blocks_in_a_terminal(figure: Figure) -> None:
    """The longest bar is full, and the last numbers are written beside."""
    options = RenderOptions(width=80, styled=False)
    output = render_text(Document("F", (figure,)), "terminal", options)
    assert "█" in output
    assert figure.title in output
    assert all(f"{series.values[-1]:g}" in output for series in figure.series)


@pytest.mark.parametrize("figure", [TREND, AGES, GROUPS], ids=lambda figure: figure.kind)
def test_figures_are_sentences_and_numbers_in_plain_text(figure: Figure) -> None:
    """Read aloud, blocks would be noise."""
    output = render_text(Document("F", (figure,)), "text")
    assert "█" not in output
    assert output.index(figure.title) < output.index(figure.alt)
    rows = [squeezed(line) for line in output.splitlines()]
    for place, label in enumerate(figure.labels):
        values = (f"{series.values[place]:g}" for series in figure.series)
        assert " ".join((label, *values)) in rows


def test_rich_shows_what_the_terminal_shows() -> None:
    """The same lines, as text with styles for a Rich console or a widget."""
    plain = renderable(FOLLOW_UP, 100).plain
    options = RenderOptions(width=100, styled=False)
    assert [line.rstrip() for line in plain.splitlines()] == [
        line.rstrip() for line in render_text(FOLLOW_UP, "terminal", options).splitlines()
    ]


def test_text_formats_import_nothing_heavy() -> None:
    """A report in a pipe is not kept waiting for Rich, Babel or openpyxl."""
    program = (
        "import sys\n"
        "from tracker.domain.document_tree import Document, Paragraph\n"
        "from tracker.render.formats import render_text\n"
        "for form in ('terminal', 'text', 'markdown', 'html', 'json'):\n"
        "    render_text(Document('T', (Paragraph.of('x'),)), form)\n"
        "print(*sorted({'rich', 'babel', 'docx', 'openpyxl', 'typst', 'lxml'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
