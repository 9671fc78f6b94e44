"""Runs of capitalised words in a text: where tokens are not at hand, or cut otherwise."""

from __future__ import annotations

import re

from newsmodel._names._tokens import UPPER

__all__ = ["run_before", "run_end"]

# A capitalised word (al-Sadr too), with inner hyphens and apostrophes but without a possessive ending. Compiling the
# class of all capital letters takes long: other patterns take any letter, and the code looks whether it is a capital.
_CAPITAL = re.compile(rf"(?:[^\W\d_]{{1,3}}[-'’]?)?[{UPPER}][^\W_]*(?:[-‐‑'’&](?![sS]\b)[^\W_]+)*")
_BETWEEN = re.compile(r"\s(?:(?:of|de|del|la|al|van|von|bin|for|and)\s)?")


def run_end(text: str, start: int, end: int | None = None) -> int:
    """Return where the run of capitalised words ends that begins at a place; the place itself when none does."""
    least = end if end is not None else len(text)
    at, m = start, _CAPITAL.match(text, start, least)
    while m:
        at = m.end()
        gap = _BETWEEN.match(text, at, least)
        m = _CAPITAL.match(text, gap.end(), least) if gap else None
    return at


def run_before(text: str, low: int, end: int) -> int:
    """Return where the longest run of capitalised words begins that ends at a place; the place itself when none does.

    The text before ``low`` is not looked at.
    """
    return next((m.start() for m in _CAPITAL.finditer(text, low, end) if run_end(text, m.start(), end) == end), end)
