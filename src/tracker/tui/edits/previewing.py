"""Going to a report of what is looked at: the record of an item, or a statement ready to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.tui.screens.every import ReportsView
    from tracker.tui.screens.view import View


def show_report(view: View, name: str, picks: Mapping[str, object]) -> None:
    """Show the report of this name, of what is picked; from there it is saved or mailed."""
    tracker = view.tracker
    tracker.switch_mode("reports")
    reports = cast("ReportsView", tracker.screen_of("reports"))
    reports.report = (name, picks)
    reports.hand_over()
