"""The cue before quoted words, and its subject: ``X said: "..."``, ``X called it "..."``."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._asides import FAR
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._cues import is_cue, strength_of
from newsmodel._quotes._elsewhere import (
    agent,
    cited,
    is_passive,
    owned_cue,
    passive_source,
    relayed,
    source_at,
    written,
)
from newsmodel._quotes._phrases import Range, clause_subject, phrase_right
from newsmodel._quotes._subject_left import subject_left
from newsmodel._quotes._subjects import subject
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, Tokens

__all__ = ["cue_before"]

_TELLS: Final = f.CONJ | f.ACTS | f.CUE | f.SAID


def cue_before(t: Tokens, q: int, lo: int) -> Attribution | None:
    """Return the cue before the words: ``X said: "..."``, ``X called it "..."``; of nested ones the outer."""
    marked = verb = other = False
    inner = None
    firsts = t.language.sources_behind.firsts
    lows, classes, kinds = t.lows, t.bits, t.kinds
    for c in range(q - 1, max(lo, q - FAR) - 1, -1):
        low, bits = lows[c], classes[c]
        if kinds[c] == MARK:
            if low == ";":
                return inner
            marked = marked or (c < q - 1 and kinds[c + 1] != QUOTE)
        if not bits & _TELLS and low not in firsts:
            continue
        other = other or (verb and bits & f.CONJ != 0)
        verb = verb or (bits & f.ACTS != 0 and not bits & f.CUE)
        owned = owned_cue(t, c) if bits & f.SAID else None
        if owned:
            return owned
        if not bits & f.CUE or not is_cue(t, c):
            source = source_at(t, c, q, behind=c > lo and lows[c - 1] == ",") if low in firsts else None
            if source:
                return Attribution("source", source.cue, source.speaker, adjacent=c == q - 1)
            continue
        if (other or marked) and _is_cut_off(t, c, q, lo, marked=marked, other=other):
            continue
        found = _governed(t, c, q, lo)
        if inner and (not bits & f.SAY or lows[c - 1] == "to" or low.endswith("ing") or classes[c + 1] & f.PREP):
            continue
        if found and _yields(t, found, c):
            inner = inner or _outer(t, found, q, lo)
        elif found and not _is_nobodys(t, found):
            return _outer(t, found, q, lo)
    return inner


def _is_cut_off(t: Tokens, c: int, q: int, lo: int, *, marked: bool, other: bool) -> bool:
    """Return whether a comma, or another clause, parts a cue from the words."""
    if not t.has(c, f.SAY) and ((other and t.language.verb_second) or (marked and not _reaches(t, c, q))):
        return True
    return marked and t.language.verb_second and _closes_relative(t, c, q, lo)


def _yields(t: Tokens, found: Attribution, c: int) -> bool:
    """Return whether another verb may have its say on a cue: an infinitive, or one without a subject.

    "Aseguró que no vuelve a escribir", "Lee said that it would be called ..."
    """
    if t.has(c - 1, f.PREP) and t.lows[c].endswith(t.language.infinitive_endings):
        return True
    if found.speaker is not None or t.language.verb_second:
        return False
    return found.strength == f.LABEL or (t.language.drops_subject and not t.has(c, f.SAY))


def _is_nobodys(t: Tokens, found: Attribution) -> bool:
    """Return whether a verb of thought has no subject but "it": "it felt "like winter"."""
    return found.strength == f.THINK and found.speaker is not None and t.among(found.speaker[0], "nobody")


def _closes_relative(t: Tokens, c: int, q: int, lo: int) -> bool:
    """Return whether a verb closes a relative clause that ends before the words: ``X, der ... rief, ist "..."``."""
    end = c + 1
    while end < q and t.has(end, f.AUX):
        end += 1
    if end >= q - 1 or t.lows[end] != ",":
        return False
    for k in range(c - 1, max(lo, c - FAR) - 1, -1):
        if t.kinds[k] in (MARK, QUOTE):
            opens = t.lows[k] == "," and (t.among(k + 1, "definite") or t.has(k + 1, f.REL))
            return opens and (end > c + 1 or t.has(k + 2, f.ADV | f.DET | f.PREP | f.PRON))
    return False


def _reaches(t: Tokens, c: int, q: int) -> bool:
    """Return whether a verb governs the words beyond a comma: joined by a small word, or past an apposition."""
    if t.among(q - 1, "naming"):
        return True
    if not t.language.verb_second:
        return t.has(q - 1, f.PREP)
    commas = [k for k in range(c, q) if t.kinds[k] == MARK]
    if len(commas) == 1 and t.lows[commas[0]] == "," and t.has(commas[0] + 1, f.COMP):
        return True
    return len(commas) == 2 and t.lows[commas[0]] == t.lows[commas[1]] == "," and t.has(commas[0] - 1, f.ENTITY)


def _outer(t: Tokens, found: Attribution, q: int, lo: int) -> Attribution:
    """Return the cue of saying that governs another: "X said he felt" is what X said."""
    if found.strength != f.SAY and found.speaker and found.cue and _is_inner(t, found.speaker[1], found):
        found = _governed(t, found.speaker[1], q, lo) or found
    while found.speaker and found.cue and found.speaker[0] < found.cue[0]:
        first = found.speaker[0]
        for c in range(first - 1, max(lo, first - 8) - 1, -1):
            if t.kinds[c] in (MARK, QUOTE) or t.has(c, f.REL | f.ACTS) or (t.has(c, f.SUB) and not t.has(c, f.COMP)):
                return found
            if is_cue(t, c) and t.has(c, f.SAY):
                break
        else:
            return found
        outer = _governed(t, c, q, lo)
        if outer is None or outer.speaker is None or outer.speaker[0] >= first:
            return found
        found = outer
    return found


def _is_inner(t: Tokens, said: int, found: Attribution) -> bool:
    """Return whether a verb of saying stands between a cue and its subject: "X said it was late and did not plan"."""
    c = found.cue[0] if found.cue else 0
    if said >= c - 1 or t.language.subject_after or not t.has(said, f.SAY) or t.has(said, f.SAID):
        return False
    if found.strength == f.LABEL and t.has(c - 1, f.CONJ):
        return False  # "said it was late and called it ..."
    return t.lows[c - 1] != "," and not t.among(c - 2, "free_relatives") and is_cue(t, said)


def _governed(t: Tokens, c: int, q: int, lo: int) -> Attribution | None:
    """Return the attribution by the cue at token c, when it has a subject; a passive has none but its agent."""
    cue, strength = (c, c + 1), strength_of(t, c)
    adjacent = _adjacent(t, c + 1, q) and (strength == f.SAY or t.lows[q - 1] != "," or not t.has(q - 2, f.REL))
    if strength != f.SAY and is_passive(t, c, lo):
        return Attribution("before", cue, agent(t, c + 1, t.sentence(q)[1]), strength, adjacent)
    if strength == f.SAY and passive_source(t, c, lo):
        return Attribution("before", cue, agent(t, lo, c) or written(t, lo, c, "passive"), strength, adjacent)
    asked_by = agent(t, c + 1, q) if strength == f.SAY and is_passive(t, c, lo) else None
    if asked_by is not None:  # "she was asked by a clerk"
        return Attribution("before", cue, asked_by, strength, adjacent)
    if t.among(c, "tell") and is_passive(t, c, lo):
        return Attribution("before", cue, None, f.LABEL, adjacent)  # "residents were told to ..."
    floor = _behind_quote(t, lo, c)
    if t.kinds[c - 1] == MARK or t.has(c - 1, f.CONJ) or t.lows[c].endswith("ing"):
        floor = lo
    speaker = subject(t, c, floor, q)
    if speaker is None and floor == lo and c == lo:
        speaker = phrase_right(t, c + 1, q)
    if speaker is None and floor > lo:
        speaker = subject_left(t, c, lo) or clause_subject(t, lo, floor)
    if speaker is None:
        return Attribution("before", cue, None, strength, adjacent) if t.language.drops_subject else None
    if speaker[0] > lo and t.among(speaker[0] - 1, "free_relatives") and t.has(speaker[0], f.PRON):
        speaker = _person(t, clause_subject(t, lo, speaker[0] - 1)) or speaker
    if t.among(c, "cites") and not is_passive(t, c, lo):
        speaker = cited(t, c, speaker, q) or speaker
    elif t.among(c - 1, "naming"):
        speaker = relayed(t, c, lo) or speaker
    return Attribution("before", cue, speaker, strength, adjacent)


def _person(t: Tokens, words: Range | None) -> Range | None:
    """Return a phrase when it names somebody or is a pronoun."""
    return words if words and any(t.kinds[k] == NAME or t.has(k, f.PRON) for k in range(*words)) else None


def _behind_quote(t: Tokens, lo: int, c: int) -> int:
    """Return the place behind the last stretch before token c, or lo."""
    if QUOTE not in t.kinds[lo:c]:
        return lo
    return next(k + 1 for k in range(c - 1, lo - 1, -1) if t.kinds[k] == QUOTE)


def _adjacent(t: Tokens, i: int, q: int) -> bool:
    """Return whether the words follow their cue: directly, behind ":" or ",", or behind whom they were said to."""
    if i >= q:
        return True
    if t.lows[q - 1] in (":", ","):
        return True
    return all(t.has(k, f.ADV | f.COMP | f.TIME) or t.kinds[k] == MARK for k in range(i, q))
