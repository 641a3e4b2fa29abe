"""A group with people, meetings, a report and three items, furnished once a session and copied."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from tracker.session.settings import Settings
from tracker.session.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.clock import StillClock

ACTOR = "rita"
"""Who acts in tests."""


def workplace_at(where: str, clock: Callable[[], dt.datetime], *, actor: str = ACTOR) -> Workplace:
    """Give a workplace on a database for somebody whose items are Rita Sekretär's."""
    settings = Settings(where, actor=actor, me="Rita Sekretär", group="", more={})
    return Workplace(settings, clock)


def furnish(place: Workplace) -> None:
    """Set up a group with its people, offices, meetings and report, and three items in it.

    1 an encouragement, standing; 2 a posting; 3 an action item that implements 2. Ref 2 and 3 have
    neither owner nor date.
    """
    from tracker.desk.meetings import add_document, add_meeting
    from tracker.desk.parties import add_group, add_office, add_person, begin_term

    with place.change("set up") as work:
        group = add_group(
            work, "CWG-COP", name="Council Working Group on Child Online Protection",
            aliases=("WG-CP",),
        )  # fmt: skip
        add_group(work, "ITU-D SG 2", ours=False)
        rita = add_person(work, "Rita Sekretär", email="rita@example.org")
        add_person(work, "Ana Lima")
        add_office(work, group.id or 0, "Chair")
        secretary = add_office(work, group.id or 0, "Secretary")
        begin_term(work, secretary.id or 0, rita.id or 0, dt.date(2019, 1, 1), None)
        meetings = [
            add_meeting(work, group.id or 0, ordinal=ordinal, starts_on=day, place="Geneva")
            for ordinal, day in (
                (15, dt.date(2019, 9, 26)),
                (16, dt.date(2020, 2, 4)),
                (17, dt.date(2020, 9, 15)),
            )
        ]
        report = add_document(
            work, group.id or 0, meeting_ids=(meetings[0].id or 0, meetings[1].id or 0),
            symbol="C20/57-E", title="Report by the Chair", issued_on=dt.date(2020, 3, 3),
        )  # fmt: skip
    _record_items(place, group.id or 0, meetings[1].id or 0, report.id or 0)


def _record_items(place: Workplace, group_id: int, meeting_id: int, document_id: int) -> None:
    from tracker.desk.record import NewItem, record_item
    from tracker.desk.relate import relate
    from tracker.domain.vocabulary import Relation, Sort

    adopted = dt.date(2020, 2, 4)
    with place.change("capture") as work:
        for bullet, kind, title, text in (
            (1, "encouragement", "More answers from young people", "The Chair asked for ideas."),
            (2, "posting", "Mascot online", "The COP Mascot will be posted online."),
        ):
            record_item(
                work,
                NewItem(
                    group_id, Sort.OUTCOME, title, text, kind, meeting_id, document_id, "7.1",
                    bullet, bullet, adopted_on=adopted,
                ),
            )  # fmt: skip
        record_item(work, NewItem(group_id, Sort.ACTION, "Draw the mascot"))
        relate(work, 3, Relation.IMPLEMENTS, 2)


@pytest.fixture(scope="session")
def furnished_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Furnish a database once, on 5 March 2020; to be copied, never to be used."""
    path = tmp_path_factory.mktemp("furnished") / "tracker.sqlite3"
    shutil.copy(migrated_file, path)
    place = workplace_at(str(path), lambda: dt.datetime(2020, 3, 5, 9, tzinfo=dt.UTC))
    furnish(place)
    place.close()
    return path


@pytest.fixture
def cwg_cop(furnished_file: Path, tmp_path: Path, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace on a furnished database of the test's own, see ``furnish``."""
    path = tmp_path / "tracker.sqlite3"
    shutil.copy(furnished_file, path)
    opened = workplace_at(str(path), clock)
    yield opened
    opened.close()
