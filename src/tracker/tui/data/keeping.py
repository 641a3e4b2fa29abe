"""What was decided in triages and is not in the database yet: written by a thread, or on leaving."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.triage_merging import merge
from tracker.tui.data.triage import keep_triage

if TYPE_CHECKING:
    from tracker.domain.triage import Triage
    from tracker.domain.triage_merging import AnyClash
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader


class Unwritten(NamedTuple):
    """A triage as it was last known to be kept, and with what was decided since."""

    base: Triage
    newest: Triage


class Keeping:
    """What was decided on each document since it was last read or written.

    Only that is written, onto what the database holds by then. Where somebody else came first and
    decided otherwise, theirs is kept, and the person is to be asked.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._unwritten: dict[str, Unwritten] = {}
        self._kept: dict[str, Triage] = {}
        """What became of each triage that was written and nobody has looked at since."""
        self._clashes: dict[str, list[AnyClash]] = {}
        self._one_at_a_time = Lock()
        self._changing = Lock()

    @property
    def unwritten(self) -> bool:
        """Tell whether there is something that the database does not have yet."""
        return bool(self._unwritten)

    def take(self, before: Triage, after: Triage) -> None:
        """Take what the person changed of a triage, beside what was changed and is not written."""
        fingerprint = after.result.fingerprint
        with self._changing:
            base, newest = self._unwritten.get(fingerprint, Unwritten(before, before))
            merged = merge(before, after, newest, self._place.actor)
            self._unwritten[fingerprint] = Unwritten(base, merged.triage)
            self._note(fingerprint, merged.clashes)

    def base(self, triage: Triage) -> Triage:
        """Give what is known to be kept of a triage as it is on the screen."""
        left = self._unwritten.get(triage.result.fingerprint)
        return triage if left is None else left.base

    def write(self, reader: Reader) -> None:
        """Write everything; what is decided meanwhile is written by the next who asks."""
        with self._one_at_a_time:
            for fingerprint, left in list(self._unwritten.items()):
                kept = keep_triage(reader, self._place, left.newest, left.base)
                with self._changing:
                    self._note(fingerprint, kept.clashes)
                    self._go_on_from(fingerprint, left.newest, kept.triage)

    def news(self, fingerprint: str) -> tuple[Triage | None, list[AnyClash]]:
        """Give a triage as it is with what others decided, None when nothing was written since.

        With it what the person has to be told, which is given once.
        """
        with self._changing:
            kept = self._kept.pop(fingerprint, None)
            left = self._unwritten.get(fingerprint)
            newest = kept if kept is None or left is None else left.newest
            return newest, self._clashes.pop(fingerprint, [])

    def untold(self) -> list[tuple[str, AnyClash]]:
        """Give what nobody was told of, each with the name of its document."""
        return [
            (kept.file_name if (kept := self._kept.get(fingerprint)) else "", clash)
            for fingerprint, clashes in self._clashes.items()
            for clash in clashes
        ]

    def _go_on_from(self, fingerprint: str, written: Triage, kept: Triage) -> None:
        """Let what was decided during the writing go on from what is kept now."""
        newest = self._unwritten[fingerprint].newest
        self._kept[fingerprint] = kept
        if newest is written:
            del self._unwritten[fingerprint]
            return
        merged = merge(written, newest, kept, self._place.actor)
        self._unwritten[fingerprint] = Unwritten(kept, merged.triage)
        self._note(fingerprint, merged.clashes)

    def _note(self, fingerprint: str, clashes: tuple[AnyClash, ...]) -> None:
        if clashes:
            self._clashes.setdefault(fingerprint, []).extend(clashes)
