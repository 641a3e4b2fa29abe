"""Typst at work: pages laid out, letters that no font has, and what it keeps forgotten."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    import typst

BUNDLED: Final = "Libertinus Serif"
"""The font that typst brings with it: a page looks the same on every machine."""

FOR_OTHER_SCRIPTS: Final = (
    *("Noto Naskh Arabic", "Amiri", "Traditional Arabic", "Noto Serif Arabic"),
    *("Noto Serif CJK SC", "Source Han Serif SC", "SimSun"),
)

_KEPT_FOR: Final = 11
"""After so many compilations typst lets go of what it laid out before."""

_BEYOND_BUNDLED = re.compile(
    r"[^\u0000-\u04ff\u1e00-\u22ff\u25a0-\u25ff\ufb00-\ufb06]"
    r"|[\u2041\u2043\u2053\u211f\u2121\u2123\u2125\u2152\u2185-\u2188\u218a\u218b]"
)
"""Letters that the bundled font does not have, or may not have."""

_FAULT = re.compile(r"^error: PDF/UA-1 error: (.*)", re.MULTILINE)
_NO_FONT = re.compile(r'the text `"(.+)"` could not be displayed')
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")
_IN_A_PART: Final = "the first heading must be of level 1"
"""No fault, for the heading above it stands in a part before; but typst looks no further then."""

_AS_THEY_ARE: Final = '"headings at the top": false'
_ALL_AT_THE_TOP: Final = '"headings at the top": true'


class PdfMissing(Refused):
    """The library that makes PDF is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "PDF needs one more package: `pip install 'meeting-tracker[pdf]'`. "
            "Meanwhile docx and html can be printed."
        )


class Pages(NamedTuple):
    """A PDF; the letters that are boxes in it, for want of a font; whether it is PDF/UA-1."""

    pdf: bytes
    boxes: tuple[str, ...] = ()
    accessible: bool = True


class Typesetter:
    """Lays blocks out in the frame of one report, both as JSON; to be used in a ``with``.

    Typst reads files: the same ones for one thing after another, by which it knows again what it
    has laid out already. Raises :class:`PdfMissing` where it is not installed.
    """

    def __init__(self, frame: str) -> None:
        try:
            import typst  # noqa: F401
        except ImportError as error:
            raise PdfMissing from error
        self._frame = frame
        self._folder = TemporaryDirectory(prefix="tracker-")
        self._report = Path(self._folder.name, "report.typ")
        template = files("tracker.render").joinpath("pdf_report.typ")
        self._report.write_bytes(template.read_bytes())
        self._report.with_name("report.json").write_text(frame, encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self._folder.cleanup()

    def whole(self, blocks: str) -> Pages:
        """The pages of a whole report."""
        return self._pages(_asked(blocks, margins=True, front=True))

    def part(self, blocks: str, *, front: bool) -> Pages:
        """The pages of a part, their margins empty; the first part has what is in front of all."""
        made = self._pages(_asked(blocks, front=front, places=True))
        _forget()
        return made

    def places(self, blocks: str, *, front: bool) -> list[tuple[int, int]]:
        """Where the rows of a part come to stand, in order: (number of its piece, page)."""
        import typst

        asked = _asked(blocks, front=front, places=True)
        self._ask(asked)
        fonts = _fonts(system=self._beyond_bundled(asked))
        told = typst.query(self._report, "<places>", field="value", one=True, font_paths=fonts)
        places: dict[int, int] = {}
        for row, page in json.loads(told):
            places.setdefault(row, page)  # a band is told once more for each page it is said on
        return list(places.items())

    def margins(self, pages: range, of: int, *, accessible: bool) -> Pages:
        """Pages with nothing but what stands in their margins, of so many; PDF/UA-1 if they may be."""
        asked = _asked("[]", margins=True, first=pages.start, last=pages.stop - 1, of=of)
        made = self._pages(asked, accessible=accessible)
        _forget()
        return made

    def _pages(self, asked: str, *, accessible: bool = True) -> Pages:
        """The pages, by fonts of the system only where the bundled one does not do."""
        system = self._beyond_bundled(asked)
        made = self._pages_by(_fonts(system=system), asked, accessible=accessible)
        if made.boxes and not system:
            made = self._pages_by(_fonts(system=True), asked, accessible=accessible)
        return made

    def _pages_by(self, fonts: typst.Fonts, asked: str, *, accessible: bool) -> Pages:
        """The pages; letters that no font has are drawn as empty boxes.

        PDF/UA-1 forbids such boxes, and a title or heading without words; a document with one of
        them is tagged as well as any other, and does not claim to be PDF/UA-1.
        """
        import typst

        pdf, faults = self._checked(fonts, asked)
        if pdf and accessible:
            return Pages(pdf)
        if faults == [_IN_A_PART]:
            _, faults = self._checked(fonts, asked.replace(_AS_THEY_ARE, _ALL_AT_THE_TOP, 1))
        found = (_NO_FONT.match(fault) for fault in faults)
        boxes = dict.fromkeys(_unescaped(text[1]) for text in found if text)
        self._ask(asked)
        pdf = typst.compile(self._report, font_paths=fonts)
        return Pages(pdf, tuple(boxes), accessible and not faults)

    def _checked(self, fonts: typst.Fonts, asked: str) -> tuple[bytes, list[str]]:
        """The pages as PDF/UA-1, or what keeps them from being that."""
        import typst

        self._ask(asked)
        try:
            return typst.compile(self._report, font_paths=fonts, pdf_standards=["ua-1"]), []
        except typst.TypstError as error:
            faults = _FAULT.findall(error.diagnostic)
            if not faults:
                raise
            return b"", faults

    def _ask(self, asked: str) -> None:
        self._report.with_name("asked.json").write_text(asked, encoding="utf-8")

    def _beyond_bundled(self, asked: str) -> bool:
        return bool(_BEYOND_BUNDLED.search(self._frame) or _BEYOND_BUNDLED.search(asked))


def _asked(
    blocks: str,
    *,
    margins: bool = False,
    front: bool = False,
    places: bool = False,
    first: int = 1,
    last: int = 1,
    of: int = 0,
) -> str:
    """What is to be laid out, as JSON.

    That is what stands in the margins, in ``front`` of all and in blocks; with the ``places`` of
    rows; at least the pages from ``first`` to ``last``, of so many.
    """
    what: dict[str, int] = {"margins": margins, "front": front, "places": places}
    shape = json.dumps(what | {"first": first, "last": last, "of": of})
    return f'{shape[:-1]}, {_AS_THEY_ARE}, "blocks": {blocks}}}'


def _forget() -> None:
    """Free the memory of the part that was laid out last, which typst would keep for a while."""
    import typst

    for _ in range(_KEPT_FOR):
        typst.compile(b"", font_paths=_fonts(system=False))


def _unescaped(text: str) -> str:
    """Text as it was before typst quoted it."""
    return _BY_NUMBER.sub(lambda number: chr(int(number[1], 16)), text)


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system)
