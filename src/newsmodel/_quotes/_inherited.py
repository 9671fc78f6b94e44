"""Whose words are that have no cue, or whose cue has no subject, in their sentence."""

from __future__ import annotations

from typing import Final, TypeAlias

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribute import leads
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._candidates import in_mood, main_clause, may_tell, only_named, person, subject_before, unapposed
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._exchange import asked_back
from newsmodel._quotes._fields import finite_verb, is_somebody
from newsmodel._quotes._mood import told
from newsmodel._quotes._phrases import Range, clause_subject
from newsmodel._quotes._said import Past, Said, Voice
from newsmodel._quotes._subjects import subject as find_subject
from newsmodel._quotes._tokens import DASHES, NAME, QUOTE, Tokens

__all__ = ["Governed", "behind_colon", "dropped", "inherited"]

Governed: TypeAlias = tuple[int, Attribution | None]
"""A stretch of speech, by its token, and what governs it."""

_PAIR: Final = 2  # names of somebody who has not been named yet


def inherited(
    t: Tokens, q: int, found: Attribution | None, here: list[Said], following: Governed | None, past: Past
) -> Voice | None:
    """Return who speaks words that have no cue, or no subject, in their sentence."""
    lo, _ = t.sentence(q)
    last = here[-1] if here else None
    if found is not None and t.language.drops_subject:
        own = clause_subject(t, lo, q) if found.how == "before" and not t.has(lo, f.SAY) else None
        subject = person(t, own, sure=True)
        return Voice(t, subject) if subject else dropped(t, lo, last, past)
    main = main_clause(t, lo, q)
    if main is not None:
        return Voice(t, main)
    if in_mood(t, q):
        return told(t, q, last, past)
    opening = leads(t, q) and QUOTE not in t.kinds[:q]
    if last is not None and lo > 0 and t.sentence(lo - 1)[0] <= last.last_token:
        return _leading(t, here, t.sentence(lo - 1)[0]) or last.voice
    if opening and last is None:
        k, later = following or (0, None)
        return Voice(t, later.speaker) if later and later.speaker and k == q + 1 else _turn(t, q, past)
    sure = last is not None
    subject = person(t, clause_subject(t, lo, q), sure=sure) if not leads(t, q, lo) else None
    if subject is None and lo > 0 and in_mood(t, lo - 1):
        return told(t, q, last, past)
    if subject is None and lo > 0 and t.lows[lo - 1] not in DASHES and t.lows[lo - 1] != "?":  # not in a dateline
        before, _ = t.sentence(lo - 1)
        subject = person(t, clause_subject(t, before, lo), sure=sure)
    if subject is not None:
        return Voice(t, subject)
    return last.voice if last is not None else past.carried


def _turn(t: Tokens, q: int, past: Past) -> Voice | None:
    """Return who speaks a paragraph of nothing but words: who asks back, who spoke before, who is named behind."""
    return _following(t, q) if past.carried is None else asked_back(t, q, past) or past.carried


def _following(t: Tokens, q: int) -> Voice | None:
    """Return who is named by the sentence behind words that open a text: ``"..." In the dock, X wept``."""
    _, lo = t.sentence(q)
    if lo >= len(t) or t.kinds[lo] == QUOTE:
        return None
    hi = t.sentence(lo)[1]
    subject = _first_named(t, lo, hi) or clause_subject(t, lo, hi)
    named = subject is not None and t.kinds[slice(*subject)] == [NAME] * max(_PAIR, subject[1] - subject[0])
    return Voice(t, subject) if subject and named else None


def _first_named(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the first name of a sentence whose words are marked as names; None where no preposition may govern it."""
    first = next((k for k in range(lo, hi) if t.bits[k] & f.ENTITY), hi)
    end = first
    while end < hi and t.bits[end] & f.ENTITY:
        end += 1
    return (first, end) if first < end and not t.has(first - 1, f.PREP) else None


def dropped(t: Tokens, lo: int, last: Said | None, past: Past) -> Voice | None:
    """Return whom a verb without a subject means: who spoke in the sentence before, or was its subject."""
    before, _ = t.sentence(lo - 1) if lo else (0, 0)
    if last is not None and before <= last.last_token:
        return last.voice
    cue = next((c for c in range(before, lo) if t.has(c, f.SAY) and is_cue(t, c)), None)
    subjects = (find_subject(t, cue, before, lo) if cue is not None else None, clause_subject(t, before, lo))
    known = [unapposed(t, s) for s in subjects if s is not None and is_somebody(t, *s)]
    subject = known[0] if known else only_named(t, before, lo)
    if subject is not None:
        return Voice(t, subject)
    return last.voice if last is not None else past.carried


def behind_colon(t: Tokens, q: int, found: Attribution, last: Said | None) -> Voice | None:
    """Return who spoke before, when the clause before a colon is reported itself."""
    if found.how != "colon":
        return None
    if last is not None and found.speaker is not None and not may_tell(t, found.speaker):
        return last.voice  # "Then the blow: ..."
    if not t.has(finite_verb(t, t.sentence(q)[0], q), f.MOOD):
        return None
    return last.voice if last is not None else subject_before(t, before=q)


def _leading(t: Tokens, here: list[Said], lo: int) -> Voice | None:
    """Return who says the words that open a sentence: those of X in ``"...," X said after Y spoke of "..."``."""
    if t.kinds[lo] != QUOTE:
        return None
    for said in here:
        if said.last_token >= lo:
            return said.voice if said.found is not None and said.found.how == "after" else None
    return None
