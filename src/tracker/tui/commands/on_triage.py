"""Commands of the triage of a captured report; the same keys judge on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.bodies.triage import TriageBody
    from tracker.tui.screens.view import View

NOTHING = "Nothing waits to be judged. {capture} captures a report."


class Judging(Command):
    """Base of the commands on the proposal under the cursor."""

    section = Section.HERE

    def refused(self, view: View) -> str:
        """Say that there is no proposal, or that it is an item already."""
        body = cast("TriageBody | None", view.body)
        if body is None or body.triage is None or body.proposal is None:
            return view.keyed(NOTHING)
        ref = body.triage.tracked.get(body.proposal.key)
        return f"{body.proposal.key} is item {ref} already." if ref is not None else ""

    def run(self, view: View) -> None:
        """Judge it."""
        self.judge(view, cast("TriageBody", view.body))

    def judge(self, view: View, body: TriageBody) -> None:
        """Judge the proposal under the cursor."""
        raise NotImplementedError


class Accept(Judging):
    """Accept the proposal as it is: it becomes an outcome when you write."""

    keys, short = "a", "accept"

    def judge(self, view: View, body: TriageBody) -> None:
        """Accept."""
        from tracker.tui.edits.judging import accept

        del view
        accept(body)


class Edit(Judging):
    """Accept the proposal with another title, kind, addressee, owner or date. The text stays."""

    keys, short = "e", "edit"

    def judge(self, view: View, body: TriageBody) -> None:
        """Ask what differs."""
        from tracker.tui.edits.judging import ask_edits

        ask_edits(view, body)


class Merge(Judging):
    """Accept the proposal as saying again what is known: an item, or another proposal."""

    keys, short = "m", "merge"

    def judge(self, view: View, body: TriageBody) -> None:
        """Ask with what."""
        from tracker.tui.edits.judging import ask_target

        ask_target(view, body)


class Split(Judging):
    """Split the proposal in two, where one sentence ends and another begins."""

    keys, short = "s", "split"

    def judge(self, view: View, body: TriageBody) -> None:
        """Ask where."""
        from tracker.tui.edits.judging import ask_split

        ask_split(view, body)


class Dismiss(Judging):
    """Dismiss the proposal, with a reason: it is no outcome."""

    keys, short = "d", "dismiss"

    def judge(self, view: View, body: TriageBody) -> None:
        """Ask why."""
        from tracker.tui.edits.judging import ask_dismissal

        ask_dismissal(view, body)


class TakeBack(Judging):
    """Take back what was decided on the proposal: it is open again. “Undo” undoes what is written."""

    keys, short = "backspace", "open again"

    def refused(self, view: View) -> str:
        """Say that nothing was decided."""
        if why := super().refused(view):
            return why
        body = cast("TriageBody", view.body)
        decided = body.triage and body.proposal and body.proposal.key in body.triage.decisions
        return "" if decided else "Nothing is decided on this proposal yet."

    def judge(self, view: View, body: TriageBody) -> None:
        """Take it back."""
        del view
        if body.proposal is not None:
            body.decide(body.proposal.key, None)


class AcceptAll(Judging):
    """Accept everything that is still open, but for what somebody has to look at."""

    keys, short = "A", "accept rest"

    def refused(self, view: View) -> str:
        """Say that nothing is open."""
        triage = getattr(view.body, "triage", None)
        if triage is None:
            return view.keyed(NOTHING)
        return "" if triage.open_keys else "Everything is judged already."

    def judge(self, view: View, body: TriageBody) -> None:
        """Accept them."""
        from tracker.tui.edits.judging import accept_all

        accept_all(view, body)


class Write(Command):
    """Write what was accepted: it becomes outcomes, in one change that can be undone."""

    keys, short, section = "W", "write", Section.HERE

    def refused(self, view: View) -> str:
        """Say that nothing was accepted."""
        triage = getattr(view.body, "triage", None)
        if triage is None:
            return view.keyed(NOTHING)
        return "" if triage.to_adopt else "Nothing is accepted yet that is not an item already."

    def run(self, view: View) -> None:
        """Write it."""
        from tracker.tui.edits.judging import write

        write(view, cast("TriageBody", view.body))


class AboutDocument(Judging):
    """Say what the text of the document does not hold: symbol, revision, date, group."""

    keys, short = "i", "about it"

    def refused(self, view: View) -> str:
        """Say that there is no document."""
        return "" if getattr(view.body, "triage", None) is not None else view.keyed(NOTHING)

    def judge(self, view: View, body: TriageBody) -> None:
        """Ask."""
        from tracker.tui.edits.judging import ask_facts

        ask_facts(view, body)


class NextDocument(Command):
    """Go to the next captured document that waits to be judged."""

    keys, section = "N", Section.HERE

    def refused(self, view: View) -> str:
        """Say that there is none."""
        others = getattr(view.body, "others", 0)
        return "" if others else "No other document waits to be judged."

    def run(self, view: View) -> None:
        """Go there."""
        from tracker.tui.edits.judging import next_document

        next_document(cast("TriageBody", view.body))


ON_TRIAGE: tuple[type[Command], ...] = (
    Accept,
    Edit,
    Merge,
    Split,
    Dismiss,
    Write,
    TakeBack,
    AcceptAll,
    AboutDocument,
    NextDocument,
)
