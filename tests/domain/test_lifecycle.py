from __future__ import annotations

from itertools import product

import pytest

from tracker.domain.errors import Refused
from tracker.domain.lifecycle import (
    TRANSITIONS,
    Given,
    Need,
    NeedsMore,
    NoTransition,
    Verb,
    check,
    first_status,
    possible,
    step_by,
)
from tracker.domain.vocabulary import OutcomeKind, Sort, Status

EVERYTHING = Given("because", evidence=True, superseded_by=14, confirmed_by="Chair")

# Rows: from. Columns: to. A dot is refused.
TABLE = """
from \\ to            pending    under      reported    implemented standing       superseded overtaken withdrawn
pending              .          start      report_done .           make_standing  supersede  overtake  withdraw
under implementation put_back   .          report_done .           make_standing  supersede  overtake  withdraw
reported done        send_back  send_back  .           confirm     make_standing  supersede  overtake  withdraw
implemented          reopen     reopen     .           .           reopen         .          .         .
standing             take_up    take_up    .           retire      .              supersede  overtake  withdraw
superseded           reopen     reopen     .           .           reopen         .          .         .
overtaken by events  reopen     reopen     .           .           reopen         .          .         .
withdrawn            reopen     reopen     .           .           reopen         .          .         .
"""  # noqa: E501


def expected() -> dict[tuple[Status, Status], str]:
    """The table above as pairs of statuses and verbs."""
    order = [
        Status.PENDING,
        Status.UNDER_IMPLEMENTATION,
        Status.REPORTED_DONE,
        Status.IMPLEMENTED,
        Status.STANDING,
        Status.SUPERSEDED,
        Status.OVERTAKEN,
        Status.WITHDRAWN,
    ]
    rows = [line.split()[-8:] for line in TABLE.strip().splitlines()[1:]]
    return {
        (source, target): verb.replace("_", " ")
        for source, row in zip(order, rows, strict=True)
        for target, verb in zip(order, row, strict=True)
    }


@pytest.mark.parametrize(("source", "target"), list(product(Status, Status)))
def test_every_pair_of_statuses(source: Status, target: Status) -> None:
    """Each pair is one step with its verb, or refused with a reason; given all it takes."""
    verb = expected()[source, target]
    if verb == ".":
        with pytest.raises(NoTransition) as refused:
            check(source, target, sort=Sort.OUTCOME, given=EVERYTHING)
        assert "\n" not in str(refused.value)
    else:
        step = check(source, target, sort=Sort.OUTCOME, given=EVERYTHING)
        assert (step.verb, step.source, step.target) == (verb, source, target)


@pytest.mark.parametrize(("sort", "source"), list(product((Sort.ACTION, Sort.LIAISON), Status)))
def test_only_outcomes_are_standing(sort: Sort, source: Status) -> None:
    """Work and liaison statements come to an end; they cannot be made standing."""
    with pytest.raises(Refused):
        check(source, Status.STANDING, sort=sort, given=EVERYTHING)
    assert Status.STANDING not in {step.target for step in possible(source, sort)}


@pytest.mark.parametrize(
    ("source", "target", "given", "missing"),
    [
        ("reported done", "implemented", Given(note="looks fine"), Need.CONFIRMATION),
        ("pending", "withdrawn", Given(), Need.NOTE),
        ("pending", "withdrawn", Given(note="  "), Need.NOTE),
        ("standing", "overtaken by events", Given(superseded_by=14), Need.NOTE),
        ("standing", "implemented", Given(confirmed_by="Chair"), Need.NOTE),
        ("pending", "superseded", Given(), Need.NOTE_OR_REF),
        ("implemented", "pending", Given(), Need.NOTE),
        ("reported done", "under implementation", Given(), Need.NOTE),
    ],
)
def test_says_what_is_missing(source: str, target: str, given: Given, missing: Need) -> None:
    """A step without what it takes is refused in a line that asks for it."""
    with pytest.raises(NeedsMore) as refused:
        check(Status(source), Status(target), sort=Sort.OUTCOME, given=given)
    assert refused.value.missing == (missing,)
    assert missing.value in str(refused.value)


@pytest.mark.parametrize("given", [Given(note="by C24/10"), Given(superseded_by=14)])
def test_a_ref_or_a_note_supersedes(given: Given) -> None:
    """What supersedes is an item of ours, or is told in a note."""
    step = check(Status.PENDING, Status.SUPERSEDED, sort=Sort.ACTION, given=given)
    assert step.verb == Verb.SUPERSEDE


@pytest.mark.parametrize("kind", [OutcomeKind.POSTING, OutcomeKind.LIAISON_STATEMENT])
def test_postings_and_liaison_statements_close_with_evidence(kind: OutcomeKind) -> None:
    """A posting is confirmed by its URL, a liaison statement by its reference."""
    bare = Given(confirmed_by="17th meeting")
    ends = (Status.REPORTED_DONE, Status.IMPLEMENTED)
    with pytest.raises(NeedsMore, match="evidence"):
        check(*ends, sort=Sort.OUTCOME, kind=kind, given=bare)
    assert check(*ends, sort=Sort.OUTCOME, kind=kind, given=bare._replace(evidence=True))
    assert check(*ends, sort=Sort.OUTCOME, kind=OutcomeKind.DECISION, given=bare)


def test_done_is_not_confirmed() -> None:
    """The refusal of a short cut says which step comes first."""
    with pytest.raises(NoTransition, match=r"report it done first.*report done → reported done"):
        check(Status.PENDING, Status.IMPLEMENTED, sort=Sort.ACTION, given=EVERYTHING)


def test_a_standing_outcome_is_retired_not_done() -> None:
    """Reporting a standing outcome done is refused, naming the decision that it takes."""
    with pytest.raises(NoTransition, match="retired by decision"):
        step_by(Verb.REPORT_DONE, Status.STANDING, Sort.OUTCOME)


def test_verbs_find_their_step() -> None:
    """A verb means the likeliest step from where the item stands."""
    assert step_by(Verb.SEND_BACK, Status.REPORTED_DONE, Sort.ACTION).target == (
        Status.UNDER_IMPLEMENTATION
    )
    assert step_by(Verb.REOPEN, Status.WITHDRAWN, Sort.ACTION).target == Status.PENDING
    with pytest.raises(NoTransition, match="to send back"):
        step_by(Verb.START, Status.REPORTED_DONE, Sort.ACTION)
    with pytest.raises(NoTransition, match="already"):
        step_by(Verb.REPORT_DONE, Status.REPORTED_DONE, Sort.ACTION)


@pytest.mark.parametrize(
    ("sort", "kind", "status"),
    [
        (Sort.OUTCOME, "recommendation", Status.STANDING),
        (Sort.OUTCOME, "posting", Status.PENDING),
        (Sort.OUTCOME, "directs", Status.PENDING),
        (Sort.ACTION, "recommendation", Status.PENDING),
    ],
)
def test_first_status(sort: Sort, kind: str, status: Status) -> None:
    """Outcomes that nothing closes begin as standing, everything else as pending."""
    assert first_status(sort, kind) is status


def test_table_is_sound() -> None:
    """At most one step between two statuses, and every verb used."""
    ends = [(step.source, step.target) for step in TRANSITIONS]
    assert len(ends) == len(set(ends))
    assert {step.verb for step in TRANSITIONS} == set(Verb)
