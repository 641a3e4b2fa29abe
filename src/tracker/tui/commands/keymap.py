"""The person's own keys: the table ``[keys]`` of the configuration file.

    [keys]
    set-status = "Z"
    undo = "z, ctrl+u"

The names are those of commands, and of the moves in lists. A setting that would take a key away
from something else in the same view is left out and told of; so two may change places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_KEY = re.compile(r"((?:(?:ctrl|shift|alt|super|meta)\+)*)(\w+|\S)")


class Keyed(NamedTuple):
    """Something that keys run, by its name."""

    name: str
    keys: tuple[str, ...]


class Settled(NamedTuple):
    """The settings that hold, keys by name; and in words what does not."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...]


def settle(wanted: Mapping[str, object], views: Mapping[str, Sequence[Keyed]]) -> Settled:
    """Take the settings that can hold in every view; ``views`` are the keys as declared."""
    known = {each.name for keyed in views.values() for each in keyed}
    problems: list[str] = []
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in wanted.items():
        if name not in known:
            like = nearest(name, sorted(known))
            problems.append(f"“{name}” is no command{f'; {like[0]}?' if like else ''}")
        elif (cut := _cut(value)) is None:
            problems.append(f"{name} needs a text of one or more keys, such as “s” or “ctrl+t, T”")
        elif unknown := [part for part in cut if not _named(part)]:
            problems.append(f"{unknown[0]} is no key: {name} keeps its own")
        else:
            keys[name] = tuple(map(_named, cut))
    while clash := next(_clashes(keys, views), None):
        problems.append(clash.words)
        del keys[clash.name]
    return Settled(keys, tuple(problems))


class Clash(NamedTuple):
    """A setting that cannot hold, and why."""

    name: str
    words: str


def _clashes(
    keys: Mapping[str, tuple[str, ...]], views: Mapping[str, Sequence[Keyed]]
) -> Iterator[Clash]:
    for view, keyed in views.items():
        taken: dict[str, str] = {}
        # What was settled comes last: it is what gives way.
        for each in sorted(keyed, key=lambda each: each.name in keys):
            for key in keys.get(each.name, each.keys):
                other = taken.setdefault(key, each.name)
                if other != each.name and each.name in keys:
                    words = f"{key} cannot be {each.name}: it is {other} in the view {view}"
                    yield Clash(each.name, words)


def _cut(value: object) -> list[str] | None:
    """Give the keys of a setting as they were written; None when it is none."""
    parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else []
    return parts if parts and all(parts) else None


def _named(written: str) -> str:
    """Name a key as bindings do, ``?`` is ``question_mark``; ``""`` if there is no such key."""
    from textual.keys import _character_to_key

    found = _KEY.fullmatch(written)
    if found is None:
        return ""
    modifiers, key = sorted(found[1].split("+")[:-1]), found[2]
    if len(key) == 1:
        key = _character_to_key(key)
    elif key not in _named_keys() and not _is_character(key):
        return ""
    return "+".join([*modifiers, key])  # in the order in which terminals' keys are named


def _named_keys() -> set[str]:
    """Give the keys that Textual has names for, without modifiers."""
    from string import punctuation

    from textual._keyboard_protocol import FUNCTIONAL_KEYS
    from textual.keys import Keys, _character_to_key

    plain = {key.value.rpartition("+")[2] for key in Keys} - {"return"}  # which comes as enter
    return plain | set(FUNCTIONAL_KEYS.values()) | set(map(_character_to_key, punctuation))


def _is_character(name: str) -> bool:
    """Tell whether a key is named by its character: ``section_sign``."""
    from unicodedata import lookup

    from textual.keys import _character_to_key

    try:
        return _character_to_key(lookup(name.replace("_", " "))) == name
    except KeyError:
        return False
