"""Who says the words of a stretch: the cue and the speaker as they stand in its own sentence."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._asides import aside_after, aside_before, aside_for, aside_named, aside_words
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._cue_before import cue_before
from newsmodel._quotes._cue_behind import cue_behind
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._elsewhere import (
    as_put,
    displayed,
    following,
    in_words,
    said_last,
    source_at,
    turned_aside,
)
from newsmodel._quotes._phrases import phrase_right
from newsmodel._quotes._set_off import colon, signature
from newsmodel._quotes._subject_left import subject_left
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, Tokens

__all__ = ["attribute", "leads"]

_LIGHT: Final = f.CONJ | f.ADV
_REACH: Final = 30  # tokens between a stretch and its cue


def attribute(t: Tokens, q: int) -> Attribution | None:
    """Return what governs the stretch at token q within its sentence, or None."""
    lo, hi = t.sentence(q)
    before = cue_before(t, q, lo)
    if not (before and before.adjacent):
        before = _parenthesis(t, q, lo) or before
    elif t.lows[q - 1] == "," and t.kinds[q - 2] == NAME and not t.language.subject_after:
        before = turned_aside(t, q, lo) or before
    first = leads(t, q, lo)
    comma = t.text[t.stretches[q].last - 1] == "," or (q + 1 < hi and t.lows[q + 1] == ",")
    if first or comma or not (before and before.adjacent):
        after = cue_behind(t, q, hi, lo, first=first)
        if after and (first or not before or after.adjacent):
            return after if after.speaker or not t.language.verb_second else _beside(t, q, lo, hi) or after
    if before and (before.adjacent or before.strength == f.SAY):
        passive = before.speaker is None and before.strength != f.SAY
        return (_beside(t, q, lo, hi) if passive and not t.language.verb_second else None) or before
    beside = _beside(t, q, lo, hi) or before or signature(t, q, hi) or colon(t, q, lo, hi)
    return beside or displayed(t, q, lo, hi) or following(t, q, lo, hi)


def _beside(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return the source that stands beside the clause around the words: ``Es sei "...", sagte X``."""
    aside = aside_after(t, q + 1, hi)
    if aside:
        return Attribution("source", aside.cue, aside.speaker, content=(_clause(t, lo, q), aside.bounds[0]))
    aside = aside_before(t, lo, q)
    if aside:
        return Attribution("source", aside.cue, aside.speaker, content=(aside.bounds[1], hi))
    opens = next((k + 1 for k in range(q - 1, lo, -1) if t.lows[k] == ":"), lo)
    aside = aside_for(t, opens, q) or aside_words(t, lo, q, hi) or aside_named(t, lo, hi)
    if aside is None or q in range(*aside.bounds):
        return _sourced(t, q, lo, hi) or in_words(t, q, lo) or said_last(t, q, lo, hi)
    return Attribution(
        "source", aside.cue, aside.speaker, content=(aside.bounds[1], hi) if aside.bounds[0] == lo else (q, q + 1)
    )


def _sourced(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return the source named behind the clause around the words: ``It was "hot" all day, according to X``."""
    for i in range(q + 1, min(hi, q + _REACH)):
        if t.lows[i - 1] != ",":
            continue
        source = source_at(t, i, hi) or as_put(t, i, hi)
        if source:
            return source._replace(adjacent=False, content=(_clause(t, lo, q), i - 1))
    return None


def _clause(t: Tokens, lo: int, q: int) -> int:
    """Return where the clause around the words begins: with the sentence, or behind its conjunction."""
    while lo < q and (t.kinds[lo] == MARK or t.has(lo, f.CONJ)):
        lo += 1
    return lo


def leads(t: Tokens, q: int, lo: int = 0) -> bool:
    """Return whether nothing of weight stands between token lo and the stretch at token q."""
    for k in range(lo, q):  # noqa: SIM110 (a generator costs more than the few tokens)
        if not t.bits[k] & _LIGHT and t.kinds[k] != MARK and t.kinds[k] != QUOTE:
            return False
    return True


def _parenthesis(t: Tokens, q: int, lo: int) -> Attribution | None:
    """Return a cue set off by commas before the words: ``Prices, she said, were "..."``."""
    for c in range(lo + 1, q - 1):
        if not t.bits[c] & f.SAY:
            continue
        if t.lows[c - 1] == "," and t.kinds[c + 1] == NAME and is_cue(t, c) and not t.language.subject_after:
            named = phrase_right(t, c + 1, q)  # Prices, said X, were "..."
            if named and t.lows[named[1]] == ",":
                return Attribution("before", (c, c + 1), named)
        closes = t.lows[c + 1] == "," or (t.has(c + 1, f.PRON) and t.low(c + 2) == ",")
        if closes and is_cue(t, c):
            speaker = subject_left(t, c, lo)
            if speaker and speaker[1] >= c - 2 and (speaker[0] == lo or t.lows[speaker[0] - 1] in (",", "as")):
                return Attribution("before", (c, c + 1), speaker)
    return None
