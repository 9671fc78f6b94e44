"""Stage two: lines become blocks, each a paragraph, a heading, an item or the like.

A line is a block, unless the text is hard-wrapped: then lines are joined where the next word would not have fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsmodel._text import marks, shape
from newsmodel._text.lines import Line

__all__ = ["Block", "are_close", "join"]

_WIDTHS = (24, 140)
"""Texts are wrapped to widths between these."""
_ENOUGH_PAIRS = 3
_MOSTLY = 0.6
_OFTEN = 0.4
_NEARLY_FULL = 0.75
# "Hin- und Rückfahrt": before these a hyphen does not join.
_AND = frozenset(
    ("und", "oder", "bzw", "sowie", "and", "or", "och", "eller", "og", "en", "of", "et", "ou", "e", "y", "o", "i", "a")
)


class Block(NamedTuple):
    """One line of text, or several that were one before they were wrapped."""

    text: str
    gap: int
    """How many blank lines stand before it."""
    indent: int


def join(lines: list[Line]) -> list[Block]:
    """Return the blocks of a text."""
    width = _width(lines)
    blocks: list[Block] = []
    parts: list[str] = []
    first: Line | None = None
    before: Line | None = None
    for line in lines:
        if before is not None and first is not None and line.gap == 0 and _runs_on(first, before, line, width):
            parts += _glue(before.text, line.text, width), line.text
        else:
            if first is not None:
                blocks.append(Block("".join(parts), first.gap, first.indent))
            first, parts = line, [line.text]
        before = line
    if first is not None:
        blocks.append(Block("".join(parts), first.gap, first.indent))
    return blocks


def are_close(blocks: Sequence[Block]) -> bool:
    """Tell whether paragraphs mostly follow each other without blank lines; items and subheads do not count."""
    ended = [(shape.ends_sentence(b.text), b.gap) for b in blocks]
    gaps = [gap for (before, _), (after, gap) in pairwise(ended) if before and after]
    return gaps.count(0) * 2 > len(gaps)


def _width(lines: list[Line]) -> int:
    """Return the width that a text is wrapped to, or 0 when it is not wrapped."""
    close = [(a.text, b.text) for a, b in pairwise(lines) if b.gap == 0]
    pairs = [(a, b) for a, b in close if not marks.is_item(b)]
    if not pairs:
        return 0
    lengths = sorted(len(line) for pair in close for line in pair)
    # A few lines may stick out: addresses, headings that were not wrapped.
    width = lengths[len(lengths) * 97 // 100]
    if not _WIDTHS[0] <= width <= _WIDTHS[1]:
        return 0
    if len(pairs) < _ENOUGH_PAIRS:
        broken = (_is_full(a, b, width) and not shape.ends_sentence(a) and shape.begins_lower(b) for a, b in pairs)
        return width if any(broken) else 0
    # Lines of a wrapped text end inside sentences, and where they do, they are full.
    inside = [(a, b) for a, b in pairs if not shape.ends_sentence(a)]
    full = sum(_is_full(a, b, width) for a, b in inside)
    return width if full >= _MOSTLY * len(inside) and full >= _OFTEN * len(pairs) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the following line would not have fitted."""
    word = 2 if shape.is_unspaced(following) else 1 + _first_word(following)
    return len(line) + word > width


def _first_word(text: str) -> int:
    end = text.find(" ", 0, 200)
    word = text[:end] if end >= 0 else text[:200]
    # Wrappers break after hyphens too.
    hyphen = word.find("-", 1)
    return hyphen + 1 if hyphen > 0 else len(word)


def _runs_on(first: Line, line: Line, following: Line, width: int) -> bool:
    """Tell whether a line goes on in the following one, which stands directly below it; `first` began the block."""
    if not width:
        return False
    ended = shape.ends_sentence(line.text)
    full = _is_full(line.text, following.text, width)
    if marks.is_item(following.text) and (not full or _is_next_item(first.text, line.text, following.text)):
        return False
    if following.indent > line.indent and ended and not marks.is_item(line.text):
        return False
    return full or (not ended and (shape.begins_lower(following.text) or len(line.text) >= _NEARLY_FULL * width))


def _is_next_item(first: str, line: str, following: str) -> bool:
    """Tell whether a line that begins with a mark, below a full line, is an item, not part of a sentence."""
    if line[-1] in ":：" or (shape.ends_sentence(line) and marks.is_item(first)):
        return True
    number, before = marks.number(following), marks.number(first)
    if number is not None:
        return before is not None and number[0] == before[0] + 1
    return not marks.is_dash(following) and following[0] not in "*+o"


def _glue(line: str, following: str, width: int) -> str:
    """Return what stood between two lines before they were wrapped: mostly a blank."""
    if shape.is_unspaced(following) and shape.is_unspaced(line[-1]) and not "\uac00" <= following[0] <= "\ud7af":
        return ""
    if line[-1] == "-" and len(line) > 1:
        if line.endswith("--"):
            return " " if line.endswith(" --") else ""
        word = following[: _first_word(following)].strip(",.;:").lower()
        if line[-2].isalpha() and following[0].isalpha() and word not in _AND:
            return ""
    last = len(line) - 1 - line.rfind(" ", max(0, len(line) - 200))
    # A word longer than the line was cut where the line was full.
    return "" if len(line) >= width and last + _first_word(following) >= width else " "
