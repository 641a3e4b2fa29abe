"""How items stand to each other: “implements 7”, “blocked by 9”; a minus takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.refs import BadRef, parse_refs
from tracker.domain.vocabulary import INVERSE, Relation
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

WORDS = {str(relation): (relation, False) for relation in Relation} | {
    inverse: (relation, True) for relation, inverse in INVERSE.items()
}
"""Relations as they are typed, from either end."""


class Related(NamedTuple):
    """What was typed: a relation in words, to which items, or that it is over."""

    words: str
    others: tuple[int, ...]
    over: bool

    @property
    def told(self) -> str:
        """Say it."""
        return f"{'no longer ' * self.over}{self.words} {', '.join(map(str, self.others))}"


def ask_relation(view: View, chosen: Chosen) -> None:
    """Ask how the items stand to others."""
    view.tracker.push_screen(
        LinePrompt(
            f"{chosen.words()} …",
            relation_understood,
            lambda related, note: _change(chosen, cast("Related", related), note),
            hint="implements 7, blocked by 9, reiterated by 21; -implements 7 takes it away",
            note="note, if you like",
            suggestions=list(WORDS),
            draft=chosen.draft("relation"),
        )
    )


def relation_understood(text: str) -> Understood:
    """Say which relation to which items is meant, by its words or their beginning."""
    over = text.strip().startswith("-")
    words = text.strip().removeprefix("-").split()
    first = next((n for n, word in enumerate(words) if word[:1] in "#0123456789"), len(words))
    typed = " ".join(words[:first]).casefold()
    begun = [typed] if typed in WORDS else [each for each in WORDS if each.startswith(typed)]
    if not typed or len(begun) != 1:
        return Understood(f"One of {', '.join(begun if typed and begun else WORDS)}.", good=False)
    try:
        others = parse_refs(words[first:])
    except BadRef as problem:
        why = "Which item? Its ref follows." if first == len(words) else str(problem)
        return Understood(f"{begun[0]} …  {why}", good=False)
    related = Related(begun[0], others, over)
    return Understood(f"→ {related.told}", related)


def _change(chosen: Chosen, related: Related, note: str) -> Change:
    relation, turned = WORDS[related.words]

    def apply(work: Work) -> None:
        from tracker.desk.relate import relate, unrelate

        act = unrelate if related.over else relate
        for ref in chosen.refs:
            for other in related.others:
                start, end = (other, ref) if turned else (ref, other)
                act(work, start, relation, end)

    told = f"{chosen.words()}: {related.told}"
    verb = "unrelate" if related.over else "relate"
    return Change(verb, told, apply, chosen.refs, chosen.seen, note, told)
