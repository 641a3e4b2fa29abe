"""From a file to the liaison statement in it: a document, or a mail that carries one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.capture.liaison.statement import FoundStatement, statement_in
from tracker.capture.readers.opening import read_bytes
from tracker.capture.readers.reading import outline_of_bytes
from tracker.domain.errors import UnreadableInput

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


class NoStatementThere(UnreadableInput):
    """A document holds too little of the template."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” does not look like a liaison statement: its fields (Title, Source, For action"
            " to …) are not there. Record it by options: `tracker liaison receive --from … TITLE`."
        )


def read_statement(path: Path, today: dt.date) -> FoundStatement:
    """Give the statement in a .docx, .pdf, .html, .md or .txt file, or in a mail (.eml).

    Raises ``NoStatementThere``, or another ``UnreadableInput`` for what cannot be read.
    """
    content = read_bytes(path)
    if path.suffix.casefold() == ".eml":
        from tracker.capture.liaison.mail import statement_in_mail

        found = statement_in_mail(content, path.name, today)
    else:
        found = statement_in(outline_of_bytes(content, path.name), today)
    if not found.is_statement:
        raise NoStatementThere(path.name)
    return replace(found, title=" ".join(found.title.split()))
