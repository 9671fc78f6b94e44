"""What the words around the mention of a name tell: how prominent it is in its sentence, and the bearer's gender."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["INNER", "OBJECT", "SUBJECT", "beside_pronoun", "explained", "governed", "owned", "presented", "prominence"]

SUBJECT: Final = 1.6
INNER: Final = 1.0
"""The subject of a clause within another."""
OBJECT: Final = 0.6

_LOOKED_BACK: Final = 40  # tokens before a name, so that thousands of names in a row take linear time
_BEARS: Final = f.TITLE | f.PERSON
_PARTS: Final = (MARK, QUOTE)
_OWNED: Final = 4  # tokens of "his chief aide,"
_EXPLAINED: Final = 7  # tokens behind the comma of a name
_NOT_EXPLAINED: Final = f.SAY | f.PREP | f.REL
"""What ends the noun that explains a name: beyond it others are spoken of ("whose husband ...")."""
_PRESENTED: Final = 12  # tokens of "economist at the University of Cape Coast,"
_NOT_PRESENTED: Final = f.SAY | f.ACTS | f.REL | f.COMP
# What a word before a name makes of it: the subject of an inner clause, an object, or nothing.
_OPENS_CLAUSE: Final = f.COMP | f.SUB | f.SAY | f.THINK
_GOVERNS: Final = f.PREP | f.ACTS | f.LABEL
_INTRODUCES: Final = f.PREP | f.SUB | f.ADV | f.TIME
_BESIDE: Final = f.TITLE | f.PERSON | f.ADV | f.CONJ | f.DET | f.TIME | f.ORG


def governed(t: Tokens, at: int) -> bool:
    """Return whether a preposition stands before a name: who acts in the same sentence is somebody else."""
    k = at - 1
    while k >= 0 and (t.bits[k] & _BEARS or t.lows[k] == "."):
        k -= 1
    return k >= 0 and bool(t.bits[k] & f.PREP) and not t.bits[k] & (f.SUB | f.CONJ)


def owned(t: Tokens, at: int) -> bool:
    """Return whether a name explains somebody of somebody else's, of whom the talk is: "sacked his aide, Ann Lee,"."""
    if at < _OWNED or t.lows[at - 1] != ",":
        return False
    return any(t.bits[k] & f.DET and t.bits[k] & f.GENDER for k in range(at - _OWNED, at - 2))


def beside_pronoun(t: Tokens, at: int) -> bool:
    """Return whether a pronoun and a preposition stand before a name: "What drew her to Ann Lee?"."""
    return t.bits[at - 1] & f.PREP != 0 and t.bits[at - 2] & f.GENDER != 0 and not t.bits[at - 2] & f.NOUN & ~f.GENDER


def presented(t: Tokens, first: int) -> bool:
    """Return whether a name between commas tells who somebody is: "An economist at the bank, Ann Lee, said"."""
    for k in range(first, min(len(t) - 1, first + _PRESENTED)):
        if t.lows[k] == ",":
            return t.kinds[k + 1] == NAME and _closes(t, k + 1)
        if t.kinds[k] in _PARTS or t.bits[k] & _NOT_PRESENTED:
            return False
    return False


def _closes(t: Tokens, first: int) -> bool:
    """Return whether a comma stands behind the names that begin at a token, titles and their full stops among them."""
    k = first
    while k < len(t) and (t.kinds[k] == NAME or (t.lows[k] == "." and t.bits[k - 1] & f.TITLE)):
        k += 1
    return k < len(t) and t.lows[k] == ","


def explained(t: Tokens, first: int) -> int:
    """Return the gender of the noun that explains a name before a comma: "Ann Lee, a widow of the war,"."""
    for k in range(first, min(len(t), first + _EXPLAINED)):
        bits = t.bits[k]
        if t.kinds[k] in _PARTS or bits & _NOT_EXPLAINED:
            return 0
        if bits & f.PERSON and bits & f.GENDER:
            return bits & f.GENDER
    return 0


def prominence(t: Tokens, at: int) -> float:
    """Return how much a mention draws a later pronoun to itself: most as the subject of its sentence."""
    kinds, classes = t.kinds, t.bits
    for k in range(at - 1, max(-1, at - 1 - _LOOKED_BACK), -1):
        kind, bits = kinds[k], classes[k]
        if kind in _PARTS:
            behind_comma = k + 1 == at and t.lows[k] == ","
            return INNER if behind_comma and _is_inner(t, k) else SUBJECT
        if bits & _OPENS_CLAUSE and not bits & f.DET:
            return INNER
        if bits & _GOVERNS or (kind == WORD and not bits & _BESIDE):
            return OBJECT
    return SUBJECT


def _is_inner(t: Tokens, comma: int) -> bool:
    """Return whether a name behind a comma is the subject of an inner clause.

    It is not behind an opening phrase, nor where it explains the subject ("Her husband, Carl, nodded").
    """
    lo, _ = t.sentence(comma)
    first = t.bits[lo]
    if first & _INTRODUCES or (first & f.NEUTER and t.bits[lo + 1] & f.AUX):  # "It was his agent, Ann Lee"
        return False
    return not (comma - lo < _OWNED and first & f.DET and t.bits[comma - 1] & f.PERSON)
