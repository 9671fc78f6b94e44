"""The text of one block of marked-up copy, with the stretches that were marked in it."""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

__all__ = ["Flow", "Stretch"]

# White space that markup is indented with; a no-break space is text.
_SPACE = re.compile(r"[ \t\r\n\f]+")


@define
class Stretch:
    """A stretch that was marked: the element it came from, and where it starts and ends."""

    element: Any
    start: int
    end: int = 0


@define
class Flow:
    """Text that grows piece by piece: white space collapses, `break_line` begins a new line."""

    stretches: list[Stretch] = field(factory=list)
    left: list[Any] = field(factory=list)
    """The blocks inside it, which are no part of the text."""

    _open: list[Stretch] = field(factory=list)
    _pieces: list[str] = field(factory=list)
    length: int = 0
    _last: str = " "

    def add(self, piece: str | None) -> None:
        """Add what stands between two tags."""
        if not piece:
            return
        if "  " in piece or not piece.isprintable():
            piece = _SPACE.sub(" ", piece)
        if piece[0] == " " and self._last in " \n":
            piece = piece[1:]
        if piece:
            self._push(piece)

    def break_line(self) -> None:
        """Begin a new line; there are no empty ones."""
        self._trim()
        if self.length and self._last != "\n":
            self._push("\n")

    def part(self) -> None:
        """Set what follows off with a comma, unless it comes first."""
        self._trim()
        if self.length and self._last not in ",;\n":
            self._push(",")
            self._push(" ")

    def _push(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)
        self._last = piece[-1]

    def _trim(self) -> None:
        """Take back a blank at the end."""
        if self._last == " " and self._pieces:
            self._pieces[-1] = self._pieces[-1][:-1]
            self.length -= 1
            last = next((p for p in reversed(self._pieces) if p), " ")
            self._last = last[-1]

    def open(self, element: Any) -> None:
        """Begin a stretch here."""
        stretch = Stretch(element, self.length)
        self.stretches.append(stretch)
        self._open.append(stretch)

    def close(self) -> None:
        """End the stretch that was begun last here."""
        self._open.pop().end = self.length

    def leave_out(self, element: Any) -> None:
        """Note a block that stands here; what is around it does not run on."""
        self.left.append(element)
        self.add(" ")

    def text(self) -> str:
        """Return the text without white space at its ends, and move the stretches onto its letters."""
        text = "".join(self._pieces)
        kept = []
        for s in self.stretches:
            while s.end > s.start and (s.end > len(text) or text[s.end - 1].isspace()):
                s.end -= 1
            while s.start < s.end and text[s.start].isspace():
                s.start += 1
            if s.start < s.end:
                kept.append(s)
        stripped = text.lstrip()
        shift = len(text) - len(stripped)
        for s in kept:
            s.start -= shift
            s.end -= shift
        self.stretches = kept
        return stripped.rstrip()
