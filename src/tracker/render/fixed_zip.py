"""Zip files whose bytes depend on nothing but their content: no clock, no platform."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest instant that a zip file can hold."""


class FixedZip:
    """A zip file being written, each member dated 1 January 1980."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = ZipFile(stream, "w", ZIP_DEFLATED)

    def add(self, name: str, content: Iterable[bytes]) -> None:
        """Add a member from its pieces; they are written as they come."""
        info = ZipInfo(name, EPOCH)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 3
        info.external_attr = 0o600 << 16
        with self._zip.open(info, "w", force_zip64=False) as member:
            for piece in content:
                member.write(piece)

    def close(self) -> None:
        """Write the directory of the zip file; the stream stays open."""
        self._zip.close()
