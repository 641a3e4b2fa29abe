"""What items are and where they come from, put right; the text as adopted stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.folding import fold
from tracker.domain.vocabulary import Adoption, OutcomeKind, Sort
from tracker.tui.data.changing import Change, Task
from tracker.tui.data.statements import Known, read_known
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.statement_reading import meeting_understood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import DocumentRow
    from tracker.store.database import Reader
    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


class Origins(NamedTuple):
    """What is read against: meetings, documents, the day."""

    known: Known
    documents: tuple[DocumentRow, ...]


def ask_facts(view: View, chosen: Chosen) -> None:
    """Ask in a form what is to be put right."""
    place, here = view.tracker.place, view.here_now

    def read(reader: Reader) -> Origins:
        from tracker.store.reading.meetings import list_documents

        documents = (d for d in list_documents(reader, here.group_id) if not d.retired)
        return Origins(read_known(reader, place, here), tuple(documents))

    def ask(origins: Origins) -> None:
        view.tracker.push_screen(
            FormPrompt(
                f"Put right what {chosen.words()} is",
                list(_fields(chosen, origins)),
                lambda values: _change(chosen, values),
                draft=chosen.draft("facts"),
            )
        )

    view.tracker.asking.ask("origins", read, ask)


def _fields(chosen: Chosen, origins: Origins) -> Iterator[Field]:
    def now(of: Callable[[ItemRow], object]) -> str:
        return chosen.shared([str(of(row) or "") for row in chosen.rows])

    today = origins.known.today
    meeting = now(lambda row: row.meeting)
    yield Field(
        "meeting_id",
        "Meeting",
        meeting,
        lambda text: meeting_understood(text, origins.known),
        "none",
    )
    if any(row.sort != Sort.OUTCOME for row in chosen.rows):
        return  # of an action item nothing else can be put right
    yield Field("kind", "Kind", now(lambda row: row.kind), _kind, "none", list(OutcomeKind))
    yield Field("addressee", "Addressee", now(lambda row: row.addressee), hint="nobody")
    yield Field(
        "document_id",
        "Document",
        now(lambda row: row.document),
        lambda text: _document(text, origins),
        "none",
        [document.name for document in origins.documents],
    )
    yield Field("section", "Section", now(lambda row: row.section), hint="7.1")
    yield Field("bullet", "Bullet", now(lambda row: row.bullet), _bullet, "2")
    adopted = now(lambda row: row.adopted_on)
    yield Field("adopted_on", "Adopted", adopted, lambda text: _day(text, today), "unknown")
    yield Field("adoption", "How", now(lambda row: row.adoption), _how, "meeting or correspondence")


def _change(chosen: Chosen, values: Mapping[str, object]) -> Change | Task:
    if not values:
        return Task("", lambda: f"{chosen.words()}: all is as it was.")
    facts: dict[str, Any] = dict(values)
    if "bullet" in facts:
        facts["position"] = facts["bullet"] or 0
    names = ", ".join(name.removesuffix("_id").replace("_", " ") for name in values)
    told = f"{chosen.words()} → {names} put right"

    def apply(work: Work) -> None:
        from tracker.desk.origin import amend_items

        amend_items(work, chosen.refs, facts)

    return Change("change", told, apply, chosen.refs, chosen.seen, mine=told)


def _kind(text: str) -> Understood:
    kind = text.strip().casefold()
    known = "" if kind in ("", *OutcomeKind) else ", a kind of your own"
    return Understood(f"→ {kind or 'no kind'}{known}", kind)


def _document(text: str, origins: Origins) -> Understood:
    if not text.strip():
        return Understood("→ no document", None)
    found = [
        each for each in origins.documents if fold(text) in (fold(each.name), fold(each.symbol))
    ]
    if len(found) != 1:
        return Understood(f"No document is called {text.strip()}.", good=False)
    return Understood(f"→ {found[0].name}: {found[0].title}", found[0].id)


def _bullet(text: str) -> Understood:
    if not text.strip():
        return Understood("→ no bullet", None)
    number = int(text) if text.strip().isascii() and text.strip().isdigit() else 0
    good = 1 <= number <= 9999
    return Understood(f"→ bullet {number}" if good else "a number: 2", number, good=good)


def _how(text: str) -> Understood:
    word = text.strip().casefold()
    found = [each for each in Adoption if word and each.startswith(word)]
    if not found:
        return Understood("at a meeting, or by correspondence", good=False)
    return Understood(f"→ by {found[0]}", str(found[0]))


def _day(text: str, today: dt.date) -> Understood:
    if not text.strip():
        return Understood("→ unknown", None)
    try:
        day = resolve(text, today, direction="past").date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ unknown", day)
