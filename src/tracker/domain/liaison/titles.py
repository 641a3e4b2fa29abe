"""Titles and reference numbers in the prescribed form."""

from __future__ import annotations

import re

REPLY = "Reply to liaison statement from "
_NUMBER = re.compile(r"-LS(\d+)/(\d{4})$")


def reply_title(sender: str, title: str) -> str:
    """Give the title of a reply: it says that it is one, and to whom (Rec. ITU-T A.1 template).

    A reply to a reply names the one it answers, and does not pile up.
    """
    return f"{REPLY}{sender}: {subject_of(title) or title.strip()}"


def subject_of(title: str) -> str:
    """Give the subject that a reply's title names; nothing where the title is not a reply's."""
    if not is_reply_title(title):
        return ""
    return title.strip()[len(REPLY) :].partition(": ")[2]


def is_reply_title(title: str) -> bool:
    """Tell whether a title has the prescribed form of a reply."""
    return title.strip().lower().startswith(REPLY.lower())


def own_number(acronym: str, sequence: int, year: int) -> str:
    """Give our own reference: per group and year, ``CWG-COP-LS3/2020``."""
    return f"{'-'.join(acronym.split())}-LS{sequence}/{year}"


def sequence_in(number: str, year: int) -> int:
    """Read the running number of that year out of a reference of ours; 0 if it is another's."""
    found = _NUMBER.search(number)
    return int(found[1]) if found and int(found[2]) == year else 0
