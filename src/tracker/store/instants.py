"""Instants as they are stored. Apart from writing changes: keeping a triage needs no more than this."""

from __future__ import annotations

import datetime as dt

STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"


def stamp(instant: dt.datetime) -> str:
    """Write an aware instant in UTC with a fixed width, so that text order is time order."""
    return instant.astimezone(dt.UTC).strftime(STAMP)
