"""Zip files whose bytes depend on nothing but their content: no clock, no platform."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest instant that a zip file can hold."""

CHUNK: Final = 1 << 16


class FixedZip:
    """A zip file being written, each member dated 1 January 1980.

    It also answers to the calls by which openpyxl writes into a ``ZipFile``.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = ZipFile(stream, "w", ZIP_DEFLATED)

    def add(self, name: str, content: Iterable[bytes]) -> None:
        """Add a member from its pieces; they are written as they come."""
        info = ZipInfo(name, EPOCH)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 3
        info.external_attr = 0o600 << 16
        with self._zip.open(info, "w") as member:
            for piece in content:
                member.write(piece)

    def writestr(self, name: str, content: str | bytes) -> None:
        """Add a member that is at hand as a whole."""
        self.add(name, [content.encode() if isinstance(content, str) else content])

    def write(self, path: str, name: str) -> None:
        """Add the content of a file."""
        self.add(name, _chunks(Path(path)))

    def namelist(self) -> list[str]:
        """The names of the members so far."""
        return self._zip.namelist()

    def close(self) -> None:
        """Write the directory of the zip file; the stream stays open."""
        self._zip.close()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
