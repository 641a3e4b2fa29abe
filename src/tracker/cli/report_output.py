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
from tracker.domain.errors import UsageProblem

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


class TwoFormats(UsageProblem):
    """The ending of the file means another format than the one that is named."""

    def __init__(self, output: str, ending: str, form: str) -> None:
        super().__init__(
            f"{output} would be {ending} by its ending, and {form} is asked for. Give the file"
            " another ending, or leave the format out."
        )


class TemplateUnused(UsageProblem):
    """A template is for documents for Word alone."""

    def __init__(self, form: str) -> None:
        super().__init__(
            f"--template is for docx alone, not for {form}. Write to a file that ends in .docx, or"
            " leave the template out."
        )


def check_form(form: str, output: str, template: str) -> None:
    """Make sure that format, file and template agree, before anything is written.

    Raises ``UnknownFormat``, ``TwoFormats`` or ``TemplateUnused``.
    """
    from tracker.render.formats import UnknownFormat, format_for

    ending = Path(output).suffix
    named = format_for(form) if form else None
    try:
        by_ending = format_for(ending) if ending else None
    except UnknownFormat:
        by_ending = None
    if named and by_ending and named.media_type != by_ending.media_type:
        raise TwoFormats(output, by_ending.name, named.name)
    meant = named or by_ending
    if template and (meant is None or meant.name != "docx"):
        raise TemplateUnused(meant.name if meant else "text")


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
