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
# The same for ASCII by tables, which is three times as fast: what is no lower-case letter, what stands between names.
_NOT_LOWER = bytes(i if chr(i).islower() else 32 for i in range(128)) + b" " * 128
_BETWEEN = bytes(i if chr(i).isalnum() or chr(i) == "_" else 32 for i in range(128)) + b" " * 128
_KIND = {word: kind for kind, ws in table("boxes.txt").items() for word in ws}
_WORDS = frozenset(_KIND)
_BEGINNINGS = frozenset(word[:end] for word in _KIND for end in range(2, len(word) - 1))
_ENDS = frozenset(word[start:] for word in _KIND for start in range(2, len(word) - 1))
# Names longer than this are generated, and say nothing.
_LONGEST = 300


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a class or id attribute in lower case."""
    name = name[:_LONGEST]
    if _SIGN_OF_MADE.search(name):
        name = _without_made(name)
    if name.islower() and name.isascii():  # most are, and need no search for capitals
        return tuple(name.encode().translate(_NOT_LOWER).decode().split())
    return tuple(" ".join(_WORD.findall(name)).lower().split())


def _without_made(name: str) -> str:
    """Return a name without the parts of it that are made by machines."""
    if not name.isascii():
        return _MADE.sub("", name)
    parts = name.encode().translate(_BETWEEN).decode().split()
    return " ".join([part for part in parts if not _SIGN_OF_MADE.search(part)])


@lru_cache(maxsize=4096)
def purpose(name: str) -> tuple[str, str] | None:
    """Return the kind of furniture that a name speaks of and the word that says so, or None."""
    found = words(name)
    if not _WORDS.isdisjoint(found):
        word = next(word for word in found if word in _KIND)
        return _KIND[word], word
    if not _BEGINNINGS.isdisjoint(found) and not _ENDS.isdisjoint(found):
        for first, second in pairwise(found):
            if first in _BEGINNINGS and second in _ENDS and (pair := first + second) in _KIND:
                return _KIND[pair], pair
    return None


def meaning(word: str) -> str | None:
    """Return the kind of furniture that a word speaks of, or None."""
    return _KIND.get(word)
