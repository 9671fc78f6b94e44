"""The bytes of a web archive, inflated as they are asked for."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from typing import BinaryIO

from newsmodel.batch._page import Unreadable

__all__ = ["WRONG_LENGTH", "Block", "next_member"]

_READ = 1 << 15  # compressed bytes read at a time: about one record
_INFLATE = 1 << 18  # inflated bytes taken at a time
_MAX_HEADER = 1 << 16
_BEHIND = 64  # bytes that are looked at behind a record
WRONG_LENGTH = "the record does not end where its Content-Length says"
_MEMBER = b"\x1f\x8b\x08"
# A record's first line, and the first name of its header: behind damage it may not stand at the start of a line.
_NEXT = re.compile(rb"WARC/\d\.\d\r?\n(?=[A-Za-z][\w-]{0,40}:)")
_HEADER_END = re.compile(rb"\r?\n\r?\n")


class Block:
    """The bytes of a gzip member or of a plain archive, inflated as they are asked for."""

    def __init__(self, file: BinaryIO, start: int, gzip: bool) -> None:
        file.seek(start)
        self.start = start
        self.consumed = 0
        """Bytes of the file read for it so far."""
        self._file = file
        self._inflater = zlib.decompressobj(31) if gzip else None
        self._buffer = b""
        self._at = 0
        self.broken: Unreadable | None = None
        """Why no more of it can be inflated."""
        self.ended = False
        self.damage: Unreadable | None = None
        """Why the rest of it cannot be read."""

    @property
    def end(self) -> int:
        """Where in the file the byte after it stands, once all of it was read."""
        return self.start + self.consumed

    @property
    def used(self) -> int:
        """Bytes of the file that were inflated so far."""
        return self.consumed - (len(self._inflater.unconsumed_tail) if self._inflater else 0)

    def more(self) -> bool:
        """Get some more bytes; False when there are none."""
        if self.ended:
            return False
        if self.broken is not None:
            raise self.broken
        if self._inflater is None:
            data = self._file.read(_INFLATE)
            self.consumed += len(data)
            self.ended = not data
        else:
            data = self._inflated(self._inflater)
        self._buffer = self._buffer[self._at :] + data
        self._at = 0
        return True

    def _inflated(self, inflater: zlib._Decompress) -> bytes:
        data = inflater.unconsumed_tail
        if not data:
            data = self._file.read(_READ)
            self.consumed += len(data)
            if not data:
                raise Unreadable("the archive ends within a compressed record")
        fed = data
        try:
            data = inflater.decompress(data, _INFLATE)
        except zlib.error:
            self.broken = Unreadable("the compressed data are damaged")
            return _salvaged(fed) if self.consumed == len(fed) else b""
        if inflater.eof:
            self.ended = True
            self.consumed -= len(inflater.unused_data)
        return data

    def skip_line_ends(self) -> bool:
        """Pass over line ends; False when nothing follows."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in b"\r\n":
                self._at += 1
            if self._at < len(self._buffer):
                return True
            if not self.more():
                return False

    def starts_with(self, start: bytes) -> bool:
        """Whether these bytes come next."""
        while len(self._buffer) - self._at < len(start) and self.more():
            pass
        return self._buffer.startswith(start, self._at)

    def header(self) -> bytes | None:
        """Take the bytes up to a blank line; None when there is none within reach: no header ends in what it passes."""
        while True:
            reach = self._at + _MAX_HEADER
            end = _HEADER_END.search(self._buffer, self._at, reach)
            if end is not None:
                head = self._buffer[self._at : end.start()]
                self._at = end.end()
                return head
            if len(self._buffer) > reach:
                last = self._buffer.rfind(b"WARC/", self._at + 1, reach)  # its header may end farther on
                self._at = last if last > 0 else reach
                return None
            if not self.more():
                self._at = len(self._buffer)
                return None

    def take(self, length: int, keep: int) -> tuple[bytes, int]:
        """Take so many bytes, or what is left; return the first `keep` of them, and how many they were."""
        pieces, taken = [], 0
        while True:
            piece = self._buffer[self._at : self._at + length - taken]
            self._at += len(piece)
            if taken < keep:
                pieces.append(piece[: keep - taken])
            taken += len(piece)
            if taken == length:
                break
            if self._inflater is None and taken >= keep:
                taken += self._seek(length - taken)
                break
            if not self.more():
                break
        return b"".join(pieces), taken

    def _seek(self, length: int) -> int:
        """Pass over bytes of a plain archive without reading them; return how many there were."""
        here = self._file.tell()
        size = self._file.seek(0, 2)
        there = min(here + length, size)
        self._file.seek(there)
        self.consumed += there - here
        self._buffer, self._at = b"", 0
        return there - here

    def position(self) -> int:
        """Where in a plain archive the next byte stands."""
        return self.start + self.consumed - (len(self._buffer) - self._at)

    def wrong_end(self, length: int) -> str | None:
        """Return why a record cannot have so many more bytes, or None; of a gzip member that shows when it is read."""
        if self._inflater is not None:
            return None
        here = self._file.tell()
        size = self._file.seek(0, 2)
        there = self.position() + length
        self._file.seek(min(there, size))
        rest = self._file.read(_BEHIND)
        self._file.seek(here)
        if there > size:
            return f"the record is cut off: {size - self.position()} of {length} bytes are there"
        behind = rest.lstrip(b"\r\n")
        return None if rest.startswith(b"\r\n\r\n") or not behind or behind.startswith(b"WARC/") else WRONG_LENGTH

    def find_record(self) -> bool:
        """Pass over bytes, if any, up to one that begins a record; False when there is none."""
        while True:
            found = _NEXT.search(self._buffer, self._at)
            if found is not None:
                self._at = found.start()
                return True
            self._at = max(self._at, len(self._buffer) - _BEHIND)
            if not self.more():
                self._at = len(self._buffer)
                return False


def _salvaged(data: bytes) -> bytes:
    """Return what the first bytes of a damaged member hold before the damage: they tell whose record it was."""
    inflater = zlib.decompressobj(31)
    saved = bytearray()
    with suppress(zlib.error):
        for at in range(0, len(data), 16):
            saved += inflater.decompress(data[at : at + 16], _MAX_HEADER)
    return bytes(saved)


def next_member(file: BinaryIO, offset: int) -> int:
    """Return where the next gzip member that holds a record begins, or the size of the file when there is none."""
    size = file.seek(0, 2)
    while offset < size:
        file.seek(offset)
        data = file.read(1 << 20)
        at = data.find(_MEMBER)
        while at >= 0:
            if _holds_record(file, offset + at):
                return offset + at
            at = data.find(_MEMBER, at + 1)
        offset += max(len(data) - len(_MEMBER) + 1, 1)
    return size


def _holds_record(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(file.read(_READ), 64).lstrip(b"\r\n").startswith(b"WARC/")
    except zlib.error:
        return False
