"""Sources that stand beside a sentence: "Wie X mitteilte, ...", "..., sagte X", "..., so X", "..., wie X mitteilte"."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsmodel._quotes import _flags as f
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._fields import behind_owners, finite_verb, is_somebody, may_speak
from newsmodel._quotes._phrases import Range, clause_subject, phrase_right
from newsmodel._quotes._subjects import subject_right
from newsmodel._quotes._tokens import MARK, NAME, WORD, Tokens

__all__ = ["FAR", "Aside", "aside_after", "aside_before", "aside_for", "aside_named", "aside_words"]

_NEAR: Final = 5  # tokens of "mit den folgenden Worten"
_REACH: Final = 24  # tokens of an aside
_COMMAS: Final = 4  # commas within an aside that opens its sentence


class Aside(NamedTuple):
    """A clause that names a source."""

    cue: Range
    speaker: Range
    bounds: Range
    """The clause itself, with its commas."""


# What stands further before the words, in tokens, does not govern them; this keeps long sentences linear.
FAR = 80


def aside_before(t: Tokens, lo: int, hi: int) -> Aside | None:
    """Return the aside that opens the sentence from token lo to hi: ``Wie X mitteilte, ...``."""
    if not t.among(lo, "as"):
        return None
    end = lo
    for _ in range(_COMMAS):
        end = _comma(t, end + 1, hi)
        found = _closed_by_verb(t, lo, end)
        if found or end >= hi:
            return Aside(*found, (lo, end + 1)) if found and end < hi else None
    return None


def aside_after(t: Tokens, i: int, hi: int) -> Aside | None:
    """Return the first aside behind token i: ``..., sagte X``, ``..., so X``, ``..., wie X mitteilte``."""
    if not t.language.verb_second:
        return None
    for comma in range(i, hi - 2):
        if t.lows[comma] in (":", ";"):
            break
        if t.lows[comma] == ",":
            found = _aside(t, comma + 1, hi)
            if found:
                return Aside(*found, (comma, _comma(t, max(found[0][1], found[1][1]), hi)))
    return None


def aside_for(t: Tokens, lo: int, q: int) -> Aside | None:
    """Return whose opinion a sentence gives: ``Für X ist das "..."``."""
    speaker = phrase_right(t, lo + 1, q) if t.among(lo, "opinion") else None
    if speaker is not None and not t.language.verb_second and may_speak(t, speaker):
        return _opinion(t, lo, speaker, q)
    if speaker is None or not is_somebody(t, *speaker):
        return None
    end = behind_owners(t, speaker[1], q)
    if t.low(end) == "(":
        end = next((k + 1 for k in range(end, q) if t.lows[k] == ")"), end)
    if t.low(end) == "," and t.has(end + 1, f.ENTITY):  # "für die Chefin des Verbandes, Ute Vogt, ist ..."
        end = next((k + 1 for k in range(end + 1, q) if t.lows[k] == ","), end)
    return Aside((lo, lo + 1), speaker, (lo, end)) if t.has(end, f.AUX) else None


def _opinion(t: Tokens, lo: int, speaker: Range, q: int) -> Aside | None:
    """Return the same where a comma stands behind the name and what explains it: ``For X, a baker, it was "..."``."""
    end = speaker[1]
    if t.low(end) == "," and t.has(end + 1, f.DET | f.PERSON):
        closed = next((k for k in range(end + 1, q) if t.lows[k] == ","), end)
        end = end if any(t.has(k, f.ACTS) for k in range(end, closed)) else closed
    is_ = t.low(end) == "," and any(t.has(k, f.AUX) for k in range(end, q))
    return Aside((lo, lo + 1), speaker, (lo, end)) if is_ else None


def aside_words(t: Tokens, lo: int, q: int, hi: int) -> Aside | None:
    """Return who does something with the quoted words: ``Mit den Worten "..." trat X ab``."""
    if not t.has(q - 1, f.SAID):
        return None
    first = next((k for k in range(q - 2, max(lo, q - _NEAR) - 1, -1) if t.has(k, f.PREP)), lo)
    if not (t.has(first, f.PREP) and t.among(first, "naming")):
        return None
    speaker = clause_subject(t, lo, hi if first == lo else first)
    if speaker is None or not is_somebody(t, *speaker) or speaker[0] in range(first, q):
        return None
    return Aside((q - 1, q), speaker, (first + 1, q))


def aside_named(t: Tokens, lo: int, hi: int) -> Aside | None:
    """Return the source whose phrase stands behind it: ``X zufolge``, ``seiner Ansicht nach``."""
    lang = t.language
    if not (lang.sources_owned.phrases or lang.sources_own.phrases or lang.sources_after.phrases):
        return None
    for k in range(max(lo + 1, hi - FAR), hi):
        for n in lang.sources_owned.at(t.lows, k):
            if t.has(k - 1, f.DET) and t.has(k - 1, f.GENDER):
                return Aside((k, k + n), (k - 1, k), (k - 1, k + n))
        for n in lang.sources_own.at(t.lows, k):
            told = clause_subject(t, lo, hi)
            if told and is_somebody(t, *told) and k not in range(*told):
                return Aside((k, k + n), told, (k, k + n))
        for n in lang.sources_after.at(t.lows, k):
            first = k - 1
            while first > lo and not _begins(t, first, lo) and t.kinds[first - 1] in (NAME, WORD):
                first -= 1
            speaker = phrase_right(t, first, k)
            if speaker:
                return Aside((k, k + n), speaker, (first, k + n))
    return None


def _begins(t: Tokens, k: int, lo: int) -> bool:
    """Return whether a phrase begins at an article: one of an owner goes on with the noun before it."""
    owner = t.among(k, "genitive") and k > lo and t.kinds[k - 1] == NAME
    return t.has(k, f.DET) and not owner


def _aside(t: Tokens, k: int, hi: int) -> tuple[Range, Range] | None:
    """Return cue and speaker of an aside that begins at token k, behind its comma: ``so X``, ``sagte X``."""
    if t.among(k, "as"):
        return _closed_by_verb(t, k, _comma(t, k + 1, hi))
    for n in t.language.sources_behind.at(t.lows, k):
        speaker = None if t.has(k + n, f.SAY) else phrase_right(t, k + n, hi)
        if speaker:
            return (k, k + n), speaker
    if t.among(k, "so"):
        k += 1
    if t.has(k, f.AUX) and not t.has(k, f.SAY):
        speaker = subject_right(t, k + 1, hi)
        end = _comma(t, k, hi)
        return ((end - 1, end), speaker) if speaker and speaker[1] < end and t.has(end - 1, f.SAY) else None
    lo, _ = t.sentence(k)
    reported = t.in_mood(lo, k)
    if not (is_cue(t, k) and t.has(k, f.SAY | f.THINK if reported else f.SAY)) or finite_verb(t, lo, k - 1) == k - 1:
        return None
    speaker = _place(t, k + 1, hi) if t.among(k, "impersonal") else subject_right(t, k + 1, hi)
    return ((k, k + 1), speaker) if speaker else None


def _place(t: Tokens, i: int, hi: int) -> Range | None:
    """Return where words stand of which nobody is the subject: "heißt es in dem Bericht"."""
    while i < hi and (t.low(i) == "es" or t.has(i, f.ADV)):
        i += 1
    return phrase_right(t, i + 1, hi) if t.has(i, f.PREP) else None


def _closed_by_verb(t: Tokens, k: int, end: int) -> tuple[Range, Range] | None:
    """Return cue and speaker of a clause with its verb of saying at the end: ``wie X mitteilte``."""
    verb = end - 1
    while verb > k and t.has(verb, f.AUX) and not t.has(verb, f.SAY):
        if t.among(verb, "passive"):
            return None
        verb -= 1
    if verb < k + 2 or end - k > _REACH or t.kinds[verb] != WORD or not t.has(verb, f.SAY | f.THINK):
        return None
    i = k + 1
    while i < verb and (t.has(i, f.ADV) or (t.has(i, f.PREP) and t.among(i, "out_of"))):
        i += 1
    parted = t.lows[verb - 1] in t.language.separable.get(t.lows[verb], ())
    speaker = phrase_right(t, i, verb - parted)
    return ((verb, verb + 1), speaker) if speaker and not t.among(speaker[0], "reflexive") else None


def _comma(t: Tokens, i: int, hi: int) -> int:
    """Return the mark that ends a clause, brackets aside, or hi."""
    while i < hi and (t.kinds[i] != MARK or (t.lows[i] in ("(", ")", ".") and i + 1 < hi)):
        i += 1
    return i
