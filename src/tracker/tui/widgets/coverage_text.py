"""How far the judging of a document has come, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.triage import bullet_coverage, coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.triage import Triage


def coverage_text(triage: Triage, others: int, keyed: Callable[[str], str]) -> Content:
    """Say what was judged and what is next. ``others`` is how many more documents wait.

    ``keyed`` puts keys in the place of ``{write}`` and the like.
    """
    return Content.assemble(
        (_counted(triage), "$foreground-muted"),
        (keyed(_ready(triage)), "$text-accent"),
        (keyed(_waiting(others)), "$foreground-muted"),
    )


def _counted(triage: Triage) -> str:
    bullets = bullet_coverage(triage)
    what, counted = ("bullet", bullets) if bullets.total else ("proposal", coverage(triage))
    return (
        f"{counted.total} {what}{'s' * (counted.total != 1)}: {counted.accepted} accepted,"
        f" {counted.dismissed} dismissed, {counted.open} open{_elsewhere(triage)}"
    )


def _elsewhere(triage: Triage) -> str:
    """Say how many proposals are open that stand in no bullet, where bullets are counted."""
    bullets = {bullet.covered_by for bullet in triage.result.bullets}
    others = sum(key not in bullets for key in triage.open_keys) if bullets else 0
    return f"; {others} other{'s' * (others > 1)} open" if others else ""


def _ready(triage: Triage) -> str:
    """Say what can be written; where it went, when nothing is left to do."""
    if ready := len(triage.to_adopt):
        return f"   {{write}} writes {ready}"
    return "" if triage.open_keys else "   all written; {go-to-meetings} shows them"


def _waiting(others: int) -> str:
    return f"   {{next-document}} next, {others} wait{'s' * (others == 1)}" if others else ""
