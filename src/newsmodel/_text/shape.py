"""What a piece of text looks like, in any script: does it end a sentence, does it quote, how long does it read."""

from __future__ import annotations

import re

__all__ = ["begins_lower", "ends_sentence", "has_words", "in_quotes", "is_unspaced", "reading_length"]

ENDS = frozenset(".!?…。！？｡؟۔।॥։።")
_CLOSERS = "\"'”“’‘»«›‹」』】）)]〕》〉*_ "
_QUOTES = frozenset("\"'”“„‟’‘‚»«›‹「『")
# Scripts written without spaces between words, and Hangul, whose syllables say as much as two or three letters.
_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_DENSITY = 2.2


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does, quotation marks and brackets aside."""
    bare = text[-12:].rstrip(_CLOSERS)
    return bare[-1:] in ENDS


def in_quotes(text: str) -> bool:
    """Tell whether a text begins with a quotation mark."""
    return text[0] in _QUOTES


def is_unspaced(text: str) -> bool:
    """Tell whether the first letter is of a script without spaces (or Hangul)."""
    return _DENSE.match(text) is not None


def reading_length(text: str) -> float:
    """Return how long a text reads, in Latin letters; what is longer than a few lines is only counted."""
    if text.isascii() or len(text) > 1000:
        return len(text)
    return len(text) + (_DENSITY - 1) * len(_DENSE.findall(text))


def begins_lower(text: str) -> bool:
    """Tell whether the first letter is a small one; scripts without case have none."""
    first = next((c for c in text[:8] if c.isalnum()), "")
    return first.islower()


def has_words(text: str) -> bool:
    """Tell whether there is a letter or digit."""
    return any(map(str.isalnum, text))
