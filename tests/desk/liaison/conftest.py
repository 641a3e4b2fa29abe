"""A house that writes liaison statements, on each kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.liaison.house import House, house_of

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.fixture
def house(shared_place: Workplace) -> House:
    """Give the house on an SQLite and on a PostgreSQL database."""
    return house_of(shared_place)


@pytest.fixture
def lite(place: Workplace) -> House:
    """Give the house on SQLite only, where the database makes no difference."""
    return house_of(place)
