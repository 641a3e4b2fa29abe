"""Documents damaged in any way: a result, or one clear line; never a traceback, and never for long."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import time
import zipfile
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.capture.documents import TWIN, pdf_of, twin_as_word
from tracker.capture.capturing import capture_outline
from tracker.capture.liaison.mail import statement_in_mail
from tracker.capture.liaison.statement import statement_in
from tracker.capture.readers.opening import is_mail
from tracker.capture.readers.reading import outline_of_bytes
from tracker.domain.errors import UnreadableInput
from tracker.domain.proposal_json import result_from_data, result_to_data

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 5.0
"""Seconds of work that a small document may take at most; a whole one takes a tenth of one."""

TODAY = dt.date(2020, 3, 10)
FORMS = ("txt", "md", "docx", "html", "pdf", "eml")


@cache
def whole(form: str, folder: str) -> bytes:
    """Give the twin report in a form."""
    text = TWIN.read_text(encoding="utf-8")
    match form:
        case "txt":
            return text.encode()
        case "md":
            return TWIN.with_suffix(".md").read_bytes()
        case "docx":
            return twin_as_word(Path(folder) / "twin.docx").read_bytes()
        case "html":
            lines = (f"<li>{html.escape(line)}" for line in text.split("\n"))
            return f"<html><body><table><ul>{''.join(lines)}</ul></html>".encode()
        case "pdf":
            plain = [line[:90].encode("ascii", "ignore").decode() for line in text.split("\n")]
            safe = [line.replace("(", "").replace(")", "").replace("\\", "") for line in plain]
            return pdf_of([safe[at : at + 40] for at in range(0, len(safe), 40)])
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Report"
    mail["Date"] = "Tue, 03 Mar 2020 10:00:00 +0100"
    mail.set_content(text)
    mail.add_alternative(f"<p>{html.escape(text)}</p>", subtype="html")
    mail.add_attachment(text.encode(), maintype="text", subtype="plain", filename="r.txt")
    return mail.as_bytes()


PIECES = st.binary(max_size=30) | st.sampled_from([
    b"<w:tbl><w:tr><w:tc>", b"<w:p>", b"</w:p>", b"<w:sdt>", b"<w:del>", b"<w:numPr>", b"&#0;",
    b"<table><tr><td colspan=99999999>", b"<ol start=-9999999999999>", b"</body>", b"<!--", b"<![CDATA[",
    b"| a | b |\n|---|\n", b"> > > > ", b"```\n", b"# ", b"- ", b"1. ", b"\r\n\r\n", b"--==",
    b"=?utf-8?b?=", b"=?x?q?\xff?=", b"Content-Type: multipart/mixed; boundary=\n",
    b"Content-Transfer-Encoding: base64\n", b"charset=klingon\n",
    b"Date: never\n", b"endobj", b"<< /Length -1 >>", b"/Kids [1 0 R]", b"/Filter /FlateDecode",
    "\u2028\u202e\ufeff".encode(), b"\0", b"\xff\xfe", b"9" * 40, b"31 February 2020",
    b"the 99999999999999999999th meeting",
])  # fmt: skip
"""Bytes to put in: any at all, and those that mean something somewhere."""


@st.composite
def damages(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Cut out, repeat or put in a few stretches; give the function that does it."""
    where = st.floats(0, 1, exclude_max=True)
    cuts = draw(
        st.lists(st.tuples(where, st.integers(0, 3000), PIECES, st.integers(0, 40)), max_size=4)
    )

    def damaged(content: bytes) -> bytes:
        for place, gone, piece, times in cuts:
            at = int(place * len(content))
            content = content[:at] + piece * times + content[at + gone :]
        return content

    return damaged


def in_word(content: bytes, damage: Callable[[bytes], bytes], part: str) -> bytes:
    """Damage one part of a Word file, and pack it again as it should be."""
    box = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(box, "w") as new:
        for name in old.namelist():
            inner = old.read(name)
            new.writestr(name, damage(inner) if name.endswith(part) else inner)
    return box.getvalue()


def take_in(content: bytes, name: str) -> None:
    """Do all that is done with a document, or be told in one line why not."""
    begun, problem = time.process_time(), "none"
    try:
        outline = outline_of_bytes(content, name)
        found = capture_outline(outline)
        assert result_from_data(json.loads(json.dumps(result_to_data(found)))) == found
        statement_in(outline, TODAY)
        if is_mail(content):
            statement_in_mail(content, name, TODAY)
    except UnreadableInput as failure:
        problem = str(failure)
    assert problem.isprintable()
    assert time.process_time() - begun < PATIENCE


@pytest.mark.parametrize("form", FORMS)
@given(damage=damages())
@settings(max_examples=15)
def test_a_damaged_document(
    form: str, shared_folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    """Bytes lost, repeated and put in anywhere."""
    take_in(damage(whole(form, str(shared_folder))), f"report.{form}")


@pytest.mark.parametrize(
    "part", ["document.xml", "numbering.xml", "styles.xml", ".rels", "Types].xml"]
)
@given(damage=damages())
@settings(max_examples=8)
def test_a_damaged_part_of_a_word_file(
    part: str, shared_folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    """The archive is whole, what is in it is not."""
    take_in(in_word(whole("docx", str(shared_folder)), damage, part), "report.docx")


NESTED = {
    "html": b"<div><blockquote><ul><li><table><tr><td>" * 3000 + b"text",
    "md": b"> " * 5000 + b"text\n" + b"".join(b" " * n + b"- x\n" for n in range(0, 2000, 2)),
    "txt": b"((((" * 20_000 + b"\n" + b"\t" * 20_000 + b"1." * 5000 + b" x\n",
    "eml": b"From: a@b\nSubject: x\n"
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(100)
    )
    + b"\n\ntext",
}


@pytest.mark.parametrize("form", NESTED)
def test_a_document_nested_too_deeply(form: str) -> None:
    """Thousands of levels within each other exhaust neither the stack nor the reader."""
    take_in(NESTED[form], f"report.{form}")


def test_a_word_file_nested_too_deeply(shared_folder: Path) -> None:
    """Tables in tables in tables."""
    deep = b"<w:tbl><w:tr><w:tc>" * 3000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3000

    def nest(content: bytes) -> bytes:
        return content.replace(b"<w:body>", b"<w:body>" + deep)

    take_in(in_word(whole("docx", str(shared_folder)), nest, "document.xml"), "report.docx")


@pytest.mark.parametrize("form", ["txt", "md", "html", "eml"])
def test_long_lines(form: str) -> None:
    """A hundred thousand characters without a break are read in good time."""
    head = b"From: a@b\nSubject: x\n\n" if form == "eml" else b""
    for line in (b"word " * 20_000, b"a" * 100_000, b"1.2." * 10_000, b"* _ ` [ ( " * 2000):
        take_in(head + line, f"report.{form}")


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for the files that whole documents are made in."""
    return tmp_path_factory.mktemp("whole")
