"""Recording a liaison statement that came in: from its file, or by hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.liaison.words import Disposition
from tracker.domain.refs import BadRef, parse_ref
from tracker.tui.data.changing import Change, Task
from tracker.tui.data.statements import Known, read_known
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.edits.heading import purpose_understood
from tracker.tui.edits.owning import owner_understood
from tracker.tui.edits.statement_reading import title_understood
from tracker.tui.widgets.path_suggester import PathSuggester

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.store.database import Reader
    from tracker.store.work import Work
    from tracker.tui.screens.view import View

ENDINGS = (".docx", ".eml", ".html", ".htm", ".md", ".pdf", ".txt")


def ask_received(view: View) -> None:
    """Ask for the file of the statement, or for its title where there is no file."""
    view.tracker.push_screen(
        LinePrompt(
            "Record a liaison statement that came in",
            file_or_title,
            lambda what, _note: _read(view, cast("Path | str", what)),
            hint=f"a file ({' '.join(ENDINGS)}), or the title",
            suggestions=PathSuggester(),
            draft="receive a statement",
            does="read it, then a form",
        )
    )


def file_or_title(text: str) -> Understood:
    """Say which file is meant, by an ending that can be read; anything else is a title."""
    what = text.strip()
    if not what:
        return Understood("a file, or the title", good=False)
    path = Path(what).expanduser()
    if path.suffix.casefold() not in ENDINGS:
        return Understood(f"→ by hand: {what}", what)
    if not path.is_file():
        return Understood(f"There is no file {path}.", good=False)
    return Understood(f"→ from {path.absolute()}", path)


def _read(view: View, what: Path | str) -> Task:
    """Read the file in a thread, then show what it says to be changed."""
    tracker, here = view.tracker, view.here_now
    found: list[tuple[dict[str, Any], Known]] = []

    def read(reader: Reader) -> None:
        known = read_known(reader, tracker.place, here)
        facts: dict[str, Any] = {"title": what}
        if isinstance(what, Path) and here.group is not None:
            from tracker.desk.liaison.found import facts_of

            facts = facts_of(reader, here.group, what, here.today)
        found.append((facts, known))

    def run() -> str:
        with tracker.readers.lent() as reader:
            read(reader)
        return ""

    def show() -> None:
        tracker.push_screen(_form(view, *found[0]))

    return Task("read", run, then=show)


def _form(view: View, facts: dict[str, Any], known: Known) -> FormPrompt:
    group_id = view.here_now.group_id or 0
    more = ", ".join(
        name for name in ("abstract", "body", "contacts", "attachments") if facts.get(name)
    )
    return FormPrompt(
        f"A statement that came in{f'; found, too: {more}' if more else ''}",
        list(_fields(facts, known)),
        lambda values: _change(group_id, facts, values, known),
        draft=f"received {facts.get('title', '')}",
    )


def _fields(facts: Mapping[str, Any], known: Known) -> Iterator[Field]:
    def text(name: str) -> str:
        return str(facts.get(name) or "")

    day = partial(_day, known=known)
    yield Field("title", "Title", text("title"), title_understood, needed=True)
    yield Field("sender", "From", text("sender"), _sender, "a group, or who it is", needed=True)
    yield Field(
        "their_reference", "Reference", text("their_reference"), hint="their own, if it has one"
    )
    yield Field(
        "purpose", "For", text("purpose"), purpose_understood, "action, information; unknown"
    )
    yield Field("deadline", "Deadline", text("deadline"), day, "none")
    yield Field("answers", "Answers", text("answers"), _answers, "which of ours, by its ref; none")
    yield Field("answers_line", "Replies for", hint="which destination, if not its sender")
    yield Field("disposition", "Comes to", "", _disposition, "useful, answer …", list(Disposition))
    yield Field("expected_on", "They answer", "", day, "by when, if that is still to come")
    yield Field("received_on", "Received", text("received_on"), day, "today")
    yield Field(
        "owner",
        "Owner",
        "",
        lambda name: owner_understood(name or "none", known.owners, ""),
        "who deals with it",
        known.owners.names[2:],
    )


def _change(
    group_id: int, facts: dict[str, Any], values: Mapping[str, object], known: Known
) -> Change:
    said: dict[str, Any] = {**facts, **values}
    owner = said.pop("owner", "")

    def apply(work: Work) -> str:
        from tracker.desk.liaison.receiving import NewIncoming, receive

        said["owner"] = known.owners.find(owner) if owner else None
        said["received_on"] = said.get("received_on") or work.today
        item = receive(work, NewIncoming(group_id, **said))
        answers = f", answers {said['answers']}" if said.get("answers") else ""
        owed = said.get("purpose") == "action"
        return f"{item.ref} received{answers}{'; a reply is owed' if owed else ''}"

    return Change("liaison receive", "The statement is on record.", apply)


def _sender(text: str) -> Understood:
    name = text.strip()
    return Understood("" if name else "Who sent it?", name, good=bool(name))


def _answers(text: str) -> Understood:
    if text.strip().casefold() in ("", "none"):
        return Understood("→ answers nothing of ours", None)
    try:
        ref = parse_ref(text)
    except BadRef as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ answers {ref}", ref)


def _disposition(text: str) -> Understood:
    word = text.strip().casefold()
    found = [each for each in Disposition if each == word] or [
        each for each in Disposition if word and each.startswith(word)
    ]
    if word and len(found) != 1:
        return Understood(f"One of {', '.join(Disposition)}.", good=False)
    return Understood(f"→ {found[0]}" if word else "→ not said", str(found[0]) if word else "")


def _day(text: str, known: Known) -> Understood:
    if not text.strip():
        return Understood("→ unknown", None)
    try:
        day = resolve(text, known.today, meetings=known.dates).date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ unknown", day)
