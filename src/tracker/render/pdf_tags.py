"""The tags of a PDF, by which it is heard: the trees of parts made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.render.pdf_part import TagsOfPart


class Tags:
    """One tree of the elements of every part; ``body`` is the object above all of them.

    Keys of pages and links are counted on from part to part. A cell's name, which every part may
    have given, gets the number of its part before it.
    """

    def __init__(self, body: int) -> None:
        self._body = body
        self._roles = b""
        self._elements: list[int] = []
        self._keys: list[tuple[int, int]] = []
        self._names: list[tuple[bytes, int]] = []
        self._parts = 0
        self.next_key = 0

    def add(self, tags: TagsOfPart, new: Mapping[int, int]) -> None:
        """Add the tree of a part whose objects have new numbers."""
        self._roles = tags.roles
        self._elements += (new[number] for number in tags.elements)
        self._keys += ((self.next_key + key, new[number]) for key, number in tags.keys)
        self._names += ((self.own(name), new[number]) for name, number in tags.names)
        self.next_key += tags.next_key
        self._parts += 1

    def own(self, name: bytes) -> bytes:
        """The name of a cell of the part that is added next, as no other part has it."""
        return b"P%05d%b" % (self._parts, name)

    def root(self) -> bytes:
        """The object of the whole tree."""
        keys = b" ".join(b"%d %d 0 R" % pair for pair in self._keys)
        names = b"".join(b"(%b)%d 0 R" % pair for pair in self._names)
        by_name = b"/IDTree<</Names[%b]>>" % names if names else b""
        return b"<</Type/StructTreeRoot%b/K[%d 0 R]/ParentTree<</Nums[%b]>>%b%b>>" % (
            *(self._roles, self._body, keys, by_name),
            b"/ParentTreeNextKey %d" % self.next_key,
        )

    def body(self, root: int) -> bytes:
        """The element above all others, below the tree's ``root``."""
        return b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (root, listed(self._elements))


def listed(numbers: Iterable[int]) -> bytes:
    """References to objects."""
    return b" ".join(b"%d 0 R" % number for number in numbers)
