"""Put mentions into the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel._model import Article, Block, BlockQuote, Figure, ListBlock, Paragraph, Section

__all__ = ["rebuilt"]


def rebuilt(article: Article, new: Iterator[Paragraph]) -> tuple[Figure | None, tuple[Section, ...]]:
    """Return lead image and sections with their paragraphs replaced, in reading order."""
    image = article.lead_image
    if image is not None and image.caption is not None:
        image = attrs.evolve(image, caption=next(new))
    return image, tuple(attrs.evolve(s, blocks=tuple([_block(b, new) for b in s.blocks])) for s in article.sections)


def _block(block: Block, new: Iterator[Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return next(new)
    if isinstance(block, BlockQuote):
        return attrs.evolve(block, paragraphs=tuple([next(new) for _ in block.paragraphs]))
    if isinstance(block, Figure) and block.caption is not None:
        return attrs.evolve(block, caption=next(new))
    return _list(block, new) if isinstance(block, ListBlock) else block


def _list(block: ListBlock, new: Iterator[Paragraph]) -> ListBlock:
    """Rebuild a list from the inside, without recursion."""
    stack: list[tuple[ListBlock, list[Any]]] = [(block, [])]
    while True:
        node, done = stack[-1]
        if len(done) < len(node.items):
            item = node.items[len(done)]
            if type(item) is ListBlock:
                stack.append((item, []))
            else:
                done.append(next(new))
            continue
        stack.pop()
        built = attrs.evolve(node, items=tuple(done))
        if not stack:
            return built
        stack[-1][1].append(built)
