"""Put mentions into the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel._model import Article, Block, BlockQuote, Figure, ListBlock, Paragraph, Section
from newsmodel._model.references import paragraphs_of

__all__ = ["bare", "rebuilt"]


def rebuilt(article: Article, new: Iterator[Paragraph]) -> tuple[Figure | None, tuple[Section, ...]]:
    """Return lead image and sections with their paragraphs replaced, in reading order."""
    image = article.lead_image
    if image is not None and image.caption is not None:
        image = attrs.evolve(image, caption=next(new))
    return image, tuple(attrs.evolve(s, blocks=tuple([_block(b, new) for b in s.blocks])) for s in article.sections)


def bare(block: Block) -> Block:
    """Return a block whose paragraphs have no mentions and no quotes; itself when they have none."""
    old = paragraphs_of(block)
    if not any(p.mentions or p.quotes for p in old):
        return block
    return _block(block, iter([Paragraph(p.text, links=p.links) for p in old]))


def _block(block: Block, new: Iterator[Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return next(new)
    if isinstance(block, BlockQuote):
        return BlockQuote(tuple([next(new) for _ in block.paragraphs]), block.attribution, block.pull)
    if isinstance(block, Figure) and block.caption is not None:
        return attrs.evolve(block, caption=next(new))
    return _list(block, new) if isinstance(block, ListBlock) else block


def _list(block: ListBlock, new: Iterator[Paragraph]) -> ListBlock:
    """Rebuild a list; the model bounds how deep lists are nested."""
    items = tuple([_list(i, new) if isinstance(i, ListBlock) else next(new) for i in block.items])
    return ListBlock(items, block.ordered)
