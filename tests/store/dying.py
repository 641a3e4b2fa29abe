"""Run as a program: die in the midst of changes, by signal 9, and look at what is left each time.

    python -m tests.store.dying DATABASE

A child dies before its n-th statement, for n = 1, 8, … until one comes through; the parent then
holds the database to being consistent, and to holding the change whole or not at all. Prints how
many died. (A program of its own, since only one without threads may fork.)
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from itertools import count

from tests.clock import StillClock
from tests.databases import workplace_on
from tests.store.consistency import assert_consistent
from tracker.desk.annotate import add_note, tag
from tracker.desk.chosen import chosen
from tracker.desk.record import NewItem, record_item
from tracker.desk.titles import retitle
from tracker.desk.undo import undo
from tracker.session.workplace import Workplace
from tracker.store import sqlite
from tracker.store.database import Database, reading

CHANGES = ("record", "annotate", "undo")
STRIDE = 7  # 1 looks at every statement, in half a minute


def change(place: Workplace, what: str) -> None:
    """Make one of the changes."""
    with place.change(what) as work:
        if what == "record":
            record_item(work, NewItem(place.group.id, title="New"))
        elif what == "annotate":
            retitle(work, 3, "Other")
            tag(work, [1, 2, 3], ["late"])
            add_note(work, chosen(work, [3])[0], "so decided")
        else:
            undo(work)


def die_before(statement: int) -> None:
    """Let this process end by signal 9 when it has run so many statements, from now on."""
    counted = count(1)

    def counting(_sql: str) -> None:
        if next(counted) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    opened = sqlite.connect

    def watched(path: str, *, create: bool = False) -> sqlite3.Connection:
        connection = opened(path, create=create)
        connection.set_trace_callback(counting)
        return connection

    sqlite.connect = watched


def attempt(where: str, what: str, statement: int) -> int:
    """Make a change in a child that is to die; give how the child ended."""
    child = os.fork()
    if child == 0:
        die_before(statement)
        place = workplace_on(Database(where), StillClock())
        change(place, what)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(where: str) -> None:
    """Die in every way; print how often."""
    deaths = 0
    for what in CHANGES:
        for statement in count(1, STRIDE):
            with reading(Database(where)) as reader:
                before = reader.value("SELECT max(seq) FROM change_set")
            ended = attempt(where, what, statement)
            with reading(Database(where)) as reader:
                assert_consistent(reader)
                after = reader.value("SELECT max(seq) FROM change_set")
            assert ended in {0, -signal.SIGKILL}
            if ended == 0:
                assert after == before + 1
                break
            assert after == before, f"{what} is recorded though it died at statement {statement}"
            deaths += 1
    sys.stdout.write(f"{deaths}\n")


if __name__ == "__main__":
    main(sys.argv[1])
