"""Stage four: items that stand together become lists.

The bullets of a list are dropped: the model has items. So are the numbers of a list that counts regularly from 1, which
`ListBlock.ordered` says; every other number stays in its text.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel._model import MAX_LIST_DEPTH, ListBlock, Paragraph
from newsmodel._text import marks, shape
from newsmodel._text.blocks import Block

__all__ = ["read", "run"]

_LONGEST_DASHED = 240
# What opens a line of speech where speech is set off by dashes, and never an item: a question, a call, a full sentence
# in quotation marks.
_SPOKEN = frozenset("?!？！؟")
_INTRODUCING = ":："


def run(blocks: Sequence[Block], at: int, end: int, *, introduced: bool) -> tuple[int, int]:
    """Return where the list among the items that begin at a block begins and ends, twice their end when it is none.

    `introduced` says that a colon or a heading stands before the block.
    """
    text = blocks[at].text
    if marks.number(text) is not None:
        return _numbered(blocks, at, end)
    stop = at
    while stop < end and marks.bullet(blocks[stop].text) is not None:
        stop += 1
    return (_first(blocks, at, stop, introduced=introduced), stop) if stop > at else (at + 1, at + 1)


def _numbered(blocks: Sequence[Block], at: int, end: int) -> tuple[int, int]:
    stop = at
    while stop < end and (found := marks.number(blocks[stop].text)) is not None and found[0] == stop - at + 1:
        stop += 1
    return (at, stop) if stop - at > 1 else (at + 1, at + 1)


def _first(blocks: Sequence[Block], at: int, stop: int, *, introduced: bool) -> int:
    """Return the first of some items from which on they are a list, or their end when they are none.

    Lines that begin with a dash may be what people say to each other; a list may follow. From the end up, each is
    looked at once.
    """
    first = stop
    sentences = 0
    dashed = spoken = False
    hyphens = True
    for k in range(stop - 1, at - 1, -1):
        text = blocks[k].text
        bare = text.rstrip()
        dashed = dashed or marks.is_dash(text)
        spoken = spoken or len(text) > _LONGEST_DASHED or bare[-1] in _SPOKEN
        sentences += shape.ends_sentence(bare)
        hyphens = hyphens and text[0] == "-"
        size = stop - k
        if not dashed:
            is_list = size > 1 or text[0] not in "*+o·"
        elif spoken:
            break
        else:
            told = introduced if k == at else blocks[k - 1].text[-1] in _INTRODUCING
            is_list = size > 1 and (sentences == 0 or told or (hyphens and sentences < size))
        first = k if is_list else first
    return first


def read(items: Sequence[Block]) -> ListBlock:
    """Return the list of blocks that `run` found; what is set in deeper is nested below the item before."""
    if marks.bullet(items[0].text) is None:
        return ListBlock(tuple(Paragraph(b.text[_start(b.text) :]) for b in items), ordered=True)
    depths = _depths([b.indent for b in items])
    stack: list[list[Paragraph | ListBlock]] = [[]]
    for block, depth in zip(items, depths, strict=True):
        while len(stack) - 1 > depth:
            _close(stack)
        if len(stack) - 1 < depth:
            stack.append([])
        stack[-1].append(Paragraph(block.text[_start(block.text) :]))
    while len(stack) > 1:
        _close(stack)
    return ListBlock(tuple(stack[0]))


def _start(text: str) -> int:
    found = marks.number(text)
    if found is not None:
        return found[1]
    m = marks.bullet(text)
    return m.end() if m else 0


def _close(stack: list[list[Paragraph | ListBlock]]) -> None:
    nested = stack.pop()
    stack[-1].append(ListBlock(tuple(nested)))


def _depths(indents: Sequence[int]) -> list[int]:
    """Return how deep each item is nested, from how far it is set in: each at most one deeper than the one before."""
    levels = [indents[0]]
    depths = []
    for indent in indents:
        while len(levels) > 1 and indent < levels[-1]:
            levels.pop()
        if indent > levels[-1] and len(levels) < MAX_LIST_DEPTH:
            levels.append(indent)
        depths.append(len(levels) - 1)
    return depths
