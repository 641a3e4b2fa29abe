"""Correcting adopted text, which is locked otherwise, by a corrigendum or a revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.errors import Refused
from tracker.domain.vocabulary import Sort
from tracker.tui.data.changing import Change, Task
from tracker.tui.dialogs.form import Field, FormPrompt
from tracker.tui.dialogs.prompt import Understood
from tracker.tui.dialogs.text import TextPrompt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.store.work import Work
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


class AsItWas(Refused):
    """A corrigendum that corrects nothing."""

    def __init__(self, ref: int) -> None:
        super().__init__(f"The adopted text of {ref} is as it was. Nothing was written.")


def ask_corrigendum(view: View, chosen: Chosen) -> None:
    """Ask by what the text is corrected, then for the text as corrected."""
    row, today = chosen.rows[0], view.here_now.today
    if row.sort != Sort.OUTCOME or not row.text:
        view.tracker.tell(f"{row.ref} has no adopted text that could be corrected.", "warning")
        return
    fields = (
        Field("symbol", "Corrected by", "", _symbol, "C20/57 Cor.1", needed=True),
        Field("on", "Dated", "", lambda text: _day(text, today), "today"),
    )

    def make(values: Mapping[str, object]) -> Task:
        symbol, on = str(values["symbol"]), cast("dt.date | None", values.get("on"))
        return Task("", lambda: "", then=lambda: _ask_text(view, chosen, symbol, on))

    view.tracker.push_screen(
        FormPrompt(
            f"Correct the adopted text of {chosen.words()}", fields, make, does="go on to the text"
        )
    )


def _ask_text(view: View, chosen: Chosen, symbol: str, on: dt.date | None) -> None:
    row = chosen.rows[0]

    def make(text: str, _private: bool) -> Change:  # noqa: FBT001 - the answer of a box
        def apply(work: Work) -> None:
            from tracker.desk.annotate import correct_text

            if text.strip() == row.text.strip():
                raise AsItWas(row.ref)
            correct_text(work, row.ref, text, symbol=symbol, on=on)

        told = f"{chosen.words()}: text corrected by {symbol}"
        return Change("corrigendum", told, apply, chosen.refs, chosen.seen, mine=f"{told}: {text}")

    title = f"The text of {row.ref} as corrected by {symbol}"
    draft = chosen.draft(f"corrigendum {symbol}")
    view.tracker.push_screen(TextPrompt(title, make, text=row.text, draft=draft))


def _symbol(text: str) -> Understood:
    symbol = text.strip()
    if not symbol:
        return Understood("the symbol of the corrigendum or the revision", good=False)
    return Understood(f"→ by {symbol}", symbol)


def _day(text: str, today: dt.date) -> Understood:
    if not text.strip():
        return Understood("→ today", None)
    try:
        day = resolve(text, today, direction="past").date
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {describe(day)}" if day else "→ today", day)
