"""Completes the name of a file or folder while it is typed; arrow right takes it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.suggester import Suggester


class PathSuggester(Suggester):
    """Offers what lies in the folder that was typed, and begins as typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Give the whole text, or None."""
        return await asyncio.to_thread(completed_path, value)


def completed_path(text: str) -> str | None:
    """Give the first path that goes on as ``text`` begins; a folder ends with its stroke."""
    folder, _, begun = text.rpartition("/")
    place = Path(f"{folder}/" if "/" in text else ".").expanduser()
    try:
        names = sorted(each for each in place.iterdir() if _fits(each.name, begun))
    except OSError:
        return None  # there is no such folder, or it is closed to us: nothing to offer
    if not names:
        return None
    found = names[0]
    return f"{text}{found.name[len(begun) :]}{'/' if found.is_dir() else ''}"


def _fits(name: str, begun: str) -> bool:
    hidden = name.startswith(".") and not begun
    return name.startswith(begun) and name != begun and not hidden and name.isprintable()
