"""Adding a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.mail_address import BadAddress, mail_address
from tracker.tui.data.changing import Change
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.store.work import Work
    from tracker.tui.screens.view import View


def ask_person(view: View) -> None:
    """Ask for the name and where the person is reached."""
    fields = (
        Field("name", "Name", understand=_name, hint="Ana Lima", needed=True),
        Field("email", "E-mail", understand=_address, hint="ana@example.org"),
        Field("organization", "Organization"),
        Field("country", "Country"),
        Field("phone", "Telephone"),
    )
    view.tracker.push_screen(
        FormPrompt("Add a person", fields, _change, draft="add a person", does="add")
    )


def _name(text: str) -> Understood:
    name = text.strip()
    return Understood("" if name else "A person needs a name.", name, good=bool(name))


def _address(text: str) -> Understood:
    if not text.strip():
        return Understood("→ no address", "")
    try:
        return Understood("", mail_address(text))
    except BadAddress as error:
        return Understood(str(error), good=False)


def _change(values: Mapping[str, object]) -> Change:
    said = {name: str(value) for name, value in values.items()}
    name = said.pop("name")

    def apply(work: Work) -> None:
        from tracker.desk.parties import add_person

        add_person(work, name, **said)

    return Change("person add", f"{name} is on record.", apply)
