from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.render.nasty_text import NASTY
from tests.reports.committee import Committee
from tests.reports.every import EVERY
from tracker.desk.annotate import add_evidence, add_note, wait
from tracker.desk.record import NewItem, record_item
from tracker.desk.titles import retitle
from tracker.render.formats import FORMATS, render, render_text
from tracker.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def nasty(made_once: Committee, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Committee]:
    """Give a committee in which every text that people write is nasty."""
    path = tmp_path_factory.mktemp("nasty") / "nasty.sqlite3"
    shutil.copy(made_once.database.where, path)
    committee = Committee(Database(str(path)), made_once.group_id)
    with committee.on("2020-09-01") as work:
        for text in filter(_can_be_stored, NASTY):
            item = record_item(
                work, NewItem(committee.group_id, title=text or "?", kind="decision")
            )
            add_note(work, item, text)
            add_evidence(work, item, text)
        retitle(work, 6, NASTY[0])
        add_note(work, work.item(6), " ".join(filter(_can_be_stored, NASTY)))
        add_evidence(work, work.item(6), "javascript:alert(1)")
        wait(work, [5], NASTY[4])
    yield committee
    committee.close()


def _can_be_stored(text: str) -> bool:
    """Tell whether a text can be kept at all: half a surrogate pair cannot, nor can NUL or nothing."""
    whole = text.encode(errors="ignore").decode() == text
    return whole and bool(text.strip()) and "\0" not in text


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.name != "pdf"])
@pytest.mark.parametrize("name", EVERY)
def test_every_report_is_made_of_nasty_text(nasty: Committee, name: str, form: str) -> None:
    """No text of a user breaks a report in any format; what PDF's fonts lack is PDF's own matter."""
    assert render(EVERY[name](nasty.asked("2020-09-02")), form)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_becomes_live(nasty: Committee, name: str) -> None:
    """No script, no dangerous link and no terminal sequence comes out of a text."""
    report = EVERY[name](nasty.asked("2020-09-02"))
    page = render_text(report, "html")
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "\x1b" not in render_text(report, "text")
    assert json.loads(render_text(report, "json"))
