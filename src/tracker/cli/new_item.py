"""A new item from one line and from options, read and found before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.days import due_from, due_said, meeting_called, resolve_due
from tracker.cli.owning import owner_named, party_named
from tracker.cli.place import past_day
from tracker.cli.texts import text_of
from tracker.domain.errors import UsageProblem
from tracker.domain.quick_add import line_of, quick_add
from tracker.domain.refs import parse_refs
from tracker.domain.vocabulary import Adoption, Sort

if TYPE_CHECKING:
    import datetime as dt

    from tracker.desk.record import NewItem
    from tracker.desk.schedule import Due
    from tracker.domain.quick_add import QuickAdd
    from tracker.domain.records.meetings import MeetingRow
    from tracker.domain.records.parties import Party
    from tracker.session.workplace import Workplace


SORTS = {"action": "an action item", "liaison": "a liaison statement", "outcome": "an outcome"}


class LineNotUnderstood(UsageProblem):
    """Something in the line cannot be taken; two more lines point at it."""

    def __init__(self, line: str, start: int, end: int, why: str) -> None:
        super().__init__(f"{why}\n  {line}\n  {' ' * start}{'^' * max(1, end - start)}")


class GivenTwice(UsageProblem):
    """The line and an option say the same thing."""

    def __init__(self, what: str) -> None:
        super().__init__(f"“{what}” is given twice, in the line and by --{what}.")


class OnlyOutcomesHave(UsageProblem):
    """Adopted text and what belongs to it are an outcome's."""

    def __init__(self, option: str, sort: str) -> None:
        super().__init__(
            f"--{option} belongs to outcomes, and this is {SORTS[sort]}. Leave it out, or say"
            " --sort outcome."
        )


class Options(NamedTuple):
    """What the options say, as typed."""

    owner: tuple[str, ...] = ()
    due: str = ""
    tag: tuple[str, ...] = ()
    meeting: str = ""
    priority: str = ""
    carries_out: tuple[str, ...] = ()
    sort: str = ""
    kind: str = ""
    text: str = ""
    document: str = ""
    section: str = ""
    bullet: int | None = None
    addressee: str = ""
    adopted: str | None = None
    by_correspondence: bool = False
    to: tuple[str, ...] = ()
    purpose: str = ""
    basis: str = "assumed"

    @property
    def of_an_outcome(self) -> dict[str, object]:
        """Give what only an outcome has."""
        return {
            "text": self.text,
            "document": self.document,
            "section": self.section,
            "bullet": self.bullet,
            "adopted": self.adopted,
            "by-correspondence": self.by_correspondence,
        }


class Draft(NamedTuple):
    """An item to be recorded, and what is recorded with it. ``words`` echo what was understood."""

    new: NewItem
    contributors: tuple[Party, ...]
    carries_out: tuple[int, ...]
    addressees: tuple[str, ...]
    purpose: str
    words: str


def drafted(place: Workplace, words: tuple[str, ...], options: Options) -> Draft:
    """Draft an item. Raises a ``TrackerError`` for whatever is unknown or open to two readings."""
    from tracker.desk.record import NewItem

    line = _line(place, words, options)
    if line.group:
        place = place.within(_group_called(place, line.group))
    sort = _sort(line, options)
    owners = _merged("owner", line.owners, options.owner)
    owner = owner_named(place, owners[0]) if owners else None
    due = _due(place, line, options)
    group_id = place.current.id if place.current else place.group.id
    named = _merged("meeting", line.meeting, options.meeting)
    meeting = meeting_called(place, named[0], group_id) if named else None
    new = NewItem(
        group_id=group_id,
        sort=sort,
        title=line.title,
        text=text_of(options.text, "text") if options.text else "",
        kind=options.kind.strip().lower(),
        meeting_id=meeting.id if meeting else None,
        document_id=_document_id(place, group_id, options.document),
        section=options.section,
        bullet=options.bullet,
        addressee=options.addressee,
        adopted_on=_adopted(place, sort, meeting, options),
        adoption=Adoption.CORRESPONDENCE if options.by_correspondence else "",
        owner=owner,
        owner_basis=options.basis,
        due=due,
        due_basis=options.basis,
        tags=(*line.tags, *options.tag),
        priority="".join(_merged("priority", line.priority or "", options.priority)) or "normal",
    )
    carried = tuple(dict.fromkeys((*line.carries_out, *_refs(options.carries_out))))
    others = tuple(party_named(place, name) for name in owners[1:])
    words_said = _said(place, new, carried, meeting)
    return Draft(new, others, carried, options.to, options.purpose, words_said)


def _line(place: Workplace, words: tuple[str, ...], options: Options) -> QuickAdd:
    if not words and not options.text:
        from tracker.desk.record import NothingSaid

        raise NothingSaid
    text = line_of(words)
    line = quick_add(text, place.today, meetings=place.meeting_dates())
    if line.group:
        there = place.within(_group_called(place, line.group))
        line = quick_add(text, there.today, meetings=there.meeting_dates())
    # An outcome may have its adopted text alone; the missing title is the first problem.
    problems = line.problems[1:] if options.text and not line.title else line.problems
    if problems:
        raise LineNotUnderstood(text, *problems[0])
    return line


def _sort(line: QuickAdd, options: Options) -> Sort:
    given = [name for name, value in options.of_an_outcome.items() if value]
    named = _merged("sort", line.sort or "", options.sort or ("liaison" if options.to else ""))
    if not named:
        work = bool(line.carries_out or options.carries_out)
        outcome = (given or options.kind) and not work
        sort = Sort.OUTCOME if outcome else Sort.ACTION
    else:
        sort = Sort(named[0])
    if given and sort != Sort.OUTCOME:
        raise OnlyOutcomesHave(given[0], sort)
    return sort


def _group_called(place: Workplace, name: str) -> str:
    from tracker.store.reading.groups import find_group

    return find_group(place.reader, name).acronym


def _due(place: Workplace, line: QuickAdd, options: Options) -> Due | None:
    if line.due is not None and options.due:
        raise GivenTwice("due")
    resolved = resolve_due(place, options.due) if options.due else line.due
    return None if resolved is None else due_from(place, resolved)


def _document_id(place: Workplace, group_id: int, name: str) -> int | None:
    if not name:
        return None
    from tracker.store.reading.meetings import find_document

    return find_document(place.reader, name, group_id).id


def _adopted(
    place: Workplace, sort: Sort, meeting: MeetingRow | None, options: Options
) -> dt.date | None:
    """Give the day of adoption: as given, or the last day of the meeting that adopted."""
    if options.adopted:
        return past_day(place, options.adopted)
    if sort != Sort.OUTCOME or meeting is None or options.by_correspondence:
        return None
    return meeting.ends_on or meeting.starts_on


def _merged(
    what: str, line: str | tuple[str, ...], option: str | tuple[str, ...]
) -> tuple[str, ...]:
    """Give what the line or the option says; both is once too often."""
    if line and option:
        raise GivenTwice(what)
    found = line or option
    return ((found,) if found else ()) if isinstance(found, str) else found


def _refs(words: tuple[str, ...]) -> tuple[int, ...]:
    return parse_refs(words) if words else ()


def _said(
    place: Workplace, new: NewItem, carried: tuple[int, ...], meeting: MeetingRow | None
) -> str:
    """Say what was understood."""
    words = [
        new.kind
        or {"action": "action item", "liaison": "liaison statement"}.get(new.sort, "outcome")
    ]
    if new.owner is not None:
        words.append(f"owner {new.owner.name}")
    if new.due is not None:
        words.append(due_said(place, new.due))
    if meeting is not None:
        words.append(f"of the {meeting.label}")
    if new.priority != "normal":
        words.append(f"priority {new.priority}")
    words += [f"+{tag}" for tag in new.tags]
    if carried:
        words.append(f"for {', '.join(map(str, carried))}")
    return ", ".join(words)
