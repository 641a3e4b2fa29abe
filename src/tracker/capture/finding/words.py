"""What finding must know of a language, as data: one instance a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from tracker.capture.finding.grammar import Grammar, Labels


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of minutes in one language. Patterns ignore case unless they say otherwise."""

    ordinal_figure: re.Pattern[str]
    meeting: re.Pattern[str]
    """What the body calls its meetings, at the place where it stands after an ordinal."""
    join: re.Pattern[str]
    """What may stand between two ordinals or two dates of a list."""
    place: re.Pattern[str]
    """A place after a preposition, as group 1."""
    outcomes_heading: re.Pattern[str]
    steps_heading: re.Pattern[str]
    actions_heading: re.Pattern[str]
    """A heading under which every bullet is an action."""
    carried_heading: re.Pattern[str]
    """A heading of actions of an earlier meeting."""
    present_heading: re.Pattern[str]
    quiet_heading: re.Pattern[str]
    """A heading under which nothing is decided: agenda, links."""
    summary_heading: re.Pattern[str]
    action_required_heading: re.Pattern[str]
    chair_field: re.Pattern[str]
    chair_phrase: re.Pattern[str]
    """A phrase that names the Chair, as groups ``name`` and perhaps ``country``."""
    office: re.Pattern[str]
    """The office of Chair in a signature."""
    destination: re.Pattern[str]
    """Where a liaison statement goes, as group 1."""
    further_destination: re.Pattern[str]
    """Where it goes besides ("and to"), as group 1."""
    asked_party: re.Pattern[str]
    """Who is invited or requested, as group 1."""
    for_action: re.Pattern[str]
    for_information: re.Pattern[str]
    opening: re.Pattern[str]
    """The words before what an outcome asks for ("The Chair encouraged to"): no part of a title."""
    liaison_title: str
    """The title of a liaison statement, with a place for its addressee."""
    due_firmly: re.Pattern[str]
    """Words right before a due date ("by", "no later than")."""
    due_loosely: re.Pattern[str]
    """Words that come before a due date and before other dates too ("on", "in")."""
    due_nearby: re.Pattern[str]
    """Dates by their distance from the meeting ("next week")."""
    due_period: re.Pattern[str]
    """Parts of a month or a year ("end of ", "mid-")."""
    today: frozenset[str]

    code: str
    capital_months: bool
    """Whether names of months begin with a capital letter ("May" is one, "may" is none)."""
    months: Mapping[str, int]
    """Names of months, folded, to their numbers."""
    weekdays: frozenset[str]
    ordinals: Mapping[str, int]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    """Kinds of outcome with the words that show them, the most telling first."""
    labels: Labels
    grammar: Grammar
