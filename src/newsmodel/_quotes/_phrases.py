"""Noun phrases, and the subject of a clause among them, found from word classes alone: read from left to right.

Ranges are pairs of token numbers, half-open.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from newsmodel._quotes import _flags as f
from newsmodel._quotes._fields import finite_verb, is_attribute, is_oblique, is_somebody, middle
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["Range", "clause_subject", "phrase_right"]

Range: TypeAlias = tuple[int, int]

_STOP_RIGHT: Final = f.AUX | f.SUB | f.REL | f.PRON | f.VERB
_NO_PHRASE: Final = f.PREP | f.SUB | f.CONJ | f.AUX | f.REL
_OPENS: Final = f.PREP | f.SUB
_JOINS: Final = f.PREP | f.DET | f.CONJ
_LONGEST: Final = 14  # tokens of one noun phrase


def clause_subject(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the first noun phrase of a clause that is not part of an introduction ("In a statement, ...")."""
    if t.language.capital_nouns and lo + 2 < hi and t.lows[lo + 1] == ":" and not t.has(lo, f.ENTITY):
        lo += 2  # "Verkehr: Die Partei will ..."
    if t.language.verb_second:
        return _around_verb(t, lo, hi) or _first_phrase(t, lo, hi)
    return _first_phrase(t, lo, hi)


def _around_verb(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the subject of a clause whose verb stands second: what stands before the verb, or what follows it."""
    while lo < hi and (t.kinds[lo] == MARK or (t.has(lo, f.CONJ) and not t.has(lo, f.PREP | f.DET))):
        lo += 1
    verb = finite_verb(t, lo, hi)
    if verb >= hi:
        return None
    if t.among(lo, "agents") and (t.among(verb, "passive") or t.has(verb, f.THINK)):
        return phrase_right(t, lo + 1, verb)
    before = None
    if not t.has(lo, f.PREP | f.SUB | f.ADV) or t.has(lo, f.DET | f.PRON):
        before = None if is_oblique(t, lo) else phrase_right(t, lo, verb)
    pointing = before is not None and before[1] - before[0] == 1 and t.has(before[0], f.NEUTER)
    if before and is_somebody(t, *before) and not pointing:
        return before
    after = middle(t, verb + 1, hi)
    behind = phrase_right(t, after, hi) if after < hi else None
    weak = before is None or (before[1] - before[0] == 1 and not t.has(verb - 1, f.DET))
    if behind and (before is None or (is_somebody(t, *behind) and (weak or after == verb + 1))):
        return behind
    return before


def _first_phrase(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the first noun phrase behind an introduction."""
    i = lo
    for _ in range(4):
        while i < hi and (t.kinds[i] == MARK or (t.bits[i] & (f.CONJ | f.ADV) and not t.bits[i] & (f.DET | f.PREP))):
            i += 1
        if i >= hi:
            return None
        if t.kinds[i] == QUOTE:
            i += 1
        elif _introduces(t, i, hi):
            i = _behind_introduction(t, i, hi)
        elif i + 1 < hi and (t.bits[i] & f.TIME or (t.bits[i - 1] & f.TIME and i > lo and t.lows[i].isdigit())):
            i += 1
        else:
            break
    else:
        return None
    if t.language.verb_second and i + 1 < hi and t.kinds[i] == WORD and not t.has(i, f.DET | f.PRON | f.PERSON | f.ORG):
        i += 1  # the verb, behind what opened the clause
    bits = t.bits[i]
    if bits & f.PRON:
        return (i, i + 1)
    if bits & f.REL:
        return clause_subject(t, i + 1, hi)
    if t.language.drops_subject and t.kinds[i] == WORD and bits & f.SAY and not bits & f.SAID:
        return None  # "Asegura que ..."
    return phrase_right(t, i, hi)


def _introduces(t: Tokens, i: int, hi: int) -> bool:
    """Return whether an opening phrase begins at token i: "In a statement", "Speaking to ...", "Asked about ..."."""
    bits = t.bits[i]
    if t.kinds[i] != WORD:
        asked = bits & f.SAY or t.language.drops_subject or t.among(i, "pressed")  # "Preguntada por ..."
        asked = asked and t.has(i + 1, f.PREP | f.SUB | f.COMP) and t.lows[i].endswith(t.language.asked_endings)
        if not asked and not t.language.subject_after and i + 1 < hi:  # "Opening the case", "Questioned by the court"
            asked = t.lows[i].endswith("ing") and not bits & f.NOUN
            asked = asked and (t.has(i + 1, f.DET | f.PREP) or t.lows[i + 1] == ",")  # "Reacting, ..."
            asked = asked or (t.among(i + 1, "agents") and t.lows[i].endswith(t.language.past_endings))
        return bits & f.PREP != 0 or (bool(asked) and "," in t.lows[i:hi])
    if (bits & _OPENS and not bits & f.PRON) or t.lows[i].endswith("ing"):
        return True
    return bits & f.CUE != 0 and i + 1 < hi and t.has(i + 1, f.PREP | f.TIME)


def _is_comma(t: Tokens, k: int) -> bool:
    """Return whether token k is a comma, or words in marks that end in one."""
    return t.lows[k] == "," or (t.kinds[k] == QUOTE and t.text[t.stretches[k].last - 1] == ",")


def _behind_introduction(t: Tokens, i: int, hi: int) -> int:
    """Return the place behind an opening phrase: behind its comma, or where the next phrase begins."""
    comma = 0
    for k in range(i + 1, hi - 1):
        if not _is_comma(t, k) or t.has(k + 1, f.TIME) or (t.has(k + 1, f.PREP | f.REL | f.CONJ) and k + 1 < hi - 1):
            continue
        if t.kinds[k + 1] == NAME or t.has(k + 1, f.DET | f.PRON | f.PERSON | f.ORG):
            return k + 1
        comma = comma or k + 1
    if comma:
        return comma
    k = i + 1
    while k < hi and t.bits[k] & (f.DET | f.PREP):
        k += 1
    while k < hi and not t.has(k, f.DET | f.PRON) and not (t.kinds[k] == NAME and t.kinds[k - 1] != NAME):
        k += 1
    return k


def phrase_right(t: Tokens, i: int, hi: int) -> Range | None:
    """Return the noun phrase that begins at token i, up to hi, or None when none begins there."""
    first = i
    if i >= hi or t.kinds[i] in (MARK, QUOTE) or (t.bits[i] & _NO_PHRASE and not t.bits[i] & f.DET):
        return None
    if t.bits[i] & f.PRON and not (t.bits[i] & f.DET and _is_noun(t, i + 1, hi)):
        return (i, i + 1)
    end = min(hi, first + _LONGEST)
    if t.language.capital_nouns and t.has(i + 1, f.PREP):
        i = _behind_attribute(t, i, end)
    while i < end and (t.kinds[i] == NAME or not _ends_phrase(t, first, i, end)):
        i += 1
    while i > first and (t.bits[i - 1] & _JOINS or t.lows[i - 1] == "."):
        if i - 1 == first and t.bits[first] & f.PERSON:
            break  # "some", "another" without a noun
        i -= 1
    if i == first or (t.language.capital_nouns and not any(_may_name(t, k) for k in range(first, i))):
        return None
    return first, i


def _is_noun(t: Tokens, i: int, hi: int) -> bool:
    """Return whether token i, behind what is a pronoun or an article, is rather a noun: "het bedrijf"."""
    return i < hi and (t.kinds[i] == NAME or (t.kinds[i] == WORD and t.has(i, f.NOUN)))


def _behind_attribute(t: Tokens, i: int, end: int) -> int:
    """Return the noun behind a participle and what hangs on it: "die in Kiel geborene Lehrerin"; or token i."""
    if not t.has(i, f.DET):
        return i
    for k in range(i + 2, end - 1):
        if t.kinds[k] in (MARK, QUOTE) or t.bits[k] & (f.SUB | f.CONJ | f.AUX):
            return i
        if t.kinds[k] == WORD and t.kinds[k + 1] == NAME and t.lows[k].endswith(t.language.participle_endings):
            return k + 1
    return i


def _may_name(t: Tokens, k: int) -> bool:
    return t.kinds[k] == NAME or t.has(k, f.DET | f.PRON | f.PERSON | f.ORG)


def _ends_phrase(t: Tokens, first: int, i: int, end: int) -> bool:
    """Return whether the phrase that began at first ends before token i, which is no name."""
    if i > first and t.bits[i] & t.bits[i - 1] & f.ENTITY:
        return False  # "Anna de Wit"
    kind = t.kinds[i]
    if kind == MARK:
        if t.lows[i] != "." or i + 1 >= end or t.end(i - 1) != t.starts[i]:
            return True
        number = t.lows[i - 1] == "no" and t.lows[i + 1].isdigit()  # "the No. 2 official"
        return t.kinds[i + 1] != NAME and not number
    if kind == QUOTE:
        return True
    bits = t.bits[i]
    if bits & f.CONJ:
        joins = (
            i + 1 < end and i > first and (t.kinds[i + 1] == NAME or t.has(i + 1, f.DET | f.PERSON | f.ORG | f.TITLE))
        )
        return not joins or t.has(i + 1, f.SAY)
    if bits & f.PREP and not (i == first and bits & f.DET):
        return not t.among(i, "attaching") or i == first or i + 1 >= end or t.has(i + 1, f.TIME)
    if bits & _STOP_RIGHT and (i > first or not bits & f.DET or t.language.capital_nouns):
        return not (bits & f.VERB and i > first and is_attribute(t, i))
    if i == first or bits & (f.DET | f.TITLE | f.PERSON | f.ORG):
        if i == first or not bits & f.DET or t.has(i - 1, f.PREP | f.DET | f.CONJ):
            return False
        return t.low(i + 1) != "."  # "the party's No. 2"
    if bits & f.TIME or (bits & f.ADV and not bits & f.DET):
        return not (t.language.capital_nouns and kind == WORD and i == first + 1 and t.has(first, f.DET))
    if bits & f.CUE and not t.has(i - 1, f.DET):
        return True
    return _is_verb_after_noun(t, first, i, end)


def _is_verb_after_noun(t: Tokens, first: int, i: int, end: int) -> bool:
    """Return whether an unknown word in lower case is rather the verb than part of the phrase."""
    low = t.lows[i]
    if t.has(i - 1, f.DET | f.PREP | f.TITLE) or t.lows[i - 1].endswith(("'s", "’s")):
        return i > first + 1 and low.endswith("ed") and t.has(i - 1, f.PERSON)  # "his brother smiled"
    if "-" in t.lows[i - 1] and t.kinds[i - 1] == WORD:
        return False  # "the 62-year-old retired teacher"
    if t.has(i - 1, f.PERSON | f.ORG) and t.language.subject_after and not t.language.verb_second:
        behind = t.kinds[i + 1 : i + 2] in ([MARK], [NAME]) or t.among(i + 1, "attaching")
        if behind and not t.bits[i] & (f.CUE | f.ACTS):
            return False  # an adjective behind its noun: "el portavoz municipal, ..."
    named = any(t.kinds[k] == NAME for k in range(first, i)) or t.has(i - 1, f.PERSON | f.ORG)
    if named:
        for k in range(i, min(end, i + 4)):
            if t.kinds[k] == NAME and k > i and t.has(k - 1, f.PERSON | f.TITLE | f.ORG):
                return False
            if t.kinds[k] != WORD or t.has(k, _STOP_RIGHT | f.PREP | f.CONJ | f.CUE):
                break
        return True
    return low.endswith("ed") and i > first + 1
