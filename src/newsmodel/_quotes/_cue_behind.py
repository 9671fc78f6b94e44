"""The cue behind quoted words, and its subject: ``"...," said X``, ``"..." hat X es genannt``."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._cues import is_cue, strength_of
from newsmodel._quotes._elsewhere import (
    agent,
    answered,
    arrived,
    cited,
    is_passive,
    read_there,
    source_at,
    unknown_verb,
)
from newsmodel._quotes._fields import may_speak
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._subjects import closing_subject, subject, subject_right, teller
from newsmodel._quotes._tokens import DASHES, MARK, QUOTE, WORD, Tokens

__all__ = ["cue_behind"]

_LINKS: Final = frozenset(",?!—–-―…")  # a stretch that ends in one of these goes on in its sentence
_REACH: Final = 30  # tokens between a stretch and its cue


def cue_behind(t: Tokens, q: int, hi: int, lo: int, *, first: bool) -> Attribution | None:
    """Return the cue behind the words: ``"...," said X``, ``"...," X said``, ``"..." according to X``."""
    i = q + 1
    stretch = t.stretches[q]
    linked = t.text[stretch.last - 1] in _LINKS
    while i < hi and (t.lows[i] == "," or t.lows[i] in DASHES):
        linked = True
        i += 1
    end = min(hi, i + _REACH)
    if QUOTE in t.kinds[i:end]:
        end = t.kinds.index(QUOTE, i)
    if i < end and t.among(i, "naming"):
        i += 1
    if i >= end or (t.bits[i] & f.CONJ and not first):
        return None
    source = source_at(t, i, end, behind=linked or first)
    if source:
        return source
    turned = (read_there(t, i, end) or answered(t, i, end) if linked and first else None) or _turned(
        t, i, end, unknown=linked and first and (t.language.subject_after or t.low(i).endswith(t.language.past_endings))
    )
    if turned:
        return turned
    if t.language.verb_second and not linked and not first:
        return _closing(t, q, i, end, lo)
    if not (linked or first) or (t.has(i, f.SUB | f.REL) and not first):
        return None
    if t.language.verb_second and t.among(i, "definite") and t.lows[i - 1] == ",":
        return None  # a relative clause: there the subject stands behind its verb
    found = _subject_and_cue(t, i, end) or (unknown_verb(t, q, i, end) or arrived(t, i, end) if first else None)
    return found if found and (first or found.strength == f.SAY) else None


def _turned(t: Tokens, k: int, end: int, *, unknown: bool = False) -> Attribution | None:
    """Return the cue directly behind the words, before its subject: ``"...", said X``.

    Where a verb stands second, one that is not in the data is a cue in this place as well.
    """
    if t.among(k, "asks"):
        known = next((c for c in range(k + 1, t.sentence(k)[1]) if t.among(c, "known")), k)
        speaker = subject_right(t, k + 1, known)  # "..., will X wissen"
        if speaker:
            return Attribution("after", (k, k + 1), speaker, adjacent=True)
    told = unknown and not t.language.verb_second and t.has(k, f.DET) and t.has(k + 1, f.CUE)
    passed = f.ADV | f.AUX if t.language.subject_after else f.ADV  # "..." did not promise X
    k += k + 1 < end and t.among(k, "datives") and t.has(k + 1, f.AUX | f.SAY)  # "..., lui a répondu X"
    while not told and k < end and t.bits[k] & passed and not t.bits[k] & (f.SAY | f.LABEL):
        k += 1
    if told and t.kinds[k + 1] == WORD:  # "..., la définit X"
        speaker = subject_right(t, k + 2, end)
        return Attribution("after", (k + 1, k + 2), speaker, strength_of(t, k + 1), adjacent=True) if speaker else None
    return (_not_known(t, k, end) if unknown else None) or _known(t, _behind_ending(t, k, end), end)


def _not_known(t: Tokens, k: int, end: int) -> Attribution | None:
    """Return the cue at token k where it is a verb that nothing is known of."""
    if k + 1 >= end or t.kinds[k] != WORD or t.bits[k]:
        return None
    if t.among(k, "impersonal"):
        return Attribution("after", (k, k + 1), subject(t, k, k, end), adjacent=True)  # "klinkt het in de raad"
    found = None if _opens_phrase(t, k + 1) else subject_right(t, k + 1, end)
    somebody = found and (t.language.verb_second or not t.language.subject_after or may_speak(t, found))
    return Attribution("after", (k, k + 1), found, adjacent=True) if somebody else None


def _known(t: Tokens, k: int, end: int) -> Attribution | None:
    """Return the cue at token k where it is a verb that is in the data."""
    if k >= end or not is_cue(t, k) or (t.lows[k].endswith("ing") and not t.language.subject_after):
        return None
    if t.among(k, "impersonal"):
        speaker = subject(t, k, k, end) or _whose(t, k + 1, end)
        return Attribution("after", (k, k + 1), speaker, adjacent=True) if speaker else None
    if t.language.subject_after:
        speaker = subject_right(t, k + 1, end)
    else:
        i = k + 1 + (t.low(k + 1) in t.language.separable.get(t.lows[k], ()))  # "chimed in X"
        speaker = None if t.has(i, f.SUB | f.COMP | f.PREP) else phrase_right(t, i, end)
    if t.among(k, "cites"):
        speaker = cited(t, k, speaker, end) or speaker
    if speaker or t.language.drops_subject:
        return Attribution("after", (k, k + 1), speaker, strength_of(t, k), adjacent=True)
    return None


def _behind_ending(t: Tokens, k: int, end: int) -> int:
    """Return the infinitive of saying behind a verb and its preposition: "a fini par lâcher", "acabó por admitir"."""
    if not t.language.drops_subject and not t.language.elides:
        return k
    told = k + 2 < end and t.has(k + 1, f.PREP) and t.has(k + 2, f.SAY) and not t.bits[k] & (f.CUE | f.NOUN | f.DET)
    return k + 2 if told and t.lows[k + 2].endswith(t.language.infinitive_endings) else k


def _whose(t: Tokens, i: int, end: int) -> Range | None:
    """Return whose saying stands behind its verb: ``"...", lautet das Fazit von X``."""
    words = subject_right(t, i, end)
    return teller(t, words) if words and any(t.has(k, f.SAID) for k in range(*words)) else None


def _opens_phrase(t: Tokens, k: int) -> bool:
    """Return whether a phrase that is no subject begins at token k; Portuguese "a" may be an article."""
    return t.has(k, f.CONJ | f.SUB) or (t.has(k, f.PREP) and not t.has(k, f.DET))


def _closing(t: Tokens, q: int, i: int, end: int, lo: int) -> Attribution | None:
    """Return the cue that closes the clause behind the words: ``X hat es als "..." bezeichnet``."""
    while i < end and t.has(i, f.ADV | f.AUX):
        i += 1
    if (
        i >= end
        or not is_cue(t, i)
        or (i + 1 < end and t.kinds[i + 1] == WORD and not t.has(i + 1, f.AUX | f.CONJ | f.PREP))
    ):
        return None
    aux = i + 1 if t.has(i + 1, f.AUX) else next((k for k in range(q - 1, lo - 1, -1) if t.has(k, f.AUX)), q)
    if t.among(aux, "modal") and not t.among(aux, "passive") and not t.has(i, f.SAY):
        return None  # "müsse mit ... rechnen" tells what is thought of, not who thinks
    if t.among(aux, "passive"):
        first = next((k for k in range(q - 1, lo, -1) if t.lows[k] == "," or t.has(k, f.CONJ)), lo)
        fronted = phrase_right(t, lo + 1, q) if t.among(lo, "places") else None
        return Attribution("before", (i, i + 1), agent(t, first, q) or fronted, strength_of(t, i))
    speaker = closing_subject(t, q, lo)
    return Attribution("before", (i, i + 1), speaker, strength_of(t, i)) if speaker else None


def _subject_and_cue(t: Tokens, i: int, end: int) -> Attribution | None:
    """Return the first cue behind the words that has its subject before it."""
    for c in range(i + 1, end):
        if not t.bits[c] & f.CUE or not is_cue(t, c) or t.lows[c].endswith("ing") or t.has(c - 1, f.PREP):
            continue
        speaker = subject(t, c, i, end)
        if speaker and speaker[0] >= i and t.among(c, "tell") and is_passive(t, c, i):
            speaker = agent(t, c + 1, end)  # "...?" Lee was asked by Tan
            return Attribution("after", (c, c + 1), speaker, adjacent=True)
        if speaker and speaker[0] >= i:
            plain = all(t.kinds[k] != MARK for k in range(i, c)) or t.has(c, f.SAY)
            return Attribution("after", (c, c + 1), speaker, strength_of(t, c), adjacent=plain)
    return None
