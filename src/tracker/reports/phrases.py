"""Short phrases that reports share: days away, owners with holders, headings cut to a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.dated_meeting import dated_title
from tracker.domain.document_tree import alert, inline, muted

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.document_tree import Cell, Inline
    from tracker.domain.document_tree import Words as Parts
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import MeetingRow
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words

DOT = " · "


def cut(text: str, length: int) -> str:
    """Cut a text to a length at the end of a word, with an ellipsis; line breaks become spaces."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[: length - 1]
    whole, space, _ = head.rpartition(" ")
    return f"{whole if space and len(whole) > length // 2 else head}…".replace(",…", "…")


def joined(parts: list[Parts], gap: str = DOT) -> Inline:
    """Join parts of a line with a gap between them."""
    spans: list[Parts] = []
    for part in parts:
        spans += [gap, part] if spans else [part]
    return inline(*spans)


def in_days(words: Words, day: dt.date, today: dt.date) -> str:
    """Say how far away a day is: “today”, “in 34 days”, “3 days ago”."""
    days = (day - today).days
    if days == 0:
        return words("today")
    if days > 0:
        return words.count("in {n} day", "in {n} days", days)
    return words.count("{n} day ago", "{n} days ago", -days)


def owner(asked: Asked, name: str) -> str:
    """Name an owner within the report's group: an office without the group, with its holder."""
    holder = asked.holders.get(name, "")
    if asked.group is not None:
        name = name.removeprefix(f"{asked.group.acronym} ")
    return f"{name} ({holder})" if holder else name


def owner_cell(asked: Asked, row: ItemRow) -> Cell:
    """Show an owner; an unknown one steps back."""
    return owner(asked, row.owner) if row.owner else muted(asked.words("no owner"))


def due_cell(asked: Asked, row: ItemRow) -> Cell:
    """Show a due date as a date; an unknown one steps back, and is nothing where none is due."""
    if row.due is None:
        return None if row.status == "standing" or row.closed_on else muted(asked.words("no date"))
    return row.due


def status_words(asked: Asked, row: ItemRow) -> Cell:
    """Say the status, and that the item is overdue: by a word, for colours do not reach everybody."""
    status = asked.words.term(row.status)
    if not is_overdue(row, asked.today):
        return status
    return alert(asked.words("{status}, overdue").format(status=status))


def late_day(asked: Asked, day: dt.date | None) -> Cell:
    """Show a day by which something was expected, and that it is past if it is."""
    if day is None or day >= asked.today:
        return day
    return alert(asked.words("{day}, late").format(day=asked.words.short_day(day)))


def is_overdue(row: ItemRow, today: dt.date) -> bool:
    """Tell whether the item is in hand and past its date; what is reported done is not overdue."""
    return (
        row.status in ("pending", "under implementation")
        and row.due is not None
        and row.due < today
    )


def meeting_name(words: Words, meeting: MeetingRow) -> str:
    """Name a meeting shortly: “17th meeting”, or its title."""
    if meeting.ordinal is not None:
        return words("{ordinal} meeting").format(ordinal=words.ordinal(meeting.ordinal))
    return meeting_title(words, meeting.title, meeting.starts_on) or words("meeting")


def meeting_title(words: Words, title: str, day: dt.date | None) -> str:
    """Give the title of a meeting; one that only says the day, in the language."""
    if not title or day is None or title != dated_title(day):
        return title
    return words("meeting of {day}").format(day=words.day(day))


def meeting_in_full(words: Words, meeting: MeetingRow) -> str:
    """Name a meeting as a document's head does: “Seventeenth meeting”."""
    if meeting.ordinal is None:
        name = meeting_title(words, meeting.title, meeting.starts_on) or words("Meeting")
        return name if name == meeting.title else name[:1].upper() + name[1:]
    name = words("{ordinal} meeting").format(ordinal=words.spelled(meeting.ordinal))
    return name[:1].upper() + name[1:]


def paragraph_words(words: Words, row: ItemRow) -> str:
    """Name the original paragraph: “7.1 bullet 4”."""
    if row.bullet is None:
        return row.section
    text = words("{section} bullet {bullet}") if row.section else words("bullet {bullet}")
    return text.format(section=row.section, bullet=row.bullet)


def place_and_days(words: Words, meeting: MeetingRow) -> str:
    """Say where and when a meeting is: “Geneva, 12–13 October 2020”."""
    return words.run((meeting.place, days_of(words, meeting)))


def days_of(words: Words, meeting: MeetingRow) -> str:
    """Give the days of a meeting."""
    return span_of(words, meeting.starts_on, meeting.ends_on)


def span_of(words: Words, first: dt.date | None, last: dt.date | None) -> str:
    """Give the days from the first to the last, which may be unknown or the same."""
    if first is None:
        return ""
    if last is None or last == first:
        return words.day(first)
    if words.is_english and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{words.day(last)}"
    return words("{first} to {last}").format(first=words.day(first), last=words.day(last))


def countdown(asked: Asked) -> list[str]:
    """Say when the next meeting is and by when its documents are due; empty when none is known."""
    words, meeting = asked.words, asked.next_meeting
    if meeting is None or meeting.starts_on is None:
        return []
    name = meeting_name(words, meeting)
    if asked.group is None:
        name = f"{meeting.group} {name}"
    lines = [_dated(asked, name, meeting.starts_on)]
    if meeting.documents_due is not None:
        label = (
            words("documents by")
            if meeting.documents_due >= asked.today
            else words("documents were due")
        )
        lines.append(_dated(asked, label, meeting.documents_due))
    return lines


def _dated(asked: Asked, what: str, day: dt.date) -> str:
    words = asked.words
    return f"{what} {words.short_day(day)} ({in_days(words, day, asked.today)})"
