"""The story of the README: two statements and a reply, on each kind of database from nothing."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from tests.cli.conftest import fresh_on_each, on_database

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.clock import StillClock

__all__ = ["fresh_on_each", "on_database"]  # fixtures


def test_from_the_draft_until_the_reply_was_considered(
    fresh_on_each: Callable[..., Ran], tmp_path: Path, clock: StillClock
) -> None:
    """What the README tells is what happens."""

    def ran(*words: object, typed: str = "") -> Ran:
        done = fresh_on_each(*words, typed=typed)
        assert done.code == 0, (words, done.err)
        return done

    def open_lines(*options: str) -> list[tuple[int, str, str]]:
        rows = ran("liaison", "list", *options, "--json").json
        return [(row["ref"], row["with"], row["state"]) for row in rows]

    ran("group", "add", "CWG-COP")
    ran("meeting", "add", 16, "2020-02-04")
    ran("meeting", "add", 17, "2020-09-15")
    ran("person", "add", "Rita Perez", "--email", "rita@example.org")
    ran("add", "Ask for indicators", "--kind", "liaison statement", "--text", "To be asked.",
        "--addressee", "Study Group 2", "-m", 16)  # fmt: skip
    for group in ("ITU-D SG2", "ITU-T SG2"):
        ran("group", "add", group, "--alias", "Study Group 2", "--other")
    ran("group", "add", "ITU-T SG17", "--other")
    drafted = ran("liaison", "draft", "--for", 1, "--action", "--deadline", "2020-06-30",
                  "--inform", "ITU-T Study Group 17", "-c", "rita")  # fmt: skip
    ref = drafted.out.strip()
    assert "tracker liaison to 2 'Study Group 2' --is 'ITU-D SG2'" in drafted.err
    ran("liaison", "to", ref, "Study Group 2", "--is", "ITU-D SG2", "--contact", "sg2@example.org")
    assert fresh_on_each("liaison", "check", ref).code == 1
    ran("liaison", "clear", ref)
    ran("liaison", "check", ref)
    assert "CWG-COP-LS1/2020 dispatched 2020-03-10" in ran("liaison", "dispatch", ref).err
    assert open_lines() == [(2, "ITU-D SG2", "sent")]

    document, mail = tmp_path / "LS1.md", tmp_path / "LS1.eml"
    ran("liaison", "document", ref, "-o", document)
    assert "| **For information to** | ITU-T SG17 |" in document.read_text(encoding="utf-8")
    ran("liaison", "mail", ref, "-o", mail)
    assert message_from_bytes(mail.read_bytes(), policy=policy.default)["To"] == "sg2@example.org"

    ran("liaison", "reply", ref, "--as", "preliminary", "--by", "2020-10-31")
    (row,) = ran("liaison", "list", "--awaited", "--json").json
    assert (row["due"], row["state"]) == ("2020-10-31", "acknowledged")
    clock.move(days=200)
    reply = tmp_path / "reply.txt"
    reply.write_text(
        "Title: Reply to liaison statement from CWG-COP: Ask for indicators\n\n"
        "Source: ITU-D Study Group 2\n\nFor information to: CWG-COP\n\nDear all,\n\nsee annex.\n"
    )
    came = ran("liaison", "receive", reply, "--as", "answer", typed="y\n")
    assert "answers 2" in came.err
    assert open_lines("--awaited") == []
    assert open_lines("--consider") == [(2, "ITU-D SG2", "reply received")]
    assert "closed" in ran("liaison", "consider", ref).err
    assert open_lines() == []
    turns = ran("liaison", "conversation", ref, "--json").json
    assert [(turn["ref"], turn["state"]) for turn in turns] == [(2, "dispatched"), (3, "noted")]
    measured = ran("liaison", "indicators", "--json").json
    assert measured[0]["sending_to_reply"]["median"] == 200
    assert [row["ref"] for row in ran("list", "--json", "--as-at", "2020-03-10").json] == [2, 1]
    assert "CWG-COP-LS1/2020" in ran("liaison", "register", "--since", "2020-01-01").out
