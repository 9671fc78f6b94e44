"""Noun phrases and subjects, found from word classes alone.

Ranges are pairs of token numbers, half-open.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from newsmodel._quotes import _flags as f
from newsmodel._quotes._fields import finite_verb, is_attribute, is_oblique, is_somebody, middle
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["Range", "clause_subject", "phrase_right", "subject_left"]

Range: TypeAlias = tuple[int, int]

_STOP_RIGHT: Final = f.AUX | f.SUB | f.REL | f.PRON | f.VERB
_NO_PHRASE: Final = f.PREP | f.SUB | f.CONJ | f.AUX | f.REL
_JOINS: Final = f.PREP | f.DET | f.CONJ
_DASHES: Final = frozenset(("—", "–", "―", "--", "-"))
_LONGEST: Final = 14  # tokens of one noun phrase


def subject_left(t: Tokens, verb: int, lo: int) -> Range | None:
    """Return the subject of a verb among the tokens from lo up to it, or None."""
    parted = t.lows[verb - 1] in t.language.separable.get(t.lows[verb], ())
    parted = parted or (t.lows[verb].endswith("n") and t.among(verb - 1, "modal"))  # "ließ mitteilen"
    j = _skip_back(t, verb - 1 - parted, lo)
    if j < lo:
        return None
    if (
        t.lows[verb].endswith(t.language.gerund_endings)
        and t.kinds[j] == WORD
        and not t.has(j, f.PERSON | f.PRON | f.AUX)
    ):
        return clause_subject(t, _clause_start(t, lo, j), j)
    bits, low = t.bits[j], t.lows[j]
    if t.kinds[j] == QUOTE:
        return None
    if t.kinds[j] == MARK:
        return _before_mark(t, j, lo)
    if bits & f.PRON:
        return (j, j + 1)
    if bits & f.REL:
        return antecedent(t, j, lo)
    if bits & f.CONJ or low == "to":
        return clause_subject(t, _clause_start(t, lo, j), j)
    if bits & (f.SUB | f.COMP) and not bits & f.DET:
        return None
    if bits & f.PREP:
        return clause_subject(t, _clause_start(t, lo, j), j)
    return _chunk(t, j, lo)


def _skip_back(t: Tokens, j: int, lo: int) -> int:
    """Step left over adverbs, auxiliaries, brackets and times ("on Monday") before a verb."""
    while j >= lo:
        bits = t.bits[j]
        if (bits & (f.ADV | f.AUX) and not bits & (f.PRON | f.CONJ)) or (
            t.lows[j].endswith("ly") and t.kinds[j] == WORD
        ):
            j -= 1
        elif t.lows[j] == ")":
            while j >= lo and t.lows[j] != "(":
                j -= 1
            j -= 1
        elif bits & f.TIME and j - 1 >= lo:
            j -= 1
            while j > lo and t.has(j, f.PREP | f.DET | f.TIME):
                j -= 1
        else:
            break
    return j


def _before_mark(t: Tokens, j: int, lo: int) -> Range | None:
    """Return the subject of a verb behind a punctuation mark: what stands before an apposition, or the clause's."""
    low = t.lows[j]
    if low in _DASHES:
        k = j - 1
        while k > lo and t.lows[k] not in _DASHES:
            k -= 1
        if k > lo:
            return _chunk(t, k - 1, lo)
        return clause_subject(t, lo, j)
    if low == ",":
        named = _apposed(t, j, lo)
        if named:
            return named
        return clause_subject(t, _clause_start(t, lo, j), j)
    return None


def _apposed(t: Tokens, comma: int, lo: int) -> Range | None:
    """Return the name that stands between commas before a verb: "der Chef der Partei, Ute Vogt (SPD), sagte"."""
    k = _skip_back(t, comma - 1, lo) if t.lows[comma - 1] == ")" else comma - 1
    end = k + 1
    while k > lo and t.has(k, f.ENTITY):
        k -= 1
    return (k + 1, end) if lo < k < end - 1 and t.lows[k] == "," and t.language.verb_second else None


def antecedent(t: Tokens, j: int, lo: int) -> Range | None:
    """Return the phrase before a relative pronoun."""
    k = j - 1
    if k >= lo and t.lows[k] == ",":
        k -= 1
    if k >= lo and t.lows[k] == ")":
        k = _skip_back(t, k, lo)
    if k < lo or t.kinds[k] in (MARK, QUOTE):
        return clause_subject(t, _clause_start(t, lo, j), j)
    if t.has(k, f.CONJ):
        return clause_subject(t, _clause_start(t, lo, k), k)
    first, _ = _nearest(t, k, lo)
    return (first, j + 1)


def _nearest(t: Tokens, j: int, lo: int) -> Range:
    """Return the phrase that ends at token j and reaches no further left than its article, owner or title."""
    first = j
    while first > lo and t.kinds[first - 1] in (NAME, WORD) and first > j - 6:
        before = first - 1
        if t.kinds[before] == NAME or t.has(before, f.TITLE | f.PERSON | f.ORG | f.DET) or t.among(first, "attaching"):
            first = before
        elif t.kinds[j] == NAME or t.bits[before] & ~f.PREP or not t.among(before, "attaching"):
            break
        else:
            first = before
        if t.has(first, f.DET):
            break
    return (first, j + 1)


def _clause_start(t: Tokens, lo: int, hi: int) -> int:
    """Return where the last main clause before hi begins: behind ";", or ", and" with a subject of its own."""
    k = hi - 1
    while k > lo:
        if t.lows[k] in (";", ":"):
            return k + 1
        bits = t.bits[k]
        own = bits & f.CONJ or (bits & f.SUB and not bits & f.COMP)
        if own and t.lows[k - 1] == "," and _begins_phrase(t, k + 1, hi):
            return k + 1
        k -= 1
    return lo


def _begins_phrase(t: Tokens, i: int, hi: int) -> bool:
    """Return whether a subject and its verb seem to follow: "..., but Smith said"."""
    if i >= hi or not (t.has(i, f.PRON | f.DET) or t.kinds[i] == NAME):
        return False
    return any(t.has(k, f.CUE | f.ACTS) or t.lows[k] == "," or t.lows[k].endswith("ed") for k in range(i, hi)) or (
        t.has(hi, f.CUE)
    )


def clause_subject(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the first noun phrase of a clause that is not part of an introduction ("In a statement, ...")."""
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
    if before and is_somebody(t, *before):
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
    if t.bits[i] & f.PRON:
        return (i, i + 1)
    if t.bits[i] & f.REL:
        return clause_subject(t, i + 1, hi)
    return phrase_right(t, i, hi)


def _introduces(t: Tokens, i: int, hi: int) -> bool:
    """Return whether an opening phrase begins at token i: "In a statement", "Speaking to ...", "Asked about ..."."""
    if t.kinds[i] != WORD:
        return t.has(i, f.PREP)
    if (t.has(i, f.PREP | f.SUB) and not t.has(i, f.PRON)) or t.lows[i].endswith("ing"):
        return True
    return t.has(i, f.CUE) and i + 1 < hi and t.has(i + 1, f.PREP | f.TIME)


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
    while k < hi and t.has(k, f.DET | f.PREP):
        k += 1
    while k < hi and not t.has(k, f.DET | f.PRON) and not (t.kinds[k] == NAME and t.kinds[k - 1] != NAME):
        k += 1
    return k


def phrase_right(t: Tokens, i: int, hi: int) -> Range | None:
    """Return the noun phrase that begins at token i, up to hi, or None when none begins there."""
    first = i
    if i >= hi or t.kinds[i] in (MARK, QUOTE) or (t.bits[i] & _NO_PHRASE and not t.bits[i] & f.DET):
        return None
    if t.bits[i] & f.PRON:
        return (i, i + 1)
    end = min(hi, first + _LONGEST)
    if t.language.capital_nouns and t.has(i + 1, f.PREP):
        i = _behind_attribute(t, i, end)
    while i < end and (t.kinds[i] == NAME or not _ends_phrase(t, first, i, end)):
        i += 1
    while i > first and (t.bits[i - 1] & _JOINS or t.lows[i - 1] == "."):
        i -= 1
    if i == first or (t.language.capital_nouns and not any(_may_name(t, k) for k in range(first, i))):
        return None
    return first, i


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
    kind = t.kinds[i]
    if kind == MARK:
        return not (t.lows[i] == "." and i + 1 < end and t.kinds[i + 1] == NAME and t.ends[i - 1] == t.starts[i])
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
    if bits & _STOP_RIGHT:
        return not (bits & f.VERB and i > first and is_attribute(t, i))
    if i == first or bits & (f.DET | f.TITLE | f.PERSON | f.ORG):
        return bool(bits & f.DET) and i > first and not t.has(i - 1, f.PREP | f.DET | f.CONJ)
    if bits & f.TIME or (bits & f.ADV and not bits & f.DET):
        return not (t.language.capital_nouns and kind == WORD and i == first + 1 and t.has(first, f.DET))
    if bits & f.CUE and not t.has(i - 1, f.DET):
        return True
    return _is_verb_after_noun(t, first, i, end)


def _is_verb_after_noun(t: Tokens, first: int, i: int, end: int) -> bool:
    """Return whether an unknown word in lower case is rather the verb than part of the phrase."""
    low = t.lows[i]
    if t.has(i - 1, f.DET | f.PREP | f.TITLE) or t.lows[i - 1].endswith(("'s", "’s")):
        return False
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


def _chunk(t: Tokens, j: int, lo: int) -> Range | None:
    """Return the subject phrase that ends at token j, walking left to where its clause begins."""
    k = j
    while k >= lo and (t.kinds[k] == NAME or not _stops_left(t, k, j, lo)):
        k -= 1
    start = _head_start(t, k + 1, j + 1)
    if start > j:
        behind = t.language.verb_second and k >= lo and t.has(k, f.AUX)
        return subject_left(t, k, lo) if behind else None
    for i in range(start + 1, j + 1):
        if t.bits[i] & f.REL or t.lows[i] == "(" or t.lows[i] == ",":
            return (start, i)
    return (start, j + 1)


def _stops_left(t: Tokens, k: int, j: int, lo: int) -> bool:
    """Return whether token k, which is no name, cannot belong to the subject phrase that ends at j."""
    kind, bits = t.kinds[k], t.bits[k]
    if kind == MARK:
        return not (t.lows[k] == "." and k > lo and t.ends[k - 1] == t.starts[k] and k < j)
    if kind == QUOTE:
        return True
    if k == j:
        return False
    if bits & f.REL:
        return t.lows[k - 1] == "," if k > lo else True
    if bits & f.COMP and (t.kinds[k + 1] == NAME or t.has(k + 1, f.DET | f.PRON)):
        return True
    if bits & f.ACTS or (bits & f.CUE and not bits & (f.PERSON | f.ORG | f.SAID)):
        return not _in_relative(t, k, lo)
    if bits & f.CONJ:
        return not _joins_nouns(t, k, lo)
    return bool(bits & (f.SUB | f.PRON | f.COMP)) and not bits & (f.PREP | f.DET)


def _in_relative(t: Tokens, k: int, lo: int) -> bool:
    """Return whether a verb stands in a relative clause that follows its noun without a comma."""
    for i in range(k - 1, max(lo, k - 12) - 1, -1):
        if t.kinds[i] == MARK or t.has(i, f.CONJ | f.SUB):
            return False
        if t.has(i, f.REL):
            return i > lo and t.lows[i - 1] != ","
    return False


def _joins_nouns(t: Tokens, k: int, lo: int) -> bool:
    """Return whether a conjunction joins two nouns: no verb stands between it and the start of the clause."""
    bare = t.kinds[k + 1] == WORD and not t.has(k + 1, f.DET)
    for i in range(k - 1, lo - 1, -1):
        if t.kinds[i] in (MARK, QUOTE) or t.has(i, f.SUB | f.COMP):
            return i < k - 1
        if t.has(i, f.ACTS | f.PRON) or (t.has(i, f.CUE) and not t.has(i, f.PERSON | f.ORG)):
            return bare and t.has(i, f.SAY) and i < k - 1
        if t.kinds[i] == WORD and t.lows[i].endswith("ed") and not t.has(i - 1, f.DET):
            return False
    return k > lo


def _head_start(t: Tokens, i: int, end: int) -> int:
    """Return where the subject begins within a stretch of words: behind an opening phrase without a comma."""
    bits = t.bits
    while i < end and (bits[i] & (f.CONJ | f.TIME) or (bits[i] & f.ADV and not bits[i] & (f.DET | f.PREP))):
        i += 1
    if t.language.subject_after:
        return end if i < end and bits[i] & f.PREP and not bits[i] & f.DET else i
    if i < end and bits[i] & f.PREP and not bits[i] & f.DET:
        for k in range(end - 1, i, -1):
            if t.has(k, f.PREP) and not t.has(k, f.DET):
                break
            behind = t.has(k - 1, f.PREP | f.DET) or (t.kinds[k - 1] == NAME and t.kinds[k] == NAME)
            if (t.has(k, f.DET) or t.kinds[k] == NAME) and not behind:
                return k
        return i + 1
    relative = next((k for k in range(i + 1, end) if bits[k] & f.REL and not bits[k] & f.COMP), end)
    for k in range(relative - 1, i, -1):
        if bits[k] & f.DET and not t.has(k - 1, f.PREP | f.DET | f.CONJ | f.REL) and not t.lows[k - 1].endswith("'s"):
            return k
    return i
