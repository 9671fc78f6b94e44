"""Stage six: which lines of the body are subheads."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsmodel._text import marks, shape
from newsmodel._text.blocks import Block

__all__ = ["find"]

_LONGEST = 115
_MANY_QUESTIONS = 5
_OFTEN = 0.15
_IN_A_ROW = 2
_OPEN = ":：,;，；、-–—"


def find(blocks: Sequence[Block], places: Sequence[int], lists: Collection[int] = ()) -> set[int]:
    """Return the places of subheads among those blocks of a body that are neither furniture nor items of lists.

    A subhead is a short line that is no sentence and has text below it; where a list begins, none stands.
    """
    could = [i not in lists and _could_be(blocks[i].text) for i in places]
    questions = [k for k, i in enumerate(places) if could[k] and blocks[i].text.rstrip('"”»“*')[-1:] in "?？؟"]
    if len(questions) >= _MANY_QUESTIONS and len(questions) >= _OFTEN * len(places):
        for k in questions:
            could[k] = False  # an interview
    found: set[int] = set()
    k = 0
    while k < len(places):
        stop = k
        while stop < len(places) and could[stop]:
            stop += 1
        if stop > k and stop < len(places):
            # A row of short lines is something of its own, below the first of them.
            found.update(places[k:stop] if stop - k <= _IN_A_ROW else places[k : k + 1])
        k = max(stop, k + 1)
    return found


def _could_be(text: str) -> bool:
    if shape.reading_length(text) > _LONGEST or text[-1] in _OPEN or marks.bullet(text) is not None:
        return False
    if shape.begins_lower(text) or "://" in text or not shape.has_words(text):
        return False
    return not shape.ends_sentence(text) or _asks(text)


def _asks(text: str) -> bool:
    return text[-1] in "?!？！؟…" or (text[-1] in '"”“»' and text[-2:-1] in "?!？！…")
