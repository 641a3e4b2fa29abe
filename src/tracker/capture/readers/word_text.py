"""The text of a Word paragraph as it reads once tracked changes are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.readers.numbering import W, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DROPPED = {
    f"{W}{tag}"
    for tag in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tbl", "delInstrText")
}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_ON = (None, "1", "true", "on")


def text_of_paragraph(paragraph: etree._Element) -> str:
    """Insertions kept, deletions dropped, content controls and fields read, no hidden text."""
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            # A page or column break is no line of its own.
            yield "" if child.get(f"{W}type") in ("page", "column") else _SIGNS[tag]
        elif tag == _ALTERNATE:
            yield from _pieces(child[0]) if len(child) else ()
        elif tag == f"{W}txbxContent" or tag in _DROPPED or (tag == f"{W}r" and is_hidden(child)):
            continue
        else:
            yield from _pieces(child)


def is_hidden(run: etree._Element) -> bool:
    """Whether a run is set as hidden text."""
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and value_of(vanish) in _ON


def is_bold(paragraph: etree._Element) -> bool:
    """Whether every run of the paragraph that shows something is set in bold."""
    runs = [
        run
        for run in paragraph.iter(f"{W}r")
        if any((text.text or "").strip() for text in run.iter(f"{W}t"))
    ]
    return bool(runs) and all(
        (bold := run.find(f"{W}rPr/{W}b")) is not None and value_of(bold) in _ON for run in runs
    )


def mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked deletion takes the end of the paragraph: the next one goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
