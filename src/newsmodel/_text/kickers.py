"""The label above a headline: a department, a form, a region."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from newsmodel._text import shape

__all__ = ["is_kicker"]

_WORDS = 3
_LETTERS = 30
_HEADLINE = (4, 130)
"""A headline below a label that is not known has this many words at least, and reads this long at most."""
# A label says nothing: it has no stops, quotation marks or figures.
_SAYING = re.compile(r"[.!?:;,\"“”„«»‘’…。！？：、「『\d%]")
_SMALL = frozenset(
    ("of", "the", "and", "&", "de", "du", "des", "la", "le", "les", "et", "y", "e", "del", "della", "di", "und", "der")
)


@cache
def _known() -> frozenset[str]:
    lines = (files("newsmodel") / "_data" / "kickers.txt").read_text("utf-8").splitlines()
    return frozenset(
        label.strip() for line in lines if line[0] != "#" for label in line.partition(":")[2].casefold().split(",")
    )


def is_kicker(text: str, below: str) -> bool:
    """Tell whether a block is the label of the headline below it."""
    if shape.reading_length(text) > _LETTERS * 2:
        return False
    if all(part.strip() in _known() for part in re.split(r"[|/·•>]", text.casefold())):
        return True
    words = text.split()
    if len(words) > _WORDS or len(text) > _LETTERS or _SAYING.search(text) or shape.is_unspaced(text):
        return False
    if below[-1] in ".。।" or len(below.split()) < _HEADLINE[0] or shape.reading_length(below) > _HEADLINE[1]:
        return False
    # Where one label has a small word ("Legal matters"), another text would be a short headline.
    return all(w[0].isupper() or w in _SMALL for w in words) and words[0][0].isupper()
