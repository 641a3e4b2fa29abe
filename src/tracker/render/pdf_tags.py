"""The tags of a PDF, by which it is heard: the trees of parts made one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import Object, Pdf

_CELLS: Final = (Name.TD, Name.TH)


class Tags:
    """The one tree: below its top element stand those of every part (ISO 32000-2, 14.7).

    Keys of pages and links are counted on from part to part. A cell's name, which every part may
    have given, gets the number of its part before it.
    """

    def __init__(self, whole: Pdf) -> None:
        self._whole = whole
        self._root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole.Root.StructTreeRoot = self._root
        self._top = whole.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array())
        )
        self._by_key: list[object] = []
        self._by_name: list[tuple[bytes, Object]] = []
        self._parts = 0
        self._next_key = 0

    def make_own(self, part: Pdf) -> None:
        """Change the keys and names in a part to such as no part before has."""
        for page in part.pages:
            page.obj.StructParents = int(page.obj.StructParents) + self._next_key
            for note in _each(page.obj, Name.Annots):
                note.StructParent = int(note.StructParent) + self._next_key
        for element in part.objects:
            if isinstance(element, Dictionary) and element.get(Name.S) in _CELLS:
                self._rename(element)

    def add(self, part: Pdf) -> None:
        """Add the tree of a part, once its pages have been added."""
        tags = part.Root.StructTreeRoot
        self._root.RoleMap = Dictionary(dict(tags.RoleMap.items()))
        (top,) = self._whole.copy_foreign(part.make_indirect(tags.K))
        for element in top.K:
            element.P = self._top
            self._top.K.append(element)
        for key, tagged in _pairs(tags.ParentTree, Name.Nums):
            self._by_key += (int(key) + self._next_key, self._whole.copy_foreign(tagged))
        for name, cell in _pairs(tags.get(Name.IDTree, Dictionary()), Name.Names):
            self._by_name.append((self._own(name), self._whole.copy_foreign(cell)))
        self._next_key += int(tags.get(Name.ParentTreeNextKey, 0))
        self._parts += 1

    def end(self) -> None:
        """Put the tree together, once all parts have been added."""
        self._root.K = Array([self._top])
        self._root.ParentTree = Dictionary(Nums=Array(self._by_key))
        self._root.ParentTreeNextKey = self._next_key
        if self._by_name:
            flat = [each for name, cell in self._by_name for each in (String(name), cell)]
            self._root.IDTree = Dictionary(Names=Array(flat))

    def _rename(self, cell: Object) -> None:
        if Name.ID in cell:
            cell.ID = String(self._own(cell.ID))
        attributes = cell.get(Name.A, Array())
        for each in attributes if isinstance(attributes, Array) else [attributes]:
            if Name.Headers in each:
                each.Headers = Array([String(self._own(name)) for name in each.Headers])

    def _own(self, name: Object) -> bytes:
        return b"P%05d" % self._parts + bytes(name)


def _each(owner: Object, name: Name) -> Iterable[Object]:
    return owner.get(name, Array())


def _pairs(owner: Object, name: Name) -> Iterator[tuple[Object, Object]]:
    flat = iter(_each(owner, name))
    return zip(flat, flat, strict=True)
