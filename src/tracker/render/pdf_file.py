"""A PDF file written object by object."""

from __future__ import annotations

from array import array
from typing import IO


class PdfFile:
    """Objects go straight to the stream; only their places are kept, for the table at the end."""

    def __init__(self, stream: IO[bytes], reserved: int) -> None:
        """Begin; the numbers 1 to ``reserved`` are kept for objects to be told late."""
        self._stream = stream
        self._length = 0
        self._offsets = array("Q", [0] * (reserved + 1))
        self._write(b"%PDF-1.7\n%\x80\x80\x80\x80\n")

    @property
    def next_number(self) -> int:
        """The number that the next object gets."""
        return len(self._offsets)

    def add(self, text: bytes) -> int:
        """Write an object under the next number, and tell it."""
        number = self.reserve()
        self.put(number, text)
        return number

    def reserve(self) -> int:
        """Keep the next number for an object to be told late, and tell it."""
        self._offsets.append(0)
        return self.next_number - 1

    def put(self, number: int, text: bytes) -> None:
        """Write an object under a number that is kept for it."""
        self._offsets[number] = self._length
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, text))

    def end(self, trailer: bytes) -> None:
        """Write the table of places, and what stands in the trailer beside its size."""
        start = self._length
        self._write(b"xref\n0 %d\n0000000000 65535 f\r\n" % self.next_number)
        for offset in self._offsets[1:]:
            self._write(b"%010d 00000 n\r\n" % offset)
        self._write(
            b"trailer\n<</Size %d%b>>\nstartxref\n%d\n%%%%EOF" % (self.next_number, trailer, start)
        )

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._length += len(data)
