"""Copying the links of items to the clipboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

LINK = re.compile(r"https?://[^\s<>\"]+")


def copy_links(view: View, chosen: Chosen) -> None:
    """Look for links of the items, then copy them, a line each."""

    def copy(links: list[str]) -> None:
        if links:
            view.tracker.copy("\n".join(links), f"{len(links)} links" if links[1:] else "link")
        else:
            words = "no link: neither evidence nor document has an address"
            view.tracker.tell(f"{chosen.words()} has {words}.", "warning")

    view.tracker.asking.ask("links", lambda reader: links_of(reader, chosen), copy)


def links_of(reader: Reader, chosen: Chosen) -> list[str]:
    """Give the addresses in the evidence of the items, then those of their documents."""
    found: list[str] = []
    for row in chosen.rows:
        evidence = reader.rows(
            "SELECT what FROM {evidence} WHERE item_id = $1 ORDER BY id", (row.id,)
        )
        documents = reader.rows(
            "SELECT d.url FROM {document} d JOIN {item} i ON i.document_id = d.id WHERE i.id = $1",
            (row.id,),
        )
        found += [link for (text,) in (*evidence, *documents) for link in LINK.findall(text)]
    return list(dict.fromkeys(found))
