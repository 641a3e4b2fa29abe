"""From filter to text."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.filters.fields import CHOICE_GROUPS, FIELDS, FieldKind
from tracker.domain.filters.named import name_of
from tracker.domain.filters.nodes import (
    And,
    Between,
    Filter,
    Named,
    Not,
    Or,
    Span,
    Term,
    Value,
    Words,
)
from tracker.domain.filters.values import NOTHING, SOMETHING


def to_text(tree: Filter) -> str:
    """The filter as it would be typed; parsing it gives an equal filter."""
    if isinstance(tree, Or):
        return " or ".join(_in_alternative(part) for part in tree.parts)
    if isinstance(tree, And):
        return " ".join(
            _in_conjunction(part, after)
            for part, after in zip(tree.parts, (None, *tree.parts), strict=False)
        )
    return _alone(tree)


def _in_alternative(part: Filter) -> str:
    return _grouped(part) if isinstance(part, Or) or part == And(()) else to_text(part)


def _in_conjunction(part: Filter, after: Filter | None) -> str:
    if isinstance(part, (And, Or)) or (_loose(part) and after is not None and _loose(after)):
        return _grouped(part)
    return _alone(part)


def _loose(part: Filter) -> bool:
    """True for bare words, which would run together with bare words beside them."""
    return isinstance(part, Words) and not part.phrase


def _grouped(part: Filter) -> str:
    return f"({to_text(part)})"


def _alone(tree: Filter) -> str:
    match tree:
        case Not(part):
            several = isinstance(part, (And, Or)) or (isinstance(part, Words) and " " in part.text)
            return f"not {_grouped(part) if several else _alone(part)}"
        case Term():
            return _term(tree)
        case Words():
            return _words(tree)
        case Named(name):
            return name
    return to_text(tree)


def _words(words: Words) -> str:
    text = f"{words.text}*" if words.prefix else words.text
    return _quoted(text) if words.phrase else " ".join(map(_word, text.split(" ")))


def _word(word: str) -> str:
    """A bare word, quoted where bare it would mean something else."""
    from tracker.domain.filters.lexing import tokens

    special = word.casefold() in ("or", "and", "not") or word[0] in "-+#@" or name_of(word)
    if special or any(letter in '"“”' for letter in word):
        return _quoted(word)
    cut = tokens(word)
    return word if len(cut) == 1 and cut[0].kind == "word" else _quoted(word)


def _term(term: Term) -> str:
    if term.op != "=":
        return f"{term.field}{term.op}{_value(term.field, term.values[0])}"
    groups = CHOICE_GROUPS.get(term.field, {})
    values = next(
        (word for word, choices in groups.items() if term.values == choices),
        ",".join(_value(term.field, value) for value in term.values),
    )
    plain = values.replace("-", "").isalnum() and values != NOTHING
    if term.field == "tag" and plain:
        return f"+{values}"
    return f"{term.field}:{values}"


def _value(field: str, value: Value) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, Span):
        last = value.end - timedelta(days=1) if value.end else ""
        return f"{value.start or ''}..{last}"
    if isinstance(value, Between):
        return quoted_if_needed(f"{value.low}..{value.high}")
    known = FIELDS[field]
    if value in known.choices:
        return value.replace(" ", "-")
    return _quoted(value) if known.kind is FieldKind.OPEN_CHOICE else quoted_if_needed(value)


def quoted_if_needed(value: str) -> str:
    """The value as it is typed in a term."""
    plain = value and not any(letter.isspace() or letter in ',()"“”' for letter in value)
    if plain and value.casefold() not in (NOTHING, SOMETHING) and value[0] not in "<>=":
        return value
    return _quoted(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
