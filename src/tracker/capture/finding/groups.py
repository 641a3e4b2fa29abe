"""Whose record it is: the body's short name, its full name, and its other names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tracker.domain.outline import BlockKind, Outline
from tracker.domain.proposals import GroupFound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.words import Words

_NOUN = (
    r"(?i:(?:working|study|focus|expert|community|interest|steering) group|task force"
    r"|technical (?:steering )?committee|steering committee|committee|commission|council|board"
    r"|consortium|design team|groupe de travail(?: du conseil)?|comité|comisión"
    r"|grupo de trabajo(?: del consejo)?)"
)
_ABOUT = r"on|for|of|sur|pour|chargé de|sobre|para|de|de la|encargado de"
_TOPIC = rf"(?:(?: (?:{_ABOUT}))(?: [\w’'&/-]+){{1,8}}?)?"
_LETTERS = r"[A-Z][A-Za-z0-9]*(?:[-/ ][A-Z0-9][A-Za-z0-9]*)*"
_PAIR = re.compile(
    rf"((?:(?:[A-Z][\w.-]{{0,40}}|and|of) ){{0,5}}?{_NOUN}{_TOPIC}) \(({_LETTERS})\)"
)
_FULL = re.compile(
    rf"((?:[A-Z][\w.-]{{0,40}} ){{0,5}}{_NOUN}{_TOPIC})"
    r"(?=,| \(|\.|;|$| held| met| was| were| is| at | en | a )"
)
_ISO = re.compile(r"\b((?:ISO|IEC)(?:/IEC)?(?: ?/ ?(?:JTC|TC|PC|SC|WG|JWG|TG) ?\d+)+)\b")
_SHORT = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]+)-?[A-Z]*(?:[-/ ][A-Z0-9]{2,})*\b")
_BODY_LETTERS = re.compile(r"[A-Z]*(?:WG|SG|FG|TF|EG|TG|TC|SC|GT)")
_MEETING_TAIL = re.compile(
    r"\s*[-–—:,]*\s*\b(?:(?:virtual|monthly|weekly|annual|plenary|f2f) )*"
    r"(?:meeting|minutes|telco|telecon|teleconference|call|report|plenary"
    r"|réunion|procès-verbal|reunión|acta)\b.*$",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"\b(?:meeting|plenary|session|réunion|séance|reunión|sesión) "
    r"(?:of (?:the )?|du |de la |de l['’]|des |del )"
    r"([^,–—(]{2,60}?)(?= held\b| on\b| in\b| at\b| tenue\b|[,–—(]|$)",
    re.IGNORECASE,
)
_TITLE_LEAD = re.compile(
    r"^(?:(?:draft )?(?:minutes|report|notes|summary|resolutions?) (?:of|for|from|on) (?:the )?)",
    re.IGNORECASE,
)
_HEAD, _END, _LONGEST_WORD = 60_000, 10_000, 40
_DATE_TAIL = re.compile(r"\s*[-–—,(]*\s*\d{1,4}.*$")


def find_group(outline: Outline, words: Words) -> GroupFound | None:
    """The body whose meeting this is: by its names in the text, the signature, or the title."""
    text = _readable(outline.text)
    pairs = list(_pairs(text))
    signed = _signed(outline, words)
    if pairs:
        return _of_pairs(pairs, signed, text)
    if signed:
        return GroupFound(signed, _full_name(text))
    if iso := Counter(re.sub(r" ?/ ?", "/", match[1]) for match in _ISO.finditer(text[:4000])):
        return GroupFound(iso.most_common(1)[0][0])
    return _of_title(outline)


def _readable(text: str) -> str:
    """The head and the end of a record, where it names its body, in words of readable length."""
    words = f"{text[:_HEAD]} {text[-_END:]}" if len(text) > _HEAD + _END else text
    return " ".join(word for word in words.split() if len(word) <= _LONGEST_WORD)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _PAIR.finditer(text):
        if _could_abbreviate(match[2], match[1]):
            yield match[1], match[2]


def _could_abbreviate(short: str, full: str) -> bool:
    """An abbreviation begins like some word of the name it stands for."""
    initials = {word[0].upper() for word in re.findall(r"[\w’']+", full)}
    return len(short) <= 20 and sum(letter in initials for letter in short if letter.isupper()) >= 2


def _signed(outline: Outline, words: Words) -> str | None:
    """The group under the name of the Chair: "Chair, CWG-COP"."""
    for block in outline.blocks:
        if block.kind is BlockKind.SIGNATURE and (office := words.office.match(block.text)):
            rest = block.text[office.end() :].strip(" ,:-–of")
            if rest and _SHORT.fullmatch(rest):
                return rest
    return None


def _of_pairs(pairs: Sequence[tuple[str, str]], signed: str | None, text: str) -> GroupFound:
    counts = Counter(
        {
            short: len(re.findall(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text))
            for short in {short for _, short in pairs}
        }
    )
    name = signed if signed and signed in counts else counts.most_common(1)[0][0]
    topic = _topic(next((full for full, short in pairs if short == name), ""))
    related = [(full, short) for full, short in pairs if topic and _topic(full) == topic]
    fulls = {full for full, _ in related} | {
        match[1] for match in _FULL.finditer(text) if _topic(match[1]) == topic and topic
    }
    full = max(fulls, key=lambda candidate: (candidate[0].isupper(), len(candidate)), default=None)
    others = dict.fromkeys([*(short for _, short in related), *_variants(name, text)])
    others.pop(name, None)
    return GroupFound(name, full or next(f for f, s in pairs if s == name), tuple(others))


def _topic(full: str) -> str:
    """What a body is about: its name without the words for the sort of body and its parent."""
    after = re.split(_NOUN, full)[-1].strip()
    return re.sub(r"^(?:on|for|of|sur|pour|sobre|para|de la|de)\s+", "", after).casefold()


def _variants(name: str, text: str) -> list[str]:
    """Other spellings in the text: "CWG COP", "WG-COP" for "CWG-COP"."""
    *_, subject = re.split(r"[-/ ]", name)
    if subject == name or len(subject) < 2:
        return []
    pattern = re.compile(
        rf"(?<![\w-])({_BODY_LETTERS.pattern})([- ])({re.escape(subject)})(?![\w-])"
    )
    return list(dict.fromkeys(match[0] for match in pattern.finditer(text)))


def _full_name(text: str) -> str | None:
    found = _FULL.search(text)
    return found[1] if found else None


def _of_title(outline: Outline) -> GroupFound | None:
    first = next((block.text for block in outline.blocks if block.kind is BlockKind.HEADING), None)
    title = outline.title or first
    if not title:
        return None
    if of := _MEETING_OF.search(title):
        return GroupFound(_DATE_TAIL.sub("", of[1]).strip(" .,"))
    if not _MEETING_TAIL.search(title):
        return None
    name = _DATE_TAIL.sub("", _MEETING_TAIL.sub("", _TITLE_LEAD.sub("", title))).strip(" -–—:,#")
    return GroupFound(name) if 2 <= len(name) <= 80 and name[0].isupper() else None
