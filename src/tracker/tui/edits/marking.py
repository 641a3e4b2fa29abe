"""Titles, tags and priorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.vocabulary import Priority
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.choice import Choice, ChoicePrompt
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


def ask_title(view: View, chosen: Chosen) -> None:
    """Ask for the title of the one item."""
    row = chosen.rows[0]

    view.tracker.push_screen(
        LinePrompt(
            f"Title of {row.ref}",
            lambda text: title_understood(text, row),
            lambda title, note: _title_change(chosen, row.ref, str(title), note),
            text=row.title,
            draft=chosen.draft("title"),
        )
    )


def title_understood(text: str, row: ItemRow) -> Understood:
    """Take a title; none where there is an adopted text to show instead."""
    title = text.strip()
    if title or row.text:
        return Understood("" if title else "→ no title: the adopted text is shown", title)
    return Understood("An item needs a title.", good=False)


def _title_change(chosen: Chosen, ref: int, title: str, note: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.titles import retitle

        retitle(work, ref, title)

    mine = f"{chosen.words()} → title: {title or 'none'}"
    return Change("title", f"{ref} retitled", apply, chosen.refs, chosen.seen, note, mine)


def ask_tags(view: View, chosen: Chosen) -> None:
    """Ask which tags to add and which to take away."""
    now = tags_now(chosen.rows)
    view.tracker.push_screen(
        LinePrompt(
            f"Tags of {chosen.words()}",
            lambda text: tags_understood(text, now),
            lambda words, note: _tags_change(chosen, str(words), note),
            hint="+web -draft",
            draft=chosen.draft("tags"),
        )
    )


def tags_now(rows: Sequence[ItemRow]) -> str:
    """Say which tags the items have; where they differ, ``various`` and all of them."""
    tags = " ".join(f"+{tag}" for tag in sorted({tag for row in rows for tag in row.tags}))
    return f"various ({tags})" if len({row.tags for row in rows}) > 1 else tags or "none"


def tags_understood(text: str, now: str) -> Understood:
    """Say which tags would come and go; nothing typed says which there are, ``now``."""
    new, gone = tags_of(text)
    said = [*(f"add +{name}" for name in new), *(f"take away -{name}" for name in gone)]
    if said:
        return Understood(f"→ {', '.join(said)}", text.strip())
    return Understood(f"now: {now}", good=False)


def _tags_change(chosen: Chosen, words: str, note: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.annotate import tag

        new, gone = tags_of(words)
        tag(work, chosen.refs, new, gone)

    return Change("tag", f"{chosen.words()} → {words}", apply, chosen.refs, chosen.seen, note)


def tags_of(text: str) -> tuple[list[str], list[str]]:
    """Give the tags that ``+web -draft`` adds, and those that it takes away."""
    words = text.split()
    gone = [word[1:] for word in words if word.startswith("-") and word[1:]]
    return [word.lstrip("+") for word in words if word[0] != "-" and word.lstrip("+")], gone


def ask_priority(view: View, chosen: Chosen) -> None:
    """Ask how pressing the items are."""
    present = chosen.shared([row.priority for row in chosen.rows]) or Priority.NORMAL
    view.tracker.push_screen(
        ChoicePrompt(
            f"Priority of {chosen.words()}",
            [Choice(str(word), str(word), word[0]) for word in Priority],
            lambda priority, _lines: _priority_change(chosen, str(priority)),
            at=[str(word) for word in Priority].index(present),
        )
    )


def _priority_change(chosen: Chosen, priority: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.annotate import prioritize

        prioritize(work, chosen.refs, priority)

    told = f"{chosen.words()} → priority {priority}"
    return Change("priority", told, apply, chosen.refs, chosen.seen)
