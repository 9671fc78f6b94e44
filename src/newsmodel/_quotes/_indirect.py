"""Reported speech without quotation marks: the clause that a cue governs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._asides import aside_after, aside_before
from newsmodel._quotes._clauses import Parser, parsed
from newsmodel._quotes._content import content_start
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._fields import behind_owners, is_source
from newsmodel._quotes._governed import governed, governs, is_clause, report
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._said import Report
from newsmodel._quotes._subjects import subject
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, Tokens

__all__ = ["reports"]


_SHORTEST: Final = 4  # tokens of a sentence that can report
_OWN: Final = 12  # tokens of a second subject
_REACH: Final = 18  # tokens between quoted words and a comma with a cue behind it
_CUES: Final = f.SAY | f.THINK


def reports(t: Tokens, speech: list[int], parser: Parser | None = None) -> list[Report]:
    """Return the reported clauses: of sentences without quoted speech, and what is added behind quoted words.

    ``speech`` are the stretches that are speech. A parser, where there is one, reads the sentences with a cue, those
    with quoted speech too, for what they report besides; where it finds nothing, the rules are asked.
    """
    bits, cut = t.bits, t.cut
    cues = [c for c in t.telling if bits[c] & _CUES]
    sources = t.language.sources.among(t.lows)
    so = t.language.words["so"]
    telling = cues if parser is None else [c for c, own in enumerate(bits) if own & f.CUE]
    telling = [*telling, *(i for i, low in enumerate(t.lows) if low == "," and t.low(i + 1) in so)] if so else telling
    found: list[Report] = []
    if not (telling or sources):
        return found
    named: dict[int, list[tuple[int, int, int]]] = {}
    for place in sources:
        named.setdefault(bisect_right(cut, place[1]), []).append(place)
    for k in sorted({bisect_right(cut, c) for c in telling}.union(named)):
        lo, hi = cut[k - 1], cut[k]
        if hi - lo >= _SHORTEST:
            here = cues[bisect_left(cues, lo) : bisect_left(cues, hi)]
            before = bisect_left(speech, hi) if speech else 0
            last = speech[before - 1] if before and speech[before - 1] >= lo else -1
            found += _reported(t, lo, hi, last, named.get(k, []), here, parser)
    return found


def _reported(
    t: Tokens,
    lo: int,
    hi: int,
    last: int,
    sources: list[tuple[int, int, int]],
    cues: list[int],
    parser: Parser | None,
) -> Iterable[Report]:
    """Return the reported clauses of one sentence, given its last speech in marks, its cues and phrases of a source."""
    if parser is not None:
        read = [r for r in parsed(t, lo, hi, parser) if not (last >= 0 and _is_quoted(t, r))]
        if read:
            return read
    if last < 0 and len(cues) > 1 and not t.language.subject_after:
        both = _joined(t, lo, hi, sources, cues)
        if both:
            return both
    found = _added(t, last, lo, hi, cues) if last >= 0 else _quoteless(t, lo, hi, sources, cues)
    return (found,) if found else ()


def _joined(t: Tokens, lo: int, hi: int, sources: list[tuple[int, int, int]], cues: list[int]) -> Iterable[Report]:
    """Return the reported clauses of a sentence that two cues share: "X said it was late, but she hoped ..."."""
    for c in cues[1:]:
        if not t.bits[c] & f.SAY or (t.bits[c] & f.SAID and not t.bits[c + 1] & f.COMP) or not is_cue(t, c):
            continue
        own, k = None, c - 1
        if not t.bits[k] & f.CONJ:
            near = range(max(cues[0] + 2, c - _OWN), c)
            if not any(t.lows[i - 1] == "," and t.bits[i] & (f.CONJ | f.SUB) for i in near):
                continue
            own = subject(t, c, cues[0] + 1, hi)
            k = own[0] - 1 if own and own[1] == c else 0
            if t.lows[k - 1] != "," or not t.bits[k] & (f.CONJ | f.SUB):
                continue
        begin = content_start(t, c + 1, hi)
        if begin >= hi or not (t.bits[begin] & f.COMP or is_clause(t, begin, hi)):
            continue
        end = k - (t.lows[k - 1] == ",")
        first = _quoteless(t, lo, end, [s for s in sources if s[2] < end], [i for i in cues if i < end])
        speaker = own or (first.speaker if first else subject(t, c, lo, hi))
        second = report(t, (begin, hi), speaker, (c, c + 1)) if speaker else None
        if second:
            return (first, second) if first else (second,)
    return ()


def _is_quoted(t: Tokens, report: Report) -> bool:
    """Return whether a reported clause, or the words around it, hold words in marks."""
    first, end = t.find(report.pieces[0][0]), t.find(report.pieces[-1][1] - 1) + 1
    return any(t.kinds[k] == QUOTE for k in range(first, end))


def _quoteless(
    t: Tokens, lo: int, hi: int, sources: list[tuple[int, int, int]], cues: list[int]
) -> Report | None:  # fmt: skip
    """Return the reported clause of a sentence without quoted speech."""
    found = _source(t, lo, hi, sources) if sources else None
    if found is None and t.language.verb_second:
        found = _beside(t, lo, hi)
    return found or (governed(t, lo, hi, cues) if cues else None)


def _added(t: Tokens, q: int, lo: int, hi: int, cues: list[int]) -> Report | None:
    """Return the clause that goes on behind quoted words: ``"...," X said, adding that ...``."""
    if QUOTE not in t.kinds[lo:q]:
        announced = _before_colon(t, q, lo, cues) if t.lows[q - 1] == ":" else None
        if announced:
            return announced
        parted = _parted(t, q, lo) if not t.language.subject_after else 0
        if parted:
            return governed(t, lo, parted, [c for c in cues if c < parted])
    for c in cues:
        joined = t.lows[c - 1] == "," or (t.has(c - 1, f.CONJ) and is_cue(t, c))  # "..., and claimed that"
        if q + 2 <= c < hi - 1 and joined and t.has(c, f.SAY) and t.has(c + 1, f.COMP):
            speaker = subject(t, c, lo, hi)
            return report(t, (c + 1, hi), speaker, (c, c + 1)) if speaker else None
    return None


def _before_colon(t: Tokens, q: int, lo: int, cues: list[int]) -> Report | None:
    """Return the clause that a cue governs before a colon and words: ``X warned that it was late: "..."``."""
    for c in cues:
        if c < q - 2 and t.bits[c + 1] & f.COMP and is_cue(t, c) and governs(t, c, lo):
            speaker = subject(t, c, lo, q)
            return report(t, (c + 1, q - 1), speaker, (c, c + 1)) if speaker else None
    return None


def _parted(t: Tokens, q: int, lo: int) -> int:
    """Return the comma behind which words have a cue of their own: ``X said it was late, calling it "..."``; or 0."""
    for k in range(q - 1, max(lo + _SHORTEST, q - _REACH), -1):
        if t.lows[k] == ",":
            own = t.has(k + 1, f.SAY | f.LABEL) and t.lows[k + 1].endswith(t.language.gerund_endings)
            return k if own else 0
    return 0


def _source(t: Tokens, lo: int, hi: int, sources: list[tuple[int, int, int]]) -> Report | None:
    """Return the clause of "According to X, ..." or "..., according to X"."""
    for _, i, end in sorted([place for place in sources if place[2] < hi]):
        speaker = phrase_right(t, end, hi)
        if speaker and is_source(t, i, speaker):
            content = _sourced(t, lo, hi, i, speaker)
            behind = behind_owners(t, speaker[1], hi) if t.language.verb_second else hi
            around = content[1] == i and behind + 1 < hi and t.kinds[behind] != MARK
            return report(t, content, speaker, (i, end), (behind, hi) if around else None)
    return None


def _beside(t: Tokens, lo: int, hi: int) -> Report | None:
    """Return the clause that a source stands beside: "Wie X mitteilte, ...", "Das sei, so X, ..."."""
    aside = aside_before(t, lo, hi)
    if aside:
        return report(t, (aside.bounds[1], hi), aside.speaker, aside.cue)
    aside = aside_after(t, lo + 1, hi)
    if aside is None:
        return None
    apposed = t.has(aside.bounds[1] + 1, f.DET) or t.kinds[aside.bounds[1] + 1 : aside.bounds[1] + 2] == [NAME]
    goes_on = not apposed or any(t.has(k, f.ACTS) or t.in_mood(k, k + 1) for k in range(aside.bounds[1] + 1, hi))
    rest = (aside.bounds[1] + 1, hi) if goes_on and aside.bounds[1] + 1 < hi else None
    return report(t, (lo, aside.bounds[0]), aside.speaker, aside.cue, rest)


def _sourced(t: Tokens, lo: int, hi: int, i: int, speaker: Range) -> Range:
    """Return the clause that a source stands before, or behind."""
    if any(t.kinds[k] != MARK and not t.has(k, f.CONJ | f.ADV) for k in range(lo, i)):
        return lo, i
    if t.language.verb_second and t.low(speaker[1]) != ",":
        return behind_owners(t, speaker[1], hi), hi
    return next((k + 1 for k in range(speaker[1], hi) if t.lows[k] == ","), hi), hi
