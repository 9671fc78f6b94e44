"""An Article as a row of plain values, in the shape of the Arrow schema."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, TypeAlias

from newsmodel._model import (
    Article,
    Block,
    BlockQuote,
    Embed,
    Entity,
    Figure,
    ListBlock,
    Moment,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    Table,
)

__all__ = ["Row", "row_of"]

Row: TypeAlias = dict[str, Any]
"""The columns of one article by name; those that are not there are null."""

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - naive on purpose: offsets are taken off as numbers
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)

# These stand in the row as they stand in the article.
_PLAIN = (
    "url", "canonical_url", "headline", "kicker", "standfirst", "byline", "dateline", "description",
    "section_label", "language",
)  # fmt: skip


def row_of(article: Article) -> Row:
    """Return the columns of an article."""
    row: Row = {name: getattr(article, name) for name in _PLAIN}
    row["authors"] = [_entity(a) for a in article.authors]
    row["publisher"] = None if article.publisher is None else _organization(article.publisher)
    row["published"], row["published_offset"] = moment(article.published)
    row["modified"], row["modified_offset"] = moment(article.modified)
    row["tags"] = list(article.tags)
    row["access"] = None if article.access is None else article.access.value
    row["lead_image"] = None if article.lead_image is None else _figure(article.lead_image)
    row["sections"] = [_section(s) for s in article.sections]
    row["people"] = [_person(p) for p in article.people]
    row["organizations"] = [_organization(o) for o in article.organizations]
    row["furniture"] = [{"kind": f.kind, "text": f.text} for f in article.furniture]
    row["notices"] = [{"code": n.code, "message": n.message} for n in article.notices]
    return row


def moment(value: Moment | None) -> tuple[int | None, int | None]:
    """Return microseconds since 1970 in UTC, and the offset in minutes; None for the offset when it is a plain date.

    Numbers, because a datetime of year 1 or 9999 may have no neighbour in UTC that Python can hold.
    """
    if value is None:
        return None, None
    if not isinstance(value, datetime):
        return (datetime(value.year, value.month, value.day) - _EPOCH) // _MICROSECOND, None  # noqa: DTZ001
    offset = value.utcoffset() or timedelta(0)
    return (value.replace(tzinfo=None) - _EPOCH - offset) // _MICROSECOND, offset // _MINUTE


def moment_from(microseconds: int, offset: int | None) -> Moment:
    """Return the moment of two numbers as `moment` makes them; raise OverflowError beyond the years 1 to 9999."""
    if offset is None:
        return (_EPOCH + microseconds * _MICROSECOND).date()
    local = _EPOCH + (microseconds * _MICROSECOND + offset * _MINUTE)
    return local.replace(tzinfo=timezone(offset * _MINUTE))


def _organization(value: Organization) -> Row:
    return {"id": value.id, "name": value.name, "aliases": list(value.aliases)}


def _person(value: Person) -> Row:
    return {
        "id": value.id,
        "name": value.name,
        "title": value.title,
        "affiliation": None if value.affiliation is None else _organization(value.affiliation),
        "aliases": list(value.aliases),
    }


def _entity(value: Entity) -> Row:
    if isinstance(value, Person):
        return {"type": "person", **_person(value)}
    return {"type": "organization", **_organization(value)}


def _span(value: Span | None) -> Row | None:
    return None if value is None else {"start": value.start, "end": value.end}


def _quote(value: Quote) -> Row:
    return {
        "text": value.text,
        "spans": [{"start": s.start, "end": s.end} for s in value.spans],
        "kind": value.kind.value,
        "speaker": value.speaker and value.speaker.id,
        "speaker_name": value.speaker and value.speaker.name,
        "speaker_span": _span(value.speaker_span),
        "cue_span": _span(value.cue_span),
        "continues": value.continues,
    }


def _paragraph(value: Paragraph) -> Row:
    return {
        "text": value.text,
        "quotes": [_quote(q) for q in value.quotes],
        "mentions": [{"span": _span(m.span), "entity": m.entity.id, "name": m.entity.name} for m in value.mentions],
        "links": [{"span": _span(x.span), "url": x.url} for x in value.links],
    }


def _figure(value: Figure) -> Row:
    caption = None if value.caption is None else _paragraph(value.caption)
    return {"url": value.url, "alt": value.alt, "caption": caption, "credit": value.credit}


def _items(value: ListBlock) -> Iterator[Row]:
    """Yield the items of a list and of the lists nested in it, in reading order, with their depth."""
    stack: list[tuple[int, Paragraph | ListBlock]] = [(1, item) for item in reversed(value.items)]
    while stack:
        depth, item = stack.pop()
        if isinstance(item, Paragraph):
            yield {"depth": depth, "paragraph": _paragraph(item)}
        else:
            yield {"depth": depth, "ordered": item.ordered}
            stack.extend((depth + 1, inner) for inner in reversed(item.items))


def _block(value: Block) -> Row:
    match value:
        case Paragraph():
            return {"type": "paragraph", **_paragraph(value)}
        case ListBlock():
            return {"type": "list", "ordered": value.ordered, "items": list(_items(value))}
        case BlockQuote():
            paragraphs = [_paragraph(p) for p in value.paragraphs]
            return {
                "type": "block_quote", "paragraphs": paragraphs, "attribution": value.attribution, "pull": value.pull
            }  # fmt: skip
        case Figure():
            return {"type": "figure", **_figure(value)}
        case Table():
            caption = None if value.caption is None else {"text": value.caption}
            rows = [list(r) for r in value.rows]
            return {"type": "table", "header": list(value.header), "rows": rows, "caption": caption}
        case Embed():
            return {
                "type": "embed", "provider": value.provider, "url": value.url,
                "author": value.author, "text": value.text,
            }  # fmt: skip


def _section(value: Section) -> Row:
    return {"heading": value.heading, "level": value.level, "blocks": [_block(b) for b in value.blocks]}
