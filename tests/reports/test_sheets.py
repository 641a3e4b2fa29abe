"""Reports as spreadsheets: one value a cell, of one kind a column, to sort and filter by."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.reports.every import EVERY
from tracker.render.formats import render, render_text
from tracker.reports.followup import followup
from tracker.reports.register import register

if TYPE_CHECKING:
    from tests.reports.committee import Committee
    from tracker.domain.document_tree import Document

DAY = "2020-09-02"


def sheets(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of each sheet of a workbook by its name, each by the titles of its columns."""
    book = load_workbook(io.BytesIO(render(document, "xlsx")))  # type: ignore[arg-type]
    found = {}
    for sheet in book:
        titles, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, titles), row, strict=True)) for row in rows]
    return found


def day(month: int, number: int) -> dt.datetime:
    """Give a day of 2020 as a workbook has it, where a day has an hour and no zone."""
    return dt.datetime.combine(dt.date(2020, month, number), dt.time())


def test_a_follow_up_can_be_filtered_by_status_owner_and_date(committee: Committee) -> None:
    """Ref, paragraph, status, owner, date and days overdue stand in columns of their own."""
    outcomes = next(iter(sheets(followup(committee.asked(DAY))).values()))
    late = next(row for row in outcomes if row["Ref"] == 5)
    assert late["Paragraph"] == "7.1(5)"
    assert late["Status"] == "under implementation"
    assert late["Owner"] == "Secretary (Rita Secretary)"
    assert late["Due"] == day(6, 30)
    assert late["Days overdue"] == 64
    assert late["Evidence"] == "CWG-COP-LS2\nTSB-5"
    done = next(row for row in outcomes if row["Ref"] == 4)
    assert (done["Status"], done["Closed"]) == ("implemented", day(3, 12))
    assert done["Days overdue"] is None


def is_of(kind: str, value: Any) -> bool:
    """Tell whether a value of a JSON table is what its column holds."""
    if kind == "date":
        return value is None or re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    if kind in ("number", "ref"):
        return isinstance(value, int) or (kind == "number" and value is None)
    return kind != "status" or not re.search(r"[,\n]", value)


def test_a_register_has_days_and_how_late_they_are(committee: Committee) -> None:
    """The day on which a reply is due stays a day when it is past."""
    sent = sheets(register(committee.asked(DAY)))["Sent"]
    row = next(row for row in sent if row["Ref"] == 9)
    assert (row["State"], row["Reply due"]) == ("sent", day(6, 30))
    assert (row["Days overdue"], row["Replied"]) == (64, None)


@pytest.mark.parametrize("name", ["followup", "register", "owners", "preparation", "handover"])
def test_what_a_column_is_its_values_are(committee: Committee, name: str) -> None:
    """Dates are ISO or nothing, numbers numbers, statuses a word of the vocabulary."""
    tree = json.loads(render_text(EVERY[name](committee.asked(DAY)), "json"))
    seen = 0
    for table in (block for block in tree["blocks"] if block["type"] == "table"):
        kinds = [column["kind"] for column in table["columns"]]
        for row in (row for row in table["rows"] if isinstance(row, list)):
            for kind, value in zip(kinds, row, strict=True):
                assert is_of(kind, value), (kind, value)
                seen += 1
    assert seen > 20


def test_readers_keep_the_cells_made_for_them(committee: Committee) -> None:
    """On paper one cell says status, owner and date."""
    text = render_text(followup(committee.asked(DAY)), "markdown")
    assert "overdue since 30 Jun 2020" in text
    assert "Days overdue" not in text
