"""Mailing a report: to whom, and whether; nothing leaves without a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.mail_address import BadAddress
from tracker.tui.data.changing import Task
from tracker.tui.data.mailing import (
    Plan,
    digest_plan,
    known_mailboxes,
    read_mailboxes,
    report_plan,
    send,
)
from tracker.tui.data.report_choices import NOTHING
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.line import LinePrompt
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document
    from tracker.domain.mail_address import Mailbox
    from tracker.domain.records.parties import GroupRow
    from tracker.tui.bodies.reports import ReportsBody
    from tracker.tui.data.reports import Wanted
    from tracker.tui.screens.view import View

NO_READERS = "Nobody reads the digest yet. {add-reader} adds somebody."
BY_EDITIONS = (
    "The digest goes out by editions, as each of its readers chose: not with what is picked here."
    " {usual-choices} puts that back."
)
SHOWN = 12


def ask_mail(view: View, body: ReportsBody) -> None:
    """Ask whether the digest may go to its readers; of another report, to whom it is to go.

    Another report leaves as it is shown. The digest goes by editions, so that it is refused while
    anything but the usual is picked for it.
    """
    document, shown = body.document, body.shown
    group = shown.group_in(view.here_now) if shown is not None else None
    if group is None or document is None or shown is None:
        return
    if not shown.kind.goes_by_editions:
        view.tracker.asking.ask(
            "mailboxes",
            known_mailboxes,
            lambda known: _ask_whom(view, shown, (group, document), known),
        )
        return
    if shown.picked != NOTHING or body.wanted.picked != NOTHING:
        view.tracker.tell(view.keyed(BY_EDITIONS), "warning")
        return
    today = view.here_now.today
    view.tracker.asking.ask(
        "mail plan",
        lambda reader: digest_plan(reader, group, today),
        lambda plan: _ask_whether(view, f"Mail the digest of {group.acronym}{plan.of}?", plan),
    )


def _ask_whom(
    view: View,
    shown: Wanted,
    what: tuple[GroupRow, Document],
    known: dict[str, Mailbox],
) -> None:
    day, name = shown.day or view.here_now.today, shown.kind.name
    title = f"the {name} as at {shown.day}" if shown.day else f"the {name}"
    if shown.picked.private:
        title += ", with private notes"

    def make(to: object, _note: str) -> Task:
        return Task("", lambda: "", then=lambda: plan(cast("list[Mailbox]", to)))

    def plan(to: list[Mailbox]) -> None:
        group, document = what
        view.tracker.asking.ask(
            "mail plan",
            lambda reader: report_plan(reader, group, day, document, to),
            lambda planned: _ask_whether(view, f"Mail {title}?", planned),
        )

    view.tracker.push_screen(
        LinePrompt(
            f"Mail {title} to",
            lambda text: _whom_understood(text, known),
            make,
            hint="names or addresses, parted by commas",
            suggestions=sorted(known),
            draft=f"mail {name}",
            does="see what would leave",
        )
    )


def _whom_understood(text: str, known: dict[str, Mailbox]) -> Understood:
    try:
        found = read_mailboxes(text, known)
    except BadAddress as error:
        return Understood(str(error), good=False)
    if not found:
        return Understood("a name on record, or an address", good=False)
    return Understood(f"→ {', '.join(f'{name} <{at}>'.strip() for name, at in found)}", found)


def _ask_whether(view: View, question: str, plan: Plan) -> None:
    tracker = view.tracker
    if not plan.parcels:
        tracker.tell("\n".join(plan.lines) or view.keyed(NO_READERS), "warning")
        return

    def run() -> str:
        with tracker.readers.lent() as reader:
            return send(reader, tracker.place, plan.parcels)

    more = [f"… and {len(plan.lines) - SHOWN} more"] if len(plan.lines) > SHOWN else []
    count = len(plan.parcels)
    tracker.push_screen(
        Confirm(
            question,
            "\n".join([*plan.lines[:SHOWN], *more]),
            no="nothing leaves",
            yes=f"send {count} mail{'s' * (count > 1)}",
            then=lambda: tracker.change(Task("send", run)),
        )
    )
