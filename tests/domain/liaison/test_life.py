"""The lives of liaison statements: every pair of states is either a step or refused with a reason."""

from __future__ import annotations

from itertools import product

import pytest

from tracker.domain.liaison.life import INCOMING, LINE, LIVES, OUTGOING, Life, StepRefused, step

ALLOWED = {
    OUTGOING.name: {
        ("drafted", "cleared"),
        ("cleared", "drafted"),
        ("cleared", "dispatched"),
        ("drafted", "withdrawn"),
        ("cleared", "withdrawn"),
    },
    LINE.name: {
        ("unsent", "sent"),
        ("unsent", "closed"),
        ("sent", "acknowledged"),
        ("sent", "reply received"),
        ("acknowledged", "reply received"),
        ("reply received", "reply received"),
        ("considered", "reply received"),
        ("reply received", "considered"),
        ("sent", "closed"),
        ("acknowledged", "closed"),
        ("considered", "closed"),
    },
    INCOMING.name: {
        ("received", "assigned"),
        ("assigned", "assigned"),
        ("received", "reply drafted"),
        ("assigned", "reply drafted"),
        ("reply drafted", "replied"),
        ("reply drafted", "assigned"),
        ("received", "replied"),
        ("assigned", "replied"),
        ("received", "noted"),
        ("assigned", "noted"),
        ("reply drafted", "noted"),
        ("noted", "closed"),
        ("replied", "closed"),
    },
}
PAIRS = [(life, *pair) for life in LIVES for pair in product(life.states, repeat=2)]


@pytest.mark.parametrize(("life", "source", "target"), PAIRS)
def test_every_pair_of_states(life: Life, source: str, target: str) -> None:
    """A pair is a step exactly when the field has it; any other is refused in one clear line."""
    if (str(source), str(target)) in ALLOWED[life.name]:
        assert step(life, source, target).source == source
        return
    with pytest.raises(StepRefused) as refusal:
        step(life, source, target)
    assert str(source) in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("life", LIVES)
def test_reasons_are_for_pairs_that_are_refused(life: Life) -> None:
    """No reason is kept for a step that is possible."""
    possible = {(found.source, found.target) for found in life.steps}
    assert not possible & set(life.reasons)


def test_sending_does_not_end_what_asks_for_action() -> None:
    """From sent, only a reply that was considered ends a destination without giving a reason."""
    assert step(LINE, "sent", "closed").needs
    assert not step(LINE, "considered", "closed").needs
