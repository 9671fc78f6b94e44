"""Texts with runs of blanks, and with other white space than blanks and line ends, as the rules of names know them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from newsmodel._names._found import Found

__all__ = ["Spaced"]

_ODD = ("  ", "\t", "\r", "\xa0", "\u202f", "\u2009", "\u3000")
# All white space but blanks and line ends; to replace these one by one is far quicker than a pattern of all of them.
_WHITE = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_BLANKS = re.compile("  +")


class Spaced:
    """A text with one blank in the place of each run of white space within a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: list[int] = []
        """Where runs of several stood, in the text with single blanks."""
        if any(map(text.__contains__, _ODD)):
            self._squeeze()

    def _squeeze(self) -> None:
        for mark in _WHITE:
            self.text = self.text.replace(mark, " ")
        runs = [m.span() for m in _BLANKS.finditer(self.text)]
        self._gone = [0, *accumulate(b - a - 1 for a, b in runs)]
        self._places = [a - gone for (a, _), gone in zip(runs, self._gone, strict=False)]
        self.text = _BLANKS.sub(" ", self.text)

    def placed(self, found: list[Found]) -> list[Found]:
        """Return names with their places in the text as it was; their letters keep the single blanks."""
        if not self._places:
            return found
        return [Found(self._place(f.start), self._place(f.end), f.kind, f.text) for f in found]

    def _place(self, at: int) -> int:
        return at + self._gone[bisect_left(self._places, at)]
