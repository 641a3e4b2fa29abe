"""Outcomes stated in a sentence of the notes, without a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.dues import due_of
from tracker.capture.finding.labelled import opens_with_label
from tracker.capture.finding.sections import Part
from tracker.capture.finding.sentences import LONGEST, split_sentences
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind
from tracker.domain.proposals import ACTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.grammar import Grammar
    from tracker.capture.finding.people import People
    from tracker.capture.finding.words import Words
    from tracker.domain.outline import Block, Outline

_SILENT = (Part.PRESENT, Part.QUIET, Part.SUMMARY, Part.CARRIED)
_READ = (BlockKind.PARAGRAPH, BlockKind.BULLET)
_WORD = r"@?[A-ZÀ-Þ][\w'’.-]{0,40}"
_AGENT = re.compile(
    rf"{_WORD}(?: {_WORD})?(?:\s*(?:,|&|/|\+|\band\b)\s*(?:and )?{_WORD}(?: {_WORD})?)*"
)
_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+(?=and then\b)|\s-\s|\.\s+")
_CONTINUED = ("...", "…")
_LEAD = re.compile(
    r"^(?:[\s*_>•·–—-]+|\.\.\.\s*|…\s*|\[[ xX]?\]\s*|→\s*"
    r"|(?:so|then|therefore|hence|thus|in addition|also|finally|and|ok|meanwhile|going forward"
    r"|however|de plus|en outre|ensuite|enfin|además|asimismo|finalmente)[, ]+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sentence turned out to be."""

    score: float
    reason: str
    kind: str | None = None
    owner: str | None = None


_CONCLUDED = Finding(0.5, "a line that closes the discussion")
_RESOLVED = Finding(0.9, "the verb of a resolution")


def stated(
    outline: Outline, parts: Sequence[Part], words: Words, people: People
) -> Iterator[Candidate]:
    """The sentences that state a decision, a request or a commitment."""
    talked = False
    for index, block in enumerate(outline.blocks):
        spoken = people.speaker_of(block.text) is not None
        talked = block.kind is not BlockKind.HEADING and (talked or spoken)
        if block.kind not in _READ or parts[index] in _SILENT:
            continue
        if opens_with_label(block.text, words.labels):
            continue
        found = list(_in_block(outline, block, index, words, people))
        if not found and talked and not spoken and _concludes(block, words, people):
            found = [_candidate(outline, index, block.start, block.end, _CONCLUDED)]
        yield from found


def _in_block(
    outline: Outline, block: Block, index: int, words: Words, people: People
) -> Iterator[Candidate]:
    raw = outline.text[block.start : block.end]
    speech = people.speaker_of(raw)
    if speech is not None:
        found = _promise(on_one_line(raw[speech:]), words.grammar)
        yield from (
            [] if found is None else [_candidate(outline, index, block.start, block.end, found)]
        )
        return
    if raw.startswith(_CONTINUED):
        return
    for sentence in split_sentences(raw):
        found = judge(on_one_line(raw[sentence.start : sentence.end]), words, people)
        if found is not None:
            yield _candidate(
                outline, index, block.start + sentence.start, block.start + sentence.end, found
            )


def _concludes(block: Block, words: Words, people: People) -> bool:
    """Whether a paragraph after what was said tells, in nobody's name, what to do."""
    if block.kind is not BlockKind.PARAGRAPH or block.text.endswith("?"):
        return False
    if people.speaks(block.text.split()[0]):
        return False
    return words.grammar.imperative.match(block.text) is not None


def _promise(speech: str, grammar: Grammar) -> Finding | None:
    """What somebody says in the discussion is no outcome, unless he takes it upon himself."""
    if grammar.routine.search(speech) or not grammar.promised.search(speech):
        return None
    return Finding(0.5, "a speaker takes it on", ACTION)


def _candidate(outline: Outline, index: int, start: int, end: int, found: Finding) -> Candidate:
    text = on_one_line(outline.text[start:end])
    return Candidate(
        start, end, text, index, found.score, found.reason, found.kind, owner=found.owner
    )


def judge(text: str, words: Words, people: People) -> Finding | None:
    """What a sentence of the notes states, if it states an outcome."""
    text = _LEAD.sub("", text[:LONGEST])
    grammar = words.grammar
    if not text or text.endswith("?") or grammar.bare.fullmatch(text.strip(" .!")):
        return None
    if grammar.routine.search(text) or grammar.supposed.match(text):
        return None
    if grammar.recital.match(text):
        return _RESOLVED if grammar.resolving.search(text) else None
    return _decision(text, grammar) or _commitment(text, words, people)


def _decision(text: str, grammar: Grammar) -> Finding | None:
    body = grammar.body.match(text)
    if body and (
        grammar.decided.match(text, body.end()) or grammar.then_decided.search(text, body.end())
    ):
        return Finding(0.9, "the body decided")
    if grammar.operative.match(text) or _states(grammar.resolving, text, grammar):
        return _RESOLVED
    if grammar.agreement.match(text):
        return Finding(0.8, "agreement is recorded")
    if _states(grammar.asked, text, grammar):
        return Finding(0.8, "somebody is asked to act")
    if _states(grammar.impersonal, text, grammar):
        return Finding(0.8, "a decision is recorded")
    return None


def _states(pattern: re.Pattern[str], text: str, grammar: Grammar) -> bool:
    """Whether the text says it itself, and does not tell what somebody said."""
    found = pattern.search(text)
    return found is not None and grammar.reported.search(text, 0, found.start()) is None


def _commitment(text: str, words: Words, people: People) -> Finding | None:
    grammar = words.grammar
    found = _of_clauses(text, words, people) or _in_passing(text, words, people)
    if found is not None:
        return found
    if grammar.unnamed.match(text) and not people.speaks(text.split(maxsplit=1)[0]):
        return Finding(0.6, "something will be done", ACTION)
    if grammar.needed.search(text) and due_of(text, None, words):
        return Finding(0.6, "something is needed by a date", ACTION)
    return (
        Finding(0.6, "something will be done") if _states(grammar.arranged, text, grammar) else None
    )


def _of_clauses(text: str, words: Words, people: People) -> Finding | None:
    """The first clause that gives somebody something to do; the whole sentence is tried first."""
    starts = [0, *(cut.end() for cut in _CLAUSE.finditer(text))]
    for start, end in [(0, len(text)), *zip(starts, [*starts[1:], len(text)], strict=True)]:
        if words.grammar.reported.search(text, 0, start):
            return None
        if found := _of_clause(text[start:end], words, people):
            return found
    return None


def _of_clause(clause: str, words: Words, people: People) -> Finding | None:
    """A clause that opens with somebody who can act, followed by what they will do."""
    grammar = words.grammar
    clause = _LEAD.sub("", clause)
    if grammar.supposed.match(clause):
        return None
    if (office := grammar.agents.match(clause)) and grammar.commits.match(clause, office.end()):
        return Finding(0.75, "an office commits itself", ACTION, office[0])
    agent = _AGENT.match(clause)
    if agent and _acts(agent[0], grammar, people) and grammar.commits.match(clause, agent.end()):
        return Finding(0.75, "somebody commits himself", ACTION, agent[0])
    return None


def _in_passing(text: str, words: Words, people: People) -> Finding | None:
    """Somebody known by name who will do something, wherever in the sentence he stands."""
    for agent in _AGENT.finditer(text):
        committed = words.grammar.commits.match(text, agent.end())
        if (
            committed is None
            or committed[0].split()[0] != "will"
            or not people.knows(agent[0].split()[0])
        ):
            continue
        if not words.grammar.reported.search(text, 0, agent.start()):
            return Finding(0.75, "somebody commits himself", ACTION, agent[0])
    return None


def _acts(agent: str, grammar: Grammar, people: People) -> bool:
    first = re.split(r"[\s,/&+]", agent, maxsplit=1)[0]
    if first.casefold().strip(".'’") in grammar.never_names:
        return False
    return people.knows(first) or (not people.names and not first.isupper())
