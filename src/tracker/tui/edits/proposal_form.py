"""What of a proposal is to be different; its text never is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tracker.domain.errors import TrackerError
from tracker.domain.records.parties import Party
from tracker.domain.triage import DueSaid, Edits
from tracker.domain.vocabulary import OutcomeKind
from tracker.tui.data.addressed import stated
from tracker.tui.data.days import DueDay, due_understood
from tracker.tui.data.owners import Owners
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.judging import Deciding, accepting, draft_of, judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.dates import MeetingDates
    from tracker.store.database import Reader
    from tracker.tui.bodies.triage import TriageBody
    from tracker.tui.data.changing import Task
    from tracker.tui.screens.view import View

NOBODY = Party("")
UNKNOWN = ("", "none", "unknown", "-")


def ask(view: View, body: TriageBody) -> None:
    """Read who there is and when meetings are, then ask."""
    place = view.tracker.place

    def read(reader: Reader) -> tuple[Owners, MeetingDates]:
        return Owners(reader, place.me), place.meeting_dates()

    view.tracker.asking.ask("form", read, lambda known: _ask(view, body, *known))


def _ask(view: View, body: TriageBody, owners: Owners, meetings: MeetingDates) -> None:
    triage, proposal = judged(body)
    edits = triage.decisions[proposal.key].edits if proposal.key in triage.decisions else Edits()
    deciding = Deciding(body, proposal)

    def decided(values: Mapping[str, object]) -> Task:
        changed = replace(edits, **values)  # type: ignore[arg-type]
        return deciding(replace(accepting(triage, proposal), edits=changed))

    today = view.here_now.today
    named = [each.addressee for each in stated(triage, proposal)]
    help_owner = view.keyed("{add-person} adds a person, once this is left.")
    fields = (
        Field("title", "Title", _or(edits.title, proposal.suggested_title)),
        Field(
            "kind",
            "Kind",
            _or(edits.kind, proposal.kind),
            _kind,
            suggestions=[str(k) for k in OutcomeKind],
        ),
        Field(
            "addressee",
            "Addressee",
            _or(edits.addressee, proposal.addressee or ""),
            lambda text: _addressee(text, named),
        ),
        Field(
            "owner",
            "Owner",
            edits.owner.name if edits.owner else proposal.owner or "",
            lambda text: _owner(text, owners, help_owner),
            "a name, me, none",
            owners.names,
        ),
        Field(
            "due",
            "Due",
            str(edits.due.date or "") if edits.due else str(proposal.due or ""),
            lambda text: _due(text, today, meetings),
            "a date, none",
        ),
    )
    view.tracker.push_screen(
        FormPrompt(
            f"{proposal.key}: what is different?",
            fields,
            decided,
            draft=draft_of(triage, proposal, "edit"),
            does="accept it so",
        )
    )


def _or(edited: str | None, found: str) -> str:
    return found if edited is None else edited


def _kind(text: str) -> Understood:
    kind = text.strip().lower()
    if not kind:
        return Understood("→ kind unknown", "")
    known = kind in [str(each) for each in OutcomeKind]
    return Understood(f"→ {kind}" if known else f"→ {kind}, a kind of your own", kind)


def _addressee(text: str, named: list[str]) -> Understood:
    """Take a name; where the text names several, say that it stands in the place of all."""
    name = text.strip()
    told = f"→ {name or 'nobody'}"
    if len(named) > 1 and name != named[0]:
        told += f", in the place of {', '.join(named)}"
    return Understood(told, name)


def _owner(text: str, owners: Owners, otherwise: str) -> Understood:
    if text.strip().casefold() in UNKNOWN:
        return Understood("→ owner unknown", NOBODY)
    try:
        party = owners.find(text)
    except TrackerError as error:
        return Understood(f"{error} {otherwise}", good=False)
    return Understood(f"→ {party.name}", party)


def _due(text: str, today: object, meetings: MeetingDates) -> Understood:
    if text.strip().casefold() in UNKNOWN:
        return Understood("→ due unknown", DueSaid())
    found = due_understood(text, today, meetings, [])  # type: ignore[arg-type]
    if not found.good:
        return found
    return found._replace(value=DueSaid(cast("DueDay", found.value).resolved.date))
