"""Saving filters under a name, and deleting them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.filters import parse
from tracker.domain.filters.named import name_of
from tracker.store.reading.saved_filters import find_filter, saved_filters
from tracker.store.tables.choice import SavedFilter

if TYPE_CHECKING:
    from tracker.store.work import Work

_NAME = re.compile(r"[^\W_](?:[\w.-]*\w)?")


class BadFilterName(UsageProblem):
    """A saved filter is named by one word, so that it can be written as ``@name``."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” {why}. Name the filter by one word of letters and digits.")


class FilterInUse(Refused):
    """Another saved filter is made of the one that was to be deleted."""

    def __init__(self, name: str, users: list[str]) -> None:
        super().__init__(f"@{name} is used in @{', @'.join(users)}. Change that first.")


def save_filter(work: Work, name: str, text: str) -> bool:
    """Keep a filter under a name, in place of what the name stood for; False if it stood for that.

    Raises ``BadFilterName``, or ``FilterProblem`` when the filter cannot be read.
    """
    name = name.removeprefix("@")
    if not _NAME.fullmatch(name):
        raise BadFilterName(name, "cannot be the name of a filter")
    if name_of(name) is not None:
        raise BadFilterName(name, "is a filter that tracker has already")
    parse(text, saved=saved_filters(work.reader) | {name: text})
    rows = work.find(SavedFilter, name=name)
    if not rows:
        work.add(SavedFilter(name=name, text=text))
        return True
    if rows[0].text == text:
        return False
    rows[0].text = text
    work.session.add(rows[0])
    return True


def delete_filter(work: Work, name: str) -> str:
    """Delete a saved filter and give its name. Raises ``UnknownName`` or ``FilterInUse``."""
    found, _ = find_filter(work.reader, name)
    rest = {key: text for key, text in saved_filters(work.reader).items() if key != found}
    users = [
        key for key, text in rest.items() if re.search(rf"@{re.escape(found)}(?![\w.-])", text)
    ]
    if users:
        raise FilterInUse(found, users)
    (row,) = work.find(SavedFilter, name=found)
    work.delete(row)
    return found
