"""What typst's PDF of a part consists of, so that it can be joined to the others."""

from __future__ import annotations

import re

from tracker.render.pdf_objects import UnknownShape, objects_of, reference, references
from tracker.render.pdf_outline import entries_of

_KIDS = re.compile(rb"/K(?:ids)?\[([^\]]*)\]")
_KEYS = re.compile(rb"/Nums\[([^\]]*)\]")
_NAMES = re.compile(rb"/Names\[([^\]]*)\]")
_ROLES = re.compile(rb"/RoleMap<<.*?>>")
_NEXT_KEY = re.compile(rb"/ParentTreeNextKey (\d+)")
_KEY = re.compile(rb"(\d+) (\d+) 0 R")
_NAME = re.compile(rb"\((U[^)]*)\)(\d+) 0 R")
_IDS = re.compile(rb"/ID\[\(([^)]*)\)\(([^)]*)\)\]")


class PartOfPdf:
    """A PDF by typst: what it has one of, and the objects that its pages are made of.

    ``objects`` are these, pages among them, by number; ``pages`` are the numbers of the pages. Raises
    :class:`~tracker.render.pdf_objects.UnknownShape` for a PDF built otherwise.
    """

    def __init__(self, pdf: bytes) -> None:
        trailer, self.objects = objects_of(pdf)
        self.document_id, self.instance_id = _found(_IDS, trailer).groups()
        self.catalog = self._once(reference(trailer, b"Root"))
        self.info = self._once(reference(trailer, b"Info"))
        self.metadata = self._once(reference(self.catalog, b"Metadata"))
        self.list = reference(self.catalog, b"Pages")
        self.pages = references(_found(_KIDS, self._once(self.list))[1])
        top = self._once(reference(self.catalog, b"Outlines"))
        self.entries = list(entries_of(self.objects, reference(top, b"First")))
        for entry in self.entries:
            self._once(entry.number)
        self.tags = TagsOfPart(self._once(reference(self.catalog, b"StructTreeRoot")))
        self.tags.elements = references(_found(_KIDS, self._once(self.tags.body))[1])

    def _once(self, number: int) -> bytes:
        return self.objects.pop(number, b"")


class TagsOfPart:
    """The tree of tags of a part.

    ``body`` is the element above all ``elements``. ``keys`` say which tags a page or a link has,
    ``names`` which object has a cell's name.
    """

    def __init__(self, text: bytes) -> None:
        self.roles = _found(_ROLES, text)[0]
        (self.body,) = references(_found(_KIDS, text)[1])
        self.elements: list[int] = []
        self.keys = [(int(key), int(number)) for key, number in _pairs(_KEYS, _KEY, text)]
        next_key = _NEXT_KEY.search(text)
        self.next_key = int(next_key[1]) if next_key else 0
        self.names = [(name, int(number)) for name, number in _pairs(_NAMES, _NAME, text)]


def _pairs(
    where: re.Pattern[bytes], what: re.Pattern[bytes], text: bytes
) -> list[tuple[bytes, bytes]]:
    found = where.search(text)
    return what.findall(found[1]) if found else []


def _found(what: re.Pattern[bytes], text: bytes) -> re.Match[bytes]:
    found = what.search(text)
    if found is None:
        raise UnknownShape(what.pattern.decode())
    return found
