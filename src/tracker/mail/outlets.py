"""Ways out for a mail, and what each can say of one that did not go out."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Protocol

from tracker.render.formats import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class NotTaken(Exception):
    """This mail was certainly not taken; the words say why. It may be tried again."""


class AnswerLost(Exception):
    """The mail was handed over and no answer came: it may have been taken, or not."""


class Outlet(Protocol):
    """A way out. ``hand_over`` is called when the mail is about to be out of our hands."""

    def deliver(
        self,
        mail: bytes,
        *,
        sender: str,
        recipient: str,
        name: str,
        hand_over: Callable[[], None],
    ) -> str:
        """Deliver a mail whose lines end in CR LF, and give the answer in words.

        ``name`` is fit for a file. Raises ``NotTaken`` or ``AnswerLost`` for this mail, or a
        ``TrackerError`` when nothing can go out this way.
        """

    def close(self) -> None:
        """Leave in good order."""


class Folder:
    """Writes each mail into a folder as a file ``….eml``, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def deliver(
        self,
        mail: bytes,
        *,
        sender: str,  # noqa: ARG002 - the mail itself says it
        recipient: str,  # noqa: ARG002
        name: str,
        hand_over: Callable[[], None],
    ) -> str:
        """Write the file. Raises ``CannotWrite`` or, when it cannot be put into place, ``NotTaken``."""
        target = self.folder / f"{name}.eml"
        beside = self.folder / f".{name}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(mail)
        except OSError as error:
            raise CannotWrite(target, error.strerror or str(error)) from error
        hand_over()
        try:
            beside.replace(target)
        except OSError as error:
            raise NotTaken(str(CannotWrite(target, error.strerror or str(error)))) from error
        return f"written to {target}"

    def close(self) -> None:
        """Nothing is open."""


class Stream:
    """Writes mails one after the other as an mbox (RFC 4155, quoted so that it can be undone)."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self._broken = ""

    def deliver(
        self,
        mail: bytes,
        *,
        sender: str,
        recipient: str,  # noqa: ARG002 - the mail itself says it
        name: str,  # noqa: ARG002
        hand_over: Callable[[], None],
    ) -> str:
        """Write the mail. Raises ``AnswerLost`` when the stream breaks under it, then ``NotTaken``."""
        if self._broken:
            raise NotTaken(self._broken)
        lines = mail.replace(b"\r\n", b"\n").rstrip(b"\n")
        quoted = re.sub(rb"(?m)^(>*From )", rb">\1", lines)
        hand_over()
        try:
            # The format wants a date here; the mail has its own, and the bytes stay the same.
            self.stream.write(b"From %s Thu Jan  1 00:00:00 1970\n" % sender.encode("ascii"))
            self.stream.write(quoted + b"\n\n")
            self.stream.flush()
        except OSError as error:
            self._broken = f"standard output broke: {error.strerror or error}"
            raise AnswerLost(self._broken) from error
        return "written to standard output"

    def close(self) -> None:
        """The stream is not ours to close."""
