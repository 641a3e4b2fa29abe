"""A view: a bar above, a bar below, and between them a body that is made after the first frame."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from tracker.tui.commands.binding import Bound, bindings, bound
from tracker.tui.commands.everywhere import BEGINNING, EVERYWHERE
from tracker.tui.widgets.key_bar import Hint, KeyBar
from tracker.tui.widgets.top_bar import Tab, TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tracker.domain.triage import Triage
    from tracker.tui.app import TrackerApp
    from tracker.tui.bodies.body import Body
    from tracker.tui.commands.command import Command
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.data.here import Here

NAMED = re.compile(r"\{([a-z-]+)\}")
"""A command by its name, in a text that speaks of its key."""

BRIEF = re.compile(r"[:;.]")
"""Ends the part of a command's help that says it in brief."""

SOON = 0.01
"""Seconds that the terminal gets to show the frame before the body is imported."""


class View(Screen[None]):
    """The frame of a view. A subclass names its body and its commands."""

    NAME: ClassVar[str] = ""
    BODY: ClassVar[str] = ""
    """Where its body is, ``module:Class``, imported when the frame has been painted."""
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = ()
    """Commands of this view beside those that work everywhere."""
    BOUND: ClassVar[tuple[Bound, ...]] = ()
    """Every command of the view with its keys; made from the above."""
    body: Body | None = None
    wanted: Triage | None = None
    """What is to be judged here, once the body is there."""
    sought = ""
    """The words of the line that the cursor goes to, once the body is there."""
    _stale = False

    def __init_subclass__(cls, **options: bool) -> None:
        """Bind the commands of the view; its own keys win over those that work everywhere."""
        cls.BOUND = bound(cls.COMMANDS_HERE, EVERYWHERE)
        cls.BINDINGS = bindings(cls.BOUND)
        super().__init_subclass__(**options)

    @property
    def tracker(self) -> TrackerApp:
        """Give the app."""
        return cast("TrackerApp", self.app)

    @property
    def here_now(self) -> Here:
        """Give where we are; only for what runs after it has been read."""
        return cast("Here", self.tracker.here)

    def compose(self) -> ComposeResult:
        """Make the two bars."""
        yield TopBar(self._tabs())
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the frame once it has been painted."""
        self.watch(self, "focused", self.refresh_hints, init=False)
        self.refresh_hints()
        self.call_after_refresh(self.set_timer, SOON, self._furnish)

    def on_screen_suspend(self) -> None:
        """Leave it to the dialogue that opens to show what was told: twice would cover it."""
        self.query("ToastRack").set(display=False)

    def on_screen_resume(self) -> None:
        """Show what was changed while another view was looked at."""
        if self._stale and self.tracker.here is not None:
            self.arrived(self.tracker.here)
        self.refresh_hints()

    @property
    def is_shown(self) -> bool:
        """Tell whether this is the view being looked at, perhaps under a dialogue."""
        return self.app.current_mode == self.NAME

    async def _furnish(self) -> None:
        module, _, name = self.BODY.partition(":")
        body: Body = getattr(import_module(module), name)()
        await self.mount(body, after=0)
        self.body = body
        body.begin()
        self.hand_over()
        if self.tracker.here is not None:
            self.arrived(self.tracker.here)

    def hand_over(self) -> None:
        """Give the body what it is wanted for."""
        if self.body is not None and self.wanted is not None:
            self.body.take_up(self.wanted)
            self.wanted = None
        if self.body is not None and self.sought:
            self.body.seek(self.sought)
            self.sought = ""

    def arrived(self, here: Here) -> None:
        """Where we are has been read, for the first time or anew."""
        self._stale = not self.is_shown
        if self._stale:
            return
        self.query_one(TopBar).show_label(here.label)
        if self.body is not None:
            self.body.arrived(here)

    # What commands work on

    def chosen_keys(self) -> tuple[int, ...]:
        """Give the ids of the items that commands work on: marked, or under the cursor."""
        return self.body.chosen_keys() if self.body is not None else ()

    def why_no_items(self) -> str:
        """Say why there is nothing that commands could work on; ``""`` if there is."""
        return "" if self.chosen_keys() else "No item is selected here."

    def with_chosen(self, then: Callable[[Chosen], None]) -> None:
        """Read the chosen items afresh and hand them over."""
        from tracker.tui.data.choosing import read_chosen

        keys = self.chosen_keys()
        self.tracker.asking.ask("chosen", lambda reader: read_chosen(reader, keys), then)

    # Commands

    @classmethod
    def help(cls) -> str:
        """Say what the view shows."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def commands(cls) -> tuple[type[Command], ...]:
        """Give every command that works here."""
        return tuple(each.command for each in cls.BOUND)

    def key_of(self, command: type[Command]) -> str:
        """Give the key that runs a command here, as it is shown; ``""`` when none does."""
        keys = next((each.keys for each in self.BOUND if each.command is command), ())
        return self.tracker.key_words(command.name(), keys)

    def keyed(self, text: str) -> str:
        """Give a text in which ``{set-status}`` and the like become the keys of these commands."""
        commands = {each.name(): each for each in self.commands()}
        return NAMED.sub(lambda found: self.key_of(commands[found[1]]), text)

    def welcome(self) -> str:
        """Give what an empty database says: what to begin with, and the keys for it."""
        offers = (f"{self.key_of(each):>3}  {BRIEF.split(each.help())[0]}" for each in BEGINNING)
        return "\n\n".join(("Nothing is tracked here yet. Begin with one of these:", *offers))

    def action_run(self, name: str) -> None:
        """Run a command, or say why it cannot run."""
        command = next(c for c in self.commands() if c.name() == name)()
        if why := command.refused(self):
            self.tracker.tell(why, "warning")
            self.tracker.ahead.refused()
        else:
            command.run(self)

    def hints(self) -> Iterable[Hint]:
        """Give what the key bar shows."""
        for command in self.commands():
            if command.short:
                asleep = bool(command().refused(self))
                key = self.key_of(command)
                yield Hint(key, command.short, command.name(), asleep)

    def refresh_hints(self, _focused: Widget | None = None) -> None:
        """Show the keys for what has the focus."""
        if self.is_attached:
            own = getattr(self.focused, "HINTS", None)
            self.query_one(KeyBar).show_hints(own if own is not None else list(self.hints()))

    def _tabs(self) -> list[Tab]:
        from tracker.tui.commands.views import GOING

        return [Tab(self.key_of(go), go.word, go.name(), go.view == self.NAME) for go in GOING]
