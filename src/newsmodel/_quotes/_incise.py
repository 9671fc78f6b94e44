"""Cues that stand inside the marks: « A, affirme X, B » is two stretches with a clause between them."""

from __future__ import annotations

from attrs import evolve

from newsmodel._quotes import _flags as f
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._lexicon import Language
from newsmodel._quotes._marks import Stretch
from newsmodel._quotes._phrases import phrase_right
from newsmodel._quotes._tokens import NAME, Tokens

__all__ = ["opened"]

_LONGEST = 14  # tokens of the clause between the two parts
_DASHES = frozenset(("—", "–"))
_OPENS = frozenset((",", "!", "?", "…")) | _DASHES
_ENDS = frozenset((",", ".", "!", "?", "…")) | _DASHES


def opened(text: str, stretches: list[Stretch], language: Language) -> list[Stretch]:
    """Return the stretches of a paragraph; one that holds its own cue becomes the parts around it."""
    if not language.splits_words:
        return stretches
    out: list[Stretch] = []
    for stretch in stretches:
        clause = _clause(Tokens(text, (), language, stretch.first, stretch.last))
        out.extend(_parts(text, stretch, clause) if clause else (stretch,))
    return out


def _clause(t: Tokens) -> tuple[int, int] | None:
    """Return where a clause such as ", affirme X," begins and ends in the text, without its marks, or None."""
    for i in range(2, len(t) - 1):
        if t.lows[i - 1] not in _OPENS:
            continue
        c = i
        while c < len(t) and t.has(c, f.AUX | f.PRON) and not t.has(c, f.SAY):
            c += 1
        if c >= len(t) or not is_cue(t, c) or not t.has(c, f.SAY) or c - i > 3:
            continue
        end = _end(t, c, i)
        if end:
            return t.starts[i], t.end(end - 1)
    return None


def _end(t: Tokens, c: int, i: int) -> int:
    """Return the token behind the clause whose cue is at c, or 0 when it names nobody or does not end."""
    inside = any(t.has(k, f.PRON) for k in range(i, c))
    words = (c, c + 1) if inside else phrase_right(t, c + 1, len(t))
    if words is None:
        return 0
    if not inside and not any(t.kinds[k] == NAME or t.has(k, f.PERSON | f.ORG | f.PRON) for k in range(*words)):
        return 0
    for k in range(words[1], min(len(t), i + _LONGEST)):
        if t.lows[k] in _ENDS:
            return k
    return len(t) if len(t) <= i + _LONGEST else 0


def _parts(text: str, stretch: Stretch, clause: tuple[int, int]) -> list[Stretch]:
    start, end = clause
    first = _before(text, stretch.first, start)
    out = [evolve(stretch, end=first, last=first, left_open=False)]
    rest = end
    while rest < stretch.last and (text[rest].isspace() or text[rest] in ",.—–"):
        rest += 1
    if rest < stretch.last:
        out.append(evolve(stretch, start=rest, first=rest, resumed=False))
    return out


def _before(text: str, low: int, high: int) -> int:
    while high > low and (text[high - 1].isspace() or text[high - 1] in _DASHES):
        high -= 1
    return high
