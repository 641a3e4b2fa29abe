"""``tracker capture``: from a meeting report to outcomes, each accepted or dismissed by a person."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.captured import show, write
from tracker.cli.command_line import as_text
from tracker.cli.place import examples, note_option, past_day, workplace
from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.domain.triage import Decision, Facts, Triage
    from tracker.session.workplace import Workplace


class NoSuchProposal(UsageProblem):
    """A key was typed that no proposal has."""

    def __init__(self, key: str, keys: Sequence[str]) -> None:
        super().__init__(f"There is no proposal {key}. There are {', '.join(keys) or 'none'}.")


class HasToBeLookedAt(UsageProblem):
    """A proposal that accepting unseen would not do right."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{key} words anew what is tracked already. Say --revision if the document is one,"
            " or judge it in a terminal."
        )


@click.command(
    "capture",
    epilog=examples(
        "capture report.docx --symbol C20/57-E --date 2020-03-03",
        "capture report.txt --accept-all",
        'capture report.txt --accept 7.1-1,7.1-4 --dismiss-rest --reason "discussion only"',
        "capture report.md --json --dry-run",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--symbol", default="", help="The document's symbol, where its text lacks it.")
@click.option("--revision", default="", help="Its revision: Rev.1, Corr.1 …")
@click.option("--date", metavar="DATE", help="Its date.")
@click.option("--accept-all", is_flag=True, help="Accept every proposal that is still open.")
@click.option("--accept", "accepted", metavar="KEYS", default="", help="Accept these: 7.1-1,7.1-2.")
@click.option("--dismiss", "dismissed", metavar="KEYS", default="", help="Dismiss these.")
@click.option("--dismiss-rest", is_flag=True, help="Dismiss what is then still open.")
@click.option("--reason", default="dismissed by hand", help="Why it is dismissed.")
@click.option("--anew", is_flag=True, help="Forget what was decided before.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Give the proposals as JSON.")
@note_option
@click.pass_context
def capture_command(
    ctx: click.Context,
    /,
    file: Path,
    symbol: str,
    revision: str,
    date: str | None,
    accepted: str,
    dismissed: str,
    note: str,
    **given: Any,
) -> None:
    """Read the report FILE and propose its outcomes (txt, md, docx, html, pdf, eml).

    In a terminal you judge each proposal by one key: accept, edit, merge, dismiss; leave and come
    back as you like. With options the same is said for scripts. Capturing a file again changes
    nothing.
    """
    from tracker.domain.triage import Facts

    place = workplace(ctx)
    facts = Facts(symbol, revision, past_day(place, date), ctx.find_root().obj["group"])
    before = _taken_up(place, file, facts, anew=given["anew"])
    triage = before.deciding(_said(before, _keys(accepted), _keys(dismissed), given))
    told = any((given["accept_all"], accepted, dismissed, given["dismiss_rest"]))
    if given["dry_run"] or not (told or _judged_here(as_json=given["as_json"])):
        show(triage, as_json=given["as_json"], told=told)
        return
    if not told:
        from tracker.cli.judging import judge

        triage = judge(place, triage, None if given["anew"] else before)
    anew = given["anew"] and (told or triage.decisions == before.decisions)
    write(place, before, triage, note, as_json=given["as_json"], anew=anew)


def _taken_up(place: Workplace, file: Path, facts: Facts, *, anew: bool) -> Triage:
    from tracker.capture.capturing import capture_file
    from tracker.desk.triage import take_up

    result = capture_file(file)
    name = as_text(file.name)  # what a file system calls a file need not be text
    return take_up(place.reader, result, file_name=name, facts=facts, anew=anew)


def _judged_here(*, as_json: bool) -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and not as_json


def _keys(text: str) -> list[str]:
    return [key for key in text.replace(",", " ").split() if key]


def _said(
    triage: Triage,
    accepted: Sequence[str],
    dismissed: Sequence[str],
    given: Mapping[str, Any],
) -> dict[str, Decision]:
    """Make decisions of the options, the more particular first."""
    from tracker.domain.triage import Decision, Verdict

    for key in (*accepted, *dismissed):
        if triage.proposal(key) is None:
            raise NoSuchProposal(key, [each.key for each in triage.proposals])
    said = {key: _accepting(triage, key) for key in accepted if key not in triage.to_adopt}
    said |= {key: Decision(Verdict.DISMISS, reason=given["reason"]) for key in dismissed}
    for key in triage.open_keys:
        if key in said:
            continue
        unseen = _unseen(triage, key) if given["accept_all"] else None
        if unseen is not None:
            said[key] = unseen
        elif given["dismiss_rest"]:
            said[key] = Decision(Verdict.DISMISS, reason=given["reason"])
    return said


def _accepting(triage: Triage, key: str) -> Decision:
    from tracker.domain.triage import Decision, Verdict, is_unread

    proposal = triage.proposal(key)
    if proposal is not None and is_unread(proposal):
        return Decision(Verdict.ACCEPT)
    decision = _unseen(triage, key)
    if decision is None:
        raise HasToBeLookedAt(key)
    return decision


def _unseen(triage: Triage, key: str) -> Decision | None:
    from tracker.domain.triage import proposed_decision

    proposal = triage.proposal(key)
    return None if proposal is None else proposed_decision(triage, proposal)
