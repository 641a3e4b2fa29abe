"""What is typed for a choice of a report, understood at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.errors import TrackerError
from tracker.domain.ordinals import ordinal_of, short
from tracker.domain.refs import BadRef, parse_ref
from tracker.tui.data.report_choices import ALL_GROUPS, SCOPES
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from tracker.tui.data.here import Here
    from tracker.tui.data.report_known import Known

YES = {"yes": True, "y": True, "no": False, "n": False, "": False}


def understanding(name: str, known: Known, here: Here) -> Callable[[str], Understood]:
    """Give what reads a choice of this name."""
    by_name: dict[str, Callable[[str], Understood]] = {
        "meeting": lambda text: _meeting(text, known),
        "document": lambda text: _document(text, known),
        "owner": lambda text: _owner(text, known),
        "group": lambda text: _group(text, here),
        "only": lambda text: filter_understood(text, here),
        "dated": lambda text: _day(text, here.today, past=False),
        "since": lambda text: _day(text, here.today),
        "until": lambda text: _day(text, here.today),
        "day": lambda text: day_understood(text, here.today),
        "ref": ref_understood,
        "scope": scope_understood,
        "language": language_understood,
        "private": _yes_or_no,
        "printed": _yes_or_no,
    }
    return by_name.get(name, lambda text: Understood(f"→ {text.strip()}", text.strip()))


def filter_understood(text: str, here: Here) -> Understood:
    """Say what is wrong with a filter, if anything is; nothing typed: all items."""
    from tracker.domain.filters import FilterProblem, parse

    if not text.strip():
        return Understood("→ all items", "")
    try:
        parse(text, saved=here.saved)
    except FilterProblem as problem:
        return Understood(problem.why, good=False)
    return Understood(f"→ only items that meet: {text.strip()}", text.strip())


def day_understood(text: str, today: dt.date) -> Understood:
    """Say which past day is meant, as at which to show a report; ``now`` for the present."""
    if text.strip().casefold() in ("", "now", "today"):
        return Understood("→ now", None)
    found = _day(text, today)
    return (
        found._replace(words=found.words.replace("→", "→ as at the end of"))
        if found.good
        else found
    )


def _day(text: str, today: dt.date, *, past: bool = True) -> Understood:
    if not text.strip():
        return Understood("→ as usual", None)
    try:
        day = resolve(text, today, direction="past" if past else "future").date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ as usual", day)


def _meeting(text: str, known: Known) -> Understood:
    if not text.strip():
        return Understood("→ the next meeting", None)
    ordinal = ordinal_of(text.strip())
    if ordinal is None or all(each.ordinal != ordinal for each in known.meetings):
        there = ", ".join(short(each.ordinal) for each in known.meetings if each.ordinal)
        return Understood(f"There is no such meeting. There are: {there or 'none'}.", good=False)
    return Understood(f"→ for the {short(ordinal)} meeting", ordinal)


def _document(text: str, known: Known) -> Understood:
    from tracker.domain.folding import fold

    if not text.strip():
        return Understood("→ all that arise", "")
    wanted = fold(text)
    for document in known.documents:
        if wanted in (fold(document.name), fold(document.symbol)):
            return Understood(f"→ of {document.name}: {document.title}", document.name)
    return Understood(f"No document is called {text.strip()}.", good=False)


def _owner(text: str, known: Known) -> Understood:
    if not text.strip():
        return Understood("→ everybody", "")
    try:
        name = known.owners.find(text).name
    except TrackerError as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ of {name}", name)


def _group(text: str, here: Here) -> Understood:
    wanted = text.strip().casefold()
    if not wanted:
        return Understood(f"→ {here.label}", "")
    if wanted == ALL_GROUPS:
        return Understood("→ all groups", ALL_GROUPS)
    found = [group for group in here.groups if group.acronym.casefold().startswith(wanted)]
    exact = [group for group in found if group.acronym.casefold() == wanted] or found
    if len(exact) != 1:
        there = ", ".join(group.acronym for group in here.groups)
        return Understood(f"Which group? {there or 'There is none yet.'}", good=False)
    return Understood(f"→ {exact[0].acronym}", exact[0].acronym)


def scope_understood(text: str) -> Understood:
    """Say whose items a digest is to tell of, by the word or its beginning."""
    word = text.strip().casefold() or "group"
    found = [scope for scope in SCOPES if scope.startswith(word)]
    if len(found) != 1:
        return Understood(f"One of {', '.join(SCOPES)}.", good=False)
    return Understood(f"→ {SCOPES[found[0]]}", found[0])


def language_understood(text: str) -> Understood:
    """Say in which language a report is to be written; nothing typed: in English."""
    from tracker.reports.catalogues import check_language

    code = text.strip() or "en"
    try:
        check_language(code)
    except TrackerError as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ in {code}", code)


def _yes_or_no(text: str) -> Understood:
    value = YES.get(text.strip().casefold())
    if value is None:
        return Understood("yes or no", good=False)
    return Understood("→ yes" if value else "→ no", value)


def ref_understood(text: str) -> Understood:
    """Say which item a ref means; nothing typed: none yet."""
    if not text.strip():
        return Understood("→ none yet", None)
    try:
        ref = parse_ref(text)
    except BadRef as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ item {ref}", ref)
