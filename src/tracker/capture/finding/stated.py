"""Outcomes stated in a sentence of the notes, without a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.dues import due_of
from tracker.capture.finding.sections import Part
from tracker.capture.finding.sentences import split_sentences
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind
from tracker.domain.proposals import ACTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.grammar import Grammar
    from tracker.capture.finding.words import Words
    from tracker.capture.finding.people import People
    from tracker.domain.outline import Block, Outline

_SILENT = (Part.QUIET, Part.SUMMARY, Part.CARRIED)
_READ = (BlockKind.PARAGRAPH, BlockKind.BULLET)
_WORD = r"@?[A-ZÀ-Þ][\w'’.-]*"
_AGENT = re.compile(rf"{_WORD}(?: {_WORD})?(?:\s*(?:,|&|/|\+|\band\b)\s*(?:and )?{_WORD}(?: {_WORD})?)*")
_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+(?=and then\b)|\s-\s|\.\s+")
_LEAD = re.compile(r"^(?:[\s*_>•·–—-]+|\.\.\.\s*|…\s*|\[[ xX]?\]\s*|→\s*|(?:so|then|therefore|hence|thus|in addition|also|finally|and|ok|meanwhile|going forward|however)[, ]+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sentence turned out to be."""

    score: float
    reason: str
    kind: str | None = None
    owner: str | None = None


def stated(outline: Outline, parts: Sequence[Part], words: Words, people: People) -> Iterator[Candidate]:
    """The sentences that state a decision, a request or a commitment."""
    for index, block in enumerate(outline.blocks):
        if block.kind not in _READ or parts[index] in _SILENT:
            continue
        yield from _in_block(outline, block, index, words, people)


def _in_block(outline: Outline, block: Block, index: int, words: Words, people: People) -> Iterator[Candidate]:
    raw = outline.text[block.start : block.end]
    speech = people.speaker_of(raw)
    spoken = speech is not None or raw.startswith(("...", "…"))
    for sentence in split_sentences(raw):
        text = on_one_line(raw[sentence.start : sentence.end])
        found = judge(text[speech:] if speech and sentence.start == 0 else text, words, people, spoken=spoken)
        if found is not None:
            yield Candidate(
                start=block.start + sentence.start,
                end=block.start + sentence.end,
                text=text,
                block=index,
                score=found.score,
                reason=found.reason,
                kind=found.kind,
                owner=found.owner,
            )


def judge(text: str, words: Words, people: People, *, spoken: bool = False) -> Finding | None:
    """What a sentence states, if it states an outcome. What somebody merely says in the discussion is none."""
    grammar = words.grammar
    text = _LEAD.sub("", text)
    if not text or grammar.routine.search(text):
        return None
    if spoken:
        return Finding(0.5, "a speaker takes it on", ACTION) if grammar.promised.search(text) else None
    return _decision(text, grammar) or _commitment(text, words, people)


def _decision(text: str, grammar: Grammar) -> Finding | None:
    if text.endswith("?"):
        return None
    if grammar.recital.match(text):
        return Finding(0.9, "the verb of a resolution") if grammar.resolving.search(text) else None
    body = grammar.body.match(text)
    if body and (grammar.decided.match(text, body.end()) or grammar.then_decided.search(text, body.end())):
        return Finding(0.9, "the body decided")
    if grammar.operative.match(text) or _resolution(text, grammar) is not None:
        return Finding(0.9, "the verb of a resolution")
    if grammar.agreement.match(text):
        return Finding(0.8, "agreement is recorded")
    if grammar.asked.search(text):
        return Finding(0.8, "somebody is asked to act")
    impersonal = grammar.impersonal.search(text)
    if impersonal and not grammar.supposed.search(text, 0, impersonal.start()):
        return Finding(0.8, "a decision is recorded")
    return None


def _resolution(text: str, grammar: Grammar) -> int | None:
    """Where the operative words begin in a sentence that opens with the body and its recitals."""
    found = grammar.resolving.search(text)
    return found.start() if found and not grammar.supposed.search(text, 0, found.start()) else None


def _commitment(text: str, words: Words, people: People) -> Finding | None:
    if text.endswith("?"):
        return None
    grammar, start = words.grammar, 0
    if grammar.recital.match(text):
        return None
    if found := _of_clause(text, words, people) or _in_passing(text, words, people):
        return found
    for cut in [*(match.end() for match in _CLAUSE.finditer(text)), len(text) + 1]:
        supposed = grammar.supposed.search(text, 0, start)
        if supposed is None and (found := _of_clause(text[start : cut - 1 if cut > len(text) else cut], words, people)):
            return found
        start = cut
    if grammar.unnamed.match(text) and not people.speaks(text.split()[0]):
        return Finding(0.6, "something will be done", ACTION)
    arranged = grammar.arranged.search(text)
    if grammar.needed.search(text) and due_of(text, None, words):
        return Finding(0.6, "something is needed by a date", ACTION)
    if arranged and not grammar.supposed.search(text, 0, arranged.start()):
        return Finding(0.6, "something will be done")
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
    if agent is None or not _acts(agent[0], grammar, people):
        return None
    if grammar.commits.match(clause, agent.end()):
        return Finding(0.75, "somebody commits himself", ACTION, agent[0])
    return None


def _in_passing(text: str, words: Words, people: People) -> Finding | None:
    """Somebody known by name who will do something, wherever in the sentence he stands."""
    for agent in _AGENT.finditer(text):
        committed = words.grammar.commits.match(text, agent.end())
        if committed is None or not committed[0].split()[0] == "will" or not people.knows(agent[0].split()[0]):
            continue
        if not words.grammar.supposed.search(text, 0, agent.start()):
            return Finding(0.75, "somebody commits himself", ACTION, agent[0])
    return None


def _acts(agent: str, grammar: Grammar, people: People) -> bool:
    first = re.split(r"[\s,/&+]", agent, maxsplit=1)[0]
    if first.casefold().strip(".'’") in grammar.never_names:
        return False
    return people.knows(first) or (not people.names and not first.isupper())
