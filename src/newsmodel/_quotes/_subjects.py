"""The subject of a cue, on whichever side of it the language allows."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._fields import behind_owners, is_oblique, is_somebody, may_speak, middle
from newsmodel._quotes._phrases import Range, clause_subject, phrase_right
from newsmodel._quotes._subject_left import antecedent, subject_left
from newsmodel._quotes._tokens import MARK, NAME, WORD, Tokens

__all__ = ["closing_subject", "main_subject", "subject", "subject_right", "teller"]

_ASIDE: Final = 4  # tokens of a word or two between commas, with the second comma
_NO_ASIDE: Final = f.AUX | f.CONJ | f.CUE | f.PERSON | f.PRON | f.REL | f.SUB


def subject(t: Tokens, c: int, lo: int, hi: int) -> Range | None:
    """Return the subject of the verb at token c within the tokens from lo up to hi, or None."""
    left = subject_left(t, c, lo)
    if not t.language.subject_after:
        return left
    if t.among(c, "impersonal"):
        return _place(t, c, lo, hi)
    inner = None
    if t.language.verb_second:
        inner = _in_inner_clause(t, c, lo) or _in_subordinate(t, c, lo) or _before_auxiliary(t, c, lo)
    if inner:
        return inner
    right = subject_right(t, c + 1, hi)
    if left is None or right is None:
        return left or right
    if t.language.verb_second and _is_object(t, c, left, right):
        return right
    if _is_nominative(t, left) and left[1] == c:
        return left
    if t.has(c, f.LABEL) and not t.has(c, f.SAY) and _adjoins(t, left, c):
        return left
    if t.language.verb_second and (
        (left[0] - 1 == lo and t.has(lo, f.SUB)) or (_is_nominative(t, right) and t.has(c, f.SAY))
    ):
        return right
    if t.has(c, f.LABEL) and not t.has(c, f.SAY):
        return left  # what stands behind is what gets the name
    if t.has(c - 1, f.CONJ):
        return left
    return left if _is_apposed(t, left, c) or _adjoins(t, left, c) else right


def _is_apposed(t: Tokens, words: Range, c: int) -> bool:
    """Return whether an apposition parts a phrase from its verb: "le ministre, Luc Roux, a accusé X de ..."."""
    while c > words[1] and t.has(c - 1, f.AUX):
        c -= 1
    return t.lows[c - 1] == "," and sum(t.lows[k] == "," for k in range(words[0] - 1, c)) > 1


def _in_inner_clause(t: Tokens, c: int, lo: int) -> Range | None:
    """Return the subject of a verb that closes a relative clause: "die Zahl, die X genannt hatte"."""
    if c + 1 < len(t) and t.kinds[c + 1] == WORD and not t.has(c + 1, f.AUX):
        return None
    for k in range(c - 2, lo, -1):
        if t.kinds[k] != MARK or t.lows[k] in ("(", ")"):
            continue
        relative = t.lows[k] == "," and t.among(k + 1, "definite") and t.has(k + 2, f.ENTITY | f.PRON | f.DET)
        inner = phrase_right(t, k + 2, c) if relative and not is_oblique(t, k + 2) else None
        return inner if inner and is_somebody(t, *inner) else None
    return None


def _in_subordinate(t: Tokens, c: int, lo: int) -> Range | None:
    """Return the subject of a verb that closes a clause behind a conjunction: "indem sie den Rat aufforderte"."""
    if t.kinds[c - 1] == MARK or (c + 1 < len(t) and t.kinds[c + 1] in (WORD, NAME) and not t.has(c + 1, f.AUX)):
        return None
    for k in range(c - 2, lo - 1, -1):
        if t.kinds[k] != NAME and t.kinds[k] != WORD:
            return None
        if t.has(k, f.SUB) and not t.has(k, f.PREP | f.ADV) and (k == lo or t.kinds[k - 1] == MARK):
            found = phrase_right(t, middle(t, k + 1, c), c)
            return found if found and is_somebody(t, *found) else None
    return None


def _before_auxiliary(t: Tokens, c: int, lo: int) -> Range | None:
    """Return the subject of a verb that closes a clause with an auxiliary: "X hatte die Rolle des Rates betont"."""
    if c + 1 < len(t) and t.kinds[c + 1] == WORD and not t.has(c + 1, f.CONJ):
        return None
    for k in range(c - 1, lo, -1):
        if t.kinds[k] != NAME and t.kinds[k] != WORD:
            return None
        if t.has(k, f.AUX) and not t.among(k, "passive"):
            found = clause_subject(t, lo, c) if k < c - 1 and t.kinds[k - 1] != MARK else None
            return found if found and is_somebody(t, *found) and not t.has(found[0], f.NEUTER) else None
    return None


def _is_object(t: Tokens, c: int, left: Range, right: Range) -> bool:
    """Return whether the phrase before a verb is its object: by its form, or as only the one behind can act."""
    pointing = left[1] - left[0] == 1 and t.has(left[0], f.NEUTER) and t.has(left[0], f.PRON)
    if pointing and not t.has(right[0], f.PRON) and (t.kinds[right[0]] == NAME or is_somebody(t, *right)):
        return True
    if (
        is_oblique(t, left[0])
        or (_is_plural(t, left) and not t.lows[c].endswith(t.language.weak_endings))
        or (_is_nominative(t, right) and not t.has(right[0], f.FEM))
    ):
        return True
    if is_somebody(t, *left):
        return False
    if not t.language.capital_nouns and is_somebody(t, *right) and not may_speak(t, left):
        return True
    when = any(t.has(k, f.TIME) for k in range(*left))
    return when or (t.language.capital_nouns and t.has(left[0], f.DET) and (_acts(t, right) or _is_masculine(t, right)))


def _is_masculine(t: Tokens, words: Range) -> bool:
    """Return whether a phrase means a person and has the article that only a subject has."""
    return t.among(words[0], "subjects") and not is_oblique(t, words[0]) and is_somebody(t, *words)


def _is_plural(t: Tokens, words: Range) -> bool:
    """Return whether a phrase that may be a subject is one of several, by its adjective: "die fremden Leute"."""
    first = words[0]
    return (
        t.among(first, "subjects_plural")
        and t.kinds[first + 1] == WORD
        and t.lows[first + 1].endswith(t.language.weak_endings)
    )


def _acts(t: Tokens, words: Range) -> bool:
    """Return whether a phrase is a person's or a body's name."""
    return not t.has(words[0], f.PRON) and any(t.has(k, f.ENTITY) for k in range(*words))


def _is_nominative(t: Tokens, words: Range) -> bool:
    """Return whether a phrase is a pronoun that only a subject can be."""
    return words[1] - words[0] == 1 and t.has(words[0], f.PRON) and not t.has(words[0], f.NEUTER | f.DET)


def _place(t: Tokens, c: int, lo: int, hi: int) -> Range | None:
    """Return where words stand of which nobody is the subject: "heißt es in dem Bericht"."""
    i = c + 1
    while i < hi and t.has(i, f.PRON | f.ADV):
        i += 1
    fronted = phrase_right(t, lo + 1, c) if t.has(lo, f.PREP) else None
    if fronted and (i >= hi or not t.among(i, "places")):
        return fronted
    return phrase_right(t, i + 1, hi) if t.has(i, f.PREP) and i < hi else fronted


def _adjoins(t: Tokens, words: Range, c: int) -> bool:
    """Return whether nothing but words in lower case and brackets stands between a phrase and its verb."""
    inside = False
    for k in range(words[1], c):
        inside = (inside or t.lows[k] == "(") and t.lows[k] != ")"
        if not inside and t.kinds[k] != WORD and t.lows[k] != ")":
            return False
    return True


def subject_right(t: Tokens, i: int, hi: int) -> Range | None:
    """Return the subject behind a verb: behind adverbs and times, but not whom something is said to."""
    i = _behind_aside(t, i, hi)
    while i < hi and ((t.has(i, f.ADV) and not t.has(i, f.PRON)) or _is_time(t, i, hi)):
        i += 1
    if (
        t.has(i, f.PREP)
        and not t.has(i, f.DET)
        and i + 1 < hi
        and (t.among(i, "objects") or not t.language.verb_second)
    ):
        told = phrase_right(t, i + 1, hi)
        i = _named_behind(t, *told) if told else hi
        if i < hi and t.kinds[i] == WORD and not t.has(i, f.DET | f.PRON | f.PERSON | f.TITLE):
            return None
    if t.language.verb_second and t.has(i, f.PREP) and not t.has(i, f.DET) and not t.among(i, "objects"):
        return _behind_place(t, i, hi)
    if t.among(i, "objects") and not t.has(i, f.DET | f.PREP):
        i += 1  # "so beschrieb ihn X"
    if i >= hi or (t.among(i, "objects") and not _is_owner(t, i)) or is_oblique(t, i):
        return None
    if t.kinds[i] == WORD and not t.bits[i] and t.lows[i].endswith(t.language.verbal_endings):
        return None  # "ha detto sorridendo", "piensa volver"
    found = phrase_right(t, i, hi)
    return None if found and found[1] - found[0] == 1 and t.has(i, f.DET) and not t.has(i, f.PRON | f.PERSON) else found


def _behind_aside(t: Tokens, i: int, hi: int) -> int:
    """Return the place behind a word or two between commas: "lâche, amer, Luc Ferrand", "sagt sie, lachend, ..."."""
    if i >= hi or t.lows[i] != ",":
        return i
    end = next((k for k in range(i + 1, min(hi, i + _ASIDE)) if t.kinds[k] != WORD or t.has(k, _NO_ASIDE)), hi)
    return end + 1 if i + 1 < end < hi and t.lows[end] == "," else i


def _behind_place(t: Tokens, i: int, hi: int) -> Range | None:
    """Return somebody named behind where or how it was said: "bestätigte auf Nachfrage Ann Lee"."""
    who = f.PERSON | f.TITLE | f.ENTITY
    named = next((k for k in range(i + 2, hi) if t.kinds[k] == NAME and t.has(k, who)), hi)
    start = named if t.kinds[i + 1 : named] == [NAME] * (named - i - 1) else middle(t, i, hi)
    found = phrase_right(t, start, hi)
    return found if found and is_somebody(t, *found) and not is_oblique(t, found[0]) else None


def _is_owner(t: Tokens, i: int) -> bool:
    """Return whether a pronoun that may be told something owns the noun behind it: "sagte ihr Lektor Amann"."""
    noun = t.has(i, f.DET) and t.kinds[i + 1 : i + 2] == [NAME]
    return noun and (t.has(i + 1, f.PERSON | f.TITLE) or (t.kinds[i + 2 : i + 3] == [NAME] and t.has(i + 2, f.ENTITY)))


def _named_behind(t: Tokens, first: int, end: int) -> int:
    """Return where a name begins that follows those who are told something: "à la presse Jean Roux"; or the end."""
    k = end
    while k > first and t.kinds[k - 1] == NAME:
        k -= 1
    told = (
        first < k < end
        and t.kinds[k - 1] == WORD
        and (t.has(first, f.DET) or (k - 1 > first and end - k > 1))
        and not t.has(k - 1, f.TITLE | f.PREP | f.DET)
    )
    return k if told and not t.language.verb_second else end


def _is_time(t: Tokens, i: int, hi: int) -> bool:
    """Return whether a word of time begins at token i, alone or behind a small word: "on Monday"."""
    return t.has(i, f.TIME) or (i + 1 < hi and t.has(i, f.DET | f.PREP) and t.has(i + 1, f.TIME))


def closing_subject(t: Tokens, q: int, lo: int) -> Range | None:
    """Return the subject of a verb that closes its clause behind the words: ``X hat es als "..." bezeichnet``."""
    for k in range(q - 1, lo - 1, -1):
        if t.has(k, f.AUX):
            if k + 1 < q and _is_nominative(t, (k + 1, k + 2)):
                return (k + 1, k + 2)
            return subject_left(t, k, lo) if k > lo and t.kinds[k - 1] != MARK else phrase_right(t, k + 1, q)
        if (t.has(k, f.SUB | f.REL) and not t.among(k, "naming")) or t.lows[k] in (",", ";", ":"):
            relative = t.lows[k] == "," and t.has(k + 1, f.DET)
            if (
                relative
                and t.has(k + 2, f.DET | f.PREP | f.ADV)
                and (t.among(k + 1, "definite") or t.has(k + 1, f.REL))
            ):
                inner = phrase_right(t, k + 2, q) if t.has(k + 2, f.DET) and not is_oblique(t, k + 2) else None
                return inner if inner and is_somebody(t, *inner) else antecedent(t, k + 1, lo)
            named = relative and (t.kinds[k + 2] == NAME or t.has(k + 2, f.PRON))
            return phrase_right(t, k + 2 if named or (relative and t.among(k + 1, "oblique")) else k + 1, q)
    return phrase_right(t, lo, q)


def teller(t: Tokens, words: Range) -> Range:
    """Return whose saying a phrase means: "das Fazit der Betreiber", "seine Antwort"; else the phrase itself."""
    first, end = words
    if not t.language.capital_nouns or is_somebody(t, first, end):
        return words
    owned = t.has(first, f.DET) and t.has(first, f.GENDER) and not t.among(first, "definite")
    if owned and not (end - first > 2 and t.kinds[end - 2] == NAME):  # not in "ihre Nichte Clara"
        return (first, first + 1)
    if not t.has(end - 1, f.SAID):
        return words
    of = t.among(end, "attaching")
    owner = phrase_right(t, end + of, len(t)) if of or t.among(end, "genitive") else None
    return owner if owner and is_somebody(t, *owner) else words


def main_subject(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the subject of a clause whose verb is unknown: its first phrase, or one likelier to be somebody."""
    plain = clause_subject(t, lo, hi)
    if not t.language.verb_second or (plain and is_somebody(t, *plain)):
        return plain
    first, i = None, lo
    while i < hi:
        if t.has(i, f.PREP) or t.among(i, "objects"):
            governed = phrase_right(t, i + 1, hi)
            i = behind_owners(t, governed[1], hi) if governed else i + 1
            continue
        words = phrase_right(t, i, hi) if t.kinds[i] == NAME or t.has(i, f.DET | f.PRON) else None
        if words is None:
            i += 1
            continue
        if _is_somebody(t, words):
            return words
        first = first or (None if t.has(words[0], f.TIME) else words)
        i = words[1]
    return first


def _is_somebody(t: Tokens, words: Range) -> bool:
    """Return whether a phrase rather means a person: a pronoun, an office, two names, a name behind a verb."""
    if any(t.has(k, f.PERSON | f.ORG | f.TITLE) for k in range(*words)) or _is_nominative(t, words):
        return True
    names = sum(t.kinds[k] == NAME for k in range(*words))
    bare = names == words[1] - words[0]
    return bare and (names > 1 or (t.kinds[words[0] - 1] == WORD and not t.has(words[0] - 1, f.SUB | f.CONJ)))
