"""Which statement of ours an incoming one answers, from what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.folding import fold
from tracker.domain.liaison.titles import subject_of

if TYPE_CHECKING:
    from tracker.store.database import Reader

_SENT = """
SELECT i.ref, i.title, l.number FROM {liaison} l JOIN {item} i ON i.id = l.item_id
WHERE l.direction = 'outgoing' AND l.state = 'dispatched' AND NOT i.retired AND i.group_id = $1
ORDER BY i.ref
"""


def answered_by(reader: Reader, group_id: int, title: str, in_reply_to: str) -> int | None:
    """Give the ref of the one sent statement that is answered: by its number, else by its title.

    A title counts only where the answer says that it is one. None where none or several fit.
    """
    sent = [
        (int(ref), str(name), str(number)) for ref, name, number in reader.rows(_SENT, (group_id,))
    ]
    said = f" {fold(f'{in_reply_to} {title}')} "
    numbered = [ref for ref, _, number in sent if number and f" {fold(number)} " in said]
    if numbered:
        return numbered[0] if len(numbered) == 1 else None
    subject = subject_of(title)
    titled = [
        ref for ref, name, _ in sent if subject and fold(subject_of(name) or name) == fold(subject)
    ]
    return titled[0] if len(titled) == 1 else None
