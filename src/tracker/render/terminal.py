"""The terminal: the fixed-column layout with styles, as text or as something Rich can print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.render import mono_lines as look
from tracker.render.mono import document_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from tracker.domain.document_tree import Document
    from tracker.render.mono_lines import Run
    from tracker.render.options import RenderOptions

DEFAULT_WIDTH = 80

# Only the terminal's own sixteen colours: they stay readable on light and dark backgrounds.
_STYLES = {
    look.STRONG: ("bold", ""),
    "emphasis": ("italic", ""),
    look.MUTED: ("dim", ""),
    look.ALERT: ("bold", "red"),
    look.TITLE: ("bold", ""),
    look.HEADING: ("bold", "cyan"),
    look.GOOD: ("bold", "green"),
    look.LINK: ("underline", ""),
    look.FIRST: ("", "blue"),
    look.SECOND: ("", "green"),
}
_CODES = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "red": "31",
    "green": "32",
    "blue": "34",
    "cyan": "36",
}


def pieces(document: Document, options: RenderOptions) -> Iterator[str]:
    """The lines of a document with terminal styles, or without any where they are not wanted."""
    for line in document_lines(document, options.width or DEFAULT_WIDTH, looks=True):
        yield _line(line, options).rstrip(" ") + "\n"


def renderable(document: Document, width: int) -> Text:
    """The document for a Rich console or a Textual widget, laid out ``width`` columns wide."""
    from rich.text import Text

    text = Text(no_wrap=True, overflow="ignore", end="")
    for line in document_lines(document, width, looks=True):
        for words, name in line:
            text.append(words, style=" ".join(_STYLES.get(name, ())).strip() or None)
        text.append("\n")
    return text


def _line(line: list[Run], options: RenderOptions) -> str:
    if not options.styled:
        return "".join(text for text, _ in line)
    return "".join(_styled(text, name, colour=options.colour) for text, name in line)


def _styled(text: str, name: str, *, colour: bool) -> str:
    form, hue = _STYLES.get(name, ("", ""))
    codes = [_CODES[word] for word in (form, hue if colour else "") if word]
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes and text else text
