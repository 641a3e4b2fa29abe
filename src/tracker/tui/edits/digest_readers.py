"""Letting somebody read the digest of the current group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.errors import TrackerError
from tracker.domain.mail_address import mailbox
from tracker.domain.naming import Named, the_one
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.report_reading import language_understood, scope_understood

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.domain.records.parties import GroupRow, PersonRow
    from tracker.store.work import Work
    from tracker.tui.screens.view import View


class Who(NamedTuple):
    """A reader to be: a person on record, or a name and an address."""

    name: str
    email: str = ""
    person_id: int | None = None


def ask_reader(view: View, group: GroupRow) -> None:
    """Ask who is to read the digest, what of it, and in which language."""
    from tracker.store.reading.people import list_people

    def ask(everybody: list[PersonRow]) -> None:
        people = [person for person in everybody if not person.retired]
        fields = (
            Field(
                "who",
                "Who",
                "",
                lambda text: who_understood(text, people),
                "a person on record, or: Name <mail>",
                [person.name for person in people],
                needed=True,
            ),
            Field("scope", "Whose items", "group", scope_understood, "group, everything or own"),
            Field("language", "Language", "en", language_understood, "en"),
        )
        view.tracker.push_screen(
            FormPrompt(
                f"Who is to read the digest of {group.acronym}?",
                fields,
                lambda values: _change(group, values),
                draft="digest reader",
            )
        )

    view.tracker.asking.ask("people", list_people, ask)


def who_understood(text: str, people: Sequence[PersonRow]) -> Understood:
    """Say who is meant, and where the mail goes."""
    if not text.strip():
        return Understood("a person on record, or a name and an address", good=False)
    try:
        if "@" in text:
            box = mailbox(text)
            return Understood(
                f"→ {box.name} <{box.address}>", Who(box.name or box.address, box.address)
            )
        known = [Named(person, person.name, (person.name,)) for person in people]
        person = the_one(text, known, what="person", several="people")
    except TrackerError as problem:
        return Understood(str(problem), good=False)
    return Understood(
        f"→ {person.name} <{person.email or 'no address'}>", Who(person.name, "", person.id)
    )


def _change(group: GroupRow, values: Mapping[str, object]) -> Change:
    who = cast("Who", values["who"])
    facts = {name: str(value) for name, value in values.items() if name != "who"}

    def apply(work: Work) -> None:
        from tracker.desk.digest_readers import add_reader

        name = "" if who.person_id else who.name
        add_reader(work, group.id, name=name, email=who.email, person_id=who.person_id, **facts)

    return Change("reader add", f"{who.name} → reads the digest of {group.acronym}", apply)
