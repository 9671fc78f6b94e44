"""The subject of a verb among the words before it: read from the verb to the left."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._phrases import Range, clause_subject, phrase_right
from newsmodel._quotes._tokens import DASHES, MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["antecedent", "subject_left"]

_VERB: Final = f.CUE | f.ACTS
_OPENS: Final = f.REL | f.COMP
_APPOSED: Final = 10  # tokens of an apposition before "who"
_NEAR: Final = 14  # tokens between a relative pronoun and the verb, with an apposition


def subject_left(t: Tokens, verb: int, lo: int) -> Range | None:
    """Return the subject of a verb among the tokens from lo up to it, or None."""
    parted = t.lows[verb - 1] in t.language.separable.get(t.lows[verb], ())
    parted = parted or (t.lows[verb].endswith("n") and t.among(verb - 1, "modal"))  # "ließ mitteilen"
    j = _skip_back(t, verb - 1 - parted, lo)
    if j < lo:
        return None
    if t.among(j, "heard"):
        return subject_left(t, j, lo)  # "a clerk can be heard saying"
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
    romance = t.language.subject_after and not t.language.verb_second
    if romance and bits & f.SAY and not bits & (f.NOUN | f.SAID) and t.kinds[j] == WORD:
        return subject_left(t, j, lo)  # "elle dit y penser"
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
    if low in DASHES:
        k = j - 1
        while k > lo and t.lows[k] not in DASHES:
            k -= 1
        if k > lo:
            return _chunk(t, k - 1, lo)
        return clause_subject(t, lo, j)
    if low == ",":
        named = _apposed(t, j, lo)
        if named:
            return named
        inner = _inner(t, j, lo)
        if inner:
            return inner
        return clause_subject(t, _clause_start(t, lo, j), j + t.language.drops_subject)  # "Preguntada por ..., dijo"
    if low == "." and j > lo and t.end(j - 1) == t.starts[j]:
        return _chunk(t, j - 1, lo)  # "Ann Lee Jr. said"
    return None


def _inner(t: Tokens, comma: int, lo: int) -> Range | None:
    """Return the subject of a relative clause, before an apposition: "a levy which the owner, Tim Rook, called"."""
    if t.language.verb_second:
        return None
    for k in range(comma - 1, max(lo, comma - _NEAR), -1):
        bits, after = t.bits[k], t.bits[k + 1]
        if bits & _VERB or t.kinds[k] == QUOTE:
            return None
        if bits & _OPENS and after & f.DET and not after & f.PRON:
            return phrase_right(t, k + 1, comma)
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
    named = _name_explained(t, k, lo) if k < j - 1 and not t.language.verb_second else None
    if named:
        return named
    first, _ = _nearest(t, k, lo)
    return (first, j + 1)


def _name_explained(t: Tokens, k: int, lo: int) -> Range | None:
    """Return the name whose apposition ends at token k: "from Ann Lee, the party leader, who said"."""
    for i in range(k, max(lo + 1, k - _APPOSED), -1):
        if t.bits[i] & (f.CUE | f.ACTS | f.PRON) and not t.bits[i] & f.NOUN:
            return None
        if t.kinds[i] == MARK:
            opens = t.has(i + 1, f.DET | f.PERSON | f.TITLE) and t.lows[i] == "," and t.kinds[i - 1] == NAME
            return _nearest(t, i - 1, lo) if opens else None
    return None


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
        if t.lows[k] == ";" or (t.lows[k] == ":" and not t.lows[k - 1].isdigit()):  # not in "at 9:52"
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


def _chunk(t: Tokens, j: int, lo: int) -> Range | None:
    """Return the subject phrase that ends at token j, walking left to where its clause begins."""
    k = j
    while k >= lo and (t.kinds[k] == NAME or not _stops_left(t, k, j, lo)):
        k -= 1
    start = _head_start(t, k + 1, j + 1)
    if start == k + 2 and t.bits[k + 1] & f.PREP and k > lo and t.has(k, f.CONJ) and not t.language.subject_after:
        return clause_subject(t, _clause_start(t, lo, k), k)  # "... and at one point pleaded"
    if start > j:
        behind = t.language.verb_second and k >= lo and t.has(k, f.AUX)
        return subject_left(t, k, lo) if behind else None
    if start == j and t.kinds[j] == WORD and _is_nobody(t, j):
        return None
    for i in range(start + 1, j + 1):
        if t.bits[i] & f.REL or t.lows[i] == "(" or t.lows[i] == ",":
            return (start, i)
    return (start, j + 1)


def _is_nobody(t: Tokens, j: int) -> bool:
    """Return whether a word alone is no subject: French "l'" in "comme l'a dit", a verb in "quoting reference"."""
    if t.language.elides:
        return t.bits[j] & (f.DET | f.PRON) == f.DET
    return not t.language.subject_after and t.bits[j] & f.CUE != 0 and t.lows[j].endswith(t.language.gerund_endings)


def _stops_left(t: Tokens, k: int, j: int, lo: int) -> bool:
    """Return whether token k, which is no name, cannot belong to the subject phrase that ends at j."""
    kind, bits = t.kinds[k], t.bits[k]
    if kind == MARK:
        return not (t.lows[k] == "." and k > lo and t.end(k - 1) == t.starts[k] and k < j)
    if kind == QUOTE:
        return True
    if k == j:
        return False
    if bits & f.REL:
        whose = t.has(k - 1, f.PREP) and not t.language.subject_after
        return k <= lo or t.lows[k - 1] == "," or whose or _points_to_one(t, k, j)
    if bits & f.COMP and (t.kinds[k + 1] == NAME or t.has(k + 1, f.DET | f.PRON)):
        return True
    if bits & f.ACTS or (bits & f.CUE and not bits & (f.PERSON | f.ORG | f.SAID)):
        return not _in_relative(t, k, lo)
    if bits & f.CONJ:
        return not _joins_nouns(t, k, lo)
    if bits & f.PREP and (t.lows[k] == "as" or bits & f.SUB) and _opens_while(t, k, lo):
        return True
    return bool(bits & (f.SUB | f.PRON | f.COMP)) and not bits & (f.PREP | f.DET)


def _points_to_one(t: Tokens, k: int, j: int) -> bool:
    """Return whether token k cannot be the article of the phrase that ends at j: "a move that senior aides called"."""
    return t.bits[k] & f.DET != 0 and not t.language.subject_after and t.has(j, f.PERSON) and t.lows[j].endswith("s")


def _opens_while(t: Tokens, k: int, lo: int) -> bool:
    """Return whether "as" opens a clause of its own: "sat at the back of the room as Judge Lee told him"."""
    if t.language.subject_after or t.has(k - 1, f.CUE | f.ACTS) or t.lows[k - 1].endswith("ed"):
        return False
    if not (t.kinds[k + 1] == NAME or t.has(k + 1, f.DET | f.PRON | f.TITLE | f.PERSON)):
        return False
    return any(
        t.kinds[i] == WORD and (t.has(i, f.ACTS | f.CUE) or t.lows[i].endswith("ed"))
        for i in range(max(lo, k - _NEAR), k - 1)
    )


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
