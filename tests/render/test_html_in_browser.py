"""HTML in a real browser: nasty text runs nothing and asks nobody for anything.

Chromium is taken from ``TRACKER_TEST_BROWSER`` (then it has to be there) or from the path; without
it the tests are left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.render.nasty_text import NASTY
from tests.render.reopening import bytes_of, squeezed
from tests.render.sample_documents import FOLLOW_UP
from tests.render.test_nasty_text import everywhere
from tracker.domain.document_tree import Document
from tracker.render.safe_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROWSER = os.environ.get("TRACKER_TEST_BROWSER") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(not BROWSER, reason="Chromium is not installed")

OWNED = "document.documentElement.setAttribute('data-owned', 1)"
ATTACKS = (
    f"<script>{OWNED}</script>",
    f'<img src=x onerror="{OWNED}">',
    f'</title></style></textarea><svg onload="{OWNED}">',
    f'" onmouseover="{OWNED}" autofocus onfocus="{OWNED}" x="',
    '<img src="http://outside.test/picture">',
    '<link rel="stylesheet" href="http://outside.test/style">',
    '<iframe src="http://outside.test/frame"></iframe>',
    '<meta http-equiv="refresh" content="0;url=http://outside.test/refresh">',
    "}</style><style>body{background:url(http://outside.test/background)}",
    "x;background:url(http://outside.test/inline)",
    f"--><script>{OWNED}</script><!--",
)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--mute-audio"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--disable-extensions", "--proxy-bypass-list=<-loopback>"),
)


class Listener(BaseHTTPRequestHandler):
    """A proxy that answers nothing and remembers what it was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        """Remember the address."""
        self.asked.append(self.path)
        self.send_error(404)

    do_CONNECT = do_POST = do_GET  # noqa: N815 (the server calls them so)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def proxy() -> Iterator[tuple[str, list[str]]]:
    """The address of a proxy through which the browser has to go, and what it was asked for."""
    asked: list[str] = []
    handler = type("Handler", (Listener,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def seen(page: bytes, folder: Path, proxy: tuple[str, list[str]]) -> html.HtmlElement:
    """The page as it stands in the browser once everything in it has run and loaded."""
    address, asked = proxy
    asked.clear()
    path = folder / "page.html"
    path.write_bytes(page)
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [str(BROWSER), *FLAGS, profile, f"--proxy-server={address}", "--dump-dom"]
    run = subprocess.run(
        [*command, path.as_uri()], capture_output=True, timeout=60, check=True, text=True
    )
    return html.document_fromstring(run.stdout)


def elements(page: html.HtmlElement) -> list[str]:
    """The elements in their order, without those that a browser puts into tables by itself."""
    return [str(element.tag) for element in page.iter() if element.tag != "tbody"]


def test_the_test_sees_what_runs_and_what_is_asked_for(
    tmp_path: Path, proxy: tuple[str, list[str]]
) -> None:
    """A page that lets it all through: otherwise the next test would say nothing."""
    staying = (attack for attack in ATTACKS if "refresh" not in attack)
    page = seen(f"<!DOCTYPE html><body>{''.join(staying)}".encode(), tmp_path, proxy)
    assert page.get("data-owned") == "1"
    assert {"http://outside.test/picture", "http://outside.test/style"} <= set(proxy[1])


@pytest.mark.parametrize("form", ["html", "mail html"])
def test_nothing_runs_and_nobody_is_asked(
    form: str, tmp_path: Path, proxy: tuple[str, list[str]]
) -> None:
    """Every text is on the page, as text; the page in the browser is the page in the file."""
    texts = (*ATTACKS, *(text for text in NASTY if len(text) < 1000))
    blocks = [block for text in texts for block in everywhere(text).blocks]
    document = Document(ATTACKS[2], (*blocks, *FOLLOW_UP.blocks), subtitle=ATTACKS[3])
    source = bytes_of(document, form)
    page = seen(source, tmp_path, proxy)
    assert page.get("data-owned") is None
    assert [
        address for address in proxy[1] if "outside.test" in address or "example" in address
    ] == []
    written = html.document_fromstring(source.decode())
    assert elements(page) == elements(written)
    shown = squeezed(str(page.text_content()))
    assert [text for text in ATTACKS if squeezed(clean(text)) not in shown] == []


def test_every_printed_page_is_marked(tmp_path: Path) -> None:
    """The marking is on each sheet that the browser prints, and no other text is under it."""
    pypdf = pytest.importorskip("pypdf")
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    marked = replace(FOLLOW_UP, blocks=FOLLOW_UP.blocks * 3, marking="Contains private notes")
    page.write_bytes(bytes_of(marked, "html"))
    subprocess.run(
        [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}",
         "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    pages = pypdf.PdfReader(printed).pages
    assert len(pages) > 2
    assert all("Containsprivatenotes" in "".join(p.extract_text().split()) for p in pages)
