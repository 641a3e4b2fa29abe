"""The app: views as modes, one way to tell, one look-out for what others change."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal, cast

from textual import events
from textual.app import App
from textual.binding import Binding

from tracker.domain.terminal_text import printable
from tracker.tui.data.asking import Asking
from tracker.tui.data.defects import Defects
from tracker.tui.data.drafts import Drafts
from tracker.tui.data.readers import Readers
from tracker.tui.looks import OWN
from tracker.tui.screens.every import EVERY_VIEW
from tracker.tui.screens.view import View
from tracker.tui.typed_ahead import SOON, TypedAhead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.domain.errors import TrackerError
    from tracker.domain.triage import Triage
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader
    from tracker.tui.data.changing import Change, Changer, Task
    from tracker.tui.data.here import Here
    from tracker.tui.data.keeping import Keeping
    from tracker.tui.data.opening import Opening
    from tracker.tui.data.watching import Watch

STACKED = 3
"""How many things told stand at once: more would cover what they are about."""

LATER = 0.3
"""Seconds after which what nobody waits for is read."""

LOOK_EVERY = 1.0
"""Seconds between looks for what others changed; shown within two."""


class TrackerApp(App[None], inherit_bindings=False):
    """Tracker in the terminal."""

    TITLE = "tracker"
    CSS_PATH = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False
    MODES = {view.NAME: view for view in EVERY_VIEW}
    DEFAULT_MODE = EVERY_VIEW[0].NAME
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (120, "-normal"),
        (140, "-wide"),
        (170, "-ample"),
    ]

    def __init__(self, place: Workplace, *, theme: str = "") -> None:
        super().__init__()
        self.animation_level = "none"  # calm, and quick over a slow line
        self.place = place
        self.readers = Readers(place.database)
        self.here: Here | None = None
        self.trouble = ""
        """Why the database could not be read when last looked at."""
        self.ended_by: TrackerError | None = None
        """Why there was nothing to look at, when the app was left for that."""
        self.drafts = Drafts(place.actor)
        self.defects = Defects()
        self.ahead = TypedAhead(self, self.type_in)
        for own in OWN:
            self.register_theme(own)
        self._leave_out_unreadable_themes()
        self._chosen_theme = theme
        self._settle_keys(place.settings.more.get("keys"))
        known = theme in self.available_themes
        if theme and not known:
            without = " without colours" if self.no_color else ""
            words = f"There is no theme “{theme}”{without}. Choose one from the palette."
            self.call_later(self.tell, words, "warning")
        self._begin_with(theme if known else OWN[0].name)

    def _leave_out_unreadable_themes(self) -> None:
        """Where NO_COLOR is set, offer no theme of the terminal's own colours.

        Textual makes colours grey then, and all of those black.
        """
        if self.no_color:
            for name, theme in self.available_themes.items():
                if theme.ansi:
                    self.unregister_theme(name)

    def _begin_with(self, theme: str) -> None:
        """Take a theme before anything is styled, which spares styling everything twice."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.add_class(f"-theme-{theme}", update=False)

    def _settle_keys(self, wanted: object) -> None:
        """Take the person's own keys; what cannot hold is told once the app is there."""
        if not isinstance(wanted, dict) or not wanted:
            return
        from tracker.tui.commands.keymap import settle
        from tracker.tui.screens.keyed import keyed_views

        settled = settle(wanted, keyed_views())
        self.set_keymap({name: ",".join(keys) for name, keys in settled.keys.items()})
        for problem in settled.problems:
            self.call_later(self.tell, f"Your keys: {problem}.", "warning")

    def on_mount(self) -> None:
        """Ask where we are, after the first frame; then keep looking out."""
        self._asking = Asking(self, self.readers, self.told_failure, self.defects)
        self.ahead.begin("start")  # so that quick hands can work before the first rows are there
        self.look_around()
        self.set_interval(LOOK_EVERY, self._look_out)
        self.set_timer(LATER, self._read_drafts)
        self._keep_texts_when_hung_up()

    @cached_property
    def asking(self) -> Opening:
        """Give what asks on behalf of commands, whose dialogues open with the answer."""
        from tracker.tui.data.opening import Opening

        return Opening(self)

    async def on_event(self, event: events.Event) -> None:
        """Take an event; a key typed behind one that opens a dialogue waits for the dialogue."""
        fresh = isinstance(event, events.Key) and not event.is_forwarded
        if not (fresh and self.ahead.typed(cast("events.Key", event))):
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Hold a key that nothing has obeyed, if it is for what is being opened."""
        if self.ahead.came_late(event):
            event.prevent_default()

    async def type_in(self, key: events.Key) -> None:
        """Type a key into whatever has the focus now."""
        await super().on_event(key)

    def look_around(self) -> None:
        """Read where we are, and then everything that is shown."""
        self._asking.ask("here", self._read_here, self._arrived, failed=self._in_trouble)

    def _read_here(self, reader: Reader) -> Here:
        """Read where we are; what the views will need is imported meanwhile, in this thread."""
        from tracker.tui.data.here import read_here
        from tracker.tui.data.warming import warm

        if self.here is None:
            self._watch.changed()  # from now on: what is committed after this is seen to be new
        warm()
        return read_here(self.place, reader)

    def _arrived(self, here: Here) -> None:
        first, self.here = self.here is None, here
        if first and here.theme in self.available_themes and not self._chosen_theme:
            self.theme = here.theme
        for view in self._views():
            if first:
                view.query("Trouble").remove()
            view.arrived(here)
        if first:
            self._started()

    def _started(self) -> None:
        """Type what was typed ahead, once there is something to work on."""
        body = self.screen_of(self.current_mode).body
        asking = (each for each in self.workers if each.node is body and not each.is_finished)
        if body is None or any(asking):
            self.set_timer(SOON, self._started)
        else:
            self.ahead.end("start")

    def _look_out(self) -> None:
        self._show_trouble()  # in the views, too, that were opened since
        self._asking.ask(
            "changes", lambda _reader: self._watch.changed(), self._looked, failed=self._in_trouble
        )

    def _looked(self, changed: bool) -> None:  # noqa: FBT001 - the answer of a question
        over, self.trouble = self.trouble, ""
        if over:
            self.tell("The database can be read again.")
        if changed or over or self.here is None:
            self.look_around()

    def _in_trouble(self, error: TrackerError) -> None:
        """Tell once that the database cannot be read; looking goes on.

        Where nothing has been read yet, leave, unless the trouble may pass.
        """
        from tracker.tui.trouble import may_pass

        self.ahead.end("start")
        if self.here is None and not may_pass(error):
            self.ended_by = error
            self.exit()
        elif str(error) != self.trouble:
            self.trouble = str(error)
            if self.here is not None:
                self.told_failure(error)
        self._show_trouble()

    def _show_trouble(self) -> None:
        """Let every view say what it waits for, while nothing has been read."""
        if self.trouble and self.here is None:
            from tracker.tui.trouble import show_trouble

            for view in self._views():
                show_trouble(view, self.trouble)

    @cached_property
    def _changer(self) -> Changer:
        from tracker.tui.data.changing import Changer

        return Changer(self.place, self.defects)

    @cached_property
    def _watch(self) -> Watch:
        from tracker.tui.data.watching import Watch

        return Watch(self.place.database)

    @cached_property
    def keeping(self) -> Keeping:
        """Give what was decided in triages and is still to be written."""
        from tracker.tui.data.keeping import Keeping

        return Keeping(self.place)

    def _read_drafts(self) -> None:
        self._asking.ask("drafts", self.drafts.read, lambda _read: None)

    def write_drafts(self) -> None:
        """Write what was typed and not saved into the database."""
        if self.drafts.unwritten:
            self._asking.ask("drafts", self.drafts.write, lambda _written: None)

    def _keep_texts_when_hung_up(self) -> None:
        """Leave in good order when the terminal goes away."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError):
                loop.add_signal_handler(getattr(signal, name), self.hang_up)

    def hang_up(self) -> None:
        """Keep what is being typed, and leave."""
        from tracker.tui.dialogs.prompt import Prompt

        for screen in self.screen_stack:
            if isinstance(screen, Prompt):
                screen.keep()
        self.exit()

    def close(self) -> None:
        """Write what is left to be written and close every connection, when the person has left."""
        triages = self.__dict__.get("keeping")  # nothing is to be kept that was never begun
        for left in (self.drafts, triages):
            if left is not None and left.unwritten:
                with self.readers.lent() as reader:
                    left.write(reader)
        if triages is not None and (untold := triages.untold()):
            from tracker.tui.edits.clashing import untold_lines

            sys.stderr.write("\n".join([*untold_lines(untold), ""]))
        self.readers.close()
        if "_watch" in self.__dict__:
            self._watch.close()

    def change(
        self,
        change: Change | Task,
        *,
        done: Callable[[], None] | None = None,
        failed: Callable[[TrackerError], None] | None = None,
    ) -> None:
        """Make a change, tell what was done, and show it."""
        from tracker.tui.data.changing import Change, ChangedSince

        def changed(told: str) -> None:
            if told:
                self.tell(told)
            if isinstance(change, Change):
                self.look_around()
            for after in (done, getattr(change, "then", None)):
                if after is not None:
                    after()

        fail = failed or self.told_failure

        def failing(error: TrackerError) -> None:
            if not isinstance(error, ChangedSince) or not isinstance(change, Change):
                fail(error)
                return
            from tracker.tui.edits.conflicts import ask_which

            self.ahead.drop()  # what was typed meanwhile answers no question that nobody expected
            self.ahead.end("save")

            def write(again: Change) -> None:
                self.change(again, done=done, failed=failed)

            timezone = self.place.timezone if self.here is None else self.here.timezone
            leave = partial(fail, error)
            self.push_screen(ask_which(change, error, write, leave, timezone=timezone))

        self._changer.make(self, change, changed, failing)

    def copy(self, text: str, what: str) -> None:
        """Copy by OSC 52. The terminal gives no answer: say what was sent, and how much."""
        from tracker.tui.telling import cut

        self.copy_to_clipboard(printable(text))
        self.tell(f"Sent {what} to the clipboard: {cut(text)}")

    def tell(
        self, words: str, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """Tell the person something, as plain text; not again what was told last and still stands.

        A warning that still stands is not told again at all.
        """
        text, standing = printable(words), list(self._notifications)
        same = standing[-1:] if severity == "information" else standing
        if all((each.message, each.severity) != (text, severity) for each in same):
            self.notify(text, severity=severity, markup=False)

    def on_notify(self) -> None:
        """Make room for what is told now: of many the oldest go."""
        for older in list(self._notifications)[: -STACKED + 1]:
            self._unnotify(older)

    def told_failure(self, error: TrackerError) -> None:
        """Tell what went wrong; the app goes on."""
        self.tell(str(error), "error")

    def key_words(self, name: str, keys: Sequence[str]) -> str:
        """Give the key of a binding as it is shown: the first, or the first that was settled."""
        key = self._keymap.get(name, ",".join(keys)).partition(",")[0]
        return self.get_key_display(Binding(key, "")) if key else ""

    def show_list(self, text: str, key: int | None = None, *, passing: bool = False) -> None:
        """Show a list of items by its filter; with ``key``, the cursor goes to that item.

        A ``passing`` filter is none that the person would recall: it is not remembered.
        """
        self.switch_mode("actions")
        body = self.screen_of("actions").body
        if body is not None:
            body.show_list(text, key, passing=passing)

    def show_item(self, key: int, ref: int) -> None:
        """Go to an item, in the present list if it is there."""
        body = self.screen_of("actions").body
        if body is not None and body.go_to(key):
            self.switch_mode("actions")
        else:
            self.show_list(f"#{ref}", key, passing=True)

    def judge(self, triage: Triage) -> None:
        """Go to the triage of a document."""
        self.switch_mode("triage")
        view = self.screen_of("triage")
        view.wanted = triage
        view.hand_over()

    def show_line(self, view: str, words: str) -> None:
        """Go to the line with these words in a view."""
        self.switch_mode(view)
        shown = self.screen_of(view)
        shown.sought = words
        shown.hand_over()

    def screen_of(self, name: str) -> View:
        """Give the view of this name, which has been looked at before."""
        return next(view for view in self._views() if name == view.NAME)

    def prefer(self, name: str, value: str) -> None:
        """Remember what the person prefers."""
        from tracker.store.preferring import prefer

        actor = self.place.actor
        self._asking.ask(
            f"prefer {name}", lambda reader: prefer(reader, actor, name, value), lambda _done: None
        )

    def _views(self) -> list[View]:
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, View)]
