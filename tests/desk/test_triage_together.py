"""Two people judge the same captured document: what either decided is kept, proposal by proposal."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.capture.documents import TWIN
from tests.clock import StillClock
from tracker.capture.capturing import capture_file
from tracker.desk.adopt import JudgedMeanwhile, adopt
from tracker.desk.triage import keep, pending, take_up
from tracker.domain.triage import Decision, Edits, Facts, Verdict
from tracker.domain.triage_merging import Clash, FactClash
from tracker.domain.triage_splitting import split, split_points
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace
from tracker.tui.data.keeping import Keeping
from tracker.tui.data.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.triage import Triage
    from tracker.domain.triage_merging import Merged
    from tracker.store.database import Database

AT = "2020-03-10T09:00:00Z"
ACCEPTED, TITLED = Decision(Verdict.ACCEPT), Decision(Verdict.ACCEPT, Edits(title="Ideas"))
DISMISSED = Decision(Verdict.DISMISS, reason="no outcome")
FIRST, SECOND, THIRD = "7.1-1", "7.1-2", "7.1-3"
_numbers = count(1)


def settings_of(database: Database, actor: str) -> Settings:
    """Give the settings of a person on a database."""
    return Settings(database.where, actor, "", "", {})


@pytest.fixture
def desk(database: Database) -> Iterator[Workplace]:
    """Give a workplace, on SQLite and on PostgreSQL."""
    place = Workplace(settings_of(database, "rita"), StillClock())
    yield place
    place.close()


@pytest.fixture
def begun(desk: Workplace) -> Triage:
    """Give a triage that was begun, as both know it."""
    triage = take_up(desk.reader, capture_file(TWIN), file_name=TWIN.name)
    return keep(desk.reader, triage, actor="rita", at=AT).triage


def kept_by(desk: Workplace, actor: str, base: Triage, triage: Triage) -> Merged:
    """Keep what somebody decided since ``base``."""
    return keep(desk.reader, triage, actor=actor, at=AT, base=base)


def now(desk: Workplace) -> Triage:
    """Give the triage as it is kept."""
    (triage,) = pending(desk.reader)
    return triage


def test_decisions_on_different_proposals_both_stand(desk: Workplace, begun: Triage) -> None:
    """The later keep knows nothing of the earlier, and replaces nothing of it."""
    kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED}))
    kept = kept_by(desk, "jan", begun, begun.deciding({SECOND: DISMISSED}))
    assert kept.clashes == ()
    assert now(desk).decisions == {FIRST: ACCEPTED, SECOND: DISMISSED}
    assert now(desk).by == {FIRST: "rita", SECOND: "jan"}


@pytest.mark.parametrize("second", [DISMISSED, TITLED])
def test_who_comes_second_on_the_same_is_told(
    desk: Workplace, begun: Triage, second: Decision
) -> None:
    """Who came first stands; the other learns who it was and what, and may insist."""
    kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED}))
    kept = kept_by(desk, "jan", begun, begun.deciding({FIRST: second}))
    (clash,) = kept.clashes
    assert isinstance(clash, Clash)
    assert (clash.what, clash.by, clash.opened) == (FIRST, "rita", False)
    assert (clash.theirs.decisions, clash.mine.decisions) == ({FIRST: ACCEPTED}, {FIRST: second})
    assert now(desk).decisions == {FIRST: ACCEPTED}
    assert kept_by(desk, "jan", kept.triage, clash.insist(kept.triage)).clashes == ()
    assert (now(desk).decisions, now(desk).by) == ({FIRST: second}, {FIRST: "jan"})


def test_taking_back_takes_only_what_was_known(desk: Workplace, begun: Triage) -> None:
    """What somebody else decided instead meanwhile stays."""
    known = kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED})).triage
    kept_by(desk, "jan", known, known.deciding({FIRST: DISMISSED}))
    kept = kept_by(desk, "rita", known, known.without([FIRST]))
    assert [each.opened for each in kept.clashes] == [True]
    assert now(desk).decisions == {FIRST: DISMISSED}


def test_what_is_taken_back_is_open(desk: Workplace, begun: Triage) -> None:
    """Where nobody came between; what another decided beside it stays."""
    known = kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED})).triage
    kept_by(desk, "jan", begun, begun.deciding({SECOND: ACCEPTED}))
    assert kept_by(desk, "rita", known, known.without([FIRST])).clashes == ()
    assert now(desk).decisions == {SECOND: ACCEPTED}


def test_a_decision_wins_over_one_taken_back(desk: Workplace, begun: Triage) -> None:
    """Who opens it again takes away what was known, not what was decided since."""
    known = kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED})).triage
    kept_by(desk, "rita", known, known.without([FIRST]))
    assert kept_by(desk, "jan", known, known.deciding({FIRST: DISMISSED})).clashes == ()
    assert now(desk).decisions == {FIRST: DISMISSED}


def splittable(triage: Triage) -> Triage:
    """Give the triage with its first proposal split."""
    first = triage.proposals[0]
    (*_, at) = split_points(first) or (10,)
    return split(triage, first.key, at)


def test_a_split_stands_beside_what_another_decided(desk: Workplace, begun: Triage) -> None:
    """Both parts are there, with the decision on another proposal."""
    parted = splittable(begun)
    kept_by(desk, "rita", begun, begun.deciding({THIRD: ACCEPTED}))
    kept_by(desk, "jan", begun, parted)
    assert [each.key for each in now(desk).proposals] == [each.key for each in parted.proposals]
    assert [each.position for each in now(desk).proposals] == list(range(1, 9))
    assert now(desk).decisions == {THIRD: ACCEPTED}


def test_splitting_what_another_accepted_whole_is_told(desk: Workplace, begun: Triage) -> None:
    """It is left whole, until the person insists."""
    kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED}))
    kept = kept_by(desk, "jan", begun, splittable(begun))
    (clash,) = kept.clashes
    assert len(now(desk).proposals) == 7
    kept_by(desk, "jan", kept.triage, clash.insist(kept.triage))
    assert (len(now(desk).proposals), now(desk).decisions) == (8, {})


def test_facts_of_the_document_are_put_together(desk: Workplace, begun: Triage) -> None:
    """One gives the symbol, the other the revision and another symbol, of which is told."""
    kept_by(desk, "rita", begun, replace(begun, facts=Facts(symbol="C20/1")))
    mine = replace(begun, facts=Facts(symbol="C20/2", revision="Rev.1"))
    kept = kept_by(desk, "jan", begun, mine)
    assert kept.clashes == (FactClash("symbol", "C20/2", "C20/1", "rita"),)
    assert now(desk).facts == Facts(symbol="C20/1", revision="Rev.1")
    kept_by(desk, "jan", kept.triage, kept.clashes[0].insist(kept.triage))
    assert now(desk).facts == Facts(symbol="C20/2", revision="Rev.1")


def test_writing_keeps_what_another_decided_meanwhile(desk: Workplace, begun: Triage) -> None:
    """Only what was seen to be accepted is written."""
    known = kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED})).triage
    kept_by(desk, "jan", known, known.deciding({SECOND: ACCEPTED, THIRD: DISMISSED}))
    with desk.change("capture") as work:
        adopted = adopt(work, known, base=known)
    assert len(adopted.items) == 1
    assert now(desk).decisions == {FIRST: ACCEPTED, SECOND: ACCEPTED, THIRD: DISMISSED}
    assert now(desk).to_adopt == (SECOND,)


def test_what_another_dismissed_meanwhile_is_not_written(desk: Workplace, begun: Triage) -> None:
    """Nothing is; who dismissed it is named."""
    known = kept_by(desk, "rita", begun, begun.deciding({FIRST: ACCEPTED})).triage
    kept_by(desk, "jan", known, known.deciding({FIRST: DISMISSED}))
    told = "7.1-1 is dismissed: no outcome, says jan"
    with pytest.raises(JudgedMeanwhile, match=told), desk.change("capture") as work:
        adopt(work, known, base=known)
    assert now(desk).tracked == {}


PEOPLE = ("rita", "jan")
KEYS = st.sampled_from([FIRST, SECOND, THIRD, "7.1-4"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        KEYS,
        st.sampled_from([ACCEPTED, TITLED, DISMISSED, None]),
        st.booleans(),
    ),
    max_size=12,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_whatever_two_decide_in_whatever_order_is_there(
    sqlite_database: Database, steps: list[tuple[str, str, Decision | None, bool]]
) -> None:
    """Both have kept: what one alone decided is there; whose decision does not stand was told."""
    places = {who: Workplace(settings_of(sqlite_database, who), StillClock()) for who in PEOPLE}
    keepings = {who: Keeping(place) for who, place in places.items()}
    reader = places["rita"].reader
    result = replace(capture_file(TWIN), fingerprint=f"f{next(_numbers)}")
    begun = take_up(reader, result)
    keep(reader, begun, actor="rita", at=AT)
    screens = dict.fromkeys(PEOPLE, begun)
    said: dict[str, dict[str, list[Decision | None]]] = {}
    for who, key, decision, writes in steps:
        before = screens[who]
        after = before.without([key]) if decision is None else before.deciding({key: decision})
        screens[who] = after
        keepings[who].take(before, after)
        said.setdefault(key, {}).setdefault(who, []).append(decision)
        if writes:
            keepings[who].write(reader)
    for keeping in keepings.values():
        keeping.write(reader)
    kept = take_up(reader, result).decisions
    told = {who: {clash.what for _, clash in keepings[who].untold()} for who in PEOPLE}
    for key, by_person in said.items():
        for who, decided in by_person.items():
            others = [each for name, all_of in by_person.items() if name != who for each in all_of]
            if not others:
                assert kept.get(key) == decided[-1]
                assert key not in told[who]
            elif decided[-1] not in (None, kept.get(key), *others):
                assert key in told[who]
    for place in places.values():
        place.close()


def test_who_looks_out_for_changes_sees_that_somebody_judged(
    desk: Workplace, begun: Triage
) -> None:
    """Nothing of the group changes by judging; the other terminal shows it all the same."""
    watch = Watch(desk.database)
    assert not watch.changed()
    kept_by(desk, "ana", begun, begun.deciding({FIRST: ACCEPTED}))
    assert watch.changed()
    assert not watch.changed()
    watch.close()
