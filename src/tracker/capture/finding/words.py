"""What finding must know of a language, as data: one instance a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    import re

    from tracker.capture.finding.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Words:
    """The words of minutes in one language. Patterns are matched whatever the case, unless they say otherwise."""

    code: str
    common: frozenset[str]
    """Frequent small words, by which the language of a text is told."""
    months: Mapping[str, int]
    weekdays: frozenset[str]
    ordinals: Mapping[str, int]
    ordinal_figure: re.Pattern[str]
    meeting: re.Pattern[str]
    """What the body calls its meetings, at the place where it stands after an ordinal."""
    join: re.Pattern[str]
    """What may stand between two ordinals or two dates of a list."""
    place: re.Pattern[str]
    """A place after a preposition, as group 1."""
    outcomes_heading: re.Pattern[str]
    steps_heading: re.Pattern[str]
    carried_heading: re.Pattern[str]
    present_heading: re.Pattern[str]
    quiet_heading: re.Pattern[str]
    summary_heading: re.Pattern[str]
    action_required_heading: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    """Kinds of outcome with the words that show them, the most telling first."""
    chair_field: re.Pattern[str]
    chair_phrase: re.Pattern[str]
    office: re.Pattern[str]
    """The office of Chair in a signature."""
    addressee: tuple[re.Pattern[str], ...]
    """Whom an outcome is addressed to, as group 1."""
    for_action: re.Pattern[str]
    for_information: re.Pattern[str]
    opening: re.Pattern[str]
    """The words before what an outcome asks for ("The Chair encouraged to"): no part of a title."""
    liaison_title: str
    """The title of a liaison statement, with a place for its addressee."""
    actions_heading: re.Pattern[str]
    """A heading under which every bullet is an action."""
    before: str
    """Words right before a due date ("by", "no later than")."""
    loosely: str
    """Words that come before a due date and before other dates too ("on", "in")."""
    near: str
    """Dates by their distance from the meeting ("next week")."""
    periods: str
    """Parts of a month or a year ("end of ", "mid-")."""
    today: frozenset[str]
    grammar: Grammar
