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


def run(blocks: Sequence[Block], at: int, end: int, *, introduced: bool) -> int:
    """Return the end of the list that begins at a block, or the block itself when none does.

    `introduced` says that a colon or a heading stands before it.
    """
    text = blocks[at].text
    if marks.number(text) is not None:
        return _numbered(blocks, at, end)
    if marks.bullet(text) is None:
        return at
    stop = at
    while stop < end and marks.bullet(blocks[stop].text) is not None:
        stop += 1
    if any(marks.is_dash(b.text) for b in blocks[at:stop]):
        return stop if _is_dashed_list(blocks[at:stop], introduced=introduced) else at
    single = stop - at == 1 and blocks[at].text[0] in "*+o·"
    return at if single else stop


def _numbered(blocks: Sequence[Block], at: int, end: int) -> int:
    stop = at
    while stop < end and (found := marks.number(blocks[stop].text)) is not None and found[0] == stop - at + 1:
        stop += 1
    return stop if stop - at > 1 else at


def _is_dashed_list(items: Sequence[Block], *, introduced: bool) -> bool:
    """Tell whether lines that begin with a dash are a list, or what people say to each other."""
    if len(items) < 2 or any(len(b.text) > _LONGEST_DASHED for b in items):
        return False
    bare = [b.text.rstrip() for b in items]
    if any(text[-1] in _SPOKEN for text in bare):
        return False
    sentences = sum(map(shape.ends_sentence, bare))
    return sentences == 0 or introduced or (all(t[0] == "-" for t in bare) and sentences < len(bare))


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
