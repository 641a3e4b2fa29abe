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


MANY = 5000
"""From so many texts on, each item of a list is asked for its words, instead of the words for all
their items: a list whose beginning is wanted then stops early."""


def words_condition(reader: Reader, bind: Binder, query: AllOf, *, item: str = "v.id") -> str:
    """Give SQL that holds for items whose words, as at the reader's moment, meet the query."""
    if not query.parts:
        return "TRUE"
    at = NOW if reader.at is None else reader.at
    held = f"s.from_seq <= {at} AND s.to_seq > {at}"
    if reader.database.is_sqlite:
        text = fts5_query(query)
        if reader.at is None and _found_often(reader, text):
            return (
                f"EXISTS (SELECT 1 FROM search_text s WHERE s.item_id = {item} AND {held} AND s.id"
                f" IN (SELECT rowid FROM search_index WHERE search_index MATCH {bind(text)}))"
            )
        return (
            f"{item} IN (SELECT s.item_id FROM search_index f JOIN search_text s ON s.id = f.rowid"
            f" WHERE f.search_index MATCH {bind(text)} AND {held})"
        )
    return (
        f"{item} IN (SELECT s.item_id FROM search_text s"
        f" WHERE s.vector @@ CAST({bind(tsquery(query))} AS tsquery) AND {held})"
    )


def _found_often(reader: Reader, text: str) -> bool:
    found = f"SELECT 1 FROM search_index WHERE search_index MATCH $1 LIMIT {MANY}"
    return bool(reader.value(f"SELECT count(*) >= {MANY} FROM ({found})", (text,)))


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
