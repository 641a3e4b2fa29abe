"""Questions whose answer opens a dialogue: keys typed meanwhile are for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tracker.tui.data.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.errors import TrackerError
    from tracker.store.database import Reader
    from tracker.tui.app import TrackerApp

Answer = TypeVar("Answer")


class Opening(Asking):
    """The app's questions on behalf of commands."""

    def __init__(self, app: TrackerApp) -> None:
        super().__init__(app, app.readers, app.told_failure, app.defects)
        self._ahead = app.ahead

    def ask(
        self,
        about: str,
        question: Callable[[Reader], Answer],
        answered: Callable[[Answer], None],
        *,
        failed: Callable[[TrackerError], None] | None = None,
        stoppable: bool = False,
    ) -> None:
        """Ask, and hold what is typed until there is an answer."""
        self._ahead.begin(about)

        def then(answer: Answer) -> None:
            try:
                answered(answer)
            finally:
                self._ahead.end(about)

        def otherwise(error: TrackerError) -> None:
            (failed or self._failed)(error)
            self._ahead.end(about)

        super().ask(about, question, then, failed=otherwise, stoppable=stoppable)
