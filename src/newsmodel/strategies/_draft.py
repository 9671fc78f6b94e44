"""Build nodes from a flat list of parts: text and offsets follow from them, so whatever parts come, all is valid."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

import attrs
from attrs import Factory, define, frozen

from newsmodel._model import (
    Block,
    BlockQuote,
    Entity,
    Figure,
    Link,
    ListBlock,
    Mention,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
)


class Part(Protocol):
    """One element of a flat list of parts."""

    def put(self, draft: Draft) -> None:
        """Add this to what is there."""


@define
class Cast:
    """Who takes part: an id stands for the entity that came first with it."""

    known: dict[str, Entity] = Factory(dict)
    tabled: dict[str, Entity] = Factory(dict)

    def same(self, entity: Entity) -> Entity:
        """Return the entity that has this id, which is the given one when it is new."""
        if (found := self.known.get(entity.id)) is not None:
            return found
        self.known[entity.id] = entity
        if isinstance(entity, Person) and entity.affiliation is not None:
            body = self.same(entity.affiliation)
            entity = attrs.evolve(entity, affiliation=body if isinstance(body, Organization) else None)
            self.known[entity.id] = entity
        return entity

    def tell(self, entity: Entity) -> Entity:
        """Return the same entity, and see that it stands in the tables."""
        entity = self.same(entity)
        self.tabled[entity.id] = entity
        if isinstance(entity, Person) and entity.affiliation is not None:
            self.tabled[entity.affiliation.id] = entity.affiliation
        return entity


@frozen
class Break:
    """Begins a paragraph of the section."""

    def put(self, draft: Draft) -> None:
        """Begin a row."""
        draft.begin(self)


@frozen
class Head(Break):
    """Begins a section."""

    heading: str | None
    level: int


@frozen
class Item(Break):
    """Begins an item of a list."""

    words: str
    ordered: bool
    depth: int

    def put(self, draft: Draft) -> None:
        """Begin a row with these words."""
        draft.begin(self)
        draft.write(self.words)


@frozen
class Cited(Break):
    """Begins a paragraph of a block quote."""

    words: str
    attribution: str | None
    pull: bool

    def put(self, draft: Draft) -> None:
        """Begin a row with these words."""
        draft.begin(self)
        draft.write(self.words)


@frozen
class Picture(Break):
    """Begins the caption of a figure."""

    figure: Figure


@frozen
class Whole(Break):
    """A block that has no text with annotations."""

    block: Block


_ALONE = (Head, Whole)


@define
class Draft:
    """The paragraph that is being written, and those that are done."""

    cast: Cast = Factory(Cast)
    rows: list[tuple[Break, Paragraph | None]] = Factory(list)
    at: Break = Break()
    text: str = ""
    starts: list[int] = Factory(list)
    quotes: list[Quote] = Factory(list)
    mentions: list[Mention] = Factory(list)
    links: list[Link] = Factory(list)

    def begin(self, row: Break) -> None:
        """End the paragraph and begin the next at this break."""
        self.end()
        self.at = row

    def end(self) -> None:
        """End the paragraph, if there is one."""
        paragraph = None
        if self.text:
            quotes = tuple(sorted(self.quotes, key=lambda q: q.spans[0].start))
            paragraph = Paragraph(self.text, quotes, tuple(self.mentions), tuple(self.links))
            self.text = ""
            self.starts, self.quotes, self.mentions, self.links = [], [], [], []
        if paragraph is not None or type(self.at) is not Break:
            self.rows.append((self.at, paragraph))
        self.at = Break()

    def write(self, words: str) -> Span:
        """Add words after a space and return where they stand."""
        if isinstance(self.at, _ALONE):
            self.begin(Break())
        words = words.strip() or "a"
        start = len(self.text) + 1 if self.text else 0
        self.text += f" {words}" if self.text else words
        self.starts.append(start)
        return Span(start, len(self.text))

    def name(self, entity: Entity, *, short: bool = False) -> Span:
        """Write the name of somebody, or the last of the other names, and note the mention."""
        entity = self.cast.tell(entity)
        span = self.write(entity.aliases[-1] if short and entity.aliases else entity.name)
        self.mentions.append(Mention(span, entity))
        return span

    def link(self, span: Span, url: str) -> None:
        """Note a link, unless it would overlap the last one."""
        if not self.links or self.links[-1].span.end <= span.start:
            self.links.append(Link(span, url))


def written(parts: Iterable[Part], cast: Cast) -> list[tuple[Break, Paragraph | None]]:
    """Return the rows that the parts make."""
    draft = Draft(cast)
    for part in parts:
        part.put(draft)
    draft.end()
    return draft.rows


def body(rows: Iterable[tuple[Break, Paragraph | None]]) -> tuple[Section, ...]:
    """Return the sections that the rows make."""
    sections: list[tuple[Head | None, list[tuple[Break, Paragraph | None]]]] = [(None, [])]
    for row in rows:
        if isinstance(row[0], Head):
            sections.append((row[0], []))
        else:
            sections[-1][1].append(row)
    return tuple(
        Section(blocks(group), head.heading, head.level) if head else Section(blocks(group))
        for head, group in sections
        if group or (head and head.heading)
    )


def blocks(rows: Iterable[tuple[Break, Paragraph | None]]) -> tuple[Block, ...]:
    """Return the blocks that the rows of one section make."""
    done: list[Block] = []
    for key, group in groupby(rows, key=_block):
        paragraphs = list(group)
        filled = tuple(p for _, p in paragraphs if p is not None)
        if key is Item:
            done.append(_list([(row, p) for row, p in paragraphs if p is not None and isinstance(row, Item)]))
        elif isinstance(key, tuple):
            done.append(BlockQuote(filled, *key))
        elif isinstance(key, Picture):
            done.extend(attrs.evolve(key.figure, caption=p) for _, p in paragraphs)
        elif isinstance(key, Whole):
            done.extend(key.block for _ in paragraphs)
        else:
            done.extend(filled)
    return tuple(done)


def _block(row: tuple[Break, Paragraph | None]) -> object:
    """Return what rows of one block have in common."""
    if isinstance(row[0], Item):
        return Item
    return (row[0].attribution, row[0].pull) if isinstance(row[0], Cited) else row[0]


def _list(items: list[tuple[Item, Paragraph]]) -> ListBlock:
    """Nest items by their depths; each may be one deeper than the one before, at most."""
    open_lists: list[tuple[bool, list[Paragraph | ListBlock]]] = [(items[0][0].ordered, [])]
    for item, paragraph in items:
        depth = min(item.depth, len(open_lists) if open_lists[0][1] else 0)
        while len(open_lists) > depth + 1:
            _close(open_lists)
        if len(open_lists) == depth:
            open_lists.append((item.ordered, []))
        open_lists[-1][1].append(paragraph)
    while len(open_lists) > 1:
        _close(open_lists)
    ordered, members = open_lists[0]
    return ListBlock(tuple(members), ordered)


def _close(open_lists: list[tuple[bool, list[Paragraph | ListBlock]]]) -> None:
    ordered, members = open_lists.pop()
    open_lists[-1][1].append(ListBlock(tuple(members), ordered))
