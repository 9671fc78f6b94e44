"""Reported speech that goes on without a cue, in a mood of its own: "Der Plan sei tot, sagte X. Er habe geschlafen"."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel._model import QuoteKind
from newsmodel._quotes import _flags as f
from newsmodel._quotes._content import cut
from newsmodel._quotes._said import Said, Voice
from newsmodel._quotes._tokens import Tokens

__all__ = ["told_on"]

_SHORTEST = 4  # tokens of a sentence that can report


def told_on(t: Tokens, here: Sequence[Said]) -> list[Said]:
    """Return the sentences in the mood of reported speech that follow on somebody's words, one quote each.

    For languages that have such a mood; ``here`` is what is said in the paragraph so far, not empty.
    """
    spoken = {t.number(min(s.last_token, len(t) - 1)): s.voice for s in here}
    out: list[Said] = []
    voice: Voice | None = None
    for k in range(min(spoken), len(t.cut) - 1):
        lo, hi = t.cut[k], t.cut[k + 1]
        if k in spoken:
            voice = spoken[k]
        elif voice is None or not _is_reported(t, lo, hi):
            voice = None
        else:
            said = Said(QuoteKind.INDIRECT, cut(t, lo, hi), hi - 1)
            said.voice, said.own = voice, voice.tokens is t
            out.append(said)
    return out


def _is_reported(t: Tokens, lo: int, hi: int) -> bool:
    """Return whether the main clause of a sentence has its verb in the mood of reported speech."""
    if hi - lo < _SHORTEST or t.has(lo, f.SUB):
        return False
    return t.in_mood(lo + 1, hi)
