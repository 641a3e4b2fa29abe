"""Asking the database from a widget: in a thread, and only the newest answer counts."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.errors import TrackerError
from tracker.store.failures import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from textual.dom import DOMNode

    from tracker.store.database import Reader
    from tracker.tui.data.defects import Defects
    from tracker.tui.data.readers import Readers

Answer = TypeVar("Answer")


class Asking:
    """A widget's questions by subject: only the answer to what was asked last is handed over."""

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
        self._answering: dict[str, Reader] = {}
        """Who answers now what may be stopped."""
        self._lock = Lock()

    def ask(
        self,
        about: str,
        question: Callable[[Reader], Answer],
        answered: Callable[[Answer], None],
        *,
        failed: Callable[[TrackerError], None] | None = None,
        stoppable: bool = False,
    ) -> None:
        """Run ``question`` in a thread; hand its answer over on the loop, unless asked anew.

        A ``stoppable`` one only reads, and is ended as soon as its answer is not wanted any more.
        """
        generation = self._ask_anew(about)
        node, lasting = self._node, self._until_stopped if stoppable else _to_the_end

        def work() -> None:
            if self._generation[about] != generation:
                return
            try:
                with self._readers.lent() as reader, lasting(reader, about, generation):
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
        self._ask_anew(about)

    def _ask_anew(self, about: str) -> int:
        """Stop what is being answered about this, if it may be stopped; give a new generation."""
        with self._lock:
            generation = self._generation[about] = self._generation.get(about, 0) + 1
            reader = self._answering.pop(about, None)
            if reader is not None:
                reader.stop()
        return generation

    @contextmanager
    def _until_stopped(self, reader: Reader, about: str, generation: int) -> Iterator[None]:
        """Let a reader be stopped during a ``with`` block. Afterwards somebody else may have it."""
        with self._lock:
            if self._generation[about] != generation:
                raise Stopped
            self._answering[about] = reader
        try:
            yield
        finally:
            with self._lock:
                if self._answering.get(about) is reader:
                    del self._answering[about]

    def _told(self, error: Exception) -> TrackerError:
        return error if isinstance(error, TrackerError) else self._defects.met(error)

    def _hand_over(
        self, about: str, generation: int, receiver: Callable[[Answer], None], answer: Answer
    ) -> None:
        if self._generation[about] == generation and self._node.is_attached:
            receiver(answer)


def _to_the_end(*_: object) -> AbstractContextManager[None]:
    """Let nobody stop a reader during a ``with`` block."""
    return nullcontext()
