"""The base of what views show: a widget that asks the database and keeps its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical

from tracker.tui.data.asking import Asking

if TYPE_CHECKING:
    from tracker.domain.triage import Triage
    from tracker.tui.app import TrackerApp
    from tracker.tui.data.adding import Added
    from tracker.tui.data.here import Here
    from tracker.tui.screens.view import View


class Body(Vertical):
    """Shows something of the database. A subclass says what, and what there is to work on."""

    LISTS_ITEMS: ClassVar[bool] = False
    """Whether items of all sorts are listed, and what was added may be among them."""
    _added: Added | None = None
    _expected: Added | None = None
    """What was added, and will be among what has been asked for."""
    _hidden: int | None = None
    """What was added and is hidden by the filter, to which taking the filter away goes."""

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

    def come_back(self) -> None:
        """Put the focus back where work is done, from what stands beside it."""

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the ids of the items that commands work on: marked, or under the cursor."""
        return ()

    def show_list(self, text: str, key: int | None, *, passing: bool = False) -> None:
        """Show a list by its filter, where there is one."""

    def go_to(self, key: int) -> bool:
        """Put the cursor on an item; False if it is not shown."""
        del key
        return False

    def show_added(self, added: Added) -> None:
        """Go to an item that was just added, when what is shown has been read anew."""
        self._added = added
        if not (self.LISTS_ITEMS and self.view.is_shown):
            self.expect_added()
            self.settle_added()

    def expect_added(self) -> None:
        """What is asked for now will have in it what was added."""
        self._expected, self._added = self._added or self._expected, None

    def settle_added(self) -> None:
        """Go to what was added, and tell; where it is not shown, tell how to get there."""
        added, self._expected = self._expected, None
        if added is not None:
            shown = self.go_to(added.key)
            self._hidden = None if shown else added.key
            self.tracker.tell(added.told if shown else f"{added.told}. {self._way_to(added)}")

    def _way_to(self, added: Added) -> str:
        way = self.view.keyed(f"{{show-palette}} {added.ref} goes to it.")
        if self.filter_text():
            return self.view.keyed(f"The filter hides it: {{clear}} takes it away, {way}")
        return way

    def seek(self, words: str) -> None:
        """Put the cursor on the line with these words, once it is there; where lines have words."""

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
