"""A filter given as the arguments of a command, after the shell has taken the quotes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters.lexing import OPERATORS, QUOTES
from tracker.domain.filters.named import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = "-+#@"
_KEYWORDS = ("or", "and", "not")


def joined(args: Sequence[str]) -> str:
    """The arguments as one filter text.

    An argument with spaces was quoted for the shell. If it holds nothing of the filter language it
    is one phrase, or one value after its field: ``status:"under implementation"`` arrives as
    ``status:under implementation``. Otherwise it is a filter, or part of one, as it stands.
    """
    return " ".join(_as_typed(arg) for arg in args)


def _as_typed(arg: str) -> str:
    words = arg.split()
    if len(words) < 2 or any(quote in arg for quote in QUOTES + "()"):
        return arg
    field, value = _after_field(arg)
    if any(_is_language(word) for word in value.split()[bool(field) :]):
        return arg
    return f'{field}"{value.strip()}"'


def _after_field(arg: str) -> tuple[str, str]:
    """Field with operator, and the rest; the field is empty where the first word is none."""
    length = next((at for at, letter in enumerate(arg) if letter in ":<>= "), 0)
    op = next((op for op in OPERATORS if arg.startswith(op, length)), "")
    if not op or not arg[:length].replace("-", "").replace(".", "").isalpha():
        return "", arg
    return arg[: length + len(op)], arg[length + len(op) :]


def _is_language(word: str) -> bool:
    return (
        word.casefold() in _KEYWORDS
        or (word[0] in _SIGNS and len(word) > 1)
        or bool(_after_field(word)[0])
        or name_of(word) is not None
    )
