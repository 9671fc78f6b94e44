"""Whose words are told on in the mood of reported speech, in a sentence without a cue of its own."""

from __future__ import annotations

from newsmodel._quotes import _flags as f
from newsmodel._quotes._candidates import in_mood, person, subject_before
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._phrases import clause_subject
from newsmodel._quotes._said import Past, Said, Voice
from newsmodel._quotes._subjects import main_subject, subject, teller
from newsmodel._quotes._tokens import Tokens

__all__ = ["told"]


def told(t: Tokens, q: int, last: Said | None, past: Past) -> Voice | None:
    """Return whose words are told on in a mood of their own: those of the clause before a colon, or told last."""
    lo, _ = t.sentence(q)
    end = _own_clause(t, lo, q)
    cue = next((c for c in range(lo, end) if t.has(c, f.SAY | f.LABEL) and is_cue(t, c)), None)
    teller_of = subject(t, cue, lo, end) if cue is not None else None
    if teller_of is not None:
        return Voice(t, teller(t, teller_of))
    subjects = (clause_subject(t, lo, end), main_subject(t, lo, end)) if end > lo else ()
    somebody = next((s for s in subjects if person(t, s, sure=True)), None)
    if somebody is not None:
        return Voice(t, somebody)
    if last is not None and not _told_since(t, q, last):
        return last.voice or past.carried
    return subject_before(t, before=q) or (last.voice if last is not None else past.carried)


def _told_since(t: Tokens, q: int, last: Said) -> bool:
    """Return whether somebody else says something between the last quote and reported words."""
    lo, hi = t.sentence(q)
    self_told = t.has(lo, f.PRON) and t.has(lo, f.MASC | f.FEM)  # "Sie könne ..."
    while lo > 0 and in_mood(t, lo):
        lo, hi = t.sentence(lo - 1)
    return lo > last.last_token and (
        self_told or any(t.has(k, f.SAY | f.LABEL) and is_cue(t, k) for k in range(lo, hi))
    )


def _own_clause(t: Tokens, lo: int, q: int) -> int:
    """Return the mark behind the clause that reported words hang on in their own sentence, or lo."""
    marks = [k for k in range(lo + 1, q) if t.lows[k] in (",", ":")]
    colon = next((k for k in reversed(marks) if t.lows[k] == ":"), lo)
    return colon if colon > lo or not marks or t.has(lo, f.SUB) or t.in_mood(lo, marks[0]) else marks[0]
