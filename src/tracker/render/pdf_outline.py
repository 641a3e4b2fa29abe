"""The outline of a PDF, which viewers show beside the pages, put together from those of parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.render.pdf_objects import reference, string_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(slots=True)
class Entry:
    """A heading: its object, its title as a PDF string, the object that says where it stands."""

    number: int
    title: bytes
    place: int
    level: int = 0
    entries: list[Entry] = field(default_factory=list)


def entries_of(objects: Mapping[int, bytes], first: int) -> Iterator[Entry]:
    """Each heading from the object ``first`` of an outline on, in order."""
    while first:
        title, text = _title_apart(objects[first])
        yield Entry(first, title, reference(text, b"Dest"))
        yield from entries_of(objects, reference(text, b"First"))
        first = reference(text, b"Next")


def _title_apart(text: bytes) -> tuple[bytes, bytes]:
    start = text.index(b"/Title") + len(b"/Title")
    title = string_at(text, start)
    return title, text[:start] + text[start + len(title) :]


def outline(entries: Sequence[Entry], first: int) -> list[bytes]:
    """The objects of an outline of these entries, numbered from ``first``, which is its root.

    Only the entries at the top are open.
    """
    root = Entry(first, b"", 0)
    above = [root]
    for number, entry in enumerate(entries, start=first + 1):
        entry.number = number
        while above[-1].level >= entry.level:
            above.pop()
        above[-1].entries.append(entry)
        above.append(entry)
    top = b"<</Type/Outlines%b/Count %d>>" % (_ends(root), len(root.entries))
    return [top, *_texts(root)]


def _texts(parent: Entry) -> Iterator[bytes]:
    for before, entry, after in zip(
        [None, *parent.entries], parent.entries, [*parent.entries[1:], None], strict=False
    ):
        text = b"<</Parent %d 0 R" % parent.number
        if after:
            text += b"/Next %d 0 R" % after.number
        if before:
            text += b"/Prev %d 0 R" % before.number
        if entry.entries:
            text += b"%b/Count %d" % (_ends(entry), -len(entry.entries))
        yield b"%b/Title%b/Dest %d 0 R>>" % (text, entry.title, entry.place)
        yield from _texts(entry)


def _ends(entry: Entry) -> bytes:
    return b"/First %d 0 R/Last %d 0 R" % (entry.entries[0].number, entry.entries[-1].number)
