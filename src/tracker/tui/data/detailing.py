"""Reading everything about one item, and making the text of it, both in the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.store.reading.detail import item_detail
from tracker.store.reading.history import item_history
from tracker.tui.widgets.detail_text import detail_text

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here
    from tracker.tui.widgets.flow import Hang


class Told(NamedTuple):
    """The text about an item."""

    ref: int
    text: tuple[Hang, ...]


def read_detail(reader: Reader, key: int, here: Here) -> Told | None:
    """Read the item with this id; None if it is gone."""
    ref = reader.value("SELECT ref FROM {item} WHERE id = $1", (key,))
    if ref is None:
        return None
    detail = item_detail(reader, int(ref), here.today)
    history = item_history(reader, int(ref))
    return Told(int(ref), detail_text(detail, history, here.today, here.timezone))
