"""A story: dated commands of several people, from which a sample database is made.

Each part begins with a line ``@ 2020-03-03 10:00 Rita Moreau`` (an instant in UTC and who acts);
below it stand commands as one would type them after ``tracker``. Lines that begin with ``#`` say
something to the reader. The last ``@`` line may have no commands: it is the story's own present.
"""

from __future__ import annotations

import datetime as dt
import shlex
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Telling(NamedTuple):
    """One command of a story: when (aware, UTC), by whom, and its words. No words: time passes."""

    instant: dt.datetime
    actor: str
    words: tuple[str, ...]


def tell(text: str) -> Iterator[Telling]:
    """Give the commands of a story in their order, and last its present without words.

    Raises ``ValueError`` for a line that is neither; a story is shipped, no user writes one.
    """
    instant, actor = dt.datetime.min.replace(tzinfo=dt.UTC), ""
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            day, hour, actor = line.removeprefix("@").split(maxsplit=2)
            instant = dt.datetime.fromisoformat(f"{day}T{hour}+00:00")
        else:
            yield Telling(instant, actor, tuple(shlex.split(line)))
    yield Telling(instant, actor, ())
