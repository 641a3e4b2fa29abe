"""Why a date is not taken, each as one line that says what to write instead."""

from __future__ import annotations

from tracker.domain.errors import UsageProblem
from tracker.domain.ordinals import short

_EXAMPLES = "2026-12-01, “12 Feb”, “fri”, “in 2 weeks”, “end of March” or “before next meeting”"


class DateProblem(UsageProblem):
    """A date that is not understood, not possible or open to two readings."""


class UnknownDate(DateProblem):
    """Nothing in the grammar fits the words."""

    def __init__(self, text: str, nearest: tuple[str, ...] = ()) -> None:
        offer = f"Did you mean {' or '.join(nearest)}?" if nearest else f"Write {_EXAMPLES}."
        super().__init__(f"“{text}” is not a date. {offer}")


class AmbiguousDate(DateProblem):
    """The words can be read as several days, or name a period instead of a day."""

    def __init__(self, text: str, why: str, instead: str) -> None:
        super().__init__(f"“{text}” {why}. Write {instead}.")


class ImpossibleDate(DateProblem):
    """The day does not exist in the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(f"There is no such day as “{text}”.")


class FutureFact(DateProblem):
    """A fact is dated later than today."""

    def __init__(self, text: str, day: str) -> None:
        super().__init__(f"“{text}” is {day}, still to come: a fact is dated today or earlier.")


class UnknownMeetingDate(DateProblem):
    """A date hangs on a meeting whose own date is not known."""

    def __init__(self, meeting: int | str) -> None:
        name = (
            f"the {short(meeting)} meeting"
            if isinstance(meeting, int)
            else f"the {meeting} meeting"
        )
        super().__init__(
            f"The date of {name} is not known. Give the meeting a date first, or write a day."
        )
