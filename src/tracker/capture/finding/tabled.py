"""Outcomes in tables of actions or decisions, one a row, told by the headings of the columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.labelled import is_done
from tracker.capture.finding.sections import Part
from tracker.capture.readers.drafts import CELLS
from tracker.domain.outline import BlockKind
from tracker.domain.proposals import ACTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.grammar import Labels
    from tracker.domain.outline import Block, Outline

_SILENT = (Part.PRESENT, Part.QUIET, Part.SUMMARY, Part.CARRIED)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table hold what is to be done, by whom and by when."""

    outcome: int
    owner: int | None
    due: int | None
    kind: str | None


def tabled(outline: Outline, parts: Sequence[Part], labels: Labels) -> Iterator[Candidate]:
    """The rows of every table whose first row names a column of actions or decisions."""
    columns: _Columns | None = None
    for index, (block, part) in enumerate(zip(outline.blocks, parts, strict=True)):
        if block.kind is not BlockKind.TABLE_ROW or part in _SILENT:
            columns = None
            continue
        headings = _columns(block.text.split(CELLS), labels)
        if headings is not None:
            columns = headings
        elif columns is not None and (found := _row(block, index, columns, labels)):
            yield found


def _columns(cells: Sequence[str], labels: Labels) -> _Columns | None:
    """The columns, if these cells are headings of such a table: an outcome and who, or when."""
    folded = [cell.strip(" *:").casefold() for cell in cells]
    outcome = _first(_outcome_heading(labels), folded)
    owner, due = _first(labels.owner_column, folded), _first(labels.due_column, folded)
    if outcome is None or (owner is None and due is None):
        return None
    return _Columns(outcome, owner, due, ACTION if labels.action.match(folded[outcome]) else None)


@cache
def _outcome_heading(labels: Labels) -> re.Pattern[str]:
    return re.compile(rf"(?:{labels.action.pattern}|{labels.decision.pattern})\b.*", re.IGNORECASE)


def _first(pattern: re.Pattern[str], cells: Sequence[str]) -> int | None:
    return next((place for place, cell in enumerate(cells) if pattern.fullmatch(cell)), None)


def _row(block: Block, index: int, columns: _Columns, labels: Labels) -> Candidate | None:
    cells = block.text.split(CELLS)
    if columns.outcome >= len(cells) or is_done(block.text, labels):
        return None
    text = cells[columns.outcome].strip()
    if len(text.split()) < 2:
        return None
    start = block.start + sum(len(cell) + len(CELLS) for cell in cells[: columns.outcome])
    start += len(cells[columns.outcome]) - len(cells[columns.outcome].lstrip())
    return Candidate(
        start=start,
        end=start + len(text),
        text=text,
        block=index,
        score=0.9,
        reason="a row of a table of actions",
        kind=columns.kind,
        owner=_cell(cells, columns.owner),
        due=_cell(cells, columns.due),
    )


def _cell(cells: Sequence[str], place: int | None) -> str | None:
    return (cells[place].strip() or None) if place is not None and place < len(cells) else None
