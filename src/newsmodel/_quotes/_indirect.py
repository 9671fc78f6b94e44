"""Reported speech without quotation marks: the clause that a cue governs."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from newsmodel._quotes._content import Piece, content_start, cut
from newsmodel._quotes._lexicon import ADV, AUX, COMP, CONJ, DET, PERSON, PREP, SAY, TIME, VERB
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._subjects import subject
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, Tokens

__all__ = ["Report", "reports"]


@frozen
class Report:
    """A reported clause with its speaker."""

    pieces: list[Piece]
    speaker: Range
    cue: tuple[int, int]


def reports(t: Tokens, speech: set[int]) -> Iterator[Report]:
    """Yield the reported clauses of the sentences that hold no quoted speech."""
    for k in range(len(t.cut) - 1):
        lo, hi = t.cut[k], t.cut[k + 1]
        if hi - lo < 4 or any(q in speech for q in range(lo, hi) if t.kinds[q] == QUOTE):
            continue
        found = _source(t, lo, hi) or _cue(t, lo, hi)
        if found:
            yield found


def _report(t: Tokens, content: Range, speaker: Range, cue: Range) -> Report | None:
    parts = cut(t, *content)
    if content[1] - content[0] < 2 or not parts:
        return None
    return Report(parts, speaker, (t.starts[cue[0]], t.ends[cue[1] - 1]))


def _source(t: Tokens, lo: int, hi: int) -> Report | None:
    """Return the clause of "According to X, ..." or "..., according to X"."""
    for phrase in t.language.sources:
        n = len(phrase)
        for i in range(lo, hi - n):
            if t.lows[i] != phrase[0] or tuple(t.lows[i : i + n]) != phrase:
                continue
            speaker = phrase_right(t, i + n, hi)
            if not speaker:
                continue
            if all(t.kinds[k] == MARK or t.has(k, CONJ | ADV) for k in range(lo, i)):
                start = next((k + 1 for k in range(speaker[1], hi) if t.lows[k] == ","), hi)
                if t.language.verb_second and t.lows[speaker[1]] != ",":
                    start = speaker[1]
                return _report(t, (start, hi), speaker, (i, i + n))
            return _report(t, (lo, i), speaker, (i, i + n))
    return None


def _cue(t: Tokens, lo: int, hi: int) -> Report | None:
    """Return the clause that a verb of saying governs."""
    for c in range(lo + 1, hi):
        if not t.has(c, SAY) or t.kinds[c] == NAME or t.has(c, PERSON):
            continue
        speaker = subject(t, c, lo, hi)
        if not speaker:
            continue
        first = _verb_start(t, c, lo)
        if speaker[0] > c and first > lo + 2 and t.lows[first - 1] == ",":
            return _report(t, (lo, first - 1), speaker, (c, c + 1))
        start = content_start(t, c + 1, hi)
        if start < hi and _is_clause(t, start, hi):
            return _report(t, (start, hi), speaker, (c, c + 1))
        if c + 1 >= hi or t.kinds[c + 1] == MARK or t.has(c + 1, TIME | PREP | ADV):
            first = speaker[0]
            if first > lo + 2 and t.lows[first - 1] == ",":
                return _report(t, (lo, first - 1), speaker, (c, c + 1))
    return None


def _is_clause(t: Tokens, i: int, hi: int) -> bool:
    """Return whether a clause begins at token i: "that", or a subject with a verb behind it."""
    if t.has(i, COMP) or (t.language.verb_second and t.lows[i - 1] == ","):
        return True
    if t.kinds[i] == MARK or (t.has(i, PREP | CONJ | AUX) and not t.has(i, DET)):
        return False
    endings = ("ed", "s") if not t.language.subject_after else ()
    return any(t.has(k, AUX | VERB | SAY) or t.lows[k].endswith(endings) for k in range(i + 1, min(hi, i + 16)))


def _verb_start(t: Tokens, c: int, lo: int) -> int:
    """Return where the group of a verb begins: its first auxiliary."""
    while c > lo and t.has(c - 1, AUX):
        c -= 1
    return c
