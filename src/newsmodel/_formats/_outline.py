"""The body as headings and paragraphs alone, for formats that know no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from newsmodel._model import Article, Block, BlockQuote, ListBlock, Paragraph, Section, Table

__all__ = ["Line", "one_line", "outline", "sections"]

Line: TypeAlias = str | Paragraph
"""A heading is a str."""


def one_line(text: str) -> str:
    """Return a text on one line, white space collapsed."""
    return " ".join(text.split())


def outline(
    article: Article, clean: Callable[[str], str], keep: Callable[[Paragraph], Paragraph] | None = None
) -> Iterator[Line]:
    """Yield the headings and paragraphs of `Article.text` in order, their texts made clean.

    Items of lists and what is quoted are paragraphs, and so is each row of a table; pictures, embeds and pull quotes
    are not part of the text. `keep` makes a paragraph, in place of one with nothing marked in it.
    """
    for section in article.sections:
        if section.heading is not None:
            yield clean(section.heading)
        for block in section.blocks:
            for paragraph in _paragraphs(block):
                yield keep(paragraph) if keep else Paragraph(clean(paragraph.text))


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Table):
        for row in (block.header, *block.rows):
            text = " ".join(cell for cell in row if cell)
            if text and not text.isspace():
                yield Paragraph(text)
    elif isinstance(block, Paragraph | ListBlock | BlockQuote):
        yield from Section((block,)).paragraphs


def sections(lines: Iterable[Line]) -> tuple[Section, ...]:
    """Return the sections that headings and paragraphs make."""
    heading: str | None = None
    blocks: list[Paragraph] = []
    found: list[Section] = []
    for line in (*lines, ""):  # what ends the last section is no heading
        if isinstance(line, Paragraph):
            blocks.append(line)
            continue
        if heading is not None or blocks:
            found.append(Section(tuple(blocks), heading=heading))
        heading, blocks = line, []
    return tuple(found)
