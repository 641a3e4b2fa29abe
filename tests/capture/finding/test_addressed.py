"""To whom a liaison statement goes, what for and by when, as the outcome says."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.capture.finding.addressed import addressed_in

HELD_ON = dt.date(2020, 1, 29)
JANUARY = dt.date(2027, 1, 15)
SENT = "A liaison statement will be sent to "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "A second liaison statement will be sent to ITU-D to ask for more information on"
                " EG-household Indicators and the related discussion on COP indicators."
            ),
            [("ITU-D", "action", None)],
        ),
        (
            (
                f"{SENT}ITU-T Study Group 17 for action and to ITU-D Study Group 2 for information,"
                " by 15 January 2027."
            ),
            [
                ("ITU-T Study Group 17", "action", JANUARY),
                ("ITU-D Study Group 2", "information", None),
            ],
        ),
        (
            f"{SENT}ITU-R and to the ITU-D for information, and to UNICEF for action by 1 June.",
            [
                ("ITU-R", "information", None),
                ("ITU-D", "information", None),
                ("UNICEF", "action", dt.date(2020, 6, 1)),
            ],
        ),
        (f"{SENT}ITU-T SG17 on 3 March 2020 for action.", [("ITU-T SG17", "action", None)]),
        (f"{SENT}ITU-T SG17.", [("ITU-T SG17", None, None)]),
        (
            "Une note de liaison sera envoyée à l'UIT-T pour action et à l'UIT-D pour information.",
            [("UIT-T", "action", None), ("UIT-D", "information", None)],
        ),
        (
            (
                "Se enviará una declaración de coordinación; se decidió enviar a UIT-T para acción y"
                " a UIT-D para información."
            ),
            [("UIT-T", "action", None), ("UIT-D", "information", None)],
        ),
        (
            "Une note de liaison sera envoyée à la commission d'études 2 pour information.",
            [("commission d'études 2", "information", None)],
        ),
        (
            "ITU-D spoke. A liaison statement will be sent to ITU-D for action.",
            [("ITU-D", "action", None)],
        ),
        ("A liaison statement will be drafted.", []),
        ("The Handbook will be sent to ITU-D for action.", []),
    ],
)
def test_destinations_are_found_as_the_text_says(
    text: str, expected: list[tuple[str, str | None, dt.date | None]]
) -> None:
    """Each with its own purpose, the deadline with those asked to act; nothing is invented."""
    found = addressed_in(text, HELD_ON)
    assert [(each.addressee, each.purpose, each.deadline) for each in found] == expected
