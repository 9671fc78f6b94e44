"""Whether a given name tells that its bearer is a man or a woman."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._data import data_text

__all__ = ["gender_of_name", "is_given_name"]

_BITS: Final = {"m": f.MASC, "f": f.FEM}


@cache
def _given_names() -> dict[str, int]:
    text = data_text("given-names.txt") or ""
    names: dict[str, int] = {}
    for line in text.splitlines():
        letter, *words = line.split() or ["#"]
        for word in words if letter in _BITS else ():
            names[word] = names.get(word, 0) | _BITS[letter]
    return names


def gender_of_name(name: str) -> int:
    """Return MASC, FEM or 0 for a full name; a name that both bear tells nothing."""
    first = name.partition(" ")[0]
    bits = _given_names().get(first.lower(), 0) or _given_names().get(first.partition("-")[0].lower(), 0)
    return bits if bits in (f.MASC, f.FEM) else 0


def is_given_name(word: str) -> bool:
    """Return whether a word is known as a given name."""
    return word.lower() in _given_names()
