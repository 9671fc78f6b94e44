"""Dialogue with dashes: — Words, said X. — More words."""

from __future__ import annotations

import re
from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._fields import may_speak
from newsmodel._quotes._incise import opened
from newsmodel._quotes._lexicon import Language
from newsmodel._quotes._marks import Stretch
from newsmodel._quotes._phrases import phrase_right
from newsmodel._quotes._tokens import WORD, Tokens

__all__ = ["dialogue"]

# A dash that opens a paragraph, or one that parts words from what is told of them.
_OPENS: Final = re.compile(r"[—–―]\s*(?=[^\s—–―])")
_PAIR: Final = 2
_PARTS: Final = re.compile(r"\s*[—–―]\s*")


def dialogue(text: str, language: Language) -> list[Stretch]:
    """Return the spoken parts of a paragraph that opens with a dash; none when no cue stands in it."""
    opening = _OPENS.match(text)
    if not opening:
        return []
    bounds = [opening.end()]
    for m in _PARTS.finditer(text, opening.end()):
        bounds += [m.start(), m.end()]
    bounds.append(len(text.rstrip()))
    out: list[Stretch] = []
    told = False
    for k in range(0, len(bounds), 2):
        first, last = bounds[k], bounds[k + 1]
        while first < last and (text[first] in ".,;" or text[first].isspace()):
            first += 1
        if first >= last:
            continue
        if _tells(Tokens(text, (), language, first, last)):
            told = True
        else:
            out.append(Stretch(first, last, first, last, left_open=False, resumed=False, mark="—"))
    parts = opened(text, out, language)
    return (
        parts if told or len(parts) > len(out) or any(p.last < s.last for p, s in zip(parts, out, strict=False)) else []
    )


def _tells(t: Tokens) -> bool:
    """Return whether a part begins with a cue, before or behind its subject."""
    for c in range(min(3, len(t))):
        if t.has(c, f.SAY) and is_cue(t, c):
            return True
        if not t.has(c, f.AUX | f.PRON | f.DET | f.ADV):
            break
    if len(t) < _PAIR or t.kinds[0] != WORD or t.bits[0]:
        return False
    speaker = phrase_right(t, 1, len(t))  # a verb that is in no list
    return speaker is not None and may_speak(t, speaker)
