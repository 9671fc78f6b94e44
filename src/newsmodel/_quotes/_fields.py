"""The fields of a clause whose verb stands second: one phrase, the verb, and what follows it.

The phrase before the verb is the subject only where its form allows it: "Dem Blatt sagte X", "Gestern sagte X".
"""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = [
    "behind_owners",
    "finite_verb",
    "is_apposed",
    "is_attribute",
    "is_oblique",
    "is_somebody",
    "is_source",
    "may_speak",
    "middle",
    "with_owner",
]

_VERBS: Final = f.CUE | f.ACTS
_ATTRIBUTE: Final = ("e", "en", "er", "es", "em")
_NEAR: Final = 5  # words between an article and its noun
_FUNCTION: Final = f.ADV | f.CONJ | f.DET | f.PREP | f.PRON | f.REL | f.SUB | f.TIME


def finite_verb(t: Tokens, i: int, hi: int) -> int:
    """Return the number of the verb of the main clause that begins at token i, or hi when none is seen."""
    k = i
    while k < hi:
        if t.lows[k] == "," and _opens_inner(t, k + 1, hi):
            k = _behind_inner(t, k + 1, hi)
        elif k == i and t.has(k, f.SUB | f.COMP) and not t.has(k, f.ADV):
            k = _behind_inner(t, k, hi)
        elif t.lows[k] == "(":
            while k < hi and t.lows[k] != ")":
                k += 1
        elif k > i and _is_finite(t, k):
            return k
        else:
            k += 1
            continue
        k += 1
    return hi


def _is_finite(t: Tokens, k: int) -> bool:
    if t.kinds[k] != WORD or t.has(k - 1, f.DET) or is_attribute(t, k):
        return False
    bits = t.bits[k]
    if bits & (_VERBS | f.MOOD):
        return not bits & (f.ADV | f.DET)
    before = t.kinds[k - 1] in (NAME, QUOTE) or t.lows[k - 1] in (",", ")") or t.has(k - 1, f.ADV | f.PRON)
    return not bits & _FUNCTION and before and t.lows[k].endswith(t.language.finite_endings)


def is_attribute(t: Tokens, k: int) -> bool:
    """Return whether what may be a verb belongs to the noun behind it: "eine gestern verbreitete Liste"."""
    if not t.language.capital_nouns or t.kinds[k + 1 : k + 2] != [NAME] or not t.lows[k].endswith(_ATTRIBUTE):
        return False
    for j in range(k - 1, max(k - _NEAR, 0) - 1, -1):
        if t.kinds[j] != WORD or t.has(j, f.PRON & ~f.DET | f.SUB | f.CONJ | f.AUX):
            return False
        if t.has(j, f.DET):
            return True
    return False


def _opens_inner(t: Tokens, k: int, hi: int) -> bool:
    """Return whether a clause with its verb at the end begins at token k, behind a comma."""
    if k >= hi or (t.has(k, f.SUB | f.COMP | f.REL) and not t.has(k, f.PREP)):
        return k < hi
    if t.has(k, f.PREP) and t.has(k + 1, f.DET | f.REL):
        return t.kinds[k + 2 : k + 3] != [NAME]
    return t.has(k, f.DET) and (
        t.has(k + 1, f.DET | f.PRON | f.PREP | f.ADV) or (t.among(k, "definite") and _ends_in_verb(t, k))
    )


def _ends_in_verb(t: Tokens, k: int) -> bool:
    """Return whether the words up to the next mark end in a verb."""
    j = k
    while j < len(t) and t.kinds[j] != MARK:
        j += 1
    return j - 1 > k + 1 and t.kinds[j - 1] == WORD and not t.has(j - 1, _FUNCTION) and t.low(j) == ","


def _behind_inner(t: Tokens, k: int, hi: int) -> int:
    """Return the comma that closes an inner clause, or hi."""
    while k < hi and t.lows[k] not in (",", ";", ":"):
        k += 1
    return k


def middle(t: Tokens, i: int, hi: int) -> int:
    """Return where the subject behind a verb may begin: behind adverbs, times, and phrases with a preposition."""
    while i < hi:
        if t.has(i, f.PRON) and not t.among(i, "objects"):
            return i
        if t.has(i, f.PREP) and not t.has(i, f.DET):
            i = _behind_phrase(t, i + 1, hi)
        elif t.has(i, f.DET) and not t.has(i, f.PRON) and (t.has(i + 1, f.TIME) or is_oblique(t, i)):
            i = max(i + 1, _behind_phrase(t, i, hi))
        elif t.among(i, "objects") or t.has(i, f.ADV | f.TIME) or _is_adverb(t, i):
            i += 1
        else:
            return i
    return hi


def _is_adverb(t: Tokens, i: int) -> bool:
    """Return whether an unknown word in lower case stands by itself, not before a noun."""
    return t.kinds[i] == WORD and not t.has(i, _FUNCTION) and t.kinds[i + 1 : i + 2] != [NAME]


def _behind_phrase(t: Tokens, i: int, hi: int) -> int:
    """Return the place behind the noun phrase that begins at token i: behind its names, or an owner in the genitive."""
    while i < hi and t.kinds[i] == WORD and not t.bits[i] & (_VERBS | f.SUB | f.PRON & ~f.DET):
        i += 1
    while i < hi and t.kinds[i] == NAME:
        i += 1
    if i + 1 < hi and (t.lows[i] == "des" or (t.has(i - 1, f.PERSON) and t.among(i, "genitive"))):
        return _behind_phrase(t, i + 1, hi)
    return i


def behind_owners(t: Tokens, i: int, hi: int) -> int:
    """Return the place behind the phrases that say whose or from where a noun before token i is."""
    while (
        t.language.capital_nouns
        and i < hi
        and (t.among(i, "attaching") or t.low(i) == "des" or (t.low(i) == "der" and t.kinds[i - 1] == NAME))
    ):
        i = _behind_phrase(t, i + 1, hi)
    return i


def with_owner(t: Tokens, words: tuple[int, int]) -> tuple[int, int]:
    """Return a phrase without where it stands, and with the owner behind it: "ein Sprecher der Reederei"."""
    first, end = words
    if not t.language.capital_nouns:
        return words
    for i in range(first + 1, end):
        if t.has(i, f.PREP) and not t.among(i, "attaching") and t.kinds[i - 1] == NAME:
            return (first, i)  # "wird Weber in der Mitteilung zitiert"
    if t.kinds[end - 1] != NAME or t.bits[end - 1] & (f.ENTITY & ~f.PERSON) or not t.among(end, "genitive"):
        return words
    behind = _behind_phrase(t, end + 1, len(t))
    whole = behind > end + 1 and t.kinds[behind - 1] == NAME
    if whole and t.kinds[end - 2] == NAME and not t.text[t.starts[behind - 1]].isalnum():
        return words  # sagte ihre Nichte Clara der "Seepost"
    return (
        (first, behind)
        if whole and not any(low.endswith(t.language.media) for low in t.lows[end + 1 : behind])
        else words
    )


def is_oblique(t: Tokens, i: int) -> bool:
    """Return whether the phrase that begins at token i cannot be a subject, by the form of its first words."""
    if t.among(i, "oblique"):
        return True
    if not t.among(i, "mixed_articles") or i + 1 >= len(t):
        return False
    low = t.lows[i + 1]
    if t.kinds[i + 1] == NAME and not low.endswith(t.language.weak_endings):
        return low.endswith(t.language.feminine_endings) and len(low) > 5
    return low.endswith(t.language.weak_endings) and t.kinds[i + 2 : i + 3] == [NAME]


def is_source(t: Tokens, i: int, words: tuple[int, int]) -> bool:
    """Return whether a phrase at token i names a source; "per" and "pour" do at the start of a clause alone."""
    if not t.among(i, "opening"):
        return True
    starts = t.lows[i - 1] in (",", ":") or t.kinds[i - 1] == QUOTE or t.sentence(i)[0] == i
    return starts and may_speak(t, words)


def is_apposed(t: Tokens, i: int) -> bool:
    """Return whether a name of two words and a comma stand at token i: "his opposite number, Piet Aarden, was"."""
    end = i
    while end < len(t) and t.kinds[end] == NAME:
        end += 1
    return end > i + 1 and t.low(end) == ","


def may_speak(t: Tokens, words: tuple[int, int]) -> bool:
    """Return whether a phrase holds a name, a pronoun, or a noun for people or bodies."""
    return any(t.kinds[k] == NAME or t.has(k, f.PERSON | f.ORG | f.PRON) for k in range(*words))


def is_somebody(t: Tokens, first: int, end: int) -> bool:
    """Return whether a phrase names or describes somebody who may speak."""
    for k in range(first, end):
        if k > first and t.kinds[k - 1] == NAME and t.has(k, f.DET):
            return False  # what follows is the owner
        if t.bits[k] & (f.ENTITY | f.PERSON | f.ORG | f.TITLE | f.PRON):
            return True
    return False
