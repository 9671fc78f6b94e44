"""What the class and id of a box say that it is for."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from newsmodel._html.data import table

__all__ = ["meaning", "purpose", "words"]

# "relatedLinks-box__item2" is related, links, box, item.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# "a884ad83" and "css-1x2y" are made by machines; what looks like a word in them is none.
_MADE = re.compile(r"\w*\d[A-Za-z]\w*")
_SIGN_OF_MADE = re.compile(r"\d[A-Za-z]")
_KIND = {word: kind for kind, ws in table("boxes.txt").items() for word in ws}
_BEGINNINGS = frozenset(word[:end] for word in _KIND for end in range(2, len(word)))
# Names longer than this are generated, and say nothing.
_LONGEST = 300


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a class or id attribute in lower case."""
    return _split(name)


def _split(name: str) -> tuple[str, ...]:
    name = name[:_LONGEST]
    return tuple(" ".join(_WORD.findall(_MADE.sub("", name) if _SIGN_OF_MADE.search(name) else name)).lower().split())


@lru_cache(maxsize=4096)
def purpose(name: str) -> tuple[str, str] | None:
    """Return the kind of furniture that a name speaks of and the word that says so, or None."""
    found = _split(name)
    for word in found:
        if word in _KIND:
            return _KIND[word], word
    for first, second in pairwise(found):
        if first in _BEGINNINGS and len(second) > 1 and (pair := first + second) in _KIND:
            return _KIND[pair], pair
    return None


def meaning(word: str) -> str | None:
    """Return the kind of furniture that a word speaks of, or None."""
    return _KIND.get(word)
