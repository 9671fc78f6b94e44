"""Stage six: which lines of the body are subheads."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from newsmodel._text import marks, shape
from newsmodel._text.blocks import Block

__all__ = ["find"]

_LONGEST = 115
_LONGEST_LABELLED = 170
_IN_A_ROW = 2
_MANY_QUESTIONS = 4
_OFTEN = 0.4
_OPEN = ":：,;，；、-–—"
_ENDS_OPEN = re.compile(r"[;,]\s[^\W\d_]{1,4}$")
# One sentence ended and another begun; a short word before the stop is an abbreviation ("St. Mary").
_TWO_SENTENCES = re.compile(r"[^\W\d]{4}[.…][\"”»)]? [^\W\da-z]|[。｡।۔؟].")
_LABEL = re.compile(r"[^:：.!?\"“„«]{1,24}[:：]\s?\S")
_QUOTES = "\"'”“’»«*_) "


def find(blocks: Sequence[Block], places: Sequence[int], lists: Collection[int] = ()) -> set[int]:
    """Return the places of subheads among those blocks of a body that are neither furniture nor items of lists.

    A subhead is a short line that is no sentence and has text below it; where a list begins, none stands.
    """
    texts = [blocks[i].text for i in places]
    could = [i not in lists and _could_be(text) for i, text in zip(places, texts, strict=True)]
    _drop_labels(texts, could)
    _drop_questions(texts, could)
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
    dotted = text.startswith(("...", "…"))
    if (shape.begins_lower(text) and not dotted) or "://" in text or _ENDS_OPEN.search(text):
        return False
    if _TWO_SENTENCES.search(text):
        return False
    if not shape.ends_sentence(text):
        return True
    # A question or a call; where a quotation ends with it, the subhead is nothing else.
    bare = text.rstrip(_QUOTES)
    return bare[-1:] in "?!？！؟…" and (len(bare) == len(text) or shape.in_quotes(text))


def _drop_labels(texts: Sequence[str], could: list[bool]) -> None:
    """Leave out lines such as "Rooms: four" that stand next to others like them: they are data."""
    labels = [shape.reading_length(text) <= _LONGEST_LABELLED and _LABEL.match(text) is not None for text in texts]
    for k in range(len(texts)):
        beside = (k > 0 and labels[k - 1]) or (k + 1 < len(texts) and labels[k + 1])
        if could[k] and labels[k] and beside:
            could[k] = False


def _drop_questions(texts: Sequence[str], could: list[bool]) -> None:
    """Leave out what somebody asks: questions answered in quotation marks, or so frequent, are an interview.

    A question that would be the only subhead of a text is more often one that the author asks himself.
    """
    asked = [k for k, text in enumerate(texts) if could[k] and text.rstrip(_QUOTES)[-1:] in "?？؟"]
    answers = [texts[k + 1] for k in asked if k + 1 < len(texts)]
    answered = sum(shape.in_quotes(a) or marks.bullet(a) is not None for a in answers) * 2 > len(answers)
    often = len(asked) >= _MANY_QUESTIONS and len(asked) >= _OFTEN * len(texts)
    alone = len(asked) == 1 and could.count(True) == 1 and texts[asked[0]][-1] in "?？؟"
    if asked and (answered or often or alone):
        for k in asked:
            could[k] = False
