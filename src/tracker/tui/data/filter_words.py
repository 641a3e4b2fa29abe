"""What the filter can be completed with, and the filters used before; read once, in a thread."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters.completing import complete
from tracker.store.preferring import prefer
from tracker.store.reading.people import list_parties
from tracker.store.reading.preferences import preference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.store.database import Reader
    from tracker.tui.data.here import Here

PREFERENCE = "filters"
KEPT = 50
"""Filters remembered for each person, the newest first."""

OFFERED = 8

OF_EACH = 1000
"""Values of a field that are looked through at each key, at most."""

KNOWN = {
    "document": "SELECT DISTINCT symbol FROM {document} WHERE symbol <> '' ORDER BY symbol",
    "waiting": "SELECT DISTINCT waiting_on FROM {item} WHERE waiting_on <> '' ORDER BY waiting_on",
    "meeting": "SELECT DISTINCT ordinal FROM {meeting} WHERE ordinal IS NOT NULL ORDER BY ordinal",
}
"""Where the values of some fields are found."""


class Offer(NamedTuple):
    """A completion: the filter as it would be, and the word that would be put in."""

    text: str
    word: str


class FilterWords(NamedTuple):
    """What is known in the database by field, the saved filters, and filters used before."""

    values: Mapping[str, Sequence[str]]
    saved: Mapping[str, str]
    history: tuple[str, ...] = ()

    def offers(self, text: str) -> list[Offer]:
        """Give what a filter may be completed to, likeliest first."""
        found = complete(text, len(text), values=self.values, saved=self.saved)
        offers = (Offer(text[: each.start] + each.text, each.text) for each in found)
        return [each for each in dict.fromkeys(offers) if each.text != text][:OFFERED]


def read_words(reader: Reader, actor: str, here: Here) -> FilterWords:
    """Read everything that can be offered."""
    values = {
        field: [str(value) for (value,) in reader.rows(f"{sql} LIMIT {OF_EACH}")]
        for field, sql in KNOWN.items()
    }
    values["tag"] = tags_of(reader)
    values["owner"] = sorted(party.name for party in list_parties(reader))[:OF_EACH]
    values["group"] = [group.acronym for group in here.groups]
    return FilterWords(values, here.saved, used_before(reader, actor))


def tags_of(reader: Reader) -> list[str]:
    """Give every tag that an item has."""
    rows = reader.rows("SELECT DISTINCT tags FROM {item} WHERE tags <> ''")
    return sorted({tag for (together,) in rows for tag in together.split()})


def used_before(reader: Reader, actor: str) -> tuple[str, ...]:
    """Give the filters that the actor used before, newest first."""
    kept = preference(reader, actor, PREFERENCE)
    return tuple(json.loads(kept)) if kept else ()


def remember(reader: Reader, actor: str, text: str) -> tuple[str, ...]:
    """Put a filter before those used earlier, and give all of them."""
    used = tuple(dict.fromkeys((text, *used_before(reader, actor))))[:KEPT]
    prefer(reader, actor, PREFERENCE, json.dumps(used, ensure_ascii=False))
    return used
