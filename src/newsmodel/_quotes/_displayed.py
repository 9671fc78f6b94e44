"""Words that stand on things, and slogans, which nobody says: on signs, shirts and stickers."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._tokens import NAME, QUOTE, WORD, Tokens

__all__ = ["is_displayed", "is_shown"]

_FAR: Final = 40  # tokens looked back over, so that thousands of stretches in a row take linear time


def is_displayed(t: Tokens, q: int) -> bool:
    """Return whether the words, or a list that ends in them, stand on a thing or are slogans.

    ``a shirt that read "..."``, ``signs saying "..." and "..."``, ``slogans such as "..."``
    """
    k = q - 1
    while k > max(0, q - _FAR) and (t.kinds[k] == QUOTE or (t.kinds[k - 1] == QUOTE and _joins(t, k))):
        k -= 1
    if t.has(k, f.PREP):
        k -= 1 if t.kinds[k - 1] == NAME or t.has(k - 1, f.NOUN | f.SAID) else 2  # "such as"
        return t.among(k, "slogans")
    if not t.among(k, "inscribes"):
        return False
    relative = t.has(k - 1, f.REL) or t.lows[k].endswith(t.language.gerund_endings)
    noun = k - 2 if t.has(k - 1, f.REL) else k - 1
    if not t.among(noun, "inscriptions"):
        return False
    lo, _ = t.sentence(q)
    first = noun
    while first > lo and t.kinds[first - 1] == WORD and not t.has(first - 1, f.PREP | f.CUE | f.ACTS):
        first -= 1
    if not relative and t.has(first - 1, f.PREP):
        return False  # "the man with the sign said"
    return not any(t.has(i, f.SAY) and is_cue(t, i) for i in range(max(lo, q - _FAR), noun))


def _joins(t: Tokens, k: int) -> bool:
    """Return whether token k joins the members of a list."""
    return t.lows[k] == "," or t.has(k, f.CONJ)


def is_shown(t: Tokens, q: int, found: Attribution | None) -> bool:
    """Return whether what "speaks" is a thing that words stand on: ``A sign on the door read: "..."``."""
    if found is None or found.speaker is None or not t.language.words["inscriptions"]:
        return False
    if found.cue is None or not (t.lows[q - 1] == ":" or t.among(found.cue[0], "inscribes")):
        return False
    first, end = found.speaker
    head = next((k for k in range(first + 1, end) if t.bits[k] & (f.PREP | f.REL)), end) - 1
    return t.kinds[head] == WORD and t.among(head, "inscriptions")
