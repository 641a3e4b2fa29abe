"""Where a report goes: a file whose ending names the format, or stdout; a long one shows it moves."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions

WIDEST = 120
"""Longer lines are hard to read, however wide the terminal is."""

PIPED_WIDTH = 100
PATIENCE = 1.0
"""Seconds that a rendering may take before it shows how far it is."""

REST = 0.2
"""Seconds between two looks of the bar."""

BREADTH = 30


class ProgressBar:
    """A bar on stderr for a rendering that takes longer than a second."""

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Show how many rows have been gone through, a few times a second."""
        if done % 50 == 0:
            now = time.monotonic()
            if now - self.started > PATIENCE and now - self.shown > REST:
                self.shown = now
                filled = BREADTH * done // total
                bar = "█" * filled + "░" * (BREADTH - filled)
                sys.stderr.write(f"\r{bar} {100 * done // total:3} %")
                sys.stderr.flush()

    def done(self) -> None:
        """Wipe the line."""
        if self.shown > self.started:
            sys.stderr.write("\r\x1b[K")


def give(document: Document, *, output: str = "", form: str = "", template: str = "") -> None:
    """Write a report to the file, in the format of its ending unless one is named, or to stdout.

    Raises ``UnknownFormat``, ``BinaryFormat`` (bytes to a terminal) or ``CannotWrite``.
    """
    from tracker.render.formats import format_for, render_text, write

    options = _options(template)
    bar = ProgressBar() if sys.stderr.isatty() else None
    if bar is not None:
        options = replace(options, on_progress=bar)
    if output:
        write(document, Path(output), form or None, options)
    else:
        name = form or ("terminal" if sys.stdout.isatty() else "text")
        if format_for(name).binary and not sys.stdout.isatty():
            write(document, sys.stdout.buffer, name, options)
        else:
            sys.stdout.write(render_text(document, name, options))
    if bar is not None:
        bar.done()


def _options(template: str) -> RenderOptions:
    from tracker.render.options import for_terminal

    if sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, WIDEST)
    else:
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH
    options = for_terminal(sys.stdout, dict(os.environ), width)
    return replace(options, template=Path(template) if template else None)
