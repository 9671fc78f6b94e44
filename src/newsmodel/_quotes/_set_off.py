"""Speakers whom a mark sets off from the words: a dash behind them, a colon before or behind them."""

from __future__ import annotations

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._elsewhere import arrived, written
from newsmodel._quotes._fields import may_speak
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._subjects import main_subject, teller
from newsmodel._quotes._tokens import DASHES, NAME, Tokens

__all__ = ["colon", "signature"]


def signature(t: Tokens, q: int, hi: int) -> Attribution | None:
    """Return the name behind a dash that signs the words: ``"..." — Name, baker``."""
    i = q + 1
    if i + 1 >= len(t) or t.lows[i] not in DASHES:
        return None
    end = len(t)
    if end - i > 16 or not (t.kinds[i + 1] == NAME or t.has(i + 1, f.TITLE)):
        return None
    speaker = phrase_right(t, i + 1, end)
    return Attribution("signature", (i, i + 1), speaker, adjacent=True) if speaker else None


def colon(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return the speaker set off by a colon: ``Name: "..."`` or, in headlines, ``'...': Name denies``."""
    if t.headline and lo + 1 < q:
        speaker = phrase_right(t, lo, q)
        if speaker and t.lows[speaker[1]] == ":":
            return Attribution("colon", (speaker[1], speaker[1] + 1), speaker)
    if q > lo and t.lows[q - 1] == ":":
        came = arrived(t, lo, q - 1)
        if came:
            return came
        speaker = (None if t.language.verb_second else _saying(t, lo, q - 1)) or _verbless(t, lo, q - 1)
        speaker = speaker or main_subject(t, lo, q - 1)
        if speaker and t.has(speaker[1], f.TIME) and NAME not in t.kinds[slice(*speaker)]:
            return None  # "A few moves later:"
        if speaker is None or teller(t, speaker) == speaker:
            speaker = written(t, lo, q - 1) or speaker
        if speaker and not (t.has(speaker[0], f.NEUTER) and any(t.among(k, "impersonal") for k in range(lo, q - 1))):
            return Attribution("colon", (q - 1, q), speaker, adjacent=True)
    if q + 2 < len(t) and t.lows[q + 1] == ":" and q == lo:
        speaker = phrase_right(t, q + 2, min(hi, len(t)))
        if speaker:
            return Attribution("colon", (q + 1, q + 2), speaker, adjacent=True)
    return None


def _verbless(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return who is named at the end of a clause without a verb: "Più cauta la presidente, Ornella Tassi:"."""
    if not t.language.drops_subject or not t.bits[hi - 1] & f.ENTITY:
        return None
    first = hi - 1
    while first > lo and t.bits[first - 1] & f.ENTITY:
        first -= 1
    verb = any(t.has(k, f.CUE | f.ACTS) and not t.has(k, f.NOUN | f.SAID) for k in range(lo, first))
    return (first, hi) if first > lo and not verb and not t.has(first - 1, f.PREP) else None


def _saying(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return whose saying a clause without a verb announces: "Secca la replica del sindaco, Ann Lee:"."""
    for k in range(lo, hi):
        if t.bits[k] & (f.CUE | f.ACTS) and not t.bits[k] & f.SAID:
            return None
        if t.has(k, f.SAID) and t.among(k + 1, "attaching"):
            told = phrase_right(t, k + 2, hi)
            return told if told and may_speak(t, told) else None
    return None
