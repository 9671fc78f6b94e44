"""The clause that a verb of saying, or of thinking, governs: behind it, before it, or around it."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._content import behind_told, content_start, cut
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._elsewhere import is_passive, passive_source, relayed
from newsmodel._quotes._fields import may_speak
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._said import Report
from newsmodel._quotes._subjects import subject
from newsmodel._quotes._tokens import MARK, NAME, WORD, Tokens

__all__ = ["governed", "governs", "is_clause", "report"]

_RELAYED: Final = 12  # tokens between "quoted" and "as saying"
_TOLD: Final = 8  # tokens of whom something is told
_CLAUSE: Final = f.AUX | f.COMP | f.SUB | f.REL
_REACH: Final = 18  # tokens within which a clause has its verb
_BEFORE_NOUN: Final = f.DET | f.PREP
_VERB: Final = f.ACTS | f.CUE


def governed(t: Tokens, lo: int, hi: int, cues: list[int]) -> Report | None:
    """Return the clause that the first verb of saying, or of thinking, governs that governs one."""
    for c in cues:
        if (c == lo and not t.language.drops_subject) or not is_cue(t, c) or not governs(t, c, lo):
            continue
        found = _clause(t, c, lo, hi)
        if found:
            return found
    return None


def _clause(t: Tokens, c: int, lo: int, hi: int) -> Report | None:
    """Return the clause that a verb governs: before it, around it, or behind it."""
    says, after = t.bits[c] & f.SAY, t.language.subject_after
    tells = says or t.among(c, "opines")
    content = None
    if not after:
        turned = _turned(t, c, lo, hi) if t.lows[c - 1] == "," else None
        if turned:
            return turned
        content = _content(t, c, c + 1, hi)
        if content is None and not t.bits[c + 1] & f.AUX and not (tells and _closing(t, c, hi)):
            return None  # seen before its subject is looked for, which costs more
    speaker = (relayed(t, c, lo) if t.among(c - 1, "naming") else None) or subject(t, c, lo, hi)
    if not speaker:
        first = content_start(t, c + 1, hi)
        opens = c == lo and t.has(first, f.COMP)  # "Reconoce que ..."
        return report(t, (first, hi), None, (c, c + 1)) if opens else None
    found = _before_cue(t, c, lo, hi, speaker) if tells else None
    if found:
        return found
    if after:
        content = _content(t, c, max(c + 1, speaker[1]), hi)
    elif content is None and says and _in_relative(t, c, speaker):
        content = content_start(t, c + 1, hi), hi
    return report(t, content, speaker, (c, c + 1)) if content else None


def report(t: Tokens, content: Range, speaker: Range | None, cue: Range, rest: Range | None = None) -> Report | None:
    """Return a reported clause with its speaker, its cue, and what of it stands behind them; None where it is empty."""
    parts = cut(t, *content)
    if (content[1] - content[0] < 2 and rest is None) or not parts:
        return None
    if rest is not None:
        parts = [*parts, *cut(t, *rest)]
    return Report(parts, speaker, (t.starts[cue[0]], t.end(cue[1] - 1)))


def _content(t: Tokens, c: int, i: int, hi: int) -> Range | None:
    """Return the clause behind a verb, and behind token i, that it governs: with "that", or with a verb of its own."""
    says = t.bits[c] & f.SAY
    start = content_start(t, i, hi)
    start = behind_told(t, start, hi) if says else start
    start = _behind_addressee(t, start, hi) if start < hi and t.among(c, "tell") else start
    if start >= hi:
        return None
    end = t.lows.index(";", start, hi) if ";" in t.lows[start:hi] else hi
    if t.bits[start] & f.COMP:
        return start, end
    bare = says or (start == c + 1 and t.among(c, "opines") and not t.has(start, f.PREP))
    return (start, end) if bare and is_clause(t, start, end) else None  # "believes the law will stand"


def _behind_addressee(t: Tokens, start: int, hi: int) -> int:
    """Return where a clause without "that" begins behind whom it was told, and when: "told staff Tuesday it would"."""
    told = None if t.language.subject_after or t.bits[start] & f.COMP else phrase_right(t, start, hi)
    k = told[1] if told else hi
    while k < hi and t.bits[k] & (f.TIME | f.ADV):
        k += 1
    begins = k + 2 < hi and (t.kinds[k] == NAME or t.bits[k] & (f.PRON | f.DET)) and not t.bits[k] & f.COMP
    return k if begins and is_clause(t, k, hi) else start


def governs(t: Tokens, c: int, lo: int) -> bool:
    """Return whether a verb is finite: no infinitive, no passive, and no participle but behind a comma."""
    if t.language.verb_second and passive_source(t, c, lo):
        return False
    before = t.bits[c - 1]
    if before & f.REL and t.bits[c + 1] & f.PREP and not t.language.subject_after:
        return False  # "an officer, who asked to be left unnamed, said ..."
    if before & f.PREP and not before & f.ADV:  # no infinitive, but "quoted her as saying"
        return t.among(c - 1, "naming") and any(t.among(k, "relays") for k in range(max(lo, c - _RELAYED), c - 1))
    passive = before & (f.AUX | f.ADV) and not t.language.subject_after and is_passive(t, c, lo)
    if passive and (t.among(c, "tell") or not t.bits[c + 1] & f.COMP):
        return False  # "Lee was told it was too late"
    if t.lows[c].endswith("ing") and not t.language.subject_after:
        return t.has(c - 1, f.AUX | f.ADV) or (t.lows[c - 1] == "," and c > lo + 1)
    if not t.bits[c] & f.SAID or t.bits[c + 1] & f.COMP:
        return True
    return t.kinds[c - 1] == NAME and t.has(c + 1, f.DET | f.PRON)


def _turned(t: Tokens, c: int, lo: int, hi: int) -> Report | None:
    """Return the clause before, or around, a cue with its subject behind: "The tunnel opens in May, said Ann Lee"."""
    speaker = phrase_right(t, c + 1, hi) if t.bits[c] & f.SAY and not t.bits[c] & f.SAID else None
    if speaker is None or not may_speak(t, speaker):
        return None
    k = speaker[1]
    if k < hi - 2 and t.lows[k] == "," and t.bits[k + 1] & _VERB:
        return report(t, (lo, c - 1), speaker, (c, c + 1), rest=(k + 1, hi))
    ends = k >= hi or t.kinds[k] == MARK or t.bits[k] & (f.PREP | f.REL | f.TIME)
    return report(t, (lo, c - 1), speaker, (c, c + 1)) if ends and _is_statement(t, lo, c - 1) else None


def _is_statement(t: Tokens, lo: int, hi: int) -> bool:
    """Return whether words have a verb of their own before any comma, but for that of an opening phrase."""
    if t.bits[lo] & (f.PREP | f.SUB | f.TIME | f.ADV) and "," in t.lows[lo:hi]:
        lo = t.lows.index(",", lo) + 1
    for k in range(lo + 1, hi):
        if t.lows[k] == ",":
            return False
        if _is_finite(t, k) and not t.lows[k].endswith(t.language.gerund_endings):
            return True
    return False


def _before_cue(t: Tokens, c: int, lo: int, hi: int, speaker: Range) -> Report | None:
    """Return the clause that stands before its cue: "The tunnel opens in May, officials said"."""
    first = speaker[0] if speaker[0] < c else _verb_start(t, c, lo)
    k = 0 if t.language.verb_second else _closing(t, c, hi)
    if speaker[0] < c and not k:
        return None
    around = first > lo + 1 and t.lows[first - 1] == "," and t.low(k) == "," and k + 1 < hi
    if speaker[0] < c and around:
        return report(t, (lo, first - 1), speaker, (c, c + 1), rest=(k + 1, hi))
    while lo < first and t.bits[lo] & f.CONJ and not t.language.verb_second:
        lo += 1
    if first <= lo + 2 or t.lows[first - 1] != ",":
        return None
    if t.language.subject_after or is_clause(t, lo, first - 1):
        return report(t, (lo, first - 1), speaker, (c, c + 1))
    return None


def _closing(t: Tokens, c: int, hi: int) -> int:
    """Return the place behind a verb that has nothing that was said behind it, and behind whom it told; else 0."""
    if c + 1 >= hi or t.kinds[c + 1] == MARK or t.bits[c + 1] & (f.TIME | f.PREP | f.ADV):
        return c + 1 + t.has(c + 1, f.TIME | f.ADV)  # "..., the senator said then, ..."
    k = c + 1
    while t.among(c, "tell") and k < min(hi, c + _TOLD) and not t.bits[k] & _CLAUSE:
        if t.kinds[k] == MARK:
            return k  # "..., the senator told state radio, ..."
        k += 1
    return 0


def is_clause(t: Tokens, i: int, hi: int) -> bool:
    """Return whether a clause begins at token i: "that", or a subject with a verb behind it."""
    if t.bits[i] & f.COMP or (t.language.verb_second and t.lows[i - 1] == ","):
        return True
    if t.kinds[i] == MARK or t.bits[i] & (f.CONJ | f.AUX):
        return False
    ends = f.CONJ if t.language.subject_after else f.CONJ | f.SAY
    for k in range(i + 1, min(hi, i + _REACH)):
        if t.lows[k] == "," and t.has(k + 1, ends):
            return False
        if _is_finite(t, k):
            return True
    return False


def _in_relative(t: Tokens, c: int, speaker: Range) -> bool:
    """Return whether a cue and its subject stand within a relative clause: "a plan which critics say will fail"."""
    return t.has(c + 1, f.AUX) and speaker[1] == c and t.has(speaker[0] - 1, f.REL) and not t.language.subject_after


def _is_finite(t: Tokens, k: int) -> bool:
    bits = t.bits[k]
    if t.kinds[k] != WORD or (t.bits[k - 1] & _BEFORE_NOUN and not bits & f.AUX):
        return False
    if bits & _VERB:
        return True
    if t.language.subject_after:
        return False
    if t.lows[k].endswith("ed"):
        return True
    # Not in "Facing reporters, X said", though an opening word looks like a name.
    return t.lows[k].endswith("s") and t.kinds[k - 1] == NAME and not t.lows[k - 1].endswith("ing")


def _verb_start(t: Tokens, c: int, lo: int) -> int:
    """Return where the group of a verb begins: its first auxiliary."""
    while c > lo and t.has(c - 1, f.AUX):
        c -= 1
    return c
