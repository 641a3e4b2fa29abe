"""How an outcome stands in a row of reiterations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.detail_words import Reiteration

if TYPE_CHECKING:
    from tracker.domain.records.item_detail import ItemDetail
    from tracker.store.database import Reader


def reiteration_of(reader: Reader, item: ItemDetail) -> Reiteration | None:
    """Give how an outcome stands in a row of reiterations; None when it stands alone."""
    links = [link for link in item.links if link.relation == "reiterates"]
    if not links:
        return None
    from tracker.store.reading.items import find_item
    from tracker.store.reading.standing import evidence_days, reiterations

    first = _first_of(reader, item)
    row = find_item(reader, first)
    times, shown = reiterations(reader, [row.id]), evidence_days(reader, [row.id])
    return Reiteration(times.get(row.id, 0), row.adopted_on, shown.get(row.id))


def _first_of(reader: Reader, item: ItemDetail) -> int:
    """Follow what an outcome reiterates back to the first; a circle ends the way."""
    from tracker.store.reading.detail import links_of
    from tracker.store.reading.items import find_item

    ref, seen, links = item.row.ref, {item.row.ref}, item.links
    while back := [x.ref for x in links if x.relation == "reiterates" and x.outward]:
        if back[0] in seen:
            break
        ref = back[0]
        seen.add(ref)
        links = links_of(reader, find_item(reader, ref).id)
    return ref
