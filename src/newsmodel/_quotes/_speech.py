"""Whether quoted words are somebody's words at all: titles, names, terms, signs and scare quotes are not."""

from __future__ import annotations

import re
from typing import Final

from newsmodel._quotes._attribute import Attribution
from newsmodel._quotes._lexicon import LABEL, NAMED, SAY, UNREAL
from newsmodel._quotes._tokens import NAME, QUOTE, Tokens

__all__ = ["is_nickname", "is_speech"]

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
_LONG: Final = 4  # words from which a stretch is speech unless something speaks against it


def is_nickname(t: Tokens, q: int) -> bool:
    """Return whether a stretch stands between the names of a person: ``Frank "Dutch" Keller``."""
    if not (0 < q < len(t) - 1 and t.kinds[q - 1] == t.kinds[q + 1] == NAME):
        return False
    stretch = t.stretches[q]
    words = _WORD.findall(t.text, stretch.first, stretch.last)
    close = t.starts[q] - t.ends[q - 1] <= 1 and t.starts[q + 1] - t.ends[q] <= 1
    return close and 0 < len(words) <= 3 and t.text[stretch.last - 1] not in ".,!?"


def is_speech(t: Tokens, q: int, found: Attribution | None) -> bool:
    """Return whether the words of a stretch were said or written by somebody."""
    stretch = t.stretches[q]
    words = _WORD.findall(t.text, stretch.first, stretch.last)
    if not words:
        return False
    if stretch.resumed or stretch.left_open:
        return True
    last = t.text[stretch.last - 1]
    governed = found is not None and found.adjacent
    if _named_before(t, q) and not (found and found.adjacent and found.how != "before"):
        return False
    if governed and found is not None and found.strength == SAY:
        return True
    if _is_title(words, last) and last not in ",.?!":
        return False
    if len(words) >= _LONG or (last in ",.?!" and len(words) > 1):
        return True
    return found is not None


def _named_before(t: Tokens, q: int) -> bool:
    """Return whether a word before the stretch says that a name, a term or an inscription follows."""
    if q == 0:
        return False
    if t.has(q - 1, UNREAL) and not t.has(q - 1, LABEL):
        return True
    if t.lows[q - 1] in ("as", "the") and q > 1 and t.has(q - 2, UNREAL):
        return True
    return t.has(q - 1, NAMED) and t.kinds[q - 1] != QUOTE


def _is_title(words: list[str], last: str) -> bool:
    """Return whether words are written as a title is: all that count begin with a capital."""
    heavy = [w for w in words if len(w) > 3 or w[0].isupper() or w[0].isdigit()]
    return len(words) > 1 and all(w[0].isupper() or w[0].isdigit() for w in heavy) and words[0][0].isupper()
