"""Drafting a liaison statement: for an outcome, with what its text says, or a free one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tracker.domain.errors import Refused
from tracker.domain.vocabulary import Basis
from tracker.tui.data.changing import Change
from tracker.tui.data.destinations import Destined, written
from tracker.tui.data.statements import Known, Start, read_known, start_of
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.edits.addressing import new_destinations
from tracker.tui.edits.owning import owner_understood
from tracker.tui.edits.statement_reading import (
    contact_understood,
    leaves_understood,
    meeting_understood,
    refs_understood,
    title_understood,
    to_understood,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.liaison.contacts import WrittenContact
    from tracker.store.database import Reader
    from tracker.store.tables.item import Item
    from tracker.store.work import Work
    from tracker.tui.data.days import DueDay
    from tracker.tui.screens.view import View


class WhoseStatement(Refused):
    """All groups are looked at, and no item says whose statement it is."""

    def __init__(self) -> None:
        super().__init__(
            "Whose statement is it? Name the item that asks for it, or choose a group."
        )


FOR_ACTION = "ITU-D for action by 30 June; UNICEF for information"


def ask_draft(view: View) -> None:
    """Ask what is to be drafted; items that are chosen are what asks for it."""
    place, here, keys = view.tracker.place, view.here_now, view.chosen_keys()

    def read(reader: Reader) -> tuple[Start, Known]:
        from tracker.tui.data.choosing import read_chosen

        return start_of(read_chosen(reader, keys).rows), read_known(reader, place, here)

    def ask(read: tuple[Start, Known]) -> None:
        view.tracker.push_screen(_form(*read, here.group_id))

    view.tracker.asking.ask("draft", read, ask)


def _form(start: Start, known: Known, group_id: int | None) -> FormPrompt:
    names = known.owners.names[2:]
    fields = (
        Field("title", "Title", start.title, title_understood, needed=True),
        Field(
            "outcomes",
            "For item",
            " ".join(map(str, start.refs)),
            refs_understood,
            "the outcome that asks for it, if any",
            needed=True,
        ),
        Field(
            "to",
            "To",
            written(start.to),
            lambda text: to_understood(text, known),
            FOR_ACTION,
            needed=True,
        ),
        *(
            Field(
                f"contact{number}",
                label,
                "",
                lambda text: contact_understood(text, known),
                hint,
                [person.name for person in known.people],
            )
            for number, label, hint in (
                (1, "Contact", "a person on record, or: Name <mail>; organization; country; tel"),
                (2, "Second", "another contact, if there is one"),
            )
        ),
        Field(
            "meeting_id",
            "Meeting",
            start.meeting,
            lambda text: meeting_understood(text, known),
            "the meeting it comes from",
            needed=True,
        ),
        Field(
            "owner",
            "Owner",
            start.owner,
            lambda text: owner_understood(text or "none", known.owners, ""),
            "who sees to it",
            names,
            needed=True,
        ),
        Field(
            "due", "Leaves by", "", lambda text: leaves_understood(text, known), "fri, in 2 weeks"
        ),
    )
    for_ = f" for {', '.join(map(str, start.refs))}" if start.refs else ""

    def make(values: Mapping[str, object]) -> Change:
        return _change(start, known, group_id, values)

    return FormPrompt(
        f"Draft a liaison statement{for_}", fields, make, draft=f"draft a statement{for_}"
    )


def _change(
    start: Start, known: Known, group_id: int | None, values: Mapping[str, object]
) -> Change:
    outcomes = cast("tuple[int, ...]", values["outcomes"])

    def apply(work: Work) -> str:
        item = _drafted(work, start, known, group_id, values)
        asked = f" for {', '.join(map(str, outcomes))}" if outcomes else ""
        return f"{item.ref} drafted{asked}: {_lacking(work, item.ref)}"

    return Change("liaison draft", "A statement is drafted.", apply)


def _drafted(
    work: Work, start: Start, known: Known, group_id: int | None, values: Mapping[str, object]
) -> Item:
    from tracker.desk.liaison.drafting import NewContact, NewStatement, draft

    outcomes = cast("tuple[int, ...]", values["outcomes"])
    group = work.item(outcomes[0]).group_id if outcomes else group_id
    if group is None:
        raise WhoseStatement
    named = (values.get("contact1"), values.get("contact2"))
    contacts = cast("list[WrittenContact]", [each for each in named if each is not None])
    facts: dict[str, Any] = {
        "destinations": new_destinations(work, cast("tuple[Destined, ...]", values["to"])),
        "contacts": tuple(NewContact(*each) for each in contacts),
        "meeting_id": values["meeting_id"],
        "outcomes": outcomes,
    }
    name = str(values["owner"])
    if name:
        facts["owner"] = known.owners.find(name)
        taken = facts["owner"].name == start.owner
        facts["owner_basis"] = (taken and start.owner_basis) or Basis.ASSUMED
    day = cast("DueDay | None", values.get("due"))
    if day is not None:
        facts["due"] = day.due(work.reader, group, work.today)
    return draft(work, NewStatement(group, str(values["title"]), **facts))


def _lacking(work: Work, ref: int) -> str:
    """Say what it lacks before it can be dispatched."""
    from tracker.store.reading.liaison_header import liaison_header

    header = liaison_header(work.reader, ref)
    lacks = [each.what for each in header.missing(work.today)] if header is not None else []
    return f"lacks {'; '.join(lacks)}" if lacks else "it lacks nothing"
