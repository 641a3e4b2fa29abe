"""What all views share: the bars, the commands, the way to ask and to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.screen import Screen

from tracker.tui.commands.binding import bindings
from tracker.tui.commands.everywhere import EVERYWHERE
from tracker.tui.data.asking import Asking
from tracker.tui.widgets.key_bar import Hint, KeyBar
from tracker.tui.widgets.top_bar import Tab, TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tracker.domain.records.item_row import ItemRow
    from tracker.tui.app import TrackerApp
    from tracker.tui.commands.command import Command
    from tracker.tui.data.here import Here


class Chosen(NamedTuple):
    """Items that a command is to work on, and the newest change set when they were read."""

    rows: tuple[ItemRow, ...]
    seen: int

    @property
    def refs(self) -> tuple[int, ...]:
        """Give their refs."""
        return tuple(row.ref for row in self.rows)

    def words(self) -> str:
        """Name them: the one by ref and heading, several by their number."""
        if len(self.rows) == 1:
            return f"{self.rows[0].ref} {self.rows[0].heading}"
        return f"{len(self.rows)} items"


class View(Screen[None]):
    """A view between the two bars. A subclass makes the body and says what it does on events."""

    BINDINGS = bindings(EVERYWHERE)
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = ()
    """Commands of this view beside those that work everywhere."""
    NAME: ClassVar[str] = ""

    @property
    def tracker(self) -> TrackerApp:
        """Give the app."""
        return cast("TrackerApp", self.app)

    @property
    def here(self) -> Here | None:
        """Give where we are, once it has been read."""
        return self.tracker.here

    @property
    def here_now(self) -> Here:
        """Give where we are; only for what runs after it has been read."""
        return cast("Here", self.tracker.here)

    def compose(self) -> ComposeResult:
        """Put the body between the bars."""
        yield TopBar(self._tabs())
        yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Make what the view shows."""
        return iter(())

    def on_mount(self) -> None:
        """Get ready to ask."""
        self.asking = Asking(self, self.tracker.readers, self.tracker.told_failure)
        self.watch(self, "focused", self._focus_moved, init=False)
        if self.here is not None:
            self.arrived(self.here)

    def on_screen_resume(self) -> None:
        """Show what was changed while another view was looked at."""
        self.refresh_hints()

    # What a view may do

    def arrived(self, here: Here) -> None:
        """Where we are has been read: show it, and ask for what the view shows."""
        self.query_one(TopBar).show_label(here.label)
        self.reload()

    def reload(self) -> None:
        """Read anew what the view shows; the place of the person stays."""

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the ids of the items that commands work on: marked, or under the cursor."""
        return ()

    def why_no_items(self) -> str:
        """Say why there is nothing that commands could work on; ``""`` if there is."""
        return "" if self.chosen_keys() else "No item is selected here."

    def focus_filter(self) -> None:
        """Go to the filter, where there is one."""

    def clear(self) -> None:
        """Take marks away, or the filter."""

    def mark_all(self) -> None:
        """Mark everything that is listed."""

    def with_chosen(self, then: Callable[[Chosen], None]) -> None:
        """Read the chosen items afresh and hand them over."""
        from tracker.tui.data.choosing import read_chosen

        keys = self.chosen_keys()
        self.asking.ask("chosen", lambda reader: read_chosen(reader, keys), then)

    # Commands

    def commands(self) -> Iterable[type[Command]]:
        """Give every command that works here."""
        return (*self.COMMANDS_HERE, *EVERYWHERE)

    def action_run(self, name: str) -> None:
        """Run a command, or say why it cannot run."""
        command = next(c for c in self.commands() if c.name() == name)()
        if why := command.refused(self):
            self.tracker.tell(why, "warning")
        else:
            command.run(self)

    def hints(self) -> Iterable[Hint]:
        """Give what the key bar shows."""
        for command in self.commands():
            if command.short:
                asleep = bool(command().refused(self))
                key = self.tracker.key_of(command)
                yield Hint(key, command.short, command.name(), asleep)

    def refresh_hints(self) -> None:
        """Show the keys for what has the focus."""
        if self.is_attached:
            focused = self.focused
            own = getattr(focused, "HINTS", None)
            self.query_one(KeyBar).show_hints(own if own is not None else list(self.hints()))

    def _focus_moved(self, _before: Widget | None, _after: Widget | None) -> None:
        self.refresh_hints()

    def _tabs(self) -> list[Tab]:
        from tracker.tui.commands.views import GOING

        return [
            Tab(self.tracker.key_of(go), go.word, go.name(), go.view == self.NAME) for go in GOING
        ]
