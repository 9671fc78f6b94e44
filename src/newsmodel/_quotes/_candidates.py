"""Who may say words that no cue of their own governs: subjects and names of the sentences around them."""

from __future__ import annotations

from newsmodel._quotes import _flags as f
from newsmodel._quotes._fields import is_apposed, is_somebody, may_speak
from newsmodel._quotes._phrases import Range, clause_subject
from newsmodel._quotes._said import Voice
from newsmodel._quotes._tokens import NAME, Tokens

__all__ = ["in_mood", "main_clause", "may_tell", "only_named", "person", "subject_before", "unapposed"]


def person(t: Tokens, words: Range | None, *, sure: bool = False) -> Range | None:
    """Return the phrase when it can stand for somebody who speaks; when it must be sure, "the question" cannot."""
    if words is None or (words[1] - words[0] == 1 and t.among(words[0], "nobody")):
        return None
    if is_somebody(t, *words) or (t.low(words[1]) == "," and is_apposed(t, words[1] + 1)):
        return words
    named = NAME in t.kinds[slice(*words)]
    return words if named and not (sure and t.language.verb_second and t.has(words[0], f.DET | f.TIME)) else None


def subject_before(t: Tokens, before: int | None = None) -> Voice | None:
    """Return the subject of the last sentence of a paragraph, or of the sentence before that of a token."""
    end = t.cut[-1] if before is None else t.sentence(before)[0]
    while before is not None and end > 1 and in_mood(t, end - 1):
        end = t.sentence(end - 1)[0]
    if end < 2:
        return None
    lo, hi = t.sentence(end - 1)
    subject = person(t, clause_subject(t, lo, hi))
    return Voice(t, subject) if subject else None


def main_clause(t: Tokens, lo: int, q: int) -> Range | None:
    """Return the subject of a main clause that a clause with "that" hangs on, whatever its verb."""
    if not t.language.verb_second:
        return None
    for k in range(q - 1, lo + 1, -1):
        if t.has(k, f.COMP) and t.lows[k - 1] == "," and not t.in_mood(lo, k):
            return person(t, clause_subject(t, lo, k - 1))
    return None


def only_named(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the one name of a person or a body that a clause holds, or None."""
    found = None
    k = lo
    while k < hi:
        first = k
        while k < hi and t.bits[k] & f.ENTITY:
            k += 1
        if k > first:
            if found:
                return None
            found = (first, k)
        k += 1
    return found


def unapposed(t: Tokens, words: Range) -> Range:
    """Return the name that a phrase behind its comma explains, or the phrase: "Sergio Pavan, tecnico degli ospiti"."""
    first = words[0] - 1
    if first < 1 or t.lows[first] != "," or t.has(words[0], f.ENTITY):
        return words
    while first > 0 and t.bits[first - 1] & f.ENTITY:
        first -= 1
    return (first, words[0] - 1) if first < words[0] - 1 else words


def may_tell(t: Tokens, words: Range) -> bool:
    """Return whether a phrase may speak, or is something said or written: "His verdict: ..."."""
    somebody = is_somebody(t, *words) if t.language.capital_nouns else may_speak(t, words)
    return somebody or any(t.has(k, f.SAID) for k in range(*words)) or t.has(words[0], f.GENDER & ~f.DET)


def in_mood(t: Tokens, i: int) -> bool:
    """Return whether the sentence of a token has a verb in the mood of reported speech."""
    return t.in_mood(*t.sentence(i))
