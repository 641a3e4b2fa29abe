"""Who carries items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import TrackerError
from tracker.tui.data.changing import Change
from tracker.tui.data.owners import Owners
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

ADVICE = "esc, then {add-person}, puts a person on record; what is typed here is kept."
UNKNOWN = ("none", "unknown", "nobody", "-")


def ask_owner(view: View, chosen: Chosen) -> None:
    """Ask who is to own the items."""
    view.tracker.asking.ask(
        "owners",
        lambda reader: owners_known(view, reader),
        lambda owners: _ask(view, chosen, owners),
    )


def owners_known(view: View, reader: Reader) -> Owners:
    """Read who there is; of a name that nobody has, it is said how a person is put on record."""
    return Owners(reader, view.here_now.me, view.keyed(ADVICE))


def _ask(view: View, chosen: Chosen, owners: Owners) -> None:
    present = chosen.shared([row.owner for row in chosen.rows])
    view.tracker.push_screen(
        LinePrompt(
            f"Owner of {chosen.words()}",
            lambda text: owner_understood(text, owners, present),
            lambda name, note: _change(chosen, owners, str(name), note),
            hint="a name or the beginning of one, me, none",
            note="note, if you like",
            suggestions=owners.names,
            draft=chosen.draft("owner"),
        )
    )


def owner_understood(text: str, owners: Owners, present: str) -> Understood:
    """Say whom a name means; nothing typed says who it is now, ``present``."""
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
