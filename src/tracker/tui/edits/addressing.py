"""Whom a statement goes to, on one line: destinations added, changed, resolved, dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tracker.domain.folding import fold
from tracker.tui.data.changing import Change
from tracker.tui.data.destinations import Destined, written
from tracker.tui.data.statements import Known, read_known
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.edits.statement_reading import to_understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.desk.liaison.destinations import NewDestination
    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader
    from tracker.store.reading.liaison_header import LiaisonHeader
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View

HINT = "ITU-D for action by 30 June; Study Group 2 = ITU-D SG2 for information"


def ask_destinations(view: View, chosen: Chosen) -> None:
    """Ask whom an outgoing statement goes to; whom it goes to now is there to be changed."""
    place, here, ref = view.tracker.place, view.here_now, chosen.refs[0]

    def read(reader: Reader) -> tuple[LiaisonHeader | None, Known]:
        from tracker.store.reading.liaison_header import liaison_header

        return liaison_header(reader, ref), read_known(reader, place, here)

    def ask(read: tuple[LiaisonHeader | None, Known]) -> None:
        header, known = read
        if header is None or not header.is_outgoing:
            view.tracker.tell(f"{ref} is no statement of ours: it goes to nobody.", "warning")
            return
        view.tracker.push_screen(
            LinePrompt(
                f"Whom {chosen.words()} goes to",
                lambda text: to_understood(text, known),
                lambda to, note: _change(chosen, cast("tuple[Destined, ...]", to), note),
                text=written(map(_as_written, header.destinations)),
                hint=HINT,
                note="note, if you like",
                draft=chosen.draft("to"),
            )
        )

    view.tracker.asking.ask("statement", read, ask)


def _as_written(row: DestinationRow) -> Destined:
    group = row.group if fold(row.group) != fold(row.addressee) else ""
    return Destined(row.addressee, row.purpose, row.deadline, group)


def _change(chosen: Chosen, to: tuple[Destined, ...], note: str) -> Change:
    told = f"{chosen.words()} → to {written(to) or 'nobody yet'}"

    def apply(work: Work) -> None:
        _put(work, chosen.refs[0], to)

    return Change("liaison to", told, apply, chosen.refs, chosen.seen, note, told)


def _put(work: Work, ref: int, to: Sequence[Destined]) -> None:
    """Add, change and drop destinations until they are these; raises what the desk refuses."""
    from tracker.desk.liaison.destinations import (
        add_destination,
        change_destination,
        drop_destination,
    )
    from tracker.desk.liaison.statement import lines_of, statement

    there = {fold(line.addressee): line for line in lines_of(work, statement(work, ref).key)}
    wanted = {fold(each.addressee): each for each in to}
    for name, line in there.items():
        if name not in wanted:
            drop_destination(work, ref, line)
    for name, each in wanted.items():
        if name not in there:
            add_destination(work, ref, *new_destinations(work, (each,)))
        elif changed := _differing(work, there[name], each):
            change_destination(work, ref, there[name], **changed)


def _differing(work: Work, line: Destination, wanted: Destined) -> dict[str, Any]:
    facts: dict[str, Any] = {"purpose": wanted.purpose, "deadline": wanted.deadline}
    if wanted.group:
        facts["group_id"] = _group_id(work, wanted.group)
    return {name: value for name, value in facts.items() if getattr(line, name) != value}


def new_destinations(work: Work, to: Sequence[Destined]) -> tuple[NewDestination, ...]:
    """Give destinations to be. Raises ``UnknownName`` or ``AmbiguousName`` for a group."""
    from tracker.desk.liaison.destinations import NewDestination

    return tuple(
        NewDestination(
            each.addressee,
            each.purpose,
            each.deadline,
            group_id=_group_id(work, each.group) if each.group else None,
        )
        for each in to
    )


def _group_id(work: Work, name: str) -> int:
    from tracker.store.reading.groups import find_group

    return find_group(work.reader, name).id
