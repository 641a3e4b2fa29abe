"""Triage: the document on the left, what capture proposes on the right; judged one by one."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tracker.tui.bodies.body import Body
from tracker.tui.data.triage import read_pending
from tracker.tui.widgets.card_list import CardList, TightCardList
from tracker.tui.widgets.coverage_text import coverage_text
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.passage import Passage, Span
from tracker.tui.widgets.proposal_text import proposal_card, proposal_text
from tracker.tui.widgets.row_messages import RowOpened, RowReached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tracker.domain.errors import TrackerError
    from tracker.domain.proposals import Proposal
    from tracker.domain.triage import Decision, Triage
    from tracker.domain.triage_merging import AnyClash
    from tracker.tui.data.here import Here
    from tracker.tui.widgets.columns import Cell

AGAIN = 2.0
"""Seconds until keeping is tried again, when the database could not be written."""

NOT_YET = "What you decided could not be written yet; that is tried again by itself."
EMPTY = "Nothing waits to be judged.\n\n{capture} captures a report."


class TriageBody(Body):
    """One captured document at a time."""

    triage: Triage | None = None
    _waiting: frozenset[str] = frozenset()
    """The fingerprints of the documents that wait to be judged or written."""
    _decided = 0
    """How often something was decided: what was read before the last time is out of date."""

    def compose(self) -> ComposeResult:
        """Make the text, the proposals and the details of one."""
        yield Static("", id="coverage", markup=False)
        with Horizontal(id="triage"):
            yield Passage(id="passage")
            with Vertical(id="triage-right"):
                yield TightCardList("PROPOSAL", self._card, id="proposals")
                yield Details(id="details")

    def arrived(self, here: Here) -> None:
        """Say what to press when there is nothing, then ask."""
        self._proposals.empty = self.nothing(EMPTY)
        super().arrived(here)

    def begin(self) -> None:
        """Begin at the proposals."""
        self._proposals.focus()

    def clear(self) -> None:
        """Go back to the proposals."""
        self._proposals.focus()

    def reload(self) -> None:
        """Look for what waits, and for what became of it elsewhere."""
        decided = self._decided
        self.asking.ask("triages", read_pending, lambda found: self._pending(found, decided))

    @property
    def proposal(self) -> Proposal | None:
        """Give the proposal under the cursor."""
        key = self._proposals.key
        return None if self.triage is None or key is None else self.triage.proposals[key]

    @property
    def others(self) -> int:
        """Give how many other documents wait to be judged or written."""
        present = set() if self.triage is None else {self.triage.result.fingerprint}
        return len(self._waiting - present)

    def take_up(self, triage: Triage) -> None:
        """Judge this document."""
        self._show(triage)
        first = next((n for n, p in enumerate(triage.proposals) if triage.is_open(p.key)), 0)
        self._proposals.cursor = first

    def decide(self, key: str, decision: Decision | None) -> None:
        """Decide on a proposal, or take the decision back; go on to the next that is open."""
        if self.triage is None:
            return
        triage = self.triage
        changed = triage.without([key]) if decision is None else triage.deciding({key: decision})
        self.change(changed)
        if decision is not None:
            self._go_on()

    def change(self, triage: Triage) -> None:
        """Take a changed triage, and keep what was changed of it."""
        self._take(self.triage or triage, triage)

    def adopted(self, triage: Triage) -> None:
        """Take a triage as it was written, with what others decided until then."""
        self._take(triage, triage)

    def insist(self, clashes: Sequence[AnyClash]) -> None:
        """Decide as the person had decided, where somebody else came first."""
        if self.triage is not None:
            self.change(reduce(lambda triage, clash: clash.insist(triage), clashes, self.triage))

    def _take(self, before: Triage, after: Triage) -> None:
        self._show(after)
        self._decided += 1
        self.tracker.keeping.take(before, after)
        self._keep()

    def _keep(self) -> None:
        keeping = self.tracker.keeping
        self.asking.ask("keep", keeping.write, lambda _written: self._kept(), failed=self._not_kept)

    def _kept(self) -> None:
        """Show what others decided meanwhile; ask, where they decided the same otherwise."""
        present = self.triage
        if present is None:
            return
        newest, clashes = self.tracker.keeping.news(present.result.fingerprint)
        if newest is not None:
            self._show_again(newest)
        if clashes:
            from tracker.tui.edits.clashing import ask_which

            ask_which(self, clashes)

    def _not_kept(self, error: TrackerError) -> None:
        """Say why; what was decided stands on the screen, and is tried again."""
        self.tracker.tell(f"{NOT_YET} {error}", "warning")
        self.set_timer(AGAIN, self._keep)

    @property
    def _proposals(self) -> CardList[Proposal]:
        return self.query_one("#proposals", CardList)

    def _pending(self, triages: list[Triage], decided: int) -> None:
        if self.tracker.keeping.unwritten or decided != self._decided:
            return  # it is looked again when what was decided has been written
        self._waiting = frozenset(each.result.fingerprint for each in triages)
        present = self.triage
        if present is None:
            if triages:
                self.take_up(triages[0])
            return
        same = [t for t in triages if t.result.fingerprint == present.result.fingerprint]
        if same:
            self._show_again(same[0])

    def _show_again(self, triage: Triage) -> None:
        """Show what became of the document; the cursor stays on its proposal."""
        before = self.proposal
        self._show(triage)
        keys = [each.key for each in triage.proposals]
        if before is not None and before.key in keys:
            self._proposals.cursor = keys.index(before.key)

    def _show(self, triage: Triage) -> None:
        self.triage = triage
        spans = [Span(proposal.start, proposal.end) for proposal in triage.proposals]
        self.query_one(Passage).show_text(triage.result.text, spans)
        cards = dict(enumerate(triage.proposals))
        self._proposals.show_title(triage.file_name or "PROPOSAL")
        self._proposals.show_keys(cards, cards)
        self._tell_coverage(triage)
        self.view.refresh_hints()

    def _tell_coverage(self, triage: Triage) -> None:
        words = coverage_text(triage, self.others, self.view.keyed)
        self.query_one("#coverage", Static).update(words)

    def _go_on(self) -> None:
        """Go to the next open proposal, if there is one."""
        if self.triage is None:
            return
        at, proposals = self._proposals.cursor, self.triage.proposals
        later = [n for n in range(at + 1, len(proposals)) if self.triage.is_open(proposals[n].key)]
        if later:
            self._proposals.cursor = later[0]

    def _card(self, proposal: Proposal) -> tuple[Cell, Cell]:
        assert self.triage is not None  # noqa: S101 - cards are only of a triage
        return proposal_card(self.triage, proposal)

    @on(RowReached, "#proposals")
    def _reached(self) -> None:
        self.view.refresh_hints()
        proposal = self.proposal
        if proposal is None or self.triage is None:
            self.query_one(Details).show((), None)
            return
        self.query_one(Passage).show_passage(Span(proposal.start, proposal.end))
        self.query_one(Details).show(proposal_text(self.triage, proposal), proposal.position)

    @on(RowOpened, "#proposals")
    def _opened(self) -> None:
        self.query_one(Passage).focus()
