"""The language of minutes in English."""

from __future__ import annotations

import re

from tracker.capture.finding.english_grammar import ENGLISH_GRAMMAR
from tracker.capture.finding.words import Words

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def _ordinals() -> dict[str, int]:
    named = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
    for ten, word in enumerate(_TENS, 2):
        named[f"{word[:-1]}ieth"] = 10 * ten
        named |= {f"{word}-{unit}": 10 * ten + number for number, unit in enumerate(_UNITS, 1)}
    return named


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_BODY = r"(?:the )?(?:meeting|group|committee|council|chair(?:man|woman|person)?|plenary|assembly|board|members?)"

ENGLISH = Words(
    code="en",
    common=frozenset(
        (
            "the",
            "of",
            "and",
            "to",
            "in",
            "that",
            "is",
            "was",
            "for",
            "on",
            "with",
            "be",
            "will",
            "this",
        )
    ),
    months={name: number for number, month in enumerate(_MONTHS, 1) for name in (month, month[:3])}
    | {"sept": 9},
    weekdays=frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")),
    ordinals=_ordinals(),
    ordinal_figure=_pattern(r"\b(\d{1,3}) ?(?:st|nd|rd|th)\b"),
    meeting=_pattern(
        r"(?:meetings?|sessions?|roundtables?|assembl(?:y|ies)|plenar(?:y|ies)|conferences?)\b"
    ),
    join=_pattern(r"[\s,/&]*(?:and|to|on|from|the)?[\s,/&]*(?:and|to|on|from|the)?\s*"),
    place=re.compile(
        r"\b(?:in|at) ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?)"
    ),
    outcomes_heading=_pattern(
        r"\b(?:outcomes?|conclusions?|decisions|resolutions|recommendations|results of the meeting|agreements reached)\b"
    ),
    steps_heading=_pattern(
        r"\b(?:next steps|action (?:items?|points?|list)|actions|to[- ]?dos?|follow[- ]?ups?|way forward)\b"
    ),
    carried_heading=_pattern(
        r"\b(?:(?:actions?|items?|decisions?|matters?|minutes)\b.*\b(?:last|previous|earlier|prior|arising)"
        r"|(?:last|previous|prior|open|pending|outstanding|old|closed|completed|review of) (?:\w+ )?(?:action|item|decision)s?)\b"
    ),
    present_heading=_pattern(
        r"^(?:attend(?:ees|ance)|(?:remote )?participants?|present|people present|apologies|regrets|absent|roll ?call"
        r"|invited|observers.*|guests?|scribes?|note ?takers?|members present)\b"
    ),
    quiet_heading=_pattern(
        r"^(?:agenda|links|references|upcoming meetings?|table of contents|contents|dial(?:ling|-in)?\b.*|regular reviews)\b"
    ),
    summary_heading=_pattern(r"(?:executive )?summary"),
    action_required_heading=_pattern(
        r"actions? (?:required|requested|expected)|requested action|required action"
    ),
    kinds=(
        (
            "liaison statement",
            _pattern(
                r"\b(?:liaison (?:statements?|letters?)|LS(?:/[io])?)\b.*\b(?:sent|send|dispatch|forward|convey|issue|repl(?:y|ied))"
                r"|\b(?:send|sending|forward|issue|dispatch|draft|prepare|reply)\b.*\b(?:liaison (?:statements?|letters?)|LS)\b"
                r"|\bliaise with\b"
            ),
        ),
        (
            "report to parent body",
            _pattern(
                r"\b(?:submit|present|transmit|forward)(?:ted|s|ting)?\b.{0,40}\breport\b.{0,40}\bto (?:the )?(?:council|plenary|assembly|parent)"
            ),
        ),
        ("encouragement", _pattern(r"\bencourag")),
        ("recommendation", _pattern(r"\b(?:recommend|advis(?:e|es|ed)\b)")),
        (
            "invitation",
            _pattern(
                r"\b(?:invit(?:e|es|ed|ing)\b|urge[sd]?\b|call(?:s|ed) (?:up)?on\b|appeal(?:s|ed) to\b)"
            ),
        ),
        (
            "request",
            _pattern(r"\b(?:request(?:s|ed)?|instruct(?:s|ed)?|task(?:s|ed)|ask(?:s|ed))\b"),
        ),
        (
            "posting",
            _pattern(
                r"\b(?:will|shall|should|to|be|must) (?:also )?(?:be )?(?:post|publish|upload|made available|put online)"
                r"|\b(?:post|publish|upload)(?:ed)? (?:it |them )?on(?:line| the)"
            ),
        ),
        (
            "information",
            _pattern(r"\b(?:took note|takes note|noted|notes that|was informed|were informed)\b"),
        ),
        (
            "decision",
            _pattern(
                r"\b(?:agree[sd]?|decide[sd]?|resolve[sd]?|approve[sd]?|adopt(?:s|ed)|conclude[sd]?|endorse[sd]?|appoint|elect"
                r"|establish|confirm|accept|consensus|passed|carried)"
            ),
        ),
    ),
    chair_field=_pattern(
        r"(?:meeting )?(?:co-?)?chair(?:man|woman|person)?(?:s|\(s\))?|chaired by|presiding"
    ),
    chair_phrase=re.compile(
        r"(?:[Cc]haired by|under the [Cc]hairmanship of|[Tt]he (?:[\w/ ]{0,20} )?[Cc]hair(?:man|woman|person)?,)"
        r" (?P<name>(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.?\s)?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4})(?: \((?P<country>[^)]{2,40})\))?"
    ),
    office=_pattern(r"(?:the )?(?:acting )?chair(?:man|woman|person)?\b"),
    addressee=(
        re.compile(
            r"\b(?:sent|send|sending|addressed|forwarded|forward|dispatched|conveyed|issued|reply|statement|LS) to (?:the )?"
            r"([A-Z][^,.;:()]*?)(?= in order| to [a-z]| asking| informing| requesting| inviting| (?:for|regarding|concerning|about) "
            r"|(?<!Group)(?<!Committee)(?<!Party)(?<!Force)(?<!Commission) on |[,.;:(]|$)"
        ),
        re.compile(
            r"\b(?:invite[sd]?|encourage[sd]?|request(?:s|ed)?|urge[sd]?|ask(?:s|ed)|instruct(?:s|ed)?|task(?:s|ed)|recommend(?:s|ed) that)"
            r" (?!to\b)(?:the |its )?([A-Za-z][\w/ -]{2,60}?) to [a-z]"
        ),
    ),
    for_action=_pattern(
        r"\bfor (?:their |its |your )?action\b|\bto (?:ask|request|seek|invite|obtain|solicit)\b|\b(?:asking|requesting|seeking|inviting)\b"
    ),
    for_information=_pattern(
        r"\bfor (?:their |its |your )?information\b|\b(?:to|informing) ?(?:inform|notify|update|brief|them|it)\b"
    ),
    opening=_pattern(
        rf"{_BODY}(?: and {_BODY})? (?:also |further |strongly )?"
        r"(?:encourage[sd]?|recommend(?:s|ed)?|invite[sd]?|agree[sd]?|decide[sd]?|resolve[sd]?|conclude[sd]?|request(?:s|ed)?"
        r"|emphasi[sz]e[sd]?|approve[sd]?|endorse[sd]?)(?: that| to)? (?:the )?"
    ),
    liaison_title="Liaison statement to {}",
    actions_heading=_pattern(r"\b(?:action|to[- ]?do)"),
    before=r"\b(?:by|before|until|till|no later than|not later than|at the latest by|due(?: on| by)?|deadline(?: is| of|:)?|prior to|in time for|close (?:the )?vote on)",
    loosely=r"\b(?:on|in|starting|from|during|ending|commenc\w+ on|effective|for publication on|targeted for)",
    near=(
        r"today|tomorrow|tonight|this (?:week|month|year|afternoon)|next (?:week|month|year|quarter|meeting|call|telecon|plenary)"
        r"|(?:in|within) (?:the )?(?:next )?(?:\d+|a|one|two|three|four|six|few|couple of)(?:-| )(?:days?|weeks?|months?)|(?:the )?end of (?:the |this |next )?(?:day|week|month|year|meeting|\w+day)"
        r"|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|(?:[1-4]Q|Q[1-4])[ ]?(?:\d{2,4})?|the \d{1,2}(?:st|nd|rd|th)? meeting"
    ),
    periods=r"(?:late |early |mid[- ]|(?:the )?(?:end|beginning|middle|first half|second half) of )",
    today=frozenset(("today", "tonight", "this afternoon")),
    grammar=ENGLISH_GRAMMAR,
)
