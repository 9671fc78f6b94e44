"""Which verbs may introduce what was said."""

from __future__ import annotations

from newsmodel._quotes import _flags as f
from newsmodel._quotes._tokens import MARK, NAME, WORD, Tokens

__all__ = ["is_cue", "strength_of"]


def is_cue(t: Tokens, c: int) -> bool:
    """Return whether token c is a verb that may introduce what was said: "tweets" behind "his" is none."""
    bits = t.bits[c]
    if not bits & f.CUE or t.kinds[c] == NAME or bits & f.MOOD:
        return False
    before = t.lows[c - 1] if c else ""
    if t.bits[c - 1] & f.GENDER and t.bits[c - 1] & f.DET and t.lows[c].endswith("s") and not t.language.subject_after:
        return False  # "her rules"
    if before in t.language.words["articles"] or (not bits & f.SAY and before in t.language.words["able"]):
        return False  # "the call", "anyone could read"
    if bits & f.PERSON and (not c or t.kinds[c - 1] != NAME or t.kinds[c + 1 : c + 2] == [NAME]):
        return False  # "le juge", but "que Roche juge"
    if before and t.kinds[c - 1] == NAME and c > 1 and t.has(c - 2, f.DET) and _is_act(t, c):
        return False
    if t.language.verb_second and _is_infinitive(t, c):
        return False
    if not bits & f.SAID:
        return True
    if c and (t.has(c - 1, f.DET | f.PREP) or t.lows[c - 1].endswith(("'s", "’s", "s'", "s’"))):
        return False
    if _is_noun(t, c):
        return False
    if c + 1 >= len(t):
        return True
    following = t.lows[c + 1]
    if t.kinds[c + 1] == MARK:
        return following == ":"
    return not (
        t.has(c + 1, f.PREP | f.AUX | f.REL | f.CONJ) and not t.has(c + 1, f.COMP | f.DET)
    ) and not following.endswith(t.language.verb_endings)


def _is_noun(t: Tokens, c: int) -> bool:
    """Return whether a word that may be a noun has an article and one word more before it: "an offside call"."""
    if t.language.subject_after or t.kinds[c - 1] != WORD or t.bits[c - 1] or not t.has(c - 2, f.DET):
        return False
    return not t.lows[c - 1].endswith("s") and not t.lows[c].endswith(("s", "ed"))


def _is_act(t: Tokens, c: int) -> bool:
    """Return whether a verb is the noun of what a name before it tells more of: "in the England reckoning, ..."."""
    return t.lows[c].endswith("ing") and not t.language.subject_after and t.kinds[c + 1 : c + 2] == [MARK]


def _is_infinitive(t: Tokens, c: int) -> bool:
    """Return whether a form that may be an infinitive is one: behind "zu", or before an auxiliary that takes one."""
    return t.lows[c].endswith("n") and (t.low(c - 1) == "zu" or t.among(c + 1, "modal"))


def strength_of(t: Tokens, c: int) -> int:
    """Return the strongest class of a cue: of saying, of labelling or of thinking."""
    bits = t.bits[c]
    return bits & f.SAY or bits & f.LABEL or f.THINK
