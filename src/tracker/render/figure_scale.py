"""Round numbers for the axis of a figure, and which of many labels to print."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.document_tree import Figure


def highest(figure: Figure) -> float:
    """The largest value of a figure, 0 where it has none."""
    return max((value for series in figure.series for value in series.values), default=0)


def ticks(top: float, wanted: int = 4) -> list[float]:
    """Round values from 0 up to at least ``top``, about ``wanted`` steps of 1, 2 or 5 × 10ⁿ."""
    if top <= 0:
        return [0, 1]
    rough = top / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * round_step for round_step in (1, 2, 5, 10) if power * round_step >= rough)
    step = max(step, 1.0) if top >= 1 else step
    return [step * count for count in range(math.ceil(top / step) + 1)]


def shown_labels(count: int, room: int) -> set[int]:
    """Places of the labels to print, evenly spread and with the last, where not all have room."""
    if count <= room:
        return set(range(count))
    stride = math.ceil(count / max(room, 1))
    return set(range(count - 1, -1, -stride))
