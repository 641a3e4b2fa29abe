"""How a language states outcomes in running minutes, as data: one instance a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Patterns of sentences that state an outcome, and of those that only look like it."""

    body: re.Pattern[str]
    """The body, or a part of it, as the subject of a sentence."""
    decided: re.Pattern[str]
    """What a body does when it adopts an outcome, right after its subject."""
    then_decided: re.Pattern[str]
    """What a body decides in the second half of a sentence ("discussed … and agreed to")."""
    impersonal: re.Pattern[str]
    """Decisions without a subject that decides ("it was agreed that", "the motion passed")."""
    agreement: re.Pattern[str]
    """Agreement as the subject, at the start of a sentence ("Consensus is …")."""
    bare: re.Pattern[str]
    """Agreement and nothing else: what was agreed stands before it."""
    moved: re.Pattern[str]
    """Where a motion is put, which is carried some lines below."""
    seconded: re.Pattern[str]
    """Support for a motion, which says nothing of what it is about."""
    asked: re.Pattern[str]
    """Somebody is requested, invited, encouraged to do something."""
    charged: re.Pattern[str]
    """An office that is told to do something; one of the groups is the office."""
    operative: re.Pattern[str]
    """The verb of a resolution, at its start ("resolves to", "invites …")."""
    resolving: re.Pattern[str]
    """The verb of a resolution in mid-sentence, after the name of the body and its recitals."""
    recital: re.Pattern[str]
    """How the reasons before a decision begin."""
    agents: re.Pattern[str]
    """Offices and parts of the body that can be given something to do, as subjects."""
    commits: re.Pattern[str]
    """What follows somebody who is to do something ("will send", "to draft")."""
    unnamed: re.Pattern[str]
    """A commitment at the start of a sentence that leaves out who ("Will report back")."""
    promised: re.Pattern[str]
    """Words by which a speaker takes an action upon himself."""
    imperative: re.Pattern[str]
    """A line that tells what to do, as notes close a discussion ("Keep the default …")."""
    arranged: re.Pattern[str]
    """Something that will be done, without a word by whom ("will be published")."""
    needed: re.Pattern[str]
    """What is needed counts as an outcome when it has a date."""
    plans: re.Pattern[str]
    """A lead-in whose list holds outcomes ("Plan for updating section 5:")."""
    routine: re.Pattern[str]
    """Business that every meeting has: agenda, minutes, thanks, the date of the next meeting."""
    supposed: re.Pattern[str]
    """How a supposition begins."""
    reported: re.Pattern[str]
    """Verbs after which a sentence only tells what somebody said."""
    never_names: frozenset[str]
    """Words that begin a sentence with a capital letter and are no name."""


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Words by which a record labels its outcomes, at the start of a line."""

    action: re.Pattern[str]
    recommendation: re.Pattern[str]
    decision: re.Pattern[str]
    shouted: re.Pattern[str]
    """Labels that in capital letters need no colon ("RESOLVED to …")."""
    not_shouted: re.Pattern[str]
    """What makes such a word part of a title ("ACTION REQUIRED")."""
    owner_column: re.Pattern[str]
    due_column: re.Pattern[str]
    """Headings of the columns of a table of actions."""
    done: re.Pattern[str]
    """What marks an action as finished."""
