"""Parts of one report joined to one PDF: pages, outline and tags."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import blake2b
from io import BytesIO
from typing import IO, TYPE_CHECKING, BinaryIO, Final, cast

from pikepdf import Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, Stream

from tracker.render.pdf_tags import Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pikepdf import Array, Object, Page

_VERSION: Final = "1.7"
_MARGINS: Final = Name("/Margins")
_NUMBER_OF_PAGES: Final = re.compile(rb"(?<=<xmpTPg:NPages>)[0-9]+")
_INSTANCE_ID: Final = re.compile(rb"(?<=<xmpMM:InstanceID>)[^<]+")


class Joining:
    """A PDF in the making: all parts first, then what stands in the margins of their pages."""

    def __init__(self) -> None:
        self._whole = Pdf.new()
        self._tags = Tags(self._whole)
        self._headings: list[tuple[int, OutlineItem]] = []
        self._dressed = 0
        self._digest = blake2b(digest_size=16)

    @property
    def pages(self) -> int:
        """How many pages have been added."""
        return len(self._whole.pages)

    def add(self, pdf: bytes, levels: Sequence[int]) -> None:
        """Add a part, whose headings are of these levels."""
        self._digest.update(pdf)
        with Pdf.open(BytesIO(pdf)) as part:
            self._tags.make_own(part)
            self._whole.pages.extend(part.pages)
            self._tags.add(part)
            for entry, level in zip(_entries(part), levels, strict=True):
                place = cast("Array", self._whole.copy_foreign(part.make_indirect(entry.Dest)))
                self._headings.append((level, OutlineItem(str(entry.Title), place)))

    def put_around(self, pdf: bytes) -> None:
        """Put margins around as many pages; the file is titled and dated as the last of these are."""
        self._digest.update(pdf)
        with Pdf.open(BytesIO(pdf)) as margins:
            for form in [page.as_form_xobject() for page in margins.pages]:
                page = self._whole.pages[self._dressed]
                _put_upon(page, self._whole.copy_foreign(form))
                self._dressed += 1
            if self._dressed == self.pages:
                self._take_over(margins)

    def write_to(self, stream: IO[bytes]) -> None:
        """Write the whole: the same bytes for the same parts."""
        with self._whole.open_outline() as outline:
            outline.root.extend(_nested(self._headings))
        self._tags.end()
        self._whole.save(
            cast("BinaryIO", stream),
            min_version=_VERSION,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )

    def _take_over(self, last: Pdf) -> None:
        """Take over what there is one of in a file."""
        for name in (Name.Lang, Name.MarkInfo, Name.ViewerPreferences):
            if name in last.Root:
                self._whole.Root[name] = _direct(last.Root[name])
        for key, told in last.docinfo.items():
            self._whole.docinfo[key] = told
        packet = last.Root.Metadata.read_bytes()
        packet = _NUMBER_OF_PAGES.sub(b"%d" % self.pages, packet)
        packet = _INSTANCE_ID.sub(b64encode(self._digest.digest()), packet)
        metadata = Stream(self._whole, packet, Type=Name.Metadata, Subtype=Name.XML)
        self._whole.Root.Metadata = self._whole.make_indirect(metadata)


def _put_upon(page: Page, form: Object) -> None:
    """Draw a form upon a page; what the page draws with may be shared with others, so it is copied."""
    page.obj.Resources = _direct(page.obj.Resources)
    forms = dict(page.obj.Resources.get(Name.XObject, Dictionary()).items())
    page.obj.Resources.XObject = Dictionary(forms | {str(_MARGINS): form})
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q %b Do" % bytes(_MARGINS))


def _direct(value: Object) -> Object:
    return Dictionary(dict(value.items())) if isinstance(value, Dictionary) else value


def _entries(part: Pdf) -> Iterator[Object]:
    """The entries of an outline in order, each before those below it."""
    top = part.Root.get(Name.Outlines, Dictionary())
    following = [top.First] if Name.First in top else []
    while following:
        entry = following.pop()
        yield entry
        following += (entry[name] for name in (Name.Next, Name.First) if name in entry)


def _nested(headings: Iterable[tuple[int, OutlineItem]]) -> list[OutlineItem]:
    """The headings, each below the one that it belongs to; only those at the top are shown first."""
    roots: list[OutlineItem] = []
    above: list[tuple[int, OutlineItem]] = []
    for level, item in headings:
        while above and above[-1][0] >= level:
            above.pop()
        (above[-1][1].children if above else roots).append(item)
        item.is_closed = True
        above.append((level, item))
    return roots
