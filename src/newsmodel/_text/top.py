"""Stage three: what stands above the body. Kicker, headline, standfirst, byline, and the lines that date it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, define

from newsmodel._furniture import is_date, kind_of
from newsmodel._model import Entity
from newsmodel._text import bylines, dateline, kickers, marks, shape
from newsmodel._text.blocks import Block, are_close

__all__ = ["Top", "read"]

_DEEPEST = 24
"""Blocks looked at: tops are short."""
_HEADLINE = 320
_SENTENCE_HEADLINE = 130
"""A headline that ends with a full stop reads at most this long."""
_SENTENCES_HEADLINE = 100
"""One of two sentences reads at most this long."""
_STANDFIRST = 700
_OPEN_STANDFIRST = 400
"""A standfirst without full stop reads at most this long."""
_STOPS = ".。।"
# A full stop inside: more than one sentence.
_TWO_SENTENCES = re.compile(r"[a-zà-ÿа-я\d)»”\"][.!?] [A-ZÀ-ÞА-Я„“\"«]|[。！？][^」』”]")


@define
class Top:
    """What stands above the body."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[Entity, ...] = ()
    furniture: list[tuple[str, str]] = Factory(list)
    """Kind and text."""
    body: int = 0
    """Where the body begins."""


def read(blocks: Sequence[Block], language: str | None) -> Top:
    """Return what stands above the body of a text."""
    top = Top()
    for i in range(min(len(blocks), _DEEPEST)):
        if not _take(top, blocks, i, language):
            break
        top.body = i + 1
    return top


def _take(top: Top, blocks: Sequence[Block], i: int, language: str | None) -> bool:
    """Put a block into the field of the top that it belongs to; False when the body begins with it."""
    text = blocks[i].text
    last = i + 1 == len(blocks)
    if not shape.has_words(text):
        top.furniture.append(("separator", text))
    elif top.kicker is None and top.headline is None and not last and _is_kicker(blocks, i):
        top.kicker = text
    elif (kind := _furniture(text, top)) is not None:
        top.furniture.append((kind, text))
    elif top.byline is None and (found := _authors(top, blocks, i, language)) is not None:
        top.byline, top.authors = text, found
    elif top.headline is None:
        if not _is_headline(text, alone=last):
            return False
        top.headline = text
    elif top.standfirst is None and top.byline is None and _is_standfirst(blocks, i, language):
        top.standfirst = text
    else:
        return False
    return True


def _furniture(text: str, top: Top) -> str | None:
    # Before the headline is found a line must be furniture as a whole: "Watch: ..." may begin a headline.
    return kind_of(text, whole=top.headline is None or shape.ends_sentence(text))


def _is_kicker(blocks: Sequence[Block], i: int) -> bool:
    text, below = blocks[i].text, blocks[i + 1].text
    return _is_headline(below, alone=False) and kickers.is_kicker(text, below)


def _authors(top: Top, blocks: Sequence[Block], i: int, language: str | None) -> tuple[Entity, ...] | None:
    text = blocks[i].text
    if top.headline is None:
        below = blocks[i + 1].text if i + 1 < len(blocks) else ""
        if len(below) <= len(text) or not _is_headline(below, alone=False):
            return None
        found = bylines.authors(text, language, beside_date=False)
        return found or None
    around = (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2])
    return bylines.authors(
        text, language, beside_date=any(is_date(b.text) or kind_of(b.text) == "date" for b in around)
    )


def _is_headline(text: str, *, alone: bool) -> bool:
    length = shape.reading_length(text)
    if length > _HEADLINE or (shape.ends_sentence(text) and dateline.cut(text) is not None):
        return False
    if text[-1] not in _STOPS or text.endswith("..."):
        return True
    if alone or length > _SENTENCE_HEADLINE:
        return False
    return length <= _SENTENCES_HEADLINE or _TWO_SENTENCES.search(text) is None


def _is_standfirst(blocks: Sequence[Block], i: int, language: str | None) -> bool:
    """Tell whether the block below the headline is a standfirst, not the first paragraph or a subhead."""
    block = blocks[i]
    length = shape.reading_length(block.text)
    if i + 1 >= len(blocks) or length > _STANDFIRST or block.text[-1] in ":：" or marks.is_item(block.text):
        return False
    if dateline.cut(block.text) is not None:
        return False
    below = blocks[i + 1]
    if block.gap and not below.gap:
        return False  # it stands with the body
    if not shape.ends_sentence(block.text):
        return length <= _OPEN_STANDFIRST
    return _is_set_off(blocks, i) or _begins_after_byline(below.text, language)


def _is_set_off(blocks: Sequence[Block], i: int) -> bool:
    """Tell whether blank lines part a block from the body otherwise than paragraphs from each other."""
    if not blocks[i + 1].gap:
        return False
    return are_close(blocks[i + 1 : i + 9]) == bool(blocks[i].gap)


def _begins_after_byline(below: str, language: str | None) -> bool:
    return (
        kind_of(below, whole=True) == "date"
        or bylines.authors(below, language, beside_date=False) is not None
        or dateline.cut(below) is not None
    )
