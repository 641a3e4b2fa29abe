"""Triages: captured documents that are being judged. Read, kept and written in threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.addressed import warm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.domain.triage import Triage
    from tracker.domain.triage_merging import Merged
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader
    from tracker.store.work import Work


def read_pending(reader: Reader) -> list[Triage]:
    """Give the triages in which something is still open or not written yet."""
    from tracker.desk.triage import pending

    triages = pending(reader)
    warm(triages[:1])
    return triages


def keep_triage(reader: Reader, place: Workplace, triage: Triage, base: Triage) -> Merged:
    """Keep what was decided since ``base``, beside what others decided meanwhile."""
    from tracker.desk.triage import keep
    from tracker.store.instants import stamp

    return keep(reader, triage, actor=place.actor, at=stamp(place.now()), base=base)


def capture(reader: Reader, place: Workplace, path: Path) -> Triage:
    """Capture a file and keep its triage; one that was begun before goes on.

    Raises an ``UnreadableInput``, or what naming its group raises.
    """
    from tracker.capture.capturing import capture_file
    from tracker.desk.triage import take_up

    triage = take_up(reader, capture_file(path), file_name=path.name)
    triage = keep_triage(reader, place, triage, triage).triage
    warm([triage])
    return triage


def writing(
    triage: Triage, base: Triage, written: Callable[[Triage], None]
) -> Callable[[Work], str]:
    """Give the change that adopts what was accepted; ``base`` is what is known to be kept."""

    def apply(work: Work) -> str:
        from tracker.desk.adopt import adopt

        adopted = adopt(work, triage, base=base)
        written(adopted.triage)
        told = f"{len(adopted.items)} recorded"
        if adopted.corrected:
            told += f", {len(adopted.corrected)} corrected"
        return "\n".join([f"{triage.file_name}: {told}", *adopted.notices])

    return apply
