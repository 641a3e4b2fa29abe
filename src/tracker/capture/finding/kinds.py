"""What kind of outcome a text is, by the words it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.vocabulary import OutcomeKind

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words

_FIRST_OF_ALL = (OutcomeKind.LIAISON_STATEMENT.value, OutcomeKind.REPORT_TO_PARENT.value)


def kind_of(text: str, words: Words) -> str | None:
    """The kind of an outcome, or None when its words do not show it.

    What leaves the body (a liaison statement, a report to the parent body) is told by the thing
    sent, wherever it is named; for the rest the earliest telling word of the sentence decides. A
    decision to publish is a posting, since that closes it.
    """
    found = [
        (match.start(), kind) for kind, pattern in words.kinds if (match := pattern.search(text))
    ]
    for kind in _FIRST_OF_ALL:
        if any(kind == other for _, other in found):
            return kind
    first = min(found, default=(0, None), key=lambda place: place[0])[1]
    published = any(kind == OutcomeKind.POSTING for _, kind in found)
    return OutcomeKind.POSTING.value if first == OutcomeKind.DECISION and published else first
