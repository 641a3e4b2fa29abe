"""Each report made from what is asked and picked; what only one of them needs is imported here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.document_tree import Document
    from tracker.reports.asked import Asked
    from tracker.reports.paper import Paper
    from tracker.tui.data.report_choices import Picked

    Make = Callable[[Asked, Picked, str], Document]

WEEK = dt.timedelta(days=7)


class WhichItem(UsageProblem):
    """The report is of one item, and none is picked."""

    def __init__(self) -> None:
        super().__init__("Which item is it to be of? None is picked yet.")


def summary(asked: Asked, _picked: Picked, _me: str) -> Document:
    """Say where things stand."""
    from tracker.reports.summary import summary

    return summary(asked)


def digest(asked: Asked, picked: Picked, me: str) -> Document:
    """Say what is to be done and what changed; ``own`` items are those of ``me``.

    Raises ``UnknownName`` where nobody on record is called so.
    """
    from tracker.reports.digest import digest, for_reader
    from tracker.store.reading.people import find_person

    if picked.scope == "own":
        person = find_person(asked.reader, me)
        asked = for_reader(asked, "own", person.id, person.name)
    else:
        asked = for_reader(asked, picked.scope)
    return digest(asked, picked.since or asked.today - WEEK)


def followup(asked: Asked, picked: Picked, _me: str) -> Document:
    """Follow outcomes up for a meeting, or those of one document."""
    from tracker.reports.followup import followup

    return followup(asked, picked.meeting, picked.document, _paper(picked))


def preparation(asked: Asked, picked: Picked, _me: str) -> Document:
    """List what a meeting has to look at."""
    from dataclasses import replace

    from tracker.reports.preparation import preparation

    return preparation(replace(asked, meeting=picked.meeting))


def owners(asked: Asked, picked: Picked, _me: str) -> Document:
    """List open items by owner, or those of one."""
    from tracker.reports.owners import owners
    from tracker.store.reading.people import find_party

    return owners(asked, find_party(asked.reader, picked.owner) if picked.owner else None)


def register(asked: Asked, picked: Picked, _me: str) -> Document:
    """List the liaison statements of a period."""
    from tracker.reports.register import register

    return register(asked, picked.since, picked.until)


def indicators(asked: Asked, picked: Picked, _me: str) -> Document:
    """Say how many days liaison statements took in a period."""
    from tracker.reports.liaison_indicators import liaison_indicators

    return liaison_indicators(asked, picked.since, picked.until)


def handover(asked: Asked, _picked: Picked, _me: str) -> Document:
    """Say what a new Chair or officer takes over."""
    from tracker.reports.handover import handover

    return handover(asked)


def parent_report(asked: Asked, picked: Picked, _me: str) -> Document:
    """Report to the parent body."""
    from tracker.reports.parent import parent_report

    return parent_report(asked, picked.since, _paper(picked))


def record(asked: Asked, picked: Picked, _me: str) -> Document:
    """Give the full record of one item. Raises ``WhichItem`` or ``UnknownRef``."""
    from tracker.reports.full_record import full_record

    return full_record(asked, _ref(picked))


def statement(asked: Asked, picked: Picked, _me: str) -> Document:
    """Give a liaison statement in the official shape. Raises ``WhichItem`` or ``NotFound``."""
    from tracker.reports.liaison_document import liaison_document

    return liaison_document(asked, _ref(picked))


def _paper(picked: Picked) -> Paper:
    from tracker.reports.paper import Paper

    return Paper(picked.symbol, picked.dated, picked.source)


def _ref(picked: Picked) -> int:
    if picked.ref is None:
        raise WhichItem
    return picked.ref
