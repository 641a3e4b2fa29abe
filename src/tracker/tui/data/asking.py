"""Asking the database from a widget: in a thread, and only the newest answer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tracker.domain.errors import TrackerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from tracker.store.database import Reader
    from tracker.tui.data.defects import Defects
    from tracker.tui.data.readers import Readers

Answer = TypeVar("Answer")


class Asking:
    """A widget's questions by subject. A thread cannot be stopped, so a stale answer is dropped."""

    def __init__(
        self,
        node: DOMNode,
        readers: Readers,
        failed: Callable[[TrackerError], None],
        defects: Defects,
    ) -> None:
        self._node = node
        self._readers = readers
        self._failed = failed
        self._defects = defects
        self._generation: dict[str, int] = {}

    def ask(
        self,
        about: str,
        question: Callable[[Reader], Answer],
        answered: Callable[[Answer], None],
        *,
        failed: Callable[[TrackerError], None] | None = None,
    ) -> None:
        """Run ``question`` in a thread; hand its answer over on the loop, unless asked anew."""
        generation = self._generation[about] = self._generation.get(about, 0) + 1
        node = self._node

        def work() -> None:
            if self._generation[about] != generation:
                return
            try:
                with self._readers.lent() as reader:
                    answer = question(reader)
            except Exception as error:  # noqa: BLE001 - a thread's failure would be lost
                node.call_later(
                    self._hand_over, about, generation, failed or self._failed, self._told(error)
                )
            else:
                node.call_later(self._hand_over, about, generation, answered, answer)

        node.run_worker(
            work, name=about, group=f"ask {about}", thread=True, exclusive=True, exit_on_error=False
        )

    def forget(self, about: str) -> None:
        """Drop whatever is still being answered about this."""
        self._generation[about] = self._generation.get(about, 0) + 1

    def _told(self, error: Exception) -> TrackerError:
        return error if isinstance(error, TrackerError) else self._defects.met(error)

    def _hand_over(
        self, about: str, generation: int, receiver: Callable[[Answer], None], answer: Answer
    ) -> None:
        if self._generation[about] == generation and self._node.is_attached:
            receiver(answer)
