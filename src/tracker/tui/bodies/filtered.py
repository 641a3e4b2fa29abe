"""A body with a filter, which is completed while it is typed and remembered when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tracker.tui.bodies.body import Body
from tracker.tui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from tracker.domain.errors import TrackerError


class FilteredBody(Body):
    """Has a filter bar above what it shows."""

    _passing = ""
    """A filter that was put in for the person, and is not remembered while it stays as it is."""
    is_finding = False
    """Whether what the filter wants is still being looked for."""

    @property
    def bar(self) -> FilterBar:
        """Give the bar."""
        return self.query_one(FilterBar)

    def focus_filter(self) -> None:
        """Go to the filter, and read meanwhile what it can be completed with."""
        from tracker.tui.data.filter_words import read_words

        here, actor = self.here, self.tracker.place.actor
        self.tracker.ahead.begin("filter")  # until then, letters would be commands of the list
        self.call_next(self._edit_filter)
        if here is not None:
            self.asking.ask(
                "filter words", lambda reader: read_words(reader, actor, here), self.bar.know
            )

    async def _edit_filter(self) -> None:
        await self.bar.edit()
        self.tracker.ahead.end("filter")

    def find(self, *, typing: bool = False) -> None:
        """Find what the filter wants; a word that is being typed may go on."""
        raise NotImplementedError

    def found_all(self) -> None:
        """What the filter wants is listed: whoever waits can go on."""
        self.is_finding = False
        self.tracker.ahead.end("list")

    def go_back(self) -> None:
        """Go from the filter to what it found."""
        raise NotImplementedError

    def come_back(self) -> None:
        """Go to what the filter found."""
        self.go_back()

    def reload(self) -> None:
        """Find everything anew."""
        self.find()

    def not_found(self, error: TrackerError) -> None:
        """Say what is wrong with the filter."""
        self.found_all()
        self.bar.tell(getattr(error, "why", str(error)), wrong=True)
        self.settle_added()

    @on(FilterBar.Typed)
    def _filter_typed(self) -> None:
        if self.filter_text() != self._passing:
            self._passing = ""
        self._hidden = None
        self.find(typing=True)
        self.view.refresh_hints()

    def filter_text(self) -> str:
        """Give the filter in force."""
        return self.bar.text.strip()

    def replace_filter(self, text: str, *, passing: bool = False) -> None:
        """Put another filter in; the one before can be recalled, unless it was ``passing``."""
        self.remember_filter()
        self._passing = text if passing else ""
        self.bar.set_text(text)

    def remember_filter(self) -> None:
        """Remember the filter in force, if there is one."""
        from tracker.tui.data.filter_words import remember

        text, actor = self.bar.text.strip(), self.tracker.place.actor
        if text and text not in (self._passing, *self.bar.history[:1]):
            self.asking.ask("remember", lambda reader: remember(reader, actor, text), self._known)

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        if self.is_finding:
            self.tracker.ahead.begin("list")  # or keys would work on what was listed before
        self.remember_filter()
        self.go_back()

    def _known(self, history: tuple[str, ...]) -> None:
        self.bar.history = history
