"""A condition on a list as SQL with its parameters, and the collector that numbers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.store.database import Parameter


class Condition(NamedTuple):
    """SQL for a WHERE clause over the columns of a view, and the values of its ``$n``."""

    sql: str
    parameters: tuple[Parameter, ...] = ()


EVERYTHING = Condition("NOT retired")
"""All items but those whose creation was undone."""


class Binder:
    """Collects parameter values and gives each its ``$n``."""

    def __init__(self) -> None:
        self.values: list[Parameter] = []

    def __call__(self, value: Parameter) -> str:
        """Take a value and give the placeholder for it."""
        self.values.append(value)
        return f"${len(self.values)}"

    def condition(self, sql: str) -> Condition:
        """Give the finished condition."""
        return Condition(sql, tuple(self.values))
