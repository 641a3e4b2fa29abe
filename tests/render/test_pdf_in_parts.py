"""A long report as PDF is made in parts; its pages, outline and tags are those of one made whole."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.render.reopening import bytes_of, squeezed
from tests.render.sample_documents import (
    ARABIC,
    FOLLOW_UP,
    MORE_INVOLVEMENT,
    OUTCOME_COLUMNS,
    TREND,
)
from tracker.domain.document_tree import (
    Band,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    alert,
    link,
)
from tracker.render import pdf
from tracker.render.formats import render
from tracker.render.options import RenderOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdf

pytest.importorskip("typst")


def rows(count: int, words: str = MORE_INVOLVEMENT) -> Iterator[Row]:
    """Rows of unequal length under bands, some of which hold for more than a page."""
    for n in range(1, count + 1):
        if n % 7 == 1 or n % 41 == 2:
            yield Band(f"Section {n} " + "of a long name " * (15 if n % 11 == 0 else 1))
        text = f"{n}: {words[: 20 + n * 37 % 150]}"
        yield (n, text, link("(a) 5 0 R", f"https://example.org/{n}"), alert("pending"), None)


def long_report(source: Document = FOLLOW_UP) -> Document:
    """A report of several tables, with headings of every level, a figure and a row over a page."""
    last: tuple[Row, ...] = (("x", "word " * 1500, "", "", None), *rows(20))
    return Document(
        source.title,
        (
            *source.blocks,
            Heading("(One) \\ 7 0 R", number="3"),
            Table(OUTCOME_COLUMNS, tuple(rows(120)), caption="Many"),
            Heading("Two (", 2),
            Paragraph.of("Between the tables.", number="3.1"),
            TREND,
            Table(OUTCOME_COLUMNS, tuple(rows(60)), caption="More"),
            Heading("Three é", 3),
            Table(OUTCOME_COLUMNS, last),
        ),
        header=source.header,
        language=source.language,
        direction=source.direction,
        as_at=source.as_at,
        marking="Contains private notes",
    )


@pytest.fixture
def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Part what is far from long."""
    monkeypatch.setattr(pdf, "WHOLE", 10_000)
    monkeypatch.setattr(pdf, "PART", 12_000)
    monkeypatch.setattr(pdf, "PAGES_AT_ONCE", 4)


@pytest.fixture(scope="module")
def whole() -> dict[str, pypdf.PdfReader]:
    """The reports made whole, by language."""
    return {source.language: read(long_report(source)) for source in (FOLLOW_UP, ARABIC)}


def read(document: Document) -> pypdf.PdfReader:
    """The document as a strict reader reads it."""
    import pypdf

    return pypdf.PdfReader(io.BytesIO(bytes_of(document, "pdf")), strict=True)


@pytest.mark.usefixtures("in_small_parts")
@pytest.mark.parametrize("source", [FOLLOW_UP, ARABIC], ids=["en", "ar"])
def test_pages_and_outline_are_those_of_the_whole(
    whole: dict[str, pypdf.PdfReader], source: Document
) -> None:
    """Each letter stands on the same page, whatever part it was made in."""
    one, joined = whole[source.language], read(long_report(source))
    assert len(joined.pages) == len(one.pages) > 10
    for theirs, ours in zip(one.pages, joined.pages, strict=True):
        assert letters_on(ours) == letters_on(theirs)
        assert ours.mediabox == theirs.mediabox
    assert list(outline(joined, joined.outline)) == list(outline(one, one.outline))
    assert joined.metadata == one.metadata


@pytest.mark.usefixtures("in_small_parts")
def test_each_page_says_where_one_is() -> None:
    """Which page of how many, whose report, and how it is marked; counted on from part to part."""
    pages = [squeezed(page.extract_text()) for page in read(long_report()).pages]
    assert all(f"{n} / {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert all(page.count("Contains private notes") == 1 for page in pages)
    assert all("CWG-COP-17/4" in page for page in pages)


@pytest.mark.usefixtures("in_small_parts")
def test_tags_are_joined_to_one_tree(whole: dict[str, pypdf.PdfReader]) -> None:
    """A reader who hears it hears what stands in the whole, each cell under its column's title."""
    one, joined = whole["en"], read(long_report())
    root: Any = joined.root_object["/StructTreeRoot"]
    heard = [entry["/S"] for entry in elements(root)]
    first: Any = one.root_object["/StructTreeRoot"]
    before = [entry["/S"] for entry in elements(first)]
    for role in ("/TD", "/Link", "/H1", "/H2", "/H3", "/Figure", "/LI"):
        assert heard.count(role) == before.count(role) > 0
    assert heard.count("/Table") > before.count("/Table")
    named = root["/IDTree"]["/Names"][::2]
    assert named == sorted(set(named))
    cells = (entry for entry in elements(root) if entry["/S"] == "/TD")
    assert {name for cell in cells for name in cell["/A"][0]["/Headers"]} <= set(named)


@pytest.mark.usefixtures("in_small_parts")
def test_pages_and_links_know_their_tags() -> None:
    """By a key that no other has; what is tagged on a page says that it stands there."""
    joined = read(long_report())
    root: Any = joined.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    tags = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(tags) == list(range(root["/ParentTreeNextKey"]))
    seen: list[Any] = []
    for page in joined.pages:
        seen.append(page["/StructParents"])
        for tag in tags[seen[-1]].get_object():
            entry = tag.get_object()
            parts = [part["/Pg"] for part in entry["/K"] if isinstance(part, dict)]
            assert page.indirect_reference in {
                each.indirect_reference for each in (entry["/Pg"], *parts)
            }
        for note in page.get("/Annots", ()):
            seen.append(note.get_object()["/StructParent"])
            assert tags[seen[-1]].get_object()["/S"] == "/Link"
    assert sorted(seen) == list(tags)


@pytest.mark.usefixtures("in_small_parts")
def test_the_same_bytes_each_time() -> None:
    """A part knows nothing of when it was made."""
    assert bytes_of(long_report(), "pdf") == bytes_of(long_report(), "pdf")


@pytest.mark.usefixtures("in_small_parts")
@pytest.mark.parametrize("letter", ["", "\U0010fffd"])
def test_only_one_without_boxes_is_accessible(letter: str) -> None:
    """A letter without a font, in the last part alone, is told, and PDF/UA-1 not claimed."""
    report, told = long_report(), list[str]()
    report = replace(report, blocks=(*report.blocks, Paragraph.of(f"The end{letter}.")))
    made = render(report, "pdf", RenderOptions(on_warning=told.append))
    assert isinstance(made, bytes)
    assert (b"<pdfuaid:part>1<" in made) == (not letter)
    assert len(told) == len(letter)
    assert b"<xmpTPg:NPages>%d<" % len(read(report).pages) in made


def letters_on(page: pypdf.PageObject) -> str:
    """The letters on a page, sorted: what stands in its margins comes first or last."""
    return "".join(sorted(page.extract_text())).strip()


def outline(reader: pypdf.PdfReader, entries: list[Any], level: int = 1) -> Iterator[Any]:
    """Level, title and page of each entry."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(reader, entry, level + 1)
        else:
            yield level, entry.title, reader.get_destination_page_number(entry)


def elements(parent: Any) -> Iterator[Any]:
    """The tags below a tag, in the order in which they are heard."""
    children = parent.get("/K", ())
    for child in children if isinstance(children, list) else [children]:
        entry = child.get_object()
        if isinstance(entry, dict) and "/S" in entry:
            yield entry
            yield from elements(entry)
