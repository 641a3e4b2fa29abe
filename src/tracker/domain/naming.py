"""The one thing that a typed name means: a whole name, or the unambiguous beginning of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tracker.domain.errors import AmbiguousName, UnknownName
from tracker.domain.folding import fold
from tracker.domain.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Value = TypeVar("Value")
_NUMBERED = re.compile(r"\b(study group|sg|working party|wp) (?=\d)")


class Named(NamedTuple, Generic[Value]):
    """Something that can be named. ``label`` is how it is shown, ``names`` all that it goes by."""

    value: Value
    label: str
    names: tuple[str, ...]


def the_one(
    name: str, candidates: Sequence[Named[Value]], *, what: str, several: str = ""
) -> Value:
    """Give what ``name`` means. Whole names win over beginnings of words in a name.

    ``what`` says what is looked for, ``several`` its plural where that is not made with an s.
    Raises ``UnknownName``, offering the nearest, or ``AmbiguousName``.
    """
    wanted = fold(name)
    found = _fitting(candidates, lambda known: fold(known) == wanted) or _fitting(
        candidates, lambda known: begins(wanted, fold(known))
    )
    if len(found) > 1:
        labels = tuple(dict.fromkeys(each.label for each in found))
        raise AmbiguousName(several or f"{what}s", name, labels)
    if not found:
        every = [known for each in candidates for known in each.names if known]
        raise UnknownName(what, name, nearest(name, every))
    return found[0].value


def group_key(name: str) -> str:
    """The folded name of a group, its kind cut short: “Study Group 17” and “SG 17” are one name.

    Which sector's it is stays as it was said: “Study Group 2” is not “ITU-D SG2”.
    """
    return _NUMBERED.sub(lambda found: "sg" if found[1][0] == "s" else "wp", fold(name))


def begins(wanted: str, name: str) -> bool:
    """Tell whether each wanted word begins a word of the name, in their order; both are folded."""
    words = iter(name.split())
    return bool(wanted) and all(
        any(word.startswith(start) for word in words) for start in wanted.split()
    )


def _fitting(candidates: Sequence[Named[Value]], fits: Callable[[str], bool]) -> list[Named[Value]]:
    unique = {
        str(each.value): each
        for each in candidates
        if any(fits(name) for name in each.names if name)
    }
    return list(unique.values())
