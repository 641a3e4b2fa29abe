"""How the elements of an HTML document look: classes with a style sheet, or styles in line."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from tracker.render.safe_text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.domain.document_tree import Figure


@dataclass(frozen=True, slots=True)
class Dress:
    """The attributes of each kind of element, and how a figure is drawn.

    ``styles`` maps a kind to its CSS for mail; where it is empty, elements carry classes.
    """

    figure: Callable[[Figure, str, int], str]
    styles: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: str, extra: str = "") -> str:
        """The attributes of an element of this kind, with a leading blank."""
        if not self.styles:
            return f' class="{kind}"' + (f' style="{extra}"' if extra else "")
        style = self.styles.get(kind, "") + extra
        return f' style="{style}"' if style else ""

    def region(self, label: str) -> str:
        """The attributes of what may scroll sideways: reached by keyboard, named by its label."""
        return (
            "" if self.styles or not label else f' role="region" tabindex="0" aria-label="{label}"'
        )


def escaped(text: str) -> str:
    """User text as HTML text, also between double quotes; a new line is a ``<br>``."""
    return escape(clean(text)).replace("\n", "<br>")


def attribute(text: str) -> str:
    """User text as the value of an attribute between double quotes."""
    return escape(clean(text))
