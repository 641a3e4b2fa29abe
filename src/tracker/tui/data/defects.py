"""Defects of the program itself: told like any failure, and shown whole when the app is left."""

from __future__ import annotations

from tracker.domain.errors import TrackerError


class Defect(TrackerError):
    """The program failed at something it should be able to do; the cause says at what."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(
            f"This is a defect of tracker: {type(cause).__name__}: {cause}. Nothing was written;"
            " what to report is printed when you leave."
        )
        self.__cause__ = cause


class Defects:
    """Those met since the app was started, in their order."""

    def __init__(self) -> None:
        self._met: list[Exception] = []

    def met(self, cause: Exception) -> Defect:
        """Remember one; give the failure to tell."""
        self._met.append(cause)
        return Defect(cause)

    def report(self) -> None:
        """Raise all of them as an ``ExceptionGroup``; nothing if there were none."""
        if self._met:
            met, self._met = self._met, []
            raise ExceptionGroup("defects of tracker", met)
