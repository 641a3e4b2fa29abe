"""Word documents in the shape of the body's own papers, the same bytes each time."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from tracker.render.docx_body import body_xml
from tracker.render.docx_template import frame_for
from tracker.render.docx_xml import Links
from tracker.render.fixed_zip import FixedZip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Document
    from tracker.render.docx_template import Frame
    from tracker.render.options import RenderOptions

_LINKS_PART = "word/_rels/document.xml.rels"


def write_to(document: Document, stream: IO[bytes], options: RenderOptions) -> None:
    """Write the document as .docx; ``options.template`` is the group's own reference document."""
    frame = frame_for(document, options.template)
    links = Links()
    package = FixedZip(stream)
    for name, content in frame.members.items():
        if name != _LINKS_PART:
            package.add(name, [content])
    package.add("word/document.xml", _main(document, frame, links))
    relationships = frame.members[_LINKS_PART].decode()
    package.add(
        _LINKS_PART,
        [relationships.replace("</Relationships>", f"{links.xml()}</Relationships>").encode()],
    )
    package.close()


def _main(document: Document, frame: Frame, links: Links) -> Iterator[bytes]:
    yield frame.before
    for piece in body_xml(document, frame, links):
        yield piece.encode()
    yield frame.after
