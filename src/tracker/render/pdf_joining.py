"""Parts of one report joined to one PDF: pages, outline and tags, written as they come."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from tracker.render.pdf_file import PdfFile
from tracker.render.pdf_objects import UnknownShape, outside_strings, reference
from tracker.render.pdf_outline import outline
from tracker.render.pdf_tags import Tags, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.render.pdf_outline import Entry
    from tracker.render.pdf_part import PartOfPdf

_LIST: Final = 1
_BODY: Final = 2
"""Objects of every part refer to the list of pages, and to the tag above all others."""

_REFERENCE_OR_KEY = re.compile(rb"(\d+) 0 R|(/StructParents?) (\d+)")
_CELL: Final = (b"<</Type/StructElem/S/TD/", b"<</Type/StructElem/S/TH/")
_CONTENTS = re.compile(rb"/Contents (\d+ 0 R)")
_RESOURCES = re.compile(rb"/Resources \d+ 0 R")
_COUNT = re.compile(rb"(?<=<xmpTPg:NPages>)\d+")
_BOX = re.compile(rb"/MediaBox(\[[^\]]*\])")
_ONCE_IN_CATALOG = re.compile(rb"/(Pages|StructTreeRoot|Metadata|Outlines) \d+ 0 R")


class _Page(NamedTuple):
    """A page that waits for what stands in its margins."""

    number: int
    text: bytes
    resources: bytes


class Joining:
    """A PDF in the making. Pages wait until all are counted; all else is written as it comes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._file = PdfFile(stream, reserved=2)
        self._pages: list[_Page] = []
        self._written: list[int] = []
        self._entries: list[Entry] = []
        self._tags = Tags(_BODY)
        self._digest = blake2b(digest_size=16)

    @property
    def pages(self) -> int:
        """How many pages have been added."""
        return len(self._written) + len(self._pages)

    def add(self, part: PartOfPdf, levels: Sequence[int]) -> None:
        """Add a part, whose headings are of these levels."""
        new = self._take_over(part, part.objects)
        for number in part.pages:
            text = part.objects[number]
            resources = part.objects[reference(text, b"Resources")]
            changed = (self._changed(each, new) for each in (text, resources))
            self._pages.append(_Page(new[number], *changed))
        for entry, level in zip(part.entries, levels, strict=True):
            entry.place, entry.level = new[entry.place], level
            self._entries.append(entry)
        self._digest.update(part.instance_id)
        self._tags.add(part.tags, new)

    def put_around(self, margins: PartOfPdf) -> None:
        """Put margins around as many pages; the file ends, titled as these are, when none waits."""
        forms = self._forms(margins)
        shown = self._file.add(b"<</Length 11>>\nstream\n/Margins Do\nendstream")
        for page, form in zip(self._pages, forms, strict=False):
            resources = self._file.add(_with_form(page.resources, form))
            text = _RESOURCES.sub(b"/Resources %d 0 R" % resources, page.text)
            self._file.put(page.number, _CONTENTS.sub(rb"/Contents[\1 %d 0 R]" % shown, text))
            self._written.append(page.number)
        del self._pages[: len(forms)]
        self._digest.update(margins.instance_id)
        if not self._pages:
            self._end(margins)

    def _end(self, last: PartOfPdf) -> None:
        """Write what there is one of in a file, its title and dates as in ``last``, and the end."""
        instance_id = b64encode(self._digest.digest())
        pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (self.pages, listed(self._written))
        self._file.put(_LIST, pages)
        tags = self._file.add(self._tags.root())
        self._file.put(_BODY, self._tags.body(tags))
        metadata = self._file.add(self._metadata(last, instance_id))
        once = b"/Pages %d 0 R/StructTreeRoot %d 0 R/Metadata %d 0 R" % (_LIST, tags, metadata)
        if self._entries:
            once += b"/Outlines %d 0 R" % self._file.next_number
            for text in outline(self._entries, self._file.next_number):
                self._file.add(text)
        catalog = _ONCE_IN_CATALOG.sub(b"", last.catalog).removesuffix(b">>")
        root, info = self._file.add(b"%b%b>>" % (catalog, once)), self._file.add(last.info)
        ids = b"(%b)(%b)" % (last.document_id, instance_id)
        self._file.end(b"/Root %d 0 R/Info %d 0 R/ID[%b]" % (root, info, ids))

    def _metadata(self, last: PartOfPdf, instance_id: bytes) -> bytes:
        packet = last.metadata.partition(b"stream\n")[2].removesuffix(b"\nendstream")
        packet = packet.replace(last.instance_id, instance_id)
        packet = _COUNT.sub(b"%d" % self.pages, packet)
        head = b"<</Length %d/Type/Metadata/Subtype/XML>>" % len(packet)
        return b"%b\nstream\n%b\nendstream" % (head, packet)

    def _take_over(self, part: PartOfPdf, objects: Mapping[int, bytes]) -> dict[int, int]:
        """Write the objects of a part, and tell their new numbers; those of pages are kept free."""
        new = {number: at for at, number in enumerate(objects, self._file.next_number)}
        new |= {part.list: _LIST, part.tags.body: _BODY}
        pages = set(part.pages)
        for number, text in objects.items():
            if number in pages:
                self._file.reserve()
            else:
                self._file.add(self._changed(text, new))
        return new

    def _changed(self, text: bytes, new: Mapping[int, int]) -> bytes:
        """An object with its references, its key and the names of cells as they are in the whole."""

        def replaced(found: re.Match[bytes]) -> bytes:
            if found[1]:
                return b"%d 0 R" % new[int(found[1])]
            return b"%b %d" % (found[2], self._tags.next_key + int(found[3]))

        text = outside_strings(text, lambda outside: _REFERENCE_OR_KEY.sub(replaced, outside))
        return text.replace(b"(U", b"(" + self._tags.own(b"U")) if text.startswith(_CELL) else text

    def _forms(self, margins: PartOfPdf) -> list[int]:
        """Pages made pictures, each to be put upon another page."""
        objects = dict(margins.objects)
        pages = [objects.pop(number) for number in margins.pages]
        contents = [reference(page, b"Contents") for page in pages]
        for page, number in zip(pages, contents, strict=True):
            objects[number] = _form(page, objects[number])
        new = self._take_over(margins, objects)
        return [new[number] for number in contents]


def _form(page: bytes, contents: bytes) -> bytes:
    """The contents of a page as a picture of the same size."""
    box, resources = _BOX.search(page), _RESOURCES.search(page)
    if not box or not resources:
        raise UnknownShape("a page without size or resources")
    head = b"<</Type/XObject/Subtype/Form/BBox%b%b" % (box[1], resources[0])
    return head + contents.removeprefix(b"<<")


def _with_form(resources: bytes, form: int) -> bytes:
    """The resources of a page with one more picture among them."""
    picture = b"/Margins %d 0 R" % form
    if b"/XObject<<" in resources:
        return resources.replace(b"/XObject<<", b"/XObject<<" + picture, 1)
    return resources.removesuffix(b">>") + b"/XObject<<%b>>>>" % picture
