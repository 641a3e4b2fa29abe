"""The header of a liaison statement: of a draft, or what an incoming one was recorded with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.liaison.contacts import WrittenContact
from tracker.domain.vocabulary import Purpose
from tracker.tui.data.changing import Change, Task
from tracker.tui.data.statements import Known, read_known
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.statement_reading import (
    contact_understood,
    meeting_understood,
    title_understood,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.store.database import Reader
    from tracker.store.reading.liaison_header import LiaisonHeader
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

WORDS = {
    "source": "Source",
    "questions": "Question(s)",
    "study_group": "Study Group",
    "working_party": "Working Pty",
    "abstract": "Abstract",
}
RECEIVED = frozenset({"sender", "their_reference", "purpose", "deadline"})
"""Fields of an incoming statement only; once known, none of them becomes unknown again."""


def ask_header(view: View, chosen: Chosen) -> None:
    """Ask in a form what is to stand in the header."""
    place, here, ref = view.tracker.place, view.here_now, chosen.refs[0]

    def read(reader: Reader) -> tuple[LiaisonHeader | None, Known]:
        from tracker.store.reading.liaison_header import liaison_header

        return liaison_header(reader, ref), read_known(reader, place, here)

    def ask(read: tuple[LiaisonHeader | None, Known]) -> None:
        header, known = read
        if header is None:
            view.tracker.tell(f"{ref} is no liaison statement.", "warning")
            return
        view.tracker.push_screen(
            FormPrompt(
                f"Header of {chosen.words()}",
                list(_fields(header, known)),
                lambda values: _change(chosen, header, values),
                draft=chosen.draft("header"),
            )
        )

    view.tracker.asking.ask("statement", read, ask)


def _fields(header: LiaisonHeader, known: Known) -> Iterator[Field]:
    yield Field("title", "Title", header.title, title_understood)
    if header.is_outgoing:
        meeting = str(header.meeting.ordinal or header.meeting.title)
        yield Field("meeting_id", "Meeting", meeting, lambda text: meeting_understood(text, known))
    else:
        deadline = str(header.deadline or "")
        yield Field("sender", "From", header.other, hint="unknown", suggestions=())
        yield Field("their_reference", "Reference", header.their_reference, hint="unknown")
        yield Field("purpose", "For", header.purpose, purpose_understood, "action or information")
        yield Field("deadline", "Deadline", deadline, lambda text: _day(text, known), "none")
    for name, label in WORDS.items():
        yield Field(name, label, getattr(header, name), hint="none")
    if header.is_outgoing:
        texts = [*(WrittenContact(*row).text for row in header.contacts), "", ""]
        for number, label in ((0, "Contact"), (1, "Second")):
            yield Field(
                f"contact{number}",
                label,
                texts[number],
                lambda text: contact_understood(text, known),
                "a person on record, or: Name <mail>; organization; country; tel",
                [person.name for person in known.people],
            )
        yield Field(
            "attachments",
            "Attached",
            "; ".join(header.attachments),
            hint="none; C20/57-E; …",
        )


def _change(chosen: Chosen, header: LiaisonHeader, values: Mapping[str, object]) -> Change | Task:
    if not values:
        return Task("", lambda: f"The header of {header.ref} is as it was.")
    names = ", ".join(name.rstrip("01").replace("_id", "").replace("_", " ") for name in values)
    told = f"{chosen.words()} → {names} changed"

    def apply(work: Work) -> None:
        _write(work, header, dict(values))

    return Change("liaison header", told, apply, chosen.refs, chosen.seen, mine=told)


def _write(work: Work, header: LiaisonHeader, values: dict[str, Any]) -> None:
    from tracker.desk.liaison.correcting import correct
    from tracker.desk.liaison.drafting import (
        NewContact,
        change_header,
        replace_attachments,
        replace_contacts,
    )

    if received := {name: values.pop(name) for name in RECEIVED & values.keys()}:
        correct(work, header.ref, **received)
    if {"contact0", "contact1"} & values.keys():
        contacts: list[WrittenContact | None] = [WrittenContact(*row) for row in header.contacts]
        contacts += [None] * (2 - len(contacts))
        for number in range(2):
            contacts[number] = values.pop(f"contact{number}", contacts[number])
        new = tuple(NewContact(*each) for each in contacts if each is not None)
        replace_contacts(work, header.ref, new)
    if "attachments" in values:
        parts = map(str.strip, cast("str", values.pop("attachments")).split(";"))
        replace_attachments(work, header.ref, tuple(filter(None, parts)))
    if values:
        change_header(work, header.ref, **values)


def purpose_understood(text: str) -> Understood:
    """Say what a statement asks of us, by the word or its beginning."""
    word = text.strip().casefold()
    found = [each for each in (Purpose.ACTION, Purpose.INFORMATION) if each.startswith(word)]
    if not word or len(found) != 1:
        return Understood("action or information", good=False)
    return Understood(f"→ for {found[0]}", str(found[0]))


def _day(text: str, known: Known) -> Understood:
    if not text.strip():
        return Understood("A deadline that is known stays known.", good=False)
    try:
        day = resolve(text, known.today, meetings=known.dates).date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ unknown", day)
