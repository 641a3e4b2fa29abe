"""Chasing the owners of items: with which words, whom they reach, and whether they may leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Task
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.text import TextPrompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.mail.reminders import Bundle, Reminding
    from tracker.mail.sending import Outcome
    from tracker.store.database import Reader
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

SHOWN = 12


def ask_chase(view: View, chosen: Chosen) -> None:
    """Ask what to say; then, naming everybody who would get it, whether it may leave."""
    tracker = view.tracker

    def make(note: str, _private: bool) -> Task:  # noqa: FBT001 - the answer of a box
        found: list[list[str]] = []

        def plan() -> str:
            with tracker.readers.lent() as reader:
                _, bundles = _chase(view, reader, chosen, note)
                found.append([_line(bundle) for bundle in bundles])
            return ""

        return Task("plan", plan, then=lambda: _ask_whether(view, chosen, note, found[0]))

    title, draft = f"Chase the owners of {chosen.words()}: what to say", chosen.draft("chase")
    tracker.push_screen(TextPrompt(title, make, draft=draft, does="see what would leave"))


def _chase(view: View, reader: Reader, chosen: Chosen, note: str) -> tuple[Reminding, list[Bundle]]:
    from tracker.mail.chasing import chase_of, signature
    from tracker.session.clock import login_name, today_in

    place = view.tracker.place
    return chase_of(
        reader,
        chosen.rows,
        lambda zone: today_in(zone, place.now()),
        note=note,
        by=signature(reader, view.here_now.me, login_name()),
    )


def _line(bundle: Bundle) -> str:
    refs = ", ".join(str(line.item.ref) for line in bundle.lines)
    return f"{bundle.to.name} <{bundle.to.address}>: {refs}".strip()


def _ask_whether(view: View, chosen: Chosen, note: str, lines: Sequence[str]) -> None:
    tracker = view.tracker

    def run() -> str:
        from tracker.mail.chasing import ChasedAlready
        from tracker.tui.data.mailing import said, sending

        outcomes: list[Outcome] = []
        with tracker.readers.lent() as reader:
            reminding, bundles = _chase(view, reader, chosen, note)
            parcels = [reminding.parcel(bundle) for bundle in bundles]
            try:
                for outcome in sending(reader, tracker.place, parcels):
                    outcomes.append(outcome)  # noqa: PERF402 - what went out is noted, however it ends
            finally:
                _note(view, outcomes, note)
        if not any(outcome.fresh for outcome in outcomes):
            raise ChasedAlready
        return said(outcomes)

    more = [f"… and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    tracker.push_screen(
        Confirm(
            f"Chase the owners of {chosen.words()}?",
            "\n".join([f"“{note}”", *lines[:SHOWN], *more]),
            no="nothing leaves",
            yes=f"send {len(lines)} mail{'s' * (len(lines) > 1)}; it is noted on the items",
            then=lambda: tracker.change(Task("send", run)),
        )
    )


def _note(view: View, outcomes: Sequence[Outcome], note: str) -> None:
    """Write the chase on the items that a mail about them went out for, or may have."""
    from tracker.desk.chase import log_chase
    from tracker.mail.chasing import chased

    if whom := chased(outcomes):
        with view.tracker.place.change("chase") as work:
            for ref, names in whom.items():
                log_chase(work, [ref], ", ".join(names), note)
