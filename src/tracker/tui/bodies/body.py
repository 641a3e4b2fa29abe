"""The base of what views show: a widget that asks the database and keeps its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Vertical

from tracker.tui.data.asking import Asking

if TYPE_CHECKING:
    from tracker.domain.triage import Triage
    from tracker.tui.app import TrackerApp
    from tracker.tui.data.here import Here
    from tracker.tui.screens.view import View


class Body(Vertical):
    """Shows something of the database. A subclass says what, and what there is to work on."""

    @property
    def tracker(self) -> TrackerApp:
        """Give the app."""
        return cast("TrackerApp", self.app)

    @property
    def view(self) -> View:
        """Give the view whose body this is."""
        from tracker.tui.screens.view import View

        return next(node for node in self.ancestors if isinstance(node, View))

    @property
    def here(self) -> Here | None:
        """Give where we are, once it has been read."""
        return self.tracker.here

    def on_mount(self) -> None:
        """Get ready to ask; begin, if it is known where we are."""
        self.asking = Asking(
            self, self.tracker.readers, self.tracker.told_failure, self.tracker.defects
        )
        if self.here is not None:
            self.arrived(self.here)

    def arrived(self, here: Here) -> None:
        """Where we are has been read, for the first time or anew: ask for what is shown."""
        del here
        self.reload()

    def reload(self) -> None:
        """Read anew what is shown; the place of the person stays."""

    def nothing(self, words: str) -> str:
        """Say that there is nothing to show and what to press; see ``View.keyed`` for the keys."""
        here = self.here
        if here is not None and not here.groups:
            return self.view.welcome()
        return self.view.keyed(words)

    def begin(self) -> None:
        """Put the focus where work begins."""

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the ids of the items that commands work on: marked, or under the cursor."""
        return ()

    def show_list(self, text: str, key: int | None, *, passing: bool = False) -> None:
        """Show a list by its filter, where there is one."""

    def go_to(self, key: int) -> bool:
        """Put the cursor on an item; False if it is not shown."""
        del key
        return False

    def focus_filter(self) -> None:
        """Go to the filter, where there is one."""

    def filter_text(self) -> str:
        """Give the filter in force; ``""`` where there is none."""
        return ""

    def clear(self) -> None:
        """Take marks away, or the filter."""

    def take_up(self, triage: Triage) -> None:
        """Judge a captured document, where that is done."""

    def show_facets(self) -> None:
        """Show the facets, where there are some."""

    def mark_all(self) -> None:
        """Mark everything that is listed."""
