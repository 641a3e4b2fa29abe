"""HTML in one file: for screen and print, light and dark, without any outside request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.render import front
from tracker.render.html_blocks import blocks
from tracker.render.html_dress import Dress, attribute, escaped
from tracker.render.html_style import style_sheet
from tracker.render.safe_text import clean_line
from tracker.render.svg import Palette, svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Document, Figure
    from tracker.render.options import RenderOptions

# The page may neither load nor run anything, whatever found its way into it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SCREEN = Palette("var(--ink)", "var(--muted)", "var(--rule)", ("var(--first)", "var(--second)"))


def pieces(document: Document, _options: RenderOptions) -> Iterator[str]:
    """The document as one HTML page, a piece at a time."""
    marked = ' class="marked"' if document.marking else ""
    yield (
        "<!DOCTYPE html>\n"
        f'<html lang="{attribute(document.language)}" dir="{document.direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{attribute(clean_line(document.title))}</title>\n"
        f"<style>{style_sheet()}</style>\n</head>\n"
        f"<body{marked}>\n<main>\n"
    )
    yield from _front(document)
    yield from blocks(document, Dress(_figure))
    if mark := front.marking(document):
        yield f'<p class="marking last">{escaped(mark)}</p>\n'
    yield "</main>\n</body>\n</html>\n"


def _front(document: Document) -> Iterator[str]:
    if mark := front.marking(document):
        yield f'<p class="marking">{escaped(mark)}</p>\n'
    left, right = front.header_left(document), front.header_right(document)
    if left or right:
        yield f'<header class="header">{_side(left, "left")}{_side(right, "right")}</header>\n'
    if source := front.source_line(document):
        yield f'<p class="lead">{escaped(source)}</p>\n'
    yield f'<h1 class="h1">{escaped(clean_line(document.title))}</h1>\n'
    if document.subtitle:
        yield f'<p class="subtitle">{escaped(clean_line(document.subtitle))}</p>\n'
    if dateline := front.dateline(document):
        yield f'<p class="dateline">{escaped(" · ".join(dateline))}</p>\n'


def _side(lines: list[str], side: str) -> str:
    return f'<div class="{side}">{"".join(f"<p>{escaped(line)}</p>" for line in lines)}</div>'


def _figure(figure: Figure, language: str, place: int) -> str:
    title = escaped(clean_line(figure.title))
    picture = svg(figure, language, _SCREEN, f"figure-{place}")
    return f'<figure class="figure"><figcaption>{title}</figcaption>{picture}</figure>'
