"""The schedules in the documentation can be put to use as they are."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from tracker.cli.main import tracker

FOLDER = Path(__file__).parents[2] / "docs" / "schedules"
UNITS = sorted(path.name for path in FOLDER.glob("tracker-*"))
SERVICES = [name for name in UNITS if name.endswith(".service")]
TIMERS = [name for name in UNITS if name.endswith(".timer")]
RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
"""What the five fields of a line of cron may hold."""
KNOWN = {
    "Unit": {"Description", "StartLimitIntervalSec", "StartLimitBurst"},
    "Service": {
        "Type", "EnvironmentFile", "ExecStart", "Restart", "RestartSec", "RestartPreventExitStatus",
    },
    "Timer": {"OnCalendar", "Persistent"},
    "Install": {"WantedBy"},
}  # fmt: skip
"""The directives that are used, as systemd.unit(5), .service(5) and .timer(5) write them."""


def cron_lines() -> list[tuple[list[str], str]]:
    """Give the five fields and the command of each line that runs something."""
    text = (FOLDER / "tracker.cron").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#") and not re.match(r"[A-Z]+=", line):
            *fields, command = line.split(maxsplit=5)
            found.append((fields, command))
    return found


def unit(name: str) -> configparser.ConfigParser:
    """Read a unit, whose names have capitals."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(FOLDER / name, encoding="utf-8")
    return parser


def commands() -> list[str]:
    """Give what follows ``tracker`` wherever a schedule runs it."""
    lines = [command for _, command in cron_lines()]
    lines += [unit(name)["Service"]["ExecStart"] for name in SERVICES]
    return [re.split(r"\btracker\"? ", line)[-1] for line in lines]


def test_each_command_has_a_line_a_service_and_a_timer() -> None:
    """Reminders, the digest, calendars: by cron and by systemd alike."""
    assert [command.split()[0] for command in commands()] == [
        "remind", "digest", "calendar", "calendar", "digest", "remind",
    ]  # fmt: skip
    assert [Path(name).stem for name in SERVICES] == [Path(name).stem for name in TIMERS]


@pytest.mark.parametrize(("fields", "command"), cron_lines())
def test_a_line_of_cron_is_well_formed(fields: list[str], command: str) -> None:
    """Fields within their ranges, a command that the shell can read, no bare percent sign."""
    assert len(fields) == 5
    for field, (least, most) in zip(fields, RANGES, strict=True):
        for part in field.split(","):
            found = re.fullmatch(r"(?:\*|(\d+)(?:-(\d+))?)(?:/(\d+))?", part)
            assert found, part
            numbers = [int(number) for number in found.groups()[:2] if number]
            assert all(least <= number <= most for number in numbers)
            assert numbers == sorted(numbers)
    assert "%" not in command  # to cron it is the end of the line
    subprocess.run(["sh", "-n", "-c", command], check=True)


@pytest.mark.parametrize("shell", ["sh", "bash", "dash"])
@pytest.mark.parametrize("password", ["", "TRACKER_MAIL_PASSWORD='with $HOME in it'\n"])
@pytest.mark.parametrize("command", [command for _, command in cron_lines()])
def test_a_line_of_cron_runs_with_and_without_a_password(
    tmp_path: Path, command: str, password: str, shell: str
) -> None:
    """A server on the same machine that asks for none needs no file of passwords."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    program = tmp_path / ".local" / "bin" / "tracker"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$1" "$TRACKER_MAIL_PASSWORD"\n', encoding="utf-8")
    program.chmod(0o755)
    if password:
        secret = tmp_path / ".config" / "tracker" / "mail.env"
        secret.parent.mkdir(parents=True)
        secret.write_text(password, encoding="utf-8")
    ran = subprocess.run(
        [shell, "-c", command], env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    verb, _, told = ran.stdout.rstrip("\n").partition(" ")
    assert (verb in {"remind", "digest", "calendar"}, ran.stderr) == (True, "")
    mails = verb != "calendar"
    assert told == ("with $HOME in it" if password and mails else "")


@pytest.mark.parametrize("words", sorted({*commands()}))
def test_what_is_scheduled_are_commands_with_these_options(words: str) -> None:
    """None was renamed since."""
    above = click.Context(tracker, **tracker.context_settings)
    command, arguments = tracker.resolve_command(above, words.split())[1:]
    assert command is not None
    assert command.make_context(command.name, list(arguments), parent=above).params


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_holds_known_directives(name: str) -> None:
    """Each in its section, spelled as the manual spells it."""
    read = unit(name)
    assert set(read.sections()) <= set(KNOWN)
    for section in read.sections():
        assert set(read[section]) <= KNOWN[section]
    if name in TIMERS:
        assert re.fullmatch(
            r"(Mon\.\.Fri )?\*-\*-\* (\d\d|\*):\d\d:\d\d", read["Timer"]["OnCalendar"]
        )


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("name", SERVICES)
def test_systemd_takes_the_units(name: str, tmp_path: Path) -> None:
    """The service with its timer, the program being where it says."""
    program = tmp_path / "tracker"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    timer = name.replace(".service", ".timer")
    for each in (name, timer):
        text = (FOLDER / each).read_text(encoding="utf-8").replace("%h/.local/bin", str(tmp_path))
        (tmp_path / each).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / name, tmp_path / timer],
        capture_output=True, text=True, check=False, env={**os.environ, "SYSTEMD_COLORS": "0"},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    calendar = unit(timer)["Timer"]["OnCalendar"]
    subprocess.run(["systemd-analyze", "calendar", calendar], check=True, capture_output=True)
