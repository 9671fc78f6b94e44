"""The dateline as agencies print it before the first sentence: "HARROW (Northwire) - The port ..."."""

from __future__ import annotations

import re

__all__ = ["find"]

_REACH = 110  # characters of a paragraph in which its dateline ends
# A place and perhaps a date, perhaps an agency in brackets, then a dash; what the place is made of is checked apart.
_HEAD = re.compile(r"([^\W\d_][^()\n\u2013\u2014]{1,60}?)\s?(\([^()]{2,40}\))?\s?(?:[\u2013\u2014]|--|\s-)\s")
_PLACE = re.compile(r"[\w.'’/-]+(?:[ ,]+[\w.'’/-]+){0,7}")
_FEWEST_CAPITALS = 3


def find(text: str) -> str | None:
    """Return the dateline that begins a paragraph, without its dash, or None; the paragraph keeps it."""
    text = text[:_REACH]
    if not ("\u2013" in text or "\u2014" in text or "- " in text or "-\n" in text):
        return None  # few paragraphs begin with a dash in sight
    m = _HEAD.match(text)
    if m is None or not _PLACE.fullmatch(m[1]) or not m[1][0].isupper():
        return None
    place = m[1].split(",")[0]
    capitals = place.isupper() and sum(map(str.isalpha, place)) >= _FEWEST_CAPITALS
    return m[0].rstrip(" -\u2013\u2014") if capitals or m[2] else None
