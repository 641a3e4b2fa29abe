"""Every report on one request, for what all of them have to keep."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.reports.digest import digest
from tracker.reports.followup import followup
from tracker.reports.full_record import full_record
from tracker.reports.handover import handover
from tracker.reports.owners import owners
from tracker.reports.parent import parent_report
from tracker.reports.preparation import preparation
from tracker.reports.register import register
from tracker.reports.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.document_tree import Document
    from tracker.reports.asked import Asked

EVERY: dict[str, Callable[[Asked], Document]] = {
    "summary": summary,
    "followup": followup,
    "digest": lambda asked: digest(asked, asked.today - dt.timedelta(200)),
    "register": register,
    "owners": owners,
    "preparation": preparation,
    "handover": handover,
    "parent report": parent_report,
    "record": lambda asked: full_record(asked, 6),
}
