"""A row of plain values, in the shape of the Arrow schema, as an Article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from newsmodel._formats._arrow_write import Row, moment_from
from newsmodel._model import (
    Access,
    Article,
    Block,
    BlockQuote,
    Embed,
    Entity,
    Figure,
    Furniture,
    Link,
    ListBlock,
    Mention,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    QuoteKind,
    Section,
    Span,
    Table,
)

__all__ = ["article_from"]

T = TypeVar("T")
E = TypeVar("E", Person, Organization)

_PLAIN = (
    "url", "canonical_url", "headline", "kicker", "standfirst", "byline", "dateline", "description",
    "section_label", "language",
)  # fmt: skip


def article_from(row: Row) -> Article:
    """Return the article of a row; raise KeyError, TypeError, ValueError or InvalidModelError when it has none."""
    organizations = _each(row, "organizations", _organization)
    tables: dict[str, Entity] = {o.id: o for o in organizations}
    people = _each(row, "people", lambda p: _person(p, tables))
    tables.update((p.id, p) for p in people)
    publisher, access, image = row.get("publisher"), row.get("access"), row.get("lead_image")
    return Article(
        **{name: row.get(name) for name in _PLAIN},
        authors=_each(row, "authors", lambda a: _entity(a, tables)),
        publisher=None if publisher is None else _shared(_organization(publisher), tables),
        published=_moment(row, "published"),
        modified=_moment(row, "modified"),
        tags=tuple(row.get("tags") or ()),
        access=None if access is None else Access(access),
        lead_image=None if image is None else _figure(image, tables),
        sections=_each(row, "sections", lambda s: _section(s, tables)),
        people=people,
        organizations=organizations,
        furniture=_each(row, "furniture", lambda f: Furniture(f["kind"], f["text"])),
        notices=_each(row, "notices", lambda n: Notice(n["code"], n["message"])),
    )


def _each(row: Row, name: str, make: Callable[[Row], T]) -> tuple[T, ...]:
    return tuple([make(item) for item in row.get(name) or ()])


def _moment(row: Row, name: str) -> Any:
    microseconds = row.get(name)
    return None if microseconds is None else moment_from(microseconds, row.get(f"{name}_offset"))


def _shared(entity: E, tables: dict[str, Entity]) -> E:
    """Return the equal entity of the tables, so that an article holds each one once."""
    known = tables.get(entity.id)
    return known if isinstance(known, type(entity)) and known == entity else entity


def _organization(row: Row) -> Organization:
    return Organization(id=row["id"], name=row["name"], aliases=tuple(row.get("aliases") or ()))


def _person(row: Row, tables: dict[str, Entity]) -> Person:
    body = row.get("affiliation")
    return Person(
        id=row["id"],
        name=row["name"],
        title=row.get("title"),
        affiliation=None if body is None else _shared(_organization(body), tables),
        aliases=tuple(row.get("aliases") or ()),
    )


def _entity(row: Row, tables: dict[str, Entity]) -> Entity:
    if row["type"] == "person":
        return _shared(_person(row, tables), tables)
    if row["type"] == "organization":
        return _shared(_organization(row), tables)
    raise ValueError(f'expected "person" or "organization", got {row["type"]!r}')


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _optional_span(row: Row | None) -> Span | None:
    return None if row is None else _span(row)


def _quote(row: Row, tables: dict[str, Entity]) -> Quote:
    speaker = row.get("speaker")
    return Quote(
        text=row["text"],
        spans=_each(row, "spans", _span),
        kind=QuoteKind(row["kind"]),
        speaker=None if speaker is None else tables[speaker],
        speaker_span=_optional_span(row.get("speaker_span")),
        cue_span=_optional_span(row.get("cue_span")),
        continues=row.get("continues") or False,
    )


def _paragraph(row: Row, tables: dict[str, Entity]) -> Paragraph:
    return Paragraph(
        row["text"],
        quotes=_each(row, "quotes", lambda q: _quote(q, tables)),
        mentions=_each(row, "mentions", lambda m: Mention(_span(m["span"]), tables[m["entity"]])),
        links=_each(row, "links", lambda x: Link(_span(x["span"]), x["url"])),
    )


def _figure(row: Row, tables: dict[str, Entity]) -> Figure:
    caption = row.get("caption")
    return Figure(
        url=row.get("url"),
        alt=row.get("alt"),
        caption=None if caption is None else _paragraph(caption, tables),
        credit=row.get("credit"),
    )


def _list(rows: Iterable[Row], ordered: bool, tables: dict[str, Entity]) -> ListBlock:
    """Return the list of items that stand in reading order with their depth."""
    open_lists: list[tuple[bool, list[Paragraph | ListBlock]]] = [(ordered, [])]

    def close() -> None:
        numbered, items = open_lists.pop()
        open_lists[-1][1].append(ListBlock(tuple(items), numbered))

    for row in rows:
        depth = row["depth"]
        if not 1 <= depth <= len(open_lists):
            raise ValueError(f"expected a depth from 1 to {len(open_lists)}, got {depth}")
        while depth < len(open_lists):
            close()
        if row.get("paragraph") is None:
            open_lists.append((row.get("ordered") or False, []))
        else:
            open_lists[-1][1].append(_paragraph(row["paragraph"], tables))
    while len(open_lists) > 1:
        close()
    return ListBlock(tuple(open_lists[0][1]), ordered)


def _block_quote(row: Row, tables: dict[str, Entity]) -> BlockQuote:
    paragraphs = _each(row, "paragraphs", lambda p: _paragraph(p, tables))
    return BlockQuote(paragraphs, row.get("attribution"), row.get("pull") or False)


def _table(row: Row, tables: dict[str, Entity]) -> Table:
    caption = row.get("caption")
    return Table(
        rows=tuple(tuple(cells) for cells in row.get("rows") or ()),
        header=tuple(row.get("header") or ()),
        caption=None if caption is None else caption["text"],
    )


def _embed(row: Row, tables: dict[str, Entity]) -> Embed:
    return Embed(
        provider=row.get("provider"), url=row.get("url"), author=row.get("author"), text=row.get("text")
    )  # fmt: skip


_BLOCKS: dict[str, Callable[[Row, dict[str, Entity]], Block]] = {
    "paragraph": _paragraph,
    "list": lambda row, tables: _list(row.get("items") or (), row.get("ordered") or False, tables),
    "block_quote": _block_quote,
    "figure": _figure,
    "table": _table,
    "embed": _embed,
}


def _block(row: Row, tables: dict[str, Entity]) -> Block:
    make = _BLOCKS.get(row["type"])
    if make is None:
        raise ValueError(f"expected a block of type {', '.join(_BLOCKS)}, got {row['type']!r}")
    return make(row, tables)


def _section(row: Row, tables: dict[str, Entity]) -> Section:
    blocks = _each(row, "blocks", lambda b: _block(b, tables))
    return Section(blocks, row.get("heading"), row["level"])
