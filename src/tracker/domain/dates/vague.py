"""Words that name a time but not one day: what to say instead of guessing."""

from __future__ import annotations

from tracker.domain.dates import calendar
from tracker.domain.dates.problems import AmbiguousDate, ImpossibleDate, UnknownDate

_QUARTERS = {"q1": "March", "q2": "June", "q3": "September", "q4": "December"}
_LOOSE = ("early", "mid", "late", "middle", "around", "about", "before", "after", "until")
_EDGES = {"early": "March", "mid": "June", "middle": "June"}
_KNOWN = (
    *("today", "tomorrow", "yesterday", "next meeting", "end of month", "end of year", "none"),
    *calendar.WEEKDAYS,
    *calendar.MONTHS,
)


def refuse(text: str, words: tuple[str, ...]) -> Exception:
    """The problem that says why these words are no date and what to write instead."""
    return _figures_only(text) or _period(text, words) or _unknown(text, words)


def _figures_only(text: str) -> Exception | None:
    parts = text.replace("/", "-").replace(".", "-").split("-")
    if len(parts) not in (2, 3) or not all(
        calendar.is_figures(part) and len(part) <= 4 for part in parts
    ):
        return None
    readings = _readings([int(part) for part in parts], year_first=len(parts[0]) == 4)
    if not readings:
        return ImpossibleDate(text)
    why = "can be read two ways" if len(readings) > 1 else "is not how a date is written here"
    return AmbiguousDate(text, why, " or ".join(readings))


def _readings(figures: list[int], *, year_first: bool) -> list[str]:
    if len(figures) == 2:
        if year_first:
            return (
                [f"“end of {calendar.MONTHS[figures[1] - 1].title()} {figures[0]}”"]
                if 1 <= figures[1] <= 12
                else []
            )
        pairs = dict.fromkeys([(figures[0], figures[1]), (figures[1], figures[0])])
        return [
            f"“{day} {calendar.MONTHS[month - 1][:3].title()}”"
            for day, month in pairs
            if 1 <= month <= 12 and 1 <= day <= calendar.month_end(2024, month).day
        ]
    if year_first:
        orders = [(figures[0], figures[1], figures[2])]
    else:
        year = figures[2] + (2000 if figures[2] < 100 else 0)
        orders = list(
            dict.fromkeys([(year, figures[1], figures[0]), (year, figures[0], figures[1])])
        )
    return [
        f"{year:04}-{month:02}-{day:02}" for year, month, day in orders if _exists(year, month, day)
    ]


def _exists(year: int, month: int, day: int) -> bool:
    return (
        1 <= year <= 9999
        and 1 <= month <= 12
        and 1 <= day <= calendar.month_end(min(year, 9998), month).day
    )


def _period(text: str, words: tuple[str, ...]) -> Exception | None:
    year = next((word for word in words if calendar.is_figures(word) and len(word) == 4), "")
    month = next((place for word in words if (place := calendar.month_number(word))), None)
    quarter = next((_QUARTERS[word] for word in words if word in _QUARTERS), None)
    name = calendar.MONTHS[month - 1].title() if month else quarter or ("December" if year else "")
    if quarter and len(words) <= 2:
        return AmbiguousDate(text, "is a quarter, not a day", _month_end_words(name, year))
    if words[:1] and words[0] in _LOOSE and name:
        if not month and words[0] in _EDGES:
            name = _EDGES[words[0]]
        return AmbiguousDate(
            text, "is not one day", f"a day, such as {_month_end_words(name, year)}"
        )
    if month and len(words) == 1 + bool(year):
        instead = f"{_month_end_words(name, year)} or “{' '.join(filter(None, ('1', name, year)))}”"
        return AmbiguousDate(text, "is a month, not a day", instead)
    if year and words == (year,):
        return AmbiguousDate(text, "is a year, not a day", f"a day, such as “end of {year}”")
    if len(words) == 2 and words[0] in ("next", "this", "last") and words[1] in calendar.UNITS:
        return AmbiguousDate(text, "is not one day", f"“end of {text}”, or a day")
    return None


def _month_end_words(month: str, year: str) -> str:
    return f"“end of {month} {year}”" if year else f"“end of {month}”"


def _unknown(text: str, words: tuple[str, ...]) -> Exception:
    from tracker.domain import ordinals
    from tracker.domain.nearest import nearest

    if len(words) == 1 and (number := ordinals.in_figures(words[0])) is not None:
        instead = f"“at the {words[0]}” for the meeting, or the month too, such as “{number} Mar”"
        return AmbiguousDate(text, "can be a day of the month or a meeting", instead)
    return UnknownDate(text, nearest(text, _KNOWN, count=1))
