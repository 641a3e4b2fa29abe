"""Markdown gives text back, whatever it is: a property, read by a parser that is not ours."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.render.nasty_text import NASTY
from tracker.domain.document_tree import Document, Paragraph, Span, Style, Table, text_column
from tracker.render.formats import render_text
from tracker.render.safe_text import for_screen

TROUBLE = st.text(alphabet="ab1 *_~`#>|<&;:.!()[]{}\\+-=$@\n\"'/wxmp…é混", max_size=30)
TEXT = st.one_of(TROUBLE, st.sampled_from(NASTY), st.text(max_size=40))
SPANS = st.lists(
    st.builds(
        Span,
        TEXT,
        st.sampled_from(Style),
        st.none() | st.just("https://example.org/a_b?c=(1)&d=2"),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


def squeezed(text: str) -> str:
    """The text with every run of blanks made one."""
    return " ".join(text.split())


def words_of(markdown: str, preset: str) -> list[str]:
    """The text of each block, as a parser of that preset reads it."""
    parser = MarkdownIt(preset, {"linkify": False}).enable(["table", "strikethrough"])
    parts = {"softbreak": " ", "hardbreak": " ", "html_inline": " "}
    return [
        squeezed("".join(parts.get(c.type, c.content) for c in token.children or []))
        for token in parser.parse(markdown)
        if token.type == "inline"
    ]


def shown(spans: tuple[Span, ...]) -> str:
    """What a reader should see of spans; a link without words shows its address."""
    return squeezed(
        "".join(
            for_screen(span.text) if for_screen(span.text).strip() or not span.url else span.url
            for span in spans
        )
    )


@given(SPANS)
@example((Span("12"), Span(". not a list")))
@example((Span("wow!"), Span("x", url="https://example.org/")))
@example((Span("a"), Span("(late)", Style.STRONG), Span("b")))
@example((Span("a", Style.STRONG), Span("b", Style.EMPHASIS)))
@example((Span("&"), Span("amp;")))
@example((Span("https://example.org/a_b*"), Span("c", Style.STRONG)))
@example((Span("#"),))
def test_a_paragraph_reads_as_its_text(spans: tuple[Span, ...]) -> None:
    """Styles, links and neighbours may be what they like: the words are the words."""
    wanted = shown(spans)
    document = Document("T", (Paragraph(spans),))
    for preset in ("commonmark", "gfm-like"):
        found = words_of(render_text(document, "markdown"), preset)
        assert squeezed("".join(found[1:])) == wanted


@given(SPANS, TEXT)
def test_a_table_reads_as_its_cells(spans: tuple[Span, ...], text: str) -> None:
    """Two cells in, two cells out, whatever stands in them."""
    table = Table((text_column("a"), text_column("b")), ((spans, text),))
    found = words_of(render_text(Document("T", (table,)), "markdown"), "commonmark")
    assert found == ["T", "a", "b", shown(spans), squeezed(for_screen(text))]


@given(TEXT)
def test_a_title_reads_as_its_text(text: str) -> None:
    """A closing # belongs to the title, a leading one too."""
    found = words_of(render_text(Document(f"T {text}", ()), "markdown"), "commonmark")
    assert found == [squeezed(f"T {for_screen(text)}")]
