"""Changes: made in a thread, one after another, never over what others changed unseen."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused, TrackerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from tracker.domain.records.changes import ItemChange
    from tracker.session.workplace import Workplace
    from tracker.store.work import Work
    from tracker.tui.data.defects import Defects


@dataclass(frozen=True, slots=True)
class Change:
    """Something to be changed.

    ``apply`` does it and may give words about it. ``seen`` is the newest change set that the
    person knew when beginning; what changed ``refs`` after it is shown before anything is written.
    ``mine`` is what the person was about to write, where ``told`` does not hold all of it. ``then``
    is called when it is written.
    """

    verb: str
    told: str
    apply: Callable[[Work], str | None]
    refs: tuple[int, ...] = ()
    seen: int | None = None
    note: str = ""
    mine: str = ""
    then: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done outside the database, such as writing a file; it gives what to tell."""

    verb: str
    run: Callable[[], str]
    then: Callable[[], None] | None = None


class ChangedSince(Refused):
    """Somebody changed the same items after the person had begun."""

    def __init__(self, changes: tuple[ItemChange, ...]) -> None:
        self.changes = changes
        refs = ", ".join(dict.fromkeys(str(change.ref) for change in changes))
        super().__init__(f"{refs} was changed meanwhile. Nothing was written.")


class Changer:
    """Makes changes in threads, in the order in which they were asked for."""

    def __init__(self, place: Workplace, defects: Defects) -> None:
        self._place = place
        self._defects = defects
        self._one_at_a_time = Lock()
        self._mine: set[int] = set()
        """The change sets made here: the person knows of them, however soon the next one follows."""

    def make(
        self,
        node: DOMNode,
        change: Change | Task,
        done: Callable[[str], None],
        failed: Callable[[TrackerError], None],
    ) -> None:
        """Make the change; then call ``done`` with what to tell, or ``failed``, on the loop."""

        def work() -> None:
            try:
                with self._one_at_a_time:
                    told = self._made(change)
            except Exception as error:  # noqa: BLE001 - a thread's failure would be lost
                ours = isinstance(error, TrackerError)
                node.call_later(failed, error if ours else self._defects.met(error))
            else:
                node.call_later(done, told)

        node.run_worker(work, name=change.verb, group="change", thread=True, exit_on_error=False)

    def _made(self, change: Change | Task) -> str:
        if isinstance(change, Task):
            return change.run()
        with self._place.change(change.verb, change.note) as work:
            if change.seen is not None and change.refs:
                self._look_for_others(work, change.refs, change.seen)
            told = change.apply(work) or change.told
        if not self._mine:  # importing the ORM leaves some megabytes of garbage behind
            gc.collect()
            gc.freeze()
        self._mine.add(work.seq)
        return told

    def _look_for_others(self, work: Work, refs: tuple[int, ...], seen: int) -> None:
        if work.seq - 1 <= seen:
            return
        from tracker.store.reading.history import changes_between

        wanted = set(refs)
        others = tuple(
            change
            for change in changes_between(work.reader, seen, work.seq - 1)
            if change.ref in wanted and change.change_set.seq not in self._mine
        )
        if others:
            raise ChangedSince(others)
