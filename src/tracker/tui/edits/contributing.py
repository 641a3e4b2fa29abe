"""Who works on items beside their owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.errors import TrackerError
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.owning import owners_known

if TYPE_CHECKING:
    from tracker.domain.records.parties import Party
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.data.owners import Owners
    from tracker.tui.screens.view import View


class Contributing(NamedTuple):
    """Who is to work on the items, and who no longer."""

    joining: tuple[Party, ...]
    leaving: tuple[Party, ...]

    @property
    def told(self) -> str:
        """Say it."""
        said = [f"with {party.name}" for party in self.joining]
        return ", ".join([*said, *(f"no longer with {party.name}" for party in self.leaving)])


def ask_contributors(view: View, chosen: Chosen) -> None:
    """Ask who works on the items, too; a minus before a name ends it."""

    def ask(owners: Owners) -> None:
        view.tracker.push_screen(
            LinePrompt(
                f"Who works on {chosen.words()}, beside its owner?",
                lambda text: contributors_understood(text, owners),
                lambda who, note: _change(chosen, cast("Contributing", who), note),
                hint="Jan, SG 2; -Rita for no longer",
                note="note, if you like",
                suggestions=owners.names[2:],
                draft=chosen.draft("contributors"),
            )
        )

    view.tracker.asking.ask("owners", lambda reader: owners_known(view, reader), ask)


def contributors_understood(text: str, owners: Owners) -> Understood:
    """Say whom the names mean, parted by commas."""
    joining: list[Party] = []
    leaving: list[Party] = []
    for name in filter(None, map(str.strip, text.split(","))):
        try:
            party = owners.find(name.removeprefix("-").strip())
        except TrackerError as problem:
            return Understood(str(problem), good=False)
        (leaving if name.startswith("-") else joining).append(party)
    who = Contributing(tuple(joining), tuple(leaving))
    return Understood(f"→ {who.told}" if who.told else "a name", who, good=bool(who.told))


def _change(chosen: Chosen, who: Contributing, note: str) -> Change:
    def apply(work: Work) -> None:
        from tracker.desk.assign import add_contributors, remove_contributors

        if who.joining:
            add_contributors(work, chosen.refs, who.joining)
        if who.leaving:
            remove_contributors(work, chosen.refs, who.leaving)

    told = f"{chosen.words()} → {who.told}"
    return Change("contribute", told, apply, chosen.refs, chosen.seen, note, told)
