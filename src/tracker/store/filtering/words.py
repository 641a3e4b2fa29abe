"""Looking words up in the search index, alike on both databases.

The tree of what is looked for (``tracker.domain.word_query``) is written for FTS5 or for tsquery.
All terms are folded letters and digits, and quoted all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.word_query import AllOf, Phrase
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Binder

NOW = 2**62 - 1
"""A change set later than any: as at it, what holds now holds."""


def words_condition(reader: Reader, bind: Binder, query: AllOf, *, item: str = "v.id") -> str:
    """Give SQL that holds for items whose words, as at the reader's moment, meet the query."""
    if not query.parts:
        return "TRUE"
    at = NOW if reader.at is None else reader.at
    held = f"s.from_seq <= {at} AND s.to_seq > {at}"
    if reader.database.is_sqlite:
        return (
            f"{item} IN (SELECT s.item_id FROM search_index f JOIN search_text s ON s.id = f.rowid"
            f" WHERE f.search_index MATCH {bind(fts5_query(query))} AND {held})"
        )
    return (
        f"{item} IN (SELECT s.item_id FROM search_text s"
        f" WHERE s.vector @@ CAST({bind(tsquery(query))} AS tsquery) AND {held})"
    )


def fts5_query(query: AllOf) -> str:
    """Write the query for FTS5."""
    return " AND ".join(f"({' OR '.join(map(_fts5_phrase, part.phrases))})" for part in query.parts)


def tsquery(query: AllOf) -> str:
    """Write the query for PostgreSQL."""
    return " & ".join(f"({' | '.join(map(_tsquery_phrase, part.phrases))})" for part in query.parts)


def _fts5_phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{"*" if phrase.prefix else ""}'


def _tsquery_phrase(phrase: Phrase) -> str:
    words = [f"'{word}'" for word in phrase.words]
    if phrase.prefix:
        words[-1] += ":*"
    return f"({' <-> '.join(words)})"
