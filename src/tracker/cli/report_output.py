"""Where a report goes: a file whose ending names the format, or stdout."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.printing import say

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tracker.cli.progress_bar import ProgressBar
    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions

WIDEST = 120
"""Longer lines are hard to read, however wide the terminal is."""

PIPED_WIDTH = 100


def bar_on_terminal() -> AbstractContextManager[ProgressBar | None]:
    """Give a bar that shows how far a report is, where stderr is a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from tracker.cli.progress_bar import ProgressBar

    return ProgressBar(sys.stderr)


def give(
    document: Document,
    *,
    output: str = "",
    form: str = "",
    template: str = "",
    bar: ProgressBar | None = None,
) -> None:
    """Write a report to the file, in the format of its ending unless one is named, or to stdout.

    What its reader will miss, such as letters without a font, is said on stderr. Raises
    ``UnknownFormat``, ``BinaryFormat`` (bytes to a terminal) or ``CannotWrite``.
    """
    from tracker.render.formats import format_for, render_text, write

    warnings: list[str] = []
    options = replace(_options(template), on_progress=bar, on_warning=warnings.append)
    text = ""
    name = form or ("terminal" if sys.stdout.isatty() else "text")
    if output:
        write(document, Path(output), form or None, options)
    elif format_for(name).binary and not sys.stdout.isatty():
        write(document, sys.stdout.buffer, name, options)
    else:
        text = render_text(document, name, options)
    if bar is not None:
        bar.end()
    if text:
        sys.stdout.write(text)
    for warning in warnings:
        say(warning)


def _options(template: str) -> RenderOptions:
    from tracker.render.options import for_terminal

    if sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, WIDEST)
    else:
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH
    options = for_terminal(sys.stdout, dict(os.environ), width)
    return replace(options, template=Path(template) if template else None)
