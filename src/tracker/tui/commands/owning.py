"""Who carries items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import TrackerError
from tracker.tui.commands.item_command import ItemCommand, draft_name, shared
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.store.work import Work
    from tracker.tui.data.owners import Owners
    from tracker.tui.screens.view import Chosen, View

UNKNOWN = ("none", "unknown", "nobody", "-")


class SetOwner(ItemCommand):
    """Give the items an owner: a person, an office or a group; “none” makes it unknown."""

    keys, short = "o", "owner"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask whom."""
        from tracker.tui.data.owners import Owners

        me = view.tracker.place.settings.me
        view.asking.ask(
            "owners",
            lambda reader: Owners(reader, me),
            lambda owners: self._ask(view, chosen, owners),
        )

    def _ask(self, view: View, chosen: Chosen, owners: Owners) -> None:
        from tracker.tui.dialogs.line import LinePrompt

        present = shared([row.owner for row in chosen.rows])
        view.tracker.push_screen(
            LinePrompt(
                f"Owner of {chosen.words()}",
                lambda text: _understood(text, owners, present),
                lambda name, note: _change(chosen, owners, str(name), note),
                hint="a name or the beginning of one, me, none",
                note="note, if you like",
                suggestions=owners.names,
                draft=draft_name(self, chosen),
            )
        )


def _understood(text: str, owners: Owners, present: str) -> Understood:
    name = text.strip()
    if not name:
        return Understood(f"now: {present or 'unknown'}", good=False)
    if name.casefold() in UNKNOWN:
        return Understood("→ owner unknown", "")
    try:
        return Understood(f"→ {owners.find(name).name}", name)
    except TrackerError as error:
        return Understood(str(error), good=False)


def _change(chosen: Chosen, owners: Owners, name: str, note: str) -> Change:
    party = owners.find(name) if name else None

    def apply(work: Work) -> None:
        from tracker.desk.assign import assign

        assign(work, chosen.refs, party)

    told = f"{chosen.words()} → {f'owner {party.name}' if party else 'owner unknown'}"
    return Change("assign", told, apply, chosen.refs, chosen.seen, note)
