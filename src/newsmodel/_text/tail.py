"""Stage five: furniture between the paragraphs and below the last one."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel._furniture import kind_of
from newsmodel._text import marks, shape
from newsmodel._text.blocks import Block, are_close

__all__ = ["begin", "kind_below", "kind_within"]

_SHORT = 90
"""A line below the last paragraph that reads at most this long, and is no sentence, is furniture whatever it says."""
_TALK = 80
"""A sentence between paragraphs that reads longer is furniture only if it is of a kind that talks to the reader."""
_TALKING = frozenset({"advertisement", "app", "comments", "cookie", "donation", "newsletter", "paywall"})
_SET_OFF = 140
"""Above this it is a text of its own, which only what is surely said by furniture can tell from a paragraph."""


def begin(blocks: Sequence[Block], start: int) -> int:
    """Return where the furniture below the body begins; something of the body is always left."""
    end = len(blocks)
    close = are_close(blocks[start:])
    while end > start and (above := _above(blocks, start, end, close=close)) < end:
        end = above
    if end == start:
        # Nothing reads like a paragraph: only what is known to be furniture is.
        end = len(blocks)
        while end > start and kind_of(blocks[end - 1].text) is not None:
            end -= 1
    return end


def _above(blocks: Sequence[Block], start: int, end: int, *, close: bool) -> int:
    """Return where the last piece of furniture before a place begins, or the place itself when it is text."""
    if kind_below(blocks[end - 1], close=close) is not None:
        return end - 1
    first = end
    while first > start and _item(blocks[first - 1].text) is not None:
        first -= 1
    # A list belongs to the article, unless it stands below a label such as "Most read".
    return first if start < first < end and kind_of(blocks[first - 1].text) is not None else end


def _item(text: str) -> str | None:
    """Return the words of a line that begins as an item of a list does, or None."""
    if (bullet := marks.bullet(text)) is not None:
        return text[bullet.end() :]
    number = marks.number(text)
    return text[number[1] :] if number is not None else None


def kind_below(block: Block, *, close: bool = False) -> str | None:
    """Return the kind of a line below the body, or None when it belongs to the body.

    `close` says that paragraphs stand without blank lines between them: then what is set off is not one of them.
    """
    text = block.text
    if not shape.has_words(text):
        return "separator"
    if (item := _item(text)) is not None:
        return kind_of(item)
    quoted = shape.in_quotes(text)
    length = shape.reading_length(text)
    ended = shape.ends_sentence(text)
    if quoted and ended:
        return None
    if (kind := kind_of(text, near=length <= (_TALK if ended else _SET_OFF))) is not None:
        return kind
    if length > _SET_OFF:
        return None
    if length <= _SHORT and not ended:
        return "other"
    return "other" if close and block.gap and length <= _SHORT else None


def kind_within(text: str) -> str | None:
    """Return the kind of a line between paragraphs that is furniture, or None."""
    if not shape.has_words(text):
        return "separator"
    ended = shape.ends_sentence(text)
    if ended and shape.in_quotes(text):
        return None  # somebody says it
    kind = kind_of(text)
    if kind is not None and kind not in _TALKING and ended and shape.reading_length(text) > _TALK:
        return None
    return kind
