"""Runs that send the digest, as processes of their own: killed in the middle, and two at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.cli.mailroom import inbox, mail_server
from tests.clock import StillClock
from tests.mail.server import Inbox

__all__ = ["inbox", "mail_server"]  # fixtures

READERS = ("ana@example.org", "bo@example.org", "cy@example.org")


@pytest.fixture
def tracker(fresh_on_each: Callable[..., Ran]) -> Callable[..., Ran]:
    """Give the command line of a group with three readers, on each kind of database."""
    fresh_on_each("group", "add", "CWG-COP")
    for address in READERS:
        assert fresh_on_each("reader", "add", address).code == 0
    return fresh_on_each


def sender() -> subprocess.Popen[str]:
    """Begin a run in a process of its own, with the settings and the database of the test."""
    source = str(Path(__file__).parents[2] / "src")
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", "digest", "--send"],
        env={**os.environ, "PYTHONPATH": source},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended_when(inbox: Inbox, moment: str, by: signal.Signals) -> tuple[int, str]:
    """Run, and end the process by a signal when the second mail has come so far; code and stderr."""
    begun = threading.Event()
    mails, told = [], []
    process: list[subprocess.Popen[str]] = []

    def kill() -> None:
        mails.append(1)
        if len(mails) == 2:
            begun.wait(30)
            process[0].send_signal(by)
            process[0].wait(30)

    setattr(inbox, moment, kill)
    process.append(sender())
    begun.set()
    told.append(process[0].communicate(timeout=60)[1])
    setattr(inbox, moment, lambda: None)
    return process[0].returncode, told[0]


def killed_when(inbox: Inbox, moment: str) -> None:
    """End it without a warning."""
    assert ended_when(inbox, moment, signal.SIGKILL)[0] == -signal.SIGKILL


def states(tracker: Callable[..., Ran]) -> list[str]:
    """Give how far the edition is for each reader, in the order of the readers."""
    rows = {row["reader"]: row["state"] for row in tracker("digest", "ledger", "--json").json}
    return [rows.get(address, "") for address in READERS]


@pytest.mark.usefixtures("mail_server")
def test_killed_before_the_server_had_the_mail(
    tracker: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """It goes out after the lease, once, and the others at once; until then no run succeeds."""
    killed_when(inbox, "before_data")
    assert states(tracker) == ["sent", "claimed", ""]
    ran = tracker("digest", "--send")
    assert (ran.code, "another run has had it since 2020-03-10 09:00" in ran.err) == (1, True)
    assert "1 in the hands of another run: if that run is gone, `tracker digest ledger" in ran.err
    assert states(tracker) == ["sent", "claimed", "sent"]
    clock.move(minutes=31)
    assert tracker("digest", "--send").code == 0
    assert states(tracker) == ["sent"] * 3
    assert sorted(inbox.readers) == sorted(READERS)


@pytest.mark.usefixtures("mail_server")
def test_killed_before_the_answer_came(
    tracker: Callable[..., Ran], inbox: Inbox, clock: StillClock
) -> None:
    """Nobody knows, so it is not sent again until a person decides."""
    killed_when(inbox, "before_answer")
    assert states(tracker) == ["sent", "sending", ""]
    assert tracker("digest", "--send").code == 1
    assert states(tracker) == ["sent", "sending", "sent"]
    assert tracker("digest", "--send").code == 1
    clock.move(minutes=31)
    ran = tracker("digest", "--send")
    assert (ran.code, "bo@example.org → unknown: somebody has to decide" in ran.err) == (1, True)
    assert states(tracker) == ["sent", "unknown", "sent"]
    assert sorted(inbox.readers) == sorted(READERS)  # it had arrived
    assert tracker("digest", "settle", "W11", "bo", "sent").code == 0
    assert tracker("digest", "--send").code == 0
    assert sorted(inbox.readers) == sorted(READERS)


@pytest.mark.usefixtures("mail_server")
@pytest.mark.parametrize("decision", ["sent", "retry"])
def test_a_person_settles_at_once_what_a_run_that_is_gone_was_sending(
    tracker: Callable[..., Ran], inbox: Inbox, decision: str
) -> None:
    """The ledger says since when, and the command; half an hour need not pass."""
    killed_when(inbox, "before_answer")
    told = tracker("digest", "ledger", "--unknown").err
    settle = "tracker digest settle CWG-COP/digest/2020-W11 bo@example.org"
    assert told == (
        "bo@example.org: sending since 2020-03-10 09:00; if that run is gone:"
        f" `{settle} sent` where it arrived, else `{settle} retry`\n"
    )
    assert "`tracker digest ledger` says what to do" in tracker("digest", "--send").err
    assert tracker(*settle.split()[1:], decision).code == 0
    assert tracker("digest", "--send").code == 0
    assert states(tracker) == ["sent"] * 3
    assert sorted(inbox.readers) == sorted([*READERS, *[READERS[1]] * (decision == "retry")])
    assert tracker("digest", "ledger", "--unknown").err == "Nothing is unknown, or being sent.\n"


@pytest.mark.usefixtures("mail_server")
def test_a_person_frees_at_once_what_no_server_can_have(
    tracker: Callable[..., Ran], inbox: Inbox
) -> None:
    """It cannot be called sent; settled with retry the next run sends it."""
    killed_when(inbox, "before_data")
    told = tracker("digest", "ledger").err
    assert "bo@example.org: about to be sent since 2020-03-10 09:00; if that run is gone" in told
    ran = tracker("digest", "settle", "W11", "bo", "sent")
    assert (ran.code, "was not handed to a server yet" in ran.err) == (1, True)
    assert tracker("digest", "settle", "W11", "bo", "retry").code == 0
    assert tracker("digest", "--send").code == 0
    assert states(tracker) == ["sent"] * 3
    assert sorted(inbox.readers) == sorted(READERS)


@pytest.mark.usefixtures("mail_server")
def test_stopped_by_hand_it_says_where_it_stands(tracker: Callable[..., Ran], inbox: Inbox) -> None:
    """It does not say that nothing was done; the mail that was under way waits for a person."""
    code, told = ended_when(inbox, "before_answer", signal.SIGINT)
    line = told.splitlines()[-1]
    assert (code, line.partition(" (")[0]) == (
        130,
        "tracker: Stopped. What went out is in the ledger",
    )
    assert states(tracker) == ["sent", "unknown", ""]


@pytest.mark.usefixtures("mail_server")
def test_two_runs_at_once_send_once(tracker: Callable[..., Ran], inbox: Inbox) -> None:
    """Each reader gets the edition from one of them; who ends before the others says so."""
    runs = [sender() for _ in range(3)]
    told = [run.communicate(timeout=60)[1] for run in runs]
    for run, words in zip(runs, told, strict=True):
        assert (run.returncode == 0) != ("in the hands of another run" in words), words
    assert sorted(inbox.readers) == sorted(READERS)
    assert "".join(told).count("→ sent\n") == 3
    assert states(tracker) == ["sent"] * 3
