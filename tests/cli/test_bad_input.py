"""Bad input of every kind: one clear line, the right exit code, nothing changed, no traceback."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import TWIN
from tests.cli.processes import run_process

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran
    from tracker.session.workplace import Workplace

HALF = "\udcff"
"""A byte that is no text, as Python hands it over from a command line."""

ZIP = b"PK\x03\x04" + bytes(26) + b"\xff" * 200
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")
REFUSED, USAGE, NOT_FOUND, UNREADABLE, DATABASE = 1, 2, 3, 4, 5


@pytest.fixture
def unchanged(cwg_cop: Workplace, tracker: Callable[..., Ran]) -> Callable[..., Ran]:
    """Give a function that runs a command line and sees that it changed nothing."""
    path = Path(cwg_cop.settings.database)

    def running(*arguments: object, typed: str = "") -> Ran:
        before = content(path)
        ran = tracker(*arguments, typed=typed)
        assert content(path) == before
        assert ran.out == ""
        assert "Traceback" not in ran.err
        return ran

    return running


def content(path: Path) -> list[str]:
    """Give everything in a database, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def one_line(ran: Ran, code: int, said: str) -> None:
    """See that a command gave one line, said so, and the exit code."""
    assert ran.code == code, ran
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("tracker: ")


DOCUMENTS = {
    "missing": (None, "There is no file"),
    "empty": (b"", "holds no text"),
    "blank": (b" \n\t\n", "holds no text"),
    "binary": (bytes(range(256)) * 20, "is a binary file. Give a .docx, .pdf, .html, .eml,"),
    "zip": (ZIP, "Save it again and retry"),
    "encrypted": (OLE + bytes(4000), "is protected by a password"),
    "broken-pdf": (b"%PDF-1.7\n%%EOF\n", ""),
}


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("ending", ["txt", "docx", "pdf"])
def test_an_unreadable_document(
    unchanged: Callable[..., Ran], tmp_path: Path, kind: str, ending: str
) -> None:
    """Whatever its name says it is."""
    data, said = DOCUMENTS[kind]
    path = tmp_path / f"{kind}.{ending}"
    if data is not None:
        path.write_bytes(data)
    ran = unchanged("capture", path, "--accept-all")
    one_line(ran, UNREADABLE, said)
    assert path.name in ran.err


def test_a_folder_is_no_document(unchanged: Callable[..., Ran], tmp_path: Path) -> None:
    """Nor is a device."""
    one_line(unchanged("capture", tmp_path), UNREADABLE, "is not a document")
    one_line(unchanged("capture", "/dev/zero"), UNREADABLE, "is not a document")


def test_more_than_50_mb_is_no_report(unchanged: Callable[..., Ran], tmp_path: Path) -> None:
    """It is refused by its size, before it is read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    one_line(unchanged("capture", path, "--accept-all"), UNREADABLE, "larger than 50 MB")


def test_a_closed_document_is_told(
    unchanged: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own reason is given; root may read everything, so the system is played."""
    path = tmp_path / "closed.txt"
    shutil.copy(TWIN, path)

    def closed(_self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    one_line(unchanged("capture", path, "--accept-all"), UNREADABLE, "permission denied")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", 99), NOT_FOUND, "No item has the ref 99."),
        (("done", 1, 99), NOT_FOUND, "99"),
        (("history", 99), NOT_FOUND, "99"),
        (("relate", 3, "implements", 99), NOT_FOUND, "99"),
        (("show", "first"), USAGE, "“first” is not a ref"),
        (("show", "0"), USAGE, "cannot be a ref"),
        (("show", "1-"), USAGE, "is not a ref"),
        (("show", 2**70), USAGE, "cannot be a ref"),
        (("undo", 2**70), NOT_FOUND, "There is no change"),
        (("add", "x", "--bullet", 2**70), USAGE, "'--bullet'"),
        (("due", 3, "30 Feb"), USAGE, "There is no such day as “30 Feb”."),
        (("due", 3, "2026-02-30"), USAGE, "There is no such day"),
        (("due", 3, "05/06/2026"), USAGE, "can be read two ways"),
        (("due", 3, "somewhen"), USAGE, "is not a date"),
        (("due", 3, "12", "days", "before", "the", "19th"), USAGE, "the 19th meeting"),
        (("done", 3, "--on", "tomorrow"), USAGE, "still to come"),
        (("list", "--as-at", "2031-01-01"), USAGE, "still to come"),
        (("list", "--as-at", "31 June"), USAGE, "There is no such day"),
        (("assign", 3, "nobody at all"), NOT_FOUND, "No owner is known"),
        (("assign", 3, "!!"), NOT_FOUND, "No owner is known"),
        (("assign", 3), USAGE, "The owner is missing."),
        (("done",), USAGE, "`tracker done --help` shows how."),
        (("lst",), USAGE, "Did you mean list?"),
        (("frobnicate",), USAGE, "`tracker --help` lists all."),
        (("list", "--wrong"), USAGE, "No such option"),
        (("list", "-g", "SG17"), USAGE, "-g stands before the command: `tracker -g … list`."),
        (("show", 1, "--group", "SG17"), USAGE, "--group stands before the command"),
        (("list", "--order", "colour"), USAGE, "is not one of"),
        (("list", "--limit", "-1"), USAGE, "'--limit'"),
        (("--group", "SG99", "list"), NOT_FOUND, "No group is known as “SG99”."),
        (("note", 3, "-"), USAGE, "The note is missing."),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_meant(
    unchanged: Callable[..., Ran], words: tuple[object, ...], code: int, said: str
) -> None:
    """Unknown refs and names, impossible dates, mistyped commands."""
    one_line(unchanged(*words), code, said)


@pytest.mark.parametrize(
    "words",
    [
        ("add", f"Poster {HALF}"),
        ("assign", 3, HALF),
        ("note", 3, HALF),
        ("done", 3, "--note", HALF),
        ("tag", 3, f"+{HALF}"),
        ("list", HALF),
        ("search", f"a{HALF}"),
        ("person", "add", HALF),
        ("filter", "save", HALF, "overdue"),
        ("--actor", HALF, "note", 3, "asked"),
        ("show", HALF),
        (HALF,),
        ("list", f"--{HALF}"),
        ("due", 3, "\ud800"),
    ],
    ids=lambda words: "-".join(map(str, words)).encode("ascii", "replace").decode(),
)
def test_half_a_character(unchanged: Callable[..., Ran], words: tuple[object, ...]) -> None:
    """It is not kept without the part that is missing, nor taken for nothing."""
    one_line(unchanged(*words), USAGE, "is not text in UTF-8. Nothing was changed")


def test_half_a_character_that_is_piped_in(unchanged: Callable[..., Ran]) -> None:
    """Texts from a pipe are held to the same."""
    said = "What was piped in is not text in UTF-8."
    one_line(unchanged("note", 3, "-", typed=f"asked {HALF}"), USAGE, said)


def test_bytes_on_a_real_command_line(cwg_cop: Workplace) -> None:
    """As the system hands them over, from a terminal that is set to something else."""
    words: list[str | bytes] = ["--db", cwg_cop.settings.database, "note", "3", b"d\xe9cid\xe9"]
    ran = run_process(words)
    one_line(ran, USAGE, "“d?cid?” is not text in UTF-8.")


READING = (("list",), ("show", "1"), ("summary",), ("history",), ("meeting",))
WRITING = (("done", "3"), ("group", "add", "X"), ("undo",), ("capture", str(TWIN), "--accept-all"))


@pytest.fixture
def databases(cwg_cop: Workplace, tmp_path: Path) -> dict[str, tuple[str, int, str]]:
    """Give databases that cannot be used, with what is said of them and the exit code."""
    foreign, text, newer = tmp_path / "songs.db", tmp_path / "notes.txt", tmp_path / "newer.db"
    with closing(sqlite3.connect(foreign, isolation_level=None)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    text.write_text("Minutes, and no database at all.\n" * 50, encoding="utf-8")
    shutil.copy(cwg_cop.settings.database, newer)
    with closing(sqlite3.connect(newer, isolation_level=None)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(newer.read_bytes()[:5000] + b"\x81" * 60_000)
    return {
        "foreign": (str(foreign), DATABASE, "is not a tracker database; it was left as it is."),
        "text": (str(text), DATABASE, "is not a tracker database; it was left as it is."),
        "newer": (str(newer), DATABASE, "was written by a newer tracker (schema 9999)."),
        "damaged": (str(damaged), DATABASE, str(damaged)),
        "folder": (str(tmp_path), DATABASE, "cannot be used"),
        "nowhere": ("/proc/nowhere/x.db", DATABASE, "There is no folder /proc/nowhere"),
        "server": ("postgresql://127.0.0.1:1/x", DATABASE, "cannot be used"),
        "mysql": ("mysql://root:secret@localhost/x", USAGE, "mysql:// is no database"),
    }


@pytest.mark.parametrize(
    "kind", ["foreign", "text", "newer", "damaged", "folder", "nowhere", "server", "mysql"]
)
@pytest.mark.parametrize("words", [READING[0], WRITING[0], WRITING[3]], ids=lambda words: words[0])
def test_a_database_that_is_not_ours_to_use(
    databases: dict[str, tuple[str, int, str]],
    tracker: Callable[..., Ran],
    kind: str,
    words: tuple[str, ...],
) -> None:
    """Read or written, it is left as it is."""
    where, code, said = databases[kind]
    before = Path(where).read_bytes() if Path(where).is_file() else b""
    ran = tracker("--db", where, *words)
    one_line(ran, code, said)
    assert ran.out == ""
    assert "secret" not in ran.err
    assert not Path("mysql:").exists()
    assert (Path(where).read_bytes() if Path(where).is_file() else b"") == before


@pytest.mark.parametrize("words", WRITING[2:], ids=lambda words: words[0])
def test_a_database_that_may_only_be_read(
    cwg_cop: Workplace, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Reading goes on; writing says what stands in the way, and changes nothing."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = folder / "tracker.sqlite3"
    with closing(sqlite3.connect(cwg_cop.settings.database)) as source:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(Path(cwg_cop.settings.database).read_bytes())
    before = path.read_bytes()
    path.chmod(stat.S_IRUSR)
    ran = run_reading_only(["--db", str(path), *words], tmp_path)
    assert (ran.code, ran.out) == (DATABASE, "")
    assert ran.err.count("\n") == 1
    assert path.read_bytes() == before


def run_reading_only(words: list[str], folder: Path) -> Ran:
    """Run a command line that may not write. No permission stops root, so for root SQLite does."""
    if os.geteuid() != 0:
        return run_process(words)
    code = (
        "import os, sqlite3\n"
        "real = sqlite3.connect\n"
        "def reading(path, **options):\n"
        "    return real(f'file:{path}?mode=ro', uri=True, **options)\n"
        "sqlite3.connect = reading\n"
    )
    return run_process(words, code=code, HOME=str(folder))
