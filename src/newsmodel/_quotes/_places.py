"""Where the paragraphs of an article stand, and the article with other paragraphs in their places."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel._model import Article, Block, BlockQuote, Figure, ListBlock, Paragraph, Person

__all__ = ["captions", "flow", "rebuilt"]


def flow(article: Article) -> Iterator[tuple[Paragraph, BlockQuote | None]]:
    """Yield each paragraph of the text in reading order, with the block quote that holds it."""
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, BlockQuote):
                yield from ((p, block) for p in block.paragraphs if not block.pull)
            elif isinstance(block, Paragraph):
                yield block, None
            elif isinstance(block, ListBlock):
                yield from ((p, None) for p in _items(block))


def _items(block: ListBlock) -> Iterator[Paragraph]:
    for item in block.items:
        if isinstance(item, ListBlock):
            yield from _items(item)
        else:
            yield item


def captions(article: Article) -> Iterator[Paragraph]:
    """Yield the captions: that of the lead image, then those of the text's figures."""
    figures = [article.lead_image, *(b for s in article.sections for b in s.blocks if isinstance(b, Figure))]
    yield from (f.caption for f in figures if f is not None and f.caption is not None)


def rebuilt(
    article: Article, texts: Iterator[Paragraph], below: Iterator[Paragraph], people: tuple[Person, ...]
) -> Article:
    """Return the article with new paragraphs, in the order of `flow`, and new captions, in that of `captions`."""
    lead = article.lead_image
    if lead is not None and lead.caption is not None:
        lead = attrs.evolve(lead, caption=next(below))
    sections = tuple(
        attrs.evolve(s, blocks=tuple([_block(b, texts, below) for b in s.blocks])) for s in article.sections
    )
    return attrs.evolve(article, lead_image=lead, sections=sections, people=people)


def _block(block: Block, texts: Iterator[Paragraph], below: Iterator[Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return next(texts)
    if isinstance(block, ListBlock):
        return _list(block, texts)
    if isinstance(block, BlockQuote) and not block.pull:
        return BlockQuote(tuple([next(texts) for _ in block.paragraphs]), block.attribution, block.pull)
    if isinstance(block, Figure) and block.caption is not None:
        return attrs.evolve(block, caption=next(below))
    return block


def _list(block: ListBlock, texts: Iterator[Paragraph]) -> ListBlock:
    items = tuple(_list(i, texts) if isinstance(i, ListBlock) else next(texts) for i in block.items)
    return ListBlock(items, block.ordered)
