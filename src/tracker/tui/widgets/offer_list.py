"""A list under a line: the line keeps the focus while up and down move in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content


class OfferList(OptionList):
    """What is offered for what was typed, best first."""

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)

    def show(self, offers: Iterable[Content], *, first: bool = True) -> None:
        """Offer other things. With ``first`` the first is the one that would be taken, else none."""
        self.clear_options()
        self.add_options(Option(offer) for offer in offers)
        self.highlighted = 0 if first and self.option_count else None

    def move(self, by: int) -> None:
        """Move on by so many, round the ends."""
        if self.option_count:
            at = self.highlighted
            begun = (-1 if by > 0 else 0) if at is None else at
            self.highlighted = (begun + by) % self.option_count
