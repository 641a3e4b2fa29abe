"""HTML for a mail: styles in line, tables and no pictures, because mail clients strip the rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from tracker.render import front
from tracker.render.dates import number
from tracker.render.figure_scale import highest
from tracker.render.html_blocks import blocks
from tracker.render.html_dress import Dress, attribute, escaped
from tracker.render.html_style import LIGHT
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Document, Figure
    from tracker.render.options import RenderOptions

_FONT = "font-family:Arial,Helvetica,sans-serif;"
_INK, _MUTED, _RULE = LIGHT["ink"], LIGHT["muted"], LIGHT["rule"]
_ACCENT, _ALERT, _GOOD, _SHEET = LIGHT["accent"], LIGHT["alert"], LIGHT["good"], LIGHT["sheet"]
_TEXT = f"{_FONT}font-size:15px;line-height:1.5;color:{_INK};"
_CELL = f"{_FONT}font-size:14px;line-height:1.4;color:{_INK};padding:6px 8px;font-weight:normal;"
_CELL += f"vertical-align:top;border-bottom:1px solid {_RULE};"
_NOTICE = f"{_TEXT}margin:0 0 14px;padding:8px 12px;background:{_SHEET};"

STYLES: Final = {
    "h1": f"{_FONT}font-size:22px;line-height:1.25;color:{_ACCENT};margin:12px 0 4px;",
    "h2": f"{_FONT}font-size:17px;line-height:1.3;color:{_ACCENT};margin:24px 0 6px;",
    "h3": f"{_FONT}font-size:15px;line-height:1.3;color:{_ACCENT};margin:18px 0 6px;",
    "h4": f"{_FONT}font-size:15px;line-height:1.3;color:{_ACCENT};margin:14px 0 4px;",
    "paragraph": f"{_TEXT}margin:0 0 12px;",
    "quote": f"margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid {_RULE};",
    "quoted": f"{_TEXT}margin:0;",
    "source": f"{_FONT}font-size:13px;color:{_MUTED};",
    "list": f"{_TEXT}margin:0 0 12px;padding-left:22px;padding-right:22px;",
    "item": "margin:0 0 4px;",
    "table": "border-collapse:collapse;width:100%;margin:0 0 16px;",
    "caption": f"{_FONT}font-size:14px;font-weight:bold;color:{_INK};padding:0 0 6px;",
    "head": f"{_FONT}font-size:13px;color:{_ACCENT};background:{_SHEET};padding:6px 8px;"
    f"vertical-align:bottom;border-bottom:2px solid {_ACCENT};",
    "band": f"{_FONT}font-size:14px;color:{_ACCENT};padding:12px 8px 4px;"
    f"border-bottom:1px solid {_RULE};",
    "cell text": f"{_CELL}word-break:break-word;",
    "cell status": _CELL,
    "cell date": f"{_CELL}white-space:nowrap;",
    "cell number": _CELL,
    "cell ref": f"{_CELL}font-weight:bold;",
    "fields": "border-collapse:collapse;margin:0 0 14px;",
    "label": f"{_FONT}font-size:14px;font-weight:normal;color:{_MUTED};padding:2px 18px 2px 0;"
    "vertical-align:top;",
    "value": f"{_FONT}font-size:14px;font-weight:bold;color:{_INK};padding:2px 0;",
    "form": "border-collapse:collapse;width:100%;margin:0 0 14px;",
    "form-label": f"{_CELL}color:{_ACCENT};font-weight:bold;width:150px;",
    "form-value": f"{_CELL}word-break:break-word;",
    "notice good": f"{_NOTICE}border-left:4px solid {_GOOD};color:{_GOOD};",
    "notice warning": f"{_NOTICE}border-left:4px solid {_ALERT};color:{_ALERT};",
    "notice quiet": f"{_NOTICE}border-left:4px solid {_MUTED};",
    "empty": f"{_FONT}font-size:14px;color:{_MUTED};margin:0 0 14px;",
    "muted": f"color:{_MUTED};",
    "alert": f"color:{_ALERT};",
    "link": f"color:{LIGHT['link']};",
    "count": f"color:{_MUTED};",
    "dateline": f"{_FONT}font-size:13px;color:{_MUTED};margin:0 0 16px;",
    "marking": f"{_FONT}font-size:13px;font-weight:bold;color:{_ALERT};text-align:center;"
    f"border:1px solid {_ALERT};padding:4px;margin:0 0 12px;",
}


def pieces(document: Document, _options: RenderOptions) -> Iterator[str]:
    """The document as the HTML part of a mail, a piece at a time."""
    side = _start(document.direction)
    dress = Dress(partial(_figure, side=side), _aligned(STYLES, document.direction))
    yield (
        "<!DOCTYPE html>\n"
        f'<html lang="{attribute(document.language)}" dir="{document.direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{attribute(clean_line(document.title))}</title>\n</head>\n"
        f'<body style="margin:0;padding:0;background:{LIGHT["paper"]};">\n'
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">'
        f'<tr><td align="center" dir="{document.direction}">\n'
        '<table role="presentation" cellpadding="0" cellspacing="0" border="0" '
        'style="width:100%;max-width:680px;">'
        f'<tr><td style="padding:16px;text-align:{side};">\n'
    )
    yield from _front(document, dress)
    yield from blocks(document, dress)
    if mark := front.marking(document):
        yield f"<p{dress.of('marking')}>{escaped(mark)}</p>\n"
    yield "</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n"


def _start(direction: str) -> str:
    return "right" if direction == "rtl" else "left"


def _aligned(styles: dict[str, str], direction: str) -> dict[str, str]:
    """Mail clients know neither ``start`` nor logical sides: say left and right."""
    aligned = {
        kind: f"{style}text-align:{_start(direction)};"
        if kind.startswith(("cell", "head", "band", "caption", "label", "form-"))
        else style
        for kind, style in styles.items()
    }
    if direction == "rtl":
        aligned["quote"] = aligned["quote"].replace("left", "right")
        aligned["label"] = aligned["label"].replace("2px 18px 2px 0", "2px 0 2px 18px")
    return aligned


def _front(document: Document, dress: Dress) -> Iterator[str]:
    if mark := front.marking(document):
        yield f"<p{dress.of('marking')}>{escaped(mark)}</p>\n"
    lines = [*front.header_left(document), *front.header_right(document)]
    if lines:
        yield f"<p{dress.of('dateline')}>{'<br>'.join(map(escaped, lines))}</p>\n"
    if source := front.source_line(document):
        yield f"<p{dress.of('dateline')}>{escaped(source)}</p>\n"
    yield f"<h1{dress.of('h1')}>{escaped(clean_line(document.title))}</h1>\n"
    if document.subtitle:
        yield f"<p{dress.of('paragraph')}>{escaped(clean_line(document.subtitle))}</p>\n"
    if dateline := front.dateline(document):
        yield f"<p{dress.of('dateline')}>{escaped(' · '.join(dateline))}</p>\n"


def _figure(figure: Figure, language: str, _place: int, *, side: str) -> str:
    title = escaped(clean_line(figure.title))
    rows = "".join(_figure_rows(figure, language, side))
    return (
        f'<table style="{STYLES["table"]}"><caption style="{STYLES["caption"]}text-align:{side};">'
        f"{title}</caption>{_figure_head(figure, side)}<tbody>{rows}</tbody></table>"
    )


def _figure_head(figure: Figure, side: str) -> str:
    if len(figure.series) == 1:
        return ""
    style = f"{STYLES['head']}text-align:{side};"
    names = (
        f'<th scope="col" colspan="2" style="{style}">{escaped(clean_line(series.name))}</th>'
        for series in figure.series
    )
    return f'<thead><tr><td style="{style}"></td>{"".join(names)}</tr></thead>'


def _figure_rows(figure: Figure, language: str, side: str) -> Iterator[str]:
    """One row a label: its name, and for each series the number and a bar."""
    top = highest(figure) or 1
    thin = f"{_FONT}font-size:13px;color:{_INK};padding:2px 8px;font-weight:normal;"
    for place, label in enumerate(figure.labels):
        name = escaped(clean_line(label))
        yield f'<tr><th scope="row" align="{side}" style="{thin}white-space:nowrap;">{name}</th>'
        for order, series in enumerate(figure.series):
            value = series.values[place]
            paint = LIGHT["second" if order % 2 else "first"]
            yield f'<td align="right" style="{thin}">{number(value, language)}</td>'
            yield f'<td style="width:{90 // len(figure.series)}%;padding:2px 0;">'
            yield _bar(value / top, paint)
            yield "</td>"
        yield "</tr>"


def _bar(share: float, paint: str) -> str:
    """A bar that even clients without CSS widths draw: a coloured cell of a small table."""
    width = round(share * 100)
    if width <= 0:
        return ""
    return (
        f'<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="{width}%">'
        f'<tr><td bgcolor="{paint}" height="12" style="font-size:1px;line-height:12px;">'
        "&nbsp;</td></tr></table>"
    )
