"""Triage: the document on the left, what capture proposes on the right; judged one by one."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tracker.tui.bodies.body import Body
from tracker.tui.data.triage import keep_triage, read_pending
from tracker.tui.widgets.card_list import CardList, TightCardList
from tracker.tui.widgets.coverage_text import coverage_text
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.passage import Passage, Span
from tracker.tui.widgets.proposal_text import proposal_card, proposal_text
from tracker.tui.widgets.row_messages import RowOpened, RowReached

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.domain.proposals import Proposal
    from tracker.domain.triage import Decision, Triage
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here
    from tracker.tui.widgets.columns import Cell

EMPTY = "Nothing waits to be judged.\n\n{capture} captures a report."


class TriageBody(Body):
    """One captured document at a time."""

    triage: Triage | None = None
    _waiting: frozenset[str] = frozenset()
    """The fingerprints of the documents that wait to be judged or written."""
    _unkept = False
    """Whether the database does not have yet what was decided last."""

    def compose(self) -> ComposeResult:
        """Make the text, the proposals and the details of one."""
        self._newest: dict[str, Triage] = {}
        self._one_at_a_time = Lock()
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
        self.asking.ask("triages", read_pending, self._pending)

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
        """Take a changed triage, and keep it."""
        self._show(triage)
        self._newest[triage.result.fingerprint] = triage
        self._unkept = True
        self.asking.ask("keep", lambda reader: self._keep(reader, triage), self._kept)

    def _keep(self, reader: Reader, triage: Triage) -> None:
        """Keep a triage, in a thread, unless more was decided meanwhile."""
        with self._one_at_a_time:
            if self._newest[triage.result.fingerprint] is triage:
                keep_triage(reader, self.tracker.place, triage)

    def _kept(self, _nothing: None) -> None:
        self._unkept = False

    @property
    def _proposals(self) -> CardList[Proposal]:
        return self.query_one("#proposals", CardList)

    def _pending(self, triages: list[Triage]) -> None:
        if self._unkept:
            return  # what was read is older than what is shown
        self._waiting = frozenset(each.result.fingerprint for each in triages)
        present = self.triage
        if present is None:
            if triages:
                self.take_up(triages[0])
            return
        same = [t for t in triages if t.result.fingerprint == present.result.fingerprint]
        if same:
            self._show(same[0])

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
