"""Which entities an article refers to, and where: what its constructor checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsmodel._model.blocks import Block, BlockQuote, Figure, ListBlock
from newsmodel._model.entities import Entity
from newsmodel._model.text import Paragraph

if TYPE_CHECKING:
    from newsmodel._model.article import Article

__all__ = ["all_paragraphs", "paragraphs_of", "place_of", "placed_paragraphs", "references"]


def all_paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield every Paragraph below an article in reading order: captions and pull quotes too."""
    if article.lead_image is not None and article.lead_image.caption is not None:
        yield article.lead_image.caption
    for section in article.sections:
        for block in section.blocks:
            if type(block) is Paragraph:
                yield block
            else:
                yield from paragraphs_of(block)


def paragraphs_of(block: Block) -> Sequence[Paragraph]:
    """Return every Paragraph at or below a block, in reading order."""
    if type(block) is Paragraph:
        return (block,)
    if type(block) is BlockQuote:
        return block.paragraphs
    if type(block) is Figure:
        return (block.caption,) if block.caption is not None else ()
    found: list[Paragraph] = []
    stack: list[Any] = [block]
    while stack:
        node = stack.pop()
        if type(node) is Paragraph:
            found.append(node)
        elif type(node) is ListBlock:
            stack.extend(node.items[::-1])
    return found


def placed_paragraphs(place: str, block: Block) -> Iterator[tuple[str, Paragraph]]:
    """Yield every Paragraph at or below a block with its path, in reading order."""
    stack: list[tuple[str, Any]] = [(place, block)]
    while stack:
        path, node = stack.pop()
        if type(node) is Paragraph:
            yield path, node
        elif type(node) is ListBlock:
            stack.extend([(f"{path}.items[{k}]", n) for k, n in enumerate(node.items)][::-1])
        elif type(node) is BlockQuote:
            stack.extend([(f"{path}.paragraphs[{k}]", n) for k, n in enumerate(node.paragraphs)][::-1])
        elif type(node) is Figure and node.caption is not None:
            yield f"{path}.caption", node.caption


def references(article: Article, known: Collection[str]) -> Iterator[Entity]:
    """Yield each entity that must stand in the tables."""
    yield from (p.affiliation for p in article.people if p.affiliation is not None)
    yield from (a for a in article.authors if a.id in known)
    if article.publisher is not None and article.publisher.id in known:
        yield article.publisher
    for paragraph in all_paragraphs(article):
        for quote in paragraph.quotes:
            if quote.speaker is not None:
                yield quote.speaker
        for mention in paragraph.mentions:
            yield mention.entity


def place_of(article: Article, referred: Entity) -> str:
    """Return the path of the first reference to an entity (this very object); slow, for error messages."""
    places: list[tuple[str, Entity | None]] = [
        *((f"$.people[{i}].affiliation", p.affiliation) for i, p in enumerate(article.people)),
        *((f"$.authors[{i}]", a) for i, a in enumerate(article.authors)),
        ("$.publisher", article.publisher),
    ]
    blocks: list[tuple[str, Block]] = [("$.lead_image", article.lead_image)] if article.lead_image else []
    for i, section in enumerate(article.sections):
        blocks.extend((f"$.sections[{i}].blocks[{j}]", block) for j, block in enumerate(section.blocks))
    for path, paragraph in (placed for block in blocks for placed in placed_paragraphs(*block)):
        places.extend((f"{path}.quotes[{j}].speaker", q.speaker) for j, q in enumerate(paragraph.quotes))
        places.extend((f"{path}.mentions[{j}].entity", m.entity) for j, m in enumerate(paragraph.mentions))
    return next((path for path, entity in places if entity is referred), "$")
