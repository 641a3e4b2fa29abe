"""From text to filter.

The grammar, loosest first: ``or`` parts alternatives; a space, or ``and``, joins what must all
hold; ``not`` or a minus sign turns the next one round; parentheses group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters.lexing import Token, tokens
from tracker.domain.filters.named import name_of
from tracker.domain.filters.nodes import EVERYTHING, Filter, Named, Not, Words, all_of, any_of
from tracker.domain.filters.problems import FilterProblem, offer
from tracker.domain.filters.terms import abbreviated, term_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYWORDS = ("or", "and", "not")
_DEEPEST = 50
"""Parentheses and negations within each other; more is noise, and would exhaust the stack."""

_DEEPEST_SAVED = 8
"""Saved filters within each other."""


def parse(text: str, *, saved: Mapping[str, str] | None = None, typing: bool = False) -> Filter:
    """The filter that ``text`` says; an empty text says everything.

    ``saved`` maps the names of saved filters to their texts: ``@name`` becomes what it stands for.
    While ``typing``, a bare word at the very end may go on. Raises `FilterProblem`, which points at
    the wrong part.
    """
    return _Parser(text, saved or {}, typing=typing).everything()


class _Parser:
    """One reading of one text."""

    def __init__(
        self,
        text: str,
        saved: Mapping[str, str],
        *,
        typing: bool = False,
        inside: tuple[str, ...] = (),
    ) -> None:
        self._text = text
        self._saved = saved
        self._inside = inside
        """Saved filters being expanded, to see a circle."""
        self._tokens = tokens(text, typing=typing)
        self._typing = typing
        self._place = 0
        self._depth = 0

    def everything(self) -> Filter:
        if not self._tokens:
            return EVERYTHING
        found = self._alternatives()
        if (left := self._peek()) is not None:
            raise self._problem(left, "This parenthesis closes nothing.")
        return found

    def _peek(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _problem(self, token: Token, why: str) -> FilterProblem:
        return FilterProblem(self._text, token.start, token.end, why)

    def _alternatives(self) -> Filter:
        found = [self._conjunction()]
        while (token := self._peek()) is not None and _keyword(token) == "or":
            self._place += 1
            found.append(self._conjunction(after=token))
        return any_of(*found)

    def _conjunction(self, after: Token | None = None) -> Filter:
        parts: list[Filter] = []
        before: Token | None = None
        while (token := self._peek()) is not None and not _ends(token):
            self._place += 1
            if _keyword(token) == "and":
                after, before = token, None
                self._must_stand_between(token, parts)
            else:
                _add(parts, self._one(token), side_by_side=_bare(before) and _bare(token))
                before = token
        if not parts:
            raise self._nothing(after or token)
        return all_of(*parts)

    def _must_stand_between(self, token: Token, parts: list[Filter]) -> None:
        following = self._peek()
        if not parts or following is None or _ends(following):
            raise self._nothing(token)

    def _nothing(self, near: Token | None) -> FilterProblem:
        if near is None:
            return FilterProblem(self._text, len(self._text), len(self._text) + 1, "Nothing here.")
        if near.kind == ")":
            return self._problem(near, "There is nothing before this parenthesis.")
        if _keyword(near):
            why = f"“{near.name}” needs something on both sides; quote the word to look for it."
            return self._problem(near, why)
        return self._problem(near, "There is nothing after this.")

    def _one(self, token: Token) -> Filter:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._problem(token, "This is nested too deeply.")
        found = self._turned(token)
        self._depth -= 1
        return found

    def _turned(self, token: Token) -> Filter:
        if _keyword(token) == "not":
            following = self._peek()
            if following is None or _ends(following) or _keyword(following) == "and":
                raise self._problem(token, "There is nothing after “not”; quote it to look for it.")
            self._place += 1
            return Not(self._one(following))
        found = self._plain(token)
        return Not(found) if token.minus else found

    def _plain(self, token: Token) -> Filter:
        if token.kind == "(":
            return self._group(token)
        if token.kind == "field":
            return term_of(token, self._text)
        return self._quoted(token) if token.quoted else self._bare_word(token)

    def _group(self, token: Token) -> Filter:
        following = self._peek()
        empty = following is None or following.kind == ")"
        found = EVERYTHING if empty else self._alternatives()
        if self._peek() is None:
            raise self._problem(token, "This parenthesis is not closed.")
        self._place += 1
        return found

    def _quoted(self, token: Token) -> Filter:
        still_open = self._typing and token.end > len(self._text)
        return self._words(
            token, phrase=True, prefix=still_open or token.name.rstrip().endswith("*")
        )

    def _bare_word(self, token: Token) -> Filter:
        word = token.name
        if len(word) > 1 and word[0] in "+#":
            return term_of(abbreviated(token, "tag" if word[0] == "+" else "ref"), self._text)
        if len(word) > 1 and word[0] == "@":
            return self._saved_filter(token, word[1:])
        if (name := name_of(word)) is not None:
            return Named(name)
        at_the_end = self._typing and token.end == len(self._text)
        return self._words(token, prefix=at_the_end or word.endswith("*"))

    def _words(self, token: Token, *, phrase: bool = False, prefix: bool = False) -> Words:
        from tracker.domain.folding import fold

        text = " ".join(token.name.split())
        text = text.rstrip("* ") if prefix else text
        if not fold(text):
            raise self._problem(token, f"“{token.name}” has no letter or digit to look for.")
        return Words(text, phrase=phrase, prefix=prefix)

    def _saved_filter(self, token: Token, name: str) -> Filter:
        if name in self._inside:
            circle = " → ".join(f"@{each}" for each in (*self._inside, name))
            raise self._problem(token, f"The saved filter goes round in a circle: {circle}.")
        if len(self._inside) >= _DEEPEST_SAVED:
            raise self._problem(token, "Saved filters are nested too deeply.")
        if name not in self._saved:
            from tracker.domain.nearest import nearest

            near = tuple(f"@{each}" for each in nearest(name, self._saved))
            raise self._problem(token, f"No filter is saved as “@{name}”.{offer(near)}")
        inside = (*self._inside, name)
        try:
            return _Parser(self._saved[name], self._saved, inside=inside).everything()
        except FilterProblem as problem:
            why = problem.why if self._inside else f"In the saved filter @{name}: {problem.why}"
            raise self._problem(token, why) from None


def _keyword(token: Token) -> str:
    """The keyword that a bare word is, or nothing."""
    plain = token.kind == "word" and not token.quoted and not token.minus
    word = token.name.casefold() if plain else ""
    return word if word in _KEYWORDS else ""


def _ends(token: Token) -> bool:
    return token.kind == ")" or _keyword(token) == "or"


def _bare(token: Token | None) -> bool:
    return token is not None and token.kind == "word" and not token.quoted and not token.minus


def _add(parts: list[Filter], part: Filter, *, side_by_side: bool) -> None:
    """Add a part; bare words side by side are looked for together, as names of several words."""
    last = parts[-1] if parts else None
    if side_by_side and isinstance(last, Words) and isinstance(part, Words) and not last.prefix:
        parts[-1] = Words(f"{last.text} {part.text}", prefix=part.prefix)
    else:
        parts.append(part)
