from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.desk.meetings import add_document
from tracker.desk.origin import amend_items
from tracker.desk.parties import add_group
from tracker.desk.record import NewItem, record_item
from tracker.domain.vocabulary import Sort
from tracker.reports.asked import Asked
from tracker.reports.matters import matters_of
from tracker.store.database import reading
from tracker.store.reading.items import list_items
from tracker.store.work import working

if TYPE_CHECKING:
    from tracker.store.database import Database

DAY = dt.date(2020, 3, 4)
NOW = dt.datetime(2020, 3, 4, 9, tzinfo=dt.UTC)
SHUFFLED = (("7.10", 1), ("7.2", 3), ("7.1", 2), ("7.9", 1), ("7.2", 1), ("", None), ("7.1", 1))
IN_ORDER = ["7.1 bullet 1", "7.1 bullet 2", "7.2 bullet 1", "7.2 bullet 3", "7.9 bullet 1",
            "7.10 bullet 1", ""]  # fmt: skip


def test_paragraphs_stand_in_their_order_however_they_were_recorded(database: Database) -> None:
    """Follow-up and list agree on it, on both databases; a place put right later counts too."""
    with working(database, now=NOW, today=DAY, actor="R. Test", verb="capture") as work:
        group = add_group(work, "CWG-COP").id or 0
        report = add_document(work, group, symbol="C20/57-E").id
        for section, bullet in SHUFFLED:
            record_item(
                work,
                NewItem(group, Sort.OUTCOME, text="Adopted.", document_id=report,
                        section=section, bullet=bullet),
            )  # fmt: skip
        # A captured one has the highest order of all, and goes by its paragraph nevertheless.
        late = NewItem(group, Sort.OUTCOME, text="Last.", document_id=report, order=9)
        ref = record_item(work, late).ref
        amend_items(work, [ref], {"section": "7.1", "bullet": 3})
    with reading(database) as reader:
        followed = matters_of(Asked(reader, group, DAY), "C20/57-E").items
        listed = list_items(reader, order="paragraph")
    expected = [*IN_ORDER[:2], "7.1 bullet 3", *IN_ORDER[2:]]
    assert [row.paragraph for row in followed] == expected
    assert [row.paragraph for row in listed] == expected
