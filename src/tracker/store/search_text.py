"""Keeping the searchable words of items, each text with the change sets between which it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

    from tracker.store.database import Reader

SOURCES = """
SELECT i.title || ' ' || i.text || ' ' || i.addressee || ' ' || i.tags || ' ' || i.waiting_on
    || ' ' || i.section || ' ' || COALESCE(d.symbol, '')
FROM {item} i LEFT JOIN {document} d ON d.id = i.document_id WHERE i.id = $1
UNION ALL SELECT text FROM {note} WHERE item_id = $1
UNION ALL SELECT what FROM {evidence} WHERE item_id = $1
UNION ALL SELECT number || ' ' || their_reference || ' ' || abstract || ' ' || other_name
    || ' ' || body
    FROM {liaison} WHERE item_id = $1
UNION ALL SELECT addressee || ' ' || reference FROM {destination} WHERE item_id = $1
"""


def words_of(reader: Reader, item_id: int) -> str:
    """Give the folded words by which an item is found: texts, notes, evidence, names."""
    return " ".join(fold(str(text)) for (text,) in reader.rows(SOURCES, (item_id,)))


def index_items(connection: sa.Connection, reader: Reader, seq: int, items: Iterable[int]) -> None:
    """Write the words of the items anew where they have changed."""
    import sqlalchemy as sa

    from tracker.store.versions import OPEN_END

    for item_id in items:
        words = words_of(reader, item_id)
        known = reader.value(
            "SELECT terms FROM search_text WHERE item_id = $1 AND to_seq = $2", (item_id, OPEN_END)
        )
        if known == words:
            continue
        connection.execute(
            sa.text("UPDATE search_text SET to_seq = :seq WHERE item_id = :id AND to_seq = :open"),
            {"seq": seq, "id": item_id, "open": OPEN_END},
        )
        connection.execute(
            sa.text(
                "INSERT INTO search_text (item_id, terms, from_seq, to_seq)"
                " VALUES (:id, :terms, :seq, :open)"
            ),
            {"id": item_id, "terms": words, "seq": seq, "open": OPEN_END},
        )
