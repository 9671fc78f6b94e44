"""The paragraphs of an article in reading order, and the article with others in their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from newsmodel._model import Article, Block, BlockQuote, Entity, Figure, ListBlock, Mention, Paragraph, Quote, Section
from newsmodel._model.made import paragraph as made
from newsmodel._model.references import paragraphs_of

__all__ = ["Placed", "bare", "given_of", "marked", "placed", "rebuilt", "text_of"]

Placed: TypeAlias = tuple[Paragraph, Block | None]
"""A paragraph, and the block that holds it: None when it is a block itself."""


def placed(article: Article) -> Iterator[Placed]:
    """Yield every paragraph of an article in reading order, with its block: captions and pull quotes too."""
    if article.lead_image is not None and article.lead_image.caption is not None:
        yield article.lead_image.caption, article.lead_image
    for section in article.sections:
        for block in section.blocks:
            if type(block) is Paragraph:
                yield block, None
            else:
                yield from [(p, block) for p in paragraphs_of(block)]


def text_of(article: Article, passages: list[Placed]) -> str:
    """Return an article as one text: a line for the headline, one for the standfirst, and the paragraphs."""
    return "\n".join([article.headline or "", article.standfirst or "", *[p.text for p, _ in passages]])


def given_of(authors: tuple[Entity, ...], publisher: Entity | None) -> tuple[Entity, ...]:
    """Return whom an article names beside its text: its authors, and its publisher as the last."""
    return (*authors, publisher) if publisher else authors


def marked(paragraph: Paragraph, quotes: tuple[Quote, ...], mentions: tuple[Mention, ...]) -> Paragraph:
    """Return a paragraph with these quotes and mentions; itself when it has them."""
    if quotes == paragraph.quotes and mentions == paragraph.mentions:
        return paragraph
    return made(paragraph.text, quotes, mentions, paragraph.links)


def rebuilt(article: Article, new: Iterator[Paragraph], **changes: Any) -> Article:
    """Return the article with other paragraphs, in the order of `placed`, and with other changes to its fields."""
    image = article.lead_image
    if image is not None and image.caption is not None:
        image = attrs.evolve(image, caption=next(new))
    sections = tuple([_section(s, new) for s in article.sections])
    return attrs.evolve(article, lead_image=image, sections=sections, **changes)


def bare(block: Block) -> Block:
    """Return a block whose paragraphs have no mentions and no quotes; itself when they have none."""
    old = paragraphs_of(block)
    if not any(p.mentions or p.quotes for p in old):
        return block
    return _block(block, iter([marked(p, (), ()) for p in old]))


def _section(section: Section, new: Iterator[Paragraph]) -> Section:
    blocks = [next(new) if type(b) is Paragraph else _block(b, new) for b in section.blocks]
    return Section(tuple(blocks), section.heading, section.level)


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
