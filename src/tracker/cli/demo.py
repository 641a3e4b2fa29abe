"""``tracker demo``: the sample group, on a database of its own."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tracker.cli.place import examples
from tracker.cli.printing import say
from tracker.domain.errors import DatabaseProblem, Refused

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from tracker.session.story import Telling

STORY = "cwg-cop.story"
SAMPLE_GROUP = "CWG-COP"


class AlreadyThere(Refused):
    """The place for the sample is taken."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Name a file that does not exist yet.")


class NoRoom(DatabaseProblem):
    """The sample cannot be written where it was to go."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The sample cannot be written to {path}: {why}. Nothing is left there.")


class StoryBroken(RuntimeError):
    """The shipped story and the program do not fit: a defect of ours."""


@click.command(
    "demo",
    epilog=examples("demo", "demo --keep sample.sqlite3", "--db sample.sqlite3 list overdue"),
)
@click.option(
    "--keep", metavar="PATH", type=click.Path(path_type=Path), help="Leave the database there."
)
def demo_command(keep: Path | None) -> None:
    """Try tracker out on a sample group; your own database is not touched.

    Opens the terminal UI; without a terminal it prints the Chair's status summary. With --keep
    the sample is only made, for you to try the other commands on.
    """
    if keep is not None and os.path.lexists(keep):
        raise AlreadyThere(keep)
    with tempfile.TemporaryDirectory(prefix="tracker-demo-") as folder:
        path = Path(folder) / "sample.sqlite3"
        _when_closed(lambda number: _drop(folder, number))
        make_sample(path)
        _when_closed(_leave_off)
        if keep is None:
            _show(path)
        else:
            _leave(path, keep)
            say(f"The sample is in {keep}. Try: tracker --db {keep} list")


def _when_closed(end: Callable[[int], NoReturn]) -> None:
    """Let whoever stops us, or closes the window, not leave the throw-away folder behind."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, _frame: end(number))


def _drop(folder: str, number: int) -> NoReturn:
    """End at once. What is raised while a sample is made could be raised in a finalizer, and lost."""
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(128 + number)


def _leave_off(number: int) -> NoReturn:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)


def make_sample(path: Path) -> None:
    """Make the sample database, in a file that is new: its story is told, command by command.

    Its clock then goes on from the end of the story. Raises ``DatabaseProblem`` when it cannot be
    written.
    """
    from tracker.session.story import tell
    from tracker.store.shipped import db_folder

    where, samples = str(path.absolute()), db_folder() / "samples"
    told = list(tell((samples / STORY).read_text(encoding="utf-8")))
    with chdir(samples):
        for telling in told[:-1]:
            _play(where, telling)
    _let_time_go_on(where, told[-1].instant)


def _play(where: str, telling: Telling) -> None:
    from tracker.cli.main import run

    heard = io.StringIO()
    with redirect_stdout(heard), redirect_stderr(heard):
        code = run(["--db", where, *telling.words], _surroundings(telling))
    if code == DatabaseProblem.exit_code:
        raise DatabaseProblem(heard.getvalue().strip().removeprefix("tracker: "))
    if code:
        raise StoryBroken(f"{' '.join(telling.words)}\n{heard.getvalue()}")


def _surroundings(telling: Telling) -> Mapping[str, str]:
    """Give an environment in which nothing but the story counts."""
    return {
        "TRACKER_CONFIG": os.devnull,
        "TRACKER_CLOCK": telling.instant.isoformat(),
        "TRACKER_ACTOR": telling.actor,
    }


def _let_time_go_on(where: str, present: dt.datetime) -> None:
    from tracker.session.clock import system_clock
    from tracker.store.database import Database, reading
    from tracker.store.preferring import prefer
    from tracker.store.reading.preferences import SAMPLE

    behind = system_clock() - present
    with reading(Database(where)) as reader:
        prefer(reader, SAMPLE, "seconds_behind", str(int(behind.total_seconds())))


def _leave(sample: Path, keep: Path) -> None:
    """Put the finished sample in its place: whole, or not at all. Raises ``NoRoom``."""
    begun = False
    try:
        keep.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(keep, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as place:
            begun = True
            place.write(sample.read_bytes())
    except OSError as error:
        if begun:
            keep.unlink(missing_ok=True)
        raise NoRoom(keep, error.strerror or str(error)) from error


def _show(path: Path) -> None:
    from tracker.cli.main import run

    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")
    }
    # Keys and theme of the person's own settings count, their current group is not in the sample.
    code = run(["--db", str(path), "--group", SAMPLE_GROUP], surroundings)
    if code:
        sys.exit(code)
