"""What a section holds, and the section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
from attrs import frozen

from newsmodel import _checks as check
from newsmodel._model.node import Node
from newsmodel._model.shown import counts, short
from newsmodel._model.text import Paragraph

__all__ = ["MAX_LIST_DEPTH", "Block", "BlockQuote", "Embed", "Figure", "ListBlock", "Section", "Table"]

MAX_LIST_DEPTH = 32
"""How deep lists may be nested: no article needs more, and no program that recurses over lists breaks on it."""


@frozen
class ListBlock(Node):
    """A list."""

    items: tuple[Paragraph | ListBlock, ...]
    """Its items in order; a nested list stands after the item that it belongs to. At least one, at most 32 levels."""

    ordered: bool = False
    """True when the items are numbered."""

    def __attrs_post_init__(self) -> None:
        check.items(self.items, (Paragraph, ListBlock), "$.items")
        if not self.items:
            check.fail("at least one item", self.items, "$.items")
        self._check_depth()
        if type(self.ordered) is not bool:
            check.fail("bool", self.ordered, "$.ordered")

    def _check_depth(self) -> None:
        """Require that lists are not nested without end: programs that recurse over a list have to be safe."""
        level = [item for item in self.items if type(item) is ListBlock]
        depth = 1
        while level:
            depth += 1
            if depth > MAX_LIST_DEPTH:
                check.fail(f"lists nested at most {MAX_LIST_DEPTH} deep", self, "$.items", "make deeper items flat")
            level = [item for nested in level for item in nested.items if type(item) is ListBlock]


@frozen
class BlockQuote(Node):
    """Words of another, set off as a block, or a pull quote."""

    paragraphs: tuple[Paragraph, ...]
    """What is quoted. At least one."""

    attribution: str | None = None
    """Whom the block names as its source, as written; None when it names nobody."""

    pull: bool = False
    """True for a pull quote: words of the article itself, repeated as an ornament; not part of the article's text."""

    def __attrs_post_init__(self) -> None:
        check.items(self.paragraphs, Paragraph, "$.paragraphs")
        if not self.paragraphs:
            check.fail("at least one Paragraph", self.paragraphs, "$.paragraphs")
        check.optional_text(self.attribution, "$.attribution")
        if type(self.pull) is not bool:
            check.fail("bool", self.pull, "$.pull")


@frozen(kw_only=True)
class Figure(Node):
    """A picture with what is written about it."""

    url: str | None = None
    """Address of the picture; None when the page gives none."""

    alt: str | None = None
    """What stands in for the picture where it cannot be seen; None when the page gives none."""

    caption: Paragraph | None = None
    """What stands below it, without the credit."""

    credit: str | None = None
    """Who made or owns it, as written ("Jane Roe/Agency")."""

    def __attrs_post_init__(self) -> None:
        check.optional_text(self.url, "$.url")
        check.optional_text(self.alt, "$.alt")
        check.kind(self.caption, Paragraph, "$.caption")
        check.optional_text(self.credit, "$.credit")


@frozen(kw_only=True)
class Table(Node):
    """A table of plain text; rows need not be of one length, cells may be empty."""

    rows: tuple[tuple[str, ...], ...]
    """The rows below the header, from top to bottom, each a tuple of cells."""

    header: tuple[str, ...] = ()
    """The cells of the header row; empty when there is none."""

    caption: str | None = None
    """What the table says that it shows."""

    def __attrs_post_init__(self) -> None:
        check.items(self.header, str, "$.header")
        check.items(self.rows, tuple, "$.rows")
        for i, row in enumerate((self.header, *self.rows)):
            for j, cell in enumerate(row):
                check.cell(cell, f"$.rows[{i - 1}][{j}]" if i else f"$.header[{j}]")
        check.optional_text(self.caption, "$.caption")


@frozen(kw_only=True)
class Embed(Node):
    """Something of another site shown in the article: a social post, a video, a map."""

    provider: str | None = None
    """The site it comes from ("youtube"), in lower case; None when not known."""

    url: str | None = None
    """Its address."""

    author: str | None = None
    """Who wrote or made it, as written."""

    text: str | None = None
    """Its words, where the page holds them."""

    def __attrs_post_init__(self) -> None:
        for name in ("provider", "url", "author", "text"):
            check.optional_text(getattr(self, name), f"$.{name}")


Block: TypeAlias = Paragraph | ListBlock | BlockQuote | Figure | Table | Embed
"""What a Section holds."""

_BLOCKS = (Paragraph, ListBlock, BlockQuote, Figure, Table, Embed)


@frozen
class Section(Node):
    """A part of the body: a heading and the blocks below it. Sections are a flat list; `level` tells their depth."""

    blocks: tuple[Block, ...] = ()
    """Its content in order; may be empty below a heading."""

    heading: str | None = None
    """Its heading; None for the lead section, which stands before the first heading."""

    level: int = 2
    """Level of the heading, 1 to 6 as in HTML; 2 is the first below the headline."""

    def __attrs_post_init__(self) -> None:
        check.items(self.blocks, _BLOCKS, "$.blocks")
        check.optional_text(self.heading, "$.heading")
        if type(self.level) is not int or not 1 <= self.level <= 6:
            check.fail("int from 1 to 6", self.level, "$.level")

    @property
    def text(self) -> str:
        """The heading and the text of the blocks, blank lines between."""
        return "\n\n".join(filter(None, (self.heading, *(_text_of(b) for b in self.blocks))))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of `text` in reading order, those of lists and block quotes too."""
        found: list[Paragraph] = []
        for block in self.blocks:
            if type(block) is Paragraph:
                found.append(block)
            else:
                found += _paragraphs_of(block)
        return tuple(found)

    def __repr__(self) -> str:
        return f"Section({short(self.heading)}{counts(self, 'blocks')})"


for _cls in (ListBlock, BlockQuote, Figure, Section):
    attrs.resolve_types(_cls, globals())
del _cls


def _paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """Yield the paragraphs that belong to the text, in order; lists may be nested to any depth."""
    stack: list[Any] = [block]
    while stack:
        node = stack.pop()
        if type(node) is Paragraph:
            yield node
        elif type(node) is ListBlock:
            stack.extend(reversed(node.items))
        elif type(node) is BlockQuote and not node.pull:
            stack.extend(reversed(node.paragraphs))


def _text_of(block: Block) -> str:
    if type(block) is Paragraph:
        return block.text
    if type(block) is Table:
        rows = (block.header, *block.rows)
        return "\n".join(filter(None, (" ".join(filter(None, row)) for row in rows)))
    return ("\n" if type(block) is ListBlock else "\n\n").join(p.text for p in _paragraphs_of(block))
