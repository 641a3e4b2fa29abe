"""The bar: on stderr once a second has passed, wiped in the end, and nothing for what is short."""

from __future__ import annotations

import io
import time

import pytest

from tracker.cli.progress_bar import BREADTH, ProgressBar, look

WIPED = "\r\x1b[K"


def seen_after(text: str, stream: io.StringIO) -> bool:
    """Tell whether a text is on a stream within ten seconds."""
    until = time.monotonic() + 10
    while text not in stream.getvalue() and time.monotonic() < until:
        time.sleep(0.005)
    return text in stream.getvalue()


def test_what_is_long_shows_that_it_moves() -> None:
    """Records being read, then the share of rows that are done; the line is wiped in the end."""
    stream = io.StringIO()
    with ProgressBar(stream, patience=0, rest=0.01) as bar:
        assert seen_after("reading", stream)
        bar(200, 400)
        assert seen_after(f"{'█' * 15}{'░' * 15}  50 %", stream)
    assert stream.getvalue().endswith(WIPED)
    assert "\n" not in stream.getvalue()


def test_what_is_short_shows_nothing() -> None:
    """Not even an empty line."""
    stream = io.StringIO()
    with ProgressBar(stream, patience=60) as bar:
        bar(1, 2)
    assert stream.getvalue() == ""


def test_nothing_is_drawn_once_it_has_ended() -> None:
    """What is said after that stands on a line of its own, even before the ``with`` is left."""
    stream = io.StringIO()
    with ProgressBar(stream, patience=0, rest=0.01) as bar:
        assert seen_after("reading", stream)
        bar.end()
        stream.write("said")
    assert stream.getvalue().endswith(f"{WIPED}said")


@pytest.mark.parametrize(("done", "total"), [(0, 7), (7, 7), (0, 0), (1, 10_000)])
def test_the_bar_keeps_its_breadth(done: int, total: int) -> None:
    """Nothing of an earlier look is left beside it."""
    assert len(look((done, total), 3)) == len(look(None, 3)) == BREADTH + 8
