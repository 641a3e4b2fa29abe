from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.mail_address import (
    BadAddress,
    Mailbox,
    address_within,
    mail_address,
    mailbox,
)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ana@example.org", "ana@example.org"),
        (" Ana.Lima+cop@EXAMPLE.org ", "Ana.Lima+cop@example.org"),
        ("root@localhost", "root@localhost"),
        ("ana@bücher.example", "ana@xn--bcher-kva.example"),
    ],
)
def test_addresses_are_read(typed: str, address: str) -> None:
    """The domain is brought into the form that servers know; the rest stays as it is."""
    assert mail_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["", "ana", "@example.org", "ana@", "a b@x.org", "a@b@c.org", "ana@exa mple.org", "ána@x.org",
     "ana@x.org\r\nBcc: e@x.org", "ana@x.org>", "a..b@x.org", ".a@x.org", "ana@-x.org",
     "ana@[127.0.0.1]", f"{'a' * 65}@x.org", f"a@{'b' * 64}.org", "ana@x.org, bo@x.org"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    """What a server could take for something else never reaches it."""
    with pytest.raises(BadAddress):
        mail_address(typed)


@given(st.text(max_size=40))
def test_an_address_holds_nothing_that_steers(text: str) -> None:
    """Whatever is let through is one word of ASCII with one @."""
    try:
        found = mail_address(f"{text}@example.org")
    except BadAddress:
        return
    assert found.isascii()
    assert found.isprintable()
    assert not set(found) & set(' <>",;:\\()[]')
    assert found.count("@") == 1


def test_a_name_may_stand_before_it() -> None:
    """As people copy it from their mail program."""
    assert mailbox('"Lima, Ana" <ana@example.org>') == Mailbox("Lima, Ana", "ana@example.org")
    assert mailbox("ana@example.org") == Mailbox("", "ana@example.org")


def test_an_address_is_found_within_a_contact() -> None:
    """A contact is free text, with or without an address in it."""
    assert address_within("A. Lima, tel. +41 22, ana@example.org.") == "ana@example.org"
    assert address_within("Secretariat of SG 2 (room @4)") == ""
