"""Full stops that end no sentence: of abbreviations, initials and ordinal numbers."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsmodel._quotes._data import data_text

__all__ = ["ALWAYS", "BEFORE_NUMBER", "BEFORE_TIME", "LONGEST", "ORDINAL", "UNLESS_BEGUN", "abbreviation"]

ALWAYS: Final = "always"
UNLESS_BEGUN: Final = "unless-begun"
"""No sentence ends here, unless a small word with a capital begins the next."""
BEFORE_NUMBER: Final = "before-number"
BEFORE_TIME: Final = "before-time"
ORDINAL: Final = "ordinal"
LONGEST: Final = 6
"""Letters of the longest abbreviation."""
_DIGITS: Final = 2  # of an ordinal: "am 20. August"


def abbreviation(word: str) -> str | None:
    """Return when the full stop behind a word, as written, ends no sentence; None when it always ends one."""
    if word.isdigit():
        return ORDINAL if len(word) <= _DIGITS else None
    if len(word) == 1:
        return ALWAYS if word.isalpha() else None
    known = _abbreviations()
    return known.get(word.lower()) or known.get(word)


@cache
def _abbreviations() -> dict[str, str]:
    """Return the abbreviations without their full stop, and what kind each is of."""
    found: dict[str, str] = {}
    for line in (data_text("abbreviations.txt") or "").splitlines():
        kind, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found.update(dict.fromkeys(words.split(), kind))
    return found
