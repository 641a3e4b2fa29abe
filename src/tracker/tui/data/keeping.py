"""What was decided in triages and is not in the database yet: written by a thread, or on leaving."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tracker.tui.data.triage import keep_triage

if TYPE_CHECKING:
    from tracker.domain.triage import Triage
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader


class Keeping:
    """The newest state of each triage, until it is written; what came before it never is."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._newest: dict[str, Triage] = {}
        self._one_at_a_time = Lock()

    @property
    def unwritten(self) -> bool:
        """Tell whether there is something that the database does not have yet."""
        return bool(self._newest)

    def take(self, triage: Triage) -> None:
        """Take the state of a triage, in place of an earlier one."""
        self._newest[triage.result.fingerprint] = triage

    def write(self, reader: Reader) -> None:
        """Write everything; what is decided meanwhile is written by the next who asks."""
        with self._one_at_a_time:
            for fingerprint, triage in list(self._newest.items()):
                keep_triage(reader, self._place, triage)
                if self._newest[fingerprint] is triage:
                    del self._newest[fingerprint]
