"""Articles as flat tables, joined by the columns that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsmodel._formats._arrow_write import Row, moment
from newsmodel._model import Article, Entity, Paragraph, Section, Span
from newsmodel._query import select

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["flat_tables"]

_PLAIN = (
    "url", "canonical_url", "headline", "kicker", "standfirst", "byline", "dateline", "description",
    "section_label", "language",
)  # fmt: skip


def flat_tables(articles: Iterable[Article], *, first: int = 0) -> dict[str, pa.Table]:
    """Return the tables articles, paragraphs, quotes, mentions and entities, joined by the columns they share.

    `article` counts the articles from `first`; `paragraph` counts the paragraphs of an article, captions and pull
    quotes too; `speaker` and `entity` are the `entity` of table entities. They leave out figures, tables and embeds.
    """
    import pyarrow as pa

    from newsmodel._formats._arrow_schema import FLAT_SCHEMAS

    rows: dict[str, list[Row]] = {name: [] for name in FLAT_SCHEMAS}
    for number, article in enumerate(articles, first):
        for name, row in _rows(article):
            row["article"] = number
            rows[name].append(row)
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in FLAT_SCHEMAS.items()}


def _rows(article: Article) -> Iterator[tuple[str, Row]]:
    """Yield the name of a table and a row of it, without the key of the article."""
    yield "articles", _article(article)
    for person in article.people:
        body = None if person.affiliation is None else person.affiliation.id
        yield "entities", {"type": "person", **_entity(person), "title": person.title, "affiliation": body}
    for organization in article.organizations:
        yield "entities", {"type": "organization", **_entity(organization)}
    for number, at in enumerate(select(article, Paragraph).at()):
        paragraph = at.node
        yield "paragraphs", {"paragraph": number, "text": paragraph.text, **_place(article, at.pointer)}
        for name, row in _annotations(paragraph):
            row["paragraph"] = number
            yield name, row


def _entity(entity: Entity) -> Row:
    return {"entity": entity.id, "name": entity.name, "aliases": list(entity.aliases)}


def _article(article: Article) -> Row:
    row: Row = {name: getattr(article, name) for name in _PLAIN}
    row["authors"] = [a.name for a in article.authors]
    row["publisher"] = article.publisher and article.publisher.name
    row["published"], row["published_offset"] = moment(article.published)
    row["modified"], row["modified_offset"] = moment(article.modified)
    row["tags"] = list(article.tags)
    row["access"] = article.access and article.access.value
    row["text"] = article.text or None
    return row


def _place(article: Article, pointer: str) -> Row:
    """Return where a paragraph stands, of its pointer ``/sections/0/blocks/2/items/1``."""
    steps = pointer.split("/")
    if steps[1] != "sections":
        return {"pointer": pointer, "block": "figure"}
    section: Section = article.sections[int(steps[2])]
    block: Any = section.blocks[int(steps[4])]
    kinds = {"Paragraph": "paragraph", "ListBlock": "list", "BlockQuote": "block_quote", "Figure": "figure"}
    return {
        "pointer": pointer, "section": int(steps[2]), "heading": section.heading, "block": kinds[type(block).__name__]
    }  # fmt: skip


def _annotations(paragraph: Paragraph) -> Iterator[tuple[str, Row]]:
    for number, quote in enumerate(paragraph.quotes):
        yield (
            "quotes",
            {
                "quote": number,
                "text": quote.text,
                "kind": quote.kind.value,
                "start": quote.spans[0].start,
                "end": quote.spans[-1].end,
                "speaker": quote.speaker and quote.speaker.id,
                "speaker_name": quote.speaker and quote.speaker.name,
                "speaker_words": _words(paragraph, quote.speaker_span),
                "cue": _words(paragraph, quote.cue_span),
                "continues": quote.continues,
            },
        )
    for mention in paragraph.mentions:
        yield (
            "mentions",
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": _words(paragraph, mention.span),
                "entity": mention.entity.id,
                "name": mention.entity.name,
            },
        )


def _words(paragraph: Paragraph, span: Span | None) -> str | None:
    return None if span is None else paragraph.text[span.start : span.end]
