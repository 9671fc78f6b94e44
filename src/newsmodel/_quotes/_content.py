"""What exactly is quoted or reported: the stretch alone, or the clause that holds quoted words."""

from __future__ import annotations

from typing import Final, TypeAlias

from newsmodel._model import QuoteKind
from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, Tokens

__all__ = ["Piece", "behind_told", "content_start", "cut", "pieces"]

Piece: TypeAlias = tuple[int, int]
"""First and last position in the text, half-open."""

_PASSED: Final = f.ADV | f.TIME
_VERB: Final = f.SAY | f.THINK | f.AUX
_NO_WORD: Final = (MARK, QUOTE)


def pieces(
    t: Tokens, q: int, found: Attribution | None, *, floor: int = 0, joined: bool = False
) -> tuple[QuoteKind, list[Piece]]:  # fmt: skip
    """Return the kind of a quote and its pieces, without marks; those of another quote end before token floor."""
    stretch = t.stretches[q]
    alone = [(stretch.first, stretch.last)]
    closing = found is not None and found.how == "before" and found.cue is not None and found.cue[0] > q
    if found is None or found.cue is None or closing or found.how in ("colon", "signature"):
        return QuoteKind.DIRECT, alone
    lo, hi = t.sentence(q)
    bounds = found.content
    if bounds is None:
        bounds = _before(t, q, found, found.cue[1], hi) if found.cue[0] < q else _after(t, q, max(lo, floor))
    if bounds is None:
        return QuoteKind.DIRECT, alone
    parts = cut(t, *bounds)
    if len(parts) < 2 or (joined and parts[0][0] > stretch.first):
        return QuoteKind.DIRECT, alone
    return QuoteKind.MIXED, parts


def _before(t: Tokens, q: int, found: Attribution, i: int, hi: int) -> tuple[int, int] | None:
    """Return the clause that follows a cue, or None when nothing but the stretch follows it."""
    told = t.among(i - 1, "tell")
    if t.lows[q - 1] in (":", ",") and t.text[t.stretches[q].first].isupper():
        return None
    if t.low(q + 1) in t.language.separable.get(t.lows[i - 1], ()):
        return None  # 'warf der Partei "Verrat" vor': between them stands who is told
    if found.speaker is not None and found.speaker[0] >= i:
        i = found.speaker[1]
    if t.among(i - 1, "impersonal") and t.has(i, f.PRON):
        i += 1  # "heißt es"
    i = content_start(t, max((k + 1 for k in range(i, q) if t.lows[k] == ":"), default=i), q)
    if found.strength == f.SAY:
        i = q if told and phrase_right(t, i, q) == (i, q) else behind_told(t, i, q)
        i = _behind_addressee(t, i, q) if told else i
    if _is_small(t, i, q):
        i = q
    end = q + 1
    if found.strength == f.SAY and (i < q or not found.adjacent):
        end = _clause_end(t, q, hi, found.cue)
    return (i, end) if i < q or (i == q and end > q + 1) else None


def _is_small(t: Tokens, i: int, q: int) -> bool:
    """Return whether nothing that was said stands between a cue and the words: marks, small words, who was asked."""
    v2 = t.language.verb_second
    small = f.PRON | f.ADV | f.TIME | ((f.PREP | f.DET) if v2 else 0)
    if all(t.kinds[k] == MARK or t.has(k, small) or t.among(k, "naming") for k in range(i, q)):
        return True
    if not v2 or t.lows[q - 1] != ",":
        return False
    return not t.in_mood(i, q) and not any(t.has(k, _VERB | f.COMP | f.SUB | f.VERB) for k in range(i, q))


def _after(t: Tokens, q: int, lo: int) -> tuple[int, int] | None:
    """Return the clause before a cue behind it, or None when it is the stretch alone."""
    for k in range(lo, q):
        if t.lows[k] in (":", ";"):
            lo = k + 1
    while lo < q and (t.kinds[lo] == MARK or t.has(lo, f.CONJ) or t.lows[lo].isdigit()):
        lo += 1  # the hour of a report is not said
    told = any(
        not (t.kinds[k] in (QUOTE, MARK) or t.has(k, f.PREP | f.DET) or t.among(k, "naming")) for k in range(lo, q)
    )
    return (lo, q + 1) if told or (lo < q and not t.language.verb_second) else None


def content_start(t: Tokens, i: int, end: int) -> int:
    """Return where the reported clause begins behind a cue: behind times, adverbs, and whom it was said to."""
    while i < end and (t.lows[i] in (",", ":") or (t.bits[i] & _PASSED and not t.bits[i] & f.COMP) or _is_day(t, i)):
        i += 1
    if i < end and t.bits[i] & f.COMP:
        return i
    for k, bits in enumerate(t.bits[i : min(end, i + 12)], i):
        if bits & f.COMP and (not t.bits[k - 1] & _VERB or t.among(k - 1, "known")):
            return k
        if bits & f.AUX or (t.kinds[k] in _NO_WORD and t.lows[k] not in (",", ".")):
            break
    if i < end and t.bits[i] & f.PREP:
        k = i + 1
        while k < end and t.lows[k] not in (":", ",") and t.kinds[k] != QUOTE and not t.bits[k] & (f.COMP | f.AUX):
            k += 1
        if k < end and t.lows[k] in (":", ","):
            return k + 1
    return i


def _is_day(t: Tokens, i: int) -> bool:
    """Return whether the number of a day stands at token i, before its month."""
    return t.lows[i].isdigit() and i + 1 < len(t) and t.bits[i + 1] & f.TIME != 0


def behind_told(t: Tokens, i: int, end: int) -> int:
    """Return where a reported clause begins behind whom it was told, or a particle: "rief sie auf, sich ..."."""
    comma = next((k for k in range(i, end) if t.lows[k] == ","), end) if t.language.verb_second else end
    verb = _VERB | f.VERB | f.LABEL | f.MOOD | f.COMP
    if comma + 1 >= end or any(t.has(k, verb) or t.kinds[k] in (MARK, QUOTE) for k in range(i, comma)):
        return i
    return comma + 1


def _behind_addressee(t: Tokens, i: int, end: int) -> int:
    """Return where a clause without "that" begins behind whom it was told: "told him he had"."""
    told = phrase_right(t, i, end) if i < end and not t.language.verb_second else None
    if told is None or told[1] >= end:
        return i
    clause = t.kinds[told[1]] == NAME or t.has(told[1], f.PRON | f.DET | f.COMP)
    return told[1] if clause else i


def _clause_end(t: Tokens, q: int, hi: int, cue: Range | None) -> int:
    """Return where the clause around a stretch ends: with the sentence, before the next cue or the cue's particle."""
    for k in range(q + 1, hi):
        if t.language.drops_subject and t.has(k, f.CONJ) and t.has(k + 1, f.AUX):
            return k  # "... y ha pedido": what the speaker does next
        if t.bits[k] & f.CUE and t.kinds[k] != QUOTE and not _is_acted_on(t, k):
            apart = next((i for i in range(q + 1, k) if t.lows[i] == "," and t.has(i + 1, f.CONJ)), k)
            if apart < k and not t.language.subject_after:
                return apart  # it was "too late", but X has called it "..."
            j = k
            while j > q + 1 and not (t.kinds[j - 1] in (MARK, QUOTE) or t.has(j - 1, f.CONJ)):
                j -= 1
            return max(q + 1, j - 1)
    end = hi - 1 if hi > q + 1 and t.kinds[hi - 1] == MARK else hi
    if cue is None or ":" in t.lows[cue[1] : q]:
        return hi
    parted = t.language.verb_second and t.lows[end - 1] in t.language.separable.get(t.lows[cue[0]], ())
    return end - 1 if parted else hi


def _is_acted_on(t: Tokens, k: int) -> bool:
    """Return whether a verb that is none of saying is in the passive, and so no cue of what follows: "be invited"."""
    return not t.bits[k] & f.SAY and t.among(k - 1, "passive") and not t.language.subject_after


def cut(t: Tokens, lo: int, hi: int) -> list[Piece]:
    """Return the pieces of a range of tokens: cut at quotation marks, without closing punctuation."""
    while hi > lo and t.kinds[hi - 1] == MARK:
        hi -= 1
    if QUOTE not in t.kinds[lo:hi]:
        while lo < hi and t.kinds[lo] == MARK:
            lo += 1
        return [(t.starts[lo], t.end(hi - 1))] if lo < hi else []
    out: list[Piece] = []
    start = -1
    for k in range(lo, hi):
        if t.kinds[k] == QUOTE:
            if start >= 0:
                out.append((start, t.end(k - 1)))
            out.append((t.stretches[k].first, t.stretches[k].last))
            start = -1
        elif start < 0 and t.kinds[k] != MARK:
            start = t.starts[k]
    if start >= 0:
        out.append((start, t.end(hi - 1)))
    return out
