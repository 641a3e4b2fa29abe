"""A filter's text cut into tokens that know where they stood."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tracker.domain.filters.problems import FilterProblem

QUOTES = '"“”'
OPERATORS = ("<=", ">=", ":<=", ":>=", ":<", ":>", ":=", ":", "<", ">", "=")
"""Between field and value; those of two signs are found first where they begin alike."""

WORD_OPERATORS = {
    ".before": "<",
    ".by": "<=",
    ".until": "<=",
    ".after": ">",
    ".from": ">=",
    ".since": ">=",
}
"""For shells, where ``<`` means something else: ``due.before:fri``."""


class Atom(NamedTuple):
    """One value or word, with its quotes taken off."""

    text: str
    start: int
    end: int
    quoted: bool = False


class Token(NamedTuple):
    """A parenthesis, a bare or quoted word, or a field with its operator and values."""

    kind: Literal["(", ")", "word", "field"]
    start: int
    end: int
    name: str = ""
    """The field as typed, or the word."""
    op: str = ""
    atoms: tuple[Atom, ...] = ()
    minus: bool = False
    """A minus sign stands before it."""
    quoted: bool = False


def tokens(text: str, *, typing: bool = False) -> list[Token]:
    """The tokens of a filter.

    Raises `FilterProblem` for a quote that is not closed; while ``typing`` such a quote reaches to
    the end, and its token ends one character beyond the text.
    """
    if typing and text.count('"') % 2:
        text += '"'
    found: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found.append(_token(text, place))
        place = found[-1].end
    return found


def _token(text: str, start: int) -> Token:
    place = _after_dashes(text, start)
    minus = place > start
    if text[place] in "()":
        kind: Literal["(", ")"] = "(" if text[place] == "(" else ")"
        return Token(kind, start, place + 1, minus=minus)
    if text[place] in QUOTES:
        atom = _quoted(text, place)
        return Token("word", start, atom.end, atom.text, minus=minus, quoted=True)
    end = _word_end(text, place)
    name, op = _field_and_operator(text[place:end])
    if not op:
        return Token("word", start, end, text[place:end], minus=minus)
    atoms = _atoms(text, place + len(name) + len(op))
    return Token("field", start, atoms[-1].end, name, op, atoms, minus)


def _after_dashes(text: str, start: int) -> int:
    """Where the thing that dashes turn round begins; ``start`` if there is none."""
    place = start
    while place < len(text) and text[place] == "-":
        place += 1
    return place if place < len(text) and not text[place].isspace() else start


def _ends_a_word(letter: str) -> bool:
    return letter.isspace() or letter in "()" or letter in QUOTES


def _word_end(text: str, place: int) -> int:
    while place < len(text) and not _ends_a_word(text[place]):
        place += 1
    return place


def _field_and_operator(word: str) -> tuple[str, str]:
    """Split ``due<=fri`` after the operator; a word that is no field, such as a URL, has none."""
    length = next((at for at, letter in enumerate(word) if letter in ":<>="), 0)
    name, rest = word[:length], word[length:]
    stem = name.partition(".")[0]
    plain = stem.replace("-", "").isalpha() and stem.isascii()
    if not plain or rest.startswith("://"):
        return "", ""
    return name, next(op for op in OPERATORS if rest.startswith(op))


def _atoms(text: str, place: int) -> tuple[Atom, ...]:
    """The values at ``place``, parted by commas; the last may be empty."""
    atoms = [_atom(text, place)]
    while atoms[-1].end < len(text) and text[atoms[-1].end] == ",":
        atoms.append(_atom(text, atoms[-1].end + 1))
    return tuple(atoms)


def _atom(text: str, place: int) -> Atom:
    if place < len(text) and text[place] in QUOTES:
        return _quoted(text, place)
    end = place
    while end < len(text) and text[end] != "," and not _ends_a_word(text[end]):
        end += 1
    return Atom(text[place:end], place, end)


def _quoted(text: str, start: int) -> Atom:
    """A quoted value: up to the closing quote, a doubled quote inside stands for one."""
    letters: list[str] = []
    place = start + 1
    while place < len(text):
        if text[place] in QUOTES:
            if text[place] != '"' or text[place + 1 : place + 2] != '"':
                return Atom("".join(letters), start, place + 1, quoted=True)
            place += 1
        letters.append(text[place])
        place += 1
    raise FilterProblem(text, start, len(text), "This quote is not closed.")
