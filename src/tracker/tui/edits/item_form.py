"""Several things about items changed together, in a form: one change set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.vocabulary import Priority
from tracker.tui.data.changing import Change
from tracker.tui.data.days import DueDay, due_understood
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.marking import tags_now, tags_of, tags_understood, title_understood
from tracker.tui.edits.owning import owner_understood, owners_known
from tracker.tui.edits.scheduling import waiting_understood
from tracker.tui.telling import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.domain.dates import MeetingDates
    from tracker.domain.records.parties import Party
    from tracker.store.database import Reader
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.data.owners import Owners
    from tracker.tui.screens.view import View

VARIOUS = "various"


class Known(NamedTuple):
    """What is typed is read against this."""

    owners: Owners
    meetings: MeetingDates


def ask_form(view: View, chosen: Chosen) -> None:
    """Read who there is and when meetings are, then ask."""
    place = view.tracker.place

    def read(reader: Reader) -> Known:
        return Known(owners_known(view, reader), place.meeting_dates())

    view.tracker.asking.ask("form", read, lambda known: _ask(view, chosen, known))


def _ask(view: View, chosen: Chosen, known: Known) -> None:
    here = view.here_now

    def make(values: Mapping[str, object]) -> Change:
        return _change(chosen, known.owners, here.group_id, values)

    view.tracker.push_screen(
        FormPrompt(
            f"Edit {chosen.words()}",
            tuple(_fields(view, chosen, known)),
            make,
            draft=chosen.draft("edit"),
        )
    )


def _fields(view: View, chosen: Chosen, known: Known) -> Iterator[Field]:
    rows, owners, today = chosen.rows, known.owners, view.here_now.today
    if len(rows) == 1:
        row = rows[0]
        yield Field("title", "Title", row.title, lambda text: title_understood(text, row))
    owner = chosen.shared([row.owner for row in rows])
    yield Field(
        "owner",
        "Owner",
        owner,
        lambda text: owner_understood(text or "none", owners, owner),
        _hint([row.owner for row in rows], "unknown"),
        owners.names,
    )
    days = [row.due for row in rows]
    yield Field(
        "due",
        "Due",
        chosen.shared([str(day or "") for day in days]),
        lambda text: due_understood(text or "none", today, known.meetings, days),
        _hint([str(day or "") for day in days], "unknown; fri, in 2 weeks, before next meeting"),
    )
    waiting = [row.waiting_on for row in rows]
    yield Field(
        "waiting",
        "Waiting on",
        chosen.shared(waiting),
        waiting_understood,
        _hint(waiting, "nobody"),
    )
    priorities = [row.priority for row in rows]
    yield Field(
        "priority",
        "Priority",
        chosen.shared(priorities),
        _priority_understood,
        _hint(priorities, "normal"),
        [str(word) for word in Priority],
    )
    now = tags_now(rows)
    yield Field(
        "tags",
        "Tags",
        "",
        lambda text: tags_understood(text, now),
        f"{now}; +web adds one, -web takes it away",
    )
    yield Field("note", "Why", hint="a note on the change; the reason when a date is moved later")


def _hint(values: list[str], none: str) -> str:
    return VARIOUS if len(set(values)) > 1 else none


def _priority_understood(text: str) -> Understood:
    word = text.strip().casefold() or Priority.NORMAL
    found = [str(each) for each in Priority if each.startswith(word)]
    if len(found) != 1:
        return Understood(f"one of {', '.join(Priority)}", good=False)
    return Understood(f"→ priority {found[0]}", found[0])


def _change(
    chosen: Chosen, owners: Owners, group_id: int | None, values: Mapping[str, object]
) -> Change:
    party = owners.find(str(values["owner"])) if values.get("owner") else None
    note = str(values.get("note", ""))
    said = [_said(name, value, party) for name, value in values.items() if name != "note"]
    words = chosen.words()

    def apply(work: Work) -> None:
        _write(work, chosen.refs, values, party, group_id)

    told = f"{words} → {', '.join(map(cut, said)) or 'nothing changed'}"
    mine = f"{words} → {', '.join(said)}"
    return Change("edit", told, apply, chosen.refs, chosen.seen, note, mine)


def _said(name: str, value: object, party: Party | None) -> str:
    if name == "due":
        return cast("DueDay", value).words
    words = (party.name if party else "unknown") if name == "owner" else str(value) or "none"
    return f"{name} {words}"


def _write(
    work: Work,
    refs: tuple[int, ...],
    values: Mapping[str, object],
    party: Party | None,
    group_id: int | None,
) -> None:
    from tracker.desk.annotate import prioritize, tag, wait
    from tracker.desk.assign import assign
    from tracker.desk.schedule import reschedule
    from tracker.desk.titles import retitle

    if "title" in values:
        retitle(work, refs[0], str(values["title"]))
    if "owner" in values:
        assign(work, refs, party)
    if "due" in values:
        due = cast("DueDay", values["due"]).due(work.reader, group_id, work.today)
        reschedule(work, refs, due, reason=str(values.get("note", "")))
    if "waiting" in values:
        wait(work, refs, str(values["waiting"]))
    if "priority" in values:
        prioritize(work, refs, str(values["priority"]))
    if "tags" in values:
        tag(work, refs, *tags_of(str(values["tags"])))
