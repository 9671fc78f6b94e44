"""What CommonMark can hold of a body: nothing is marked in it but links, and lists and sections have one shape."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from newsmodel._formats._markup import safe_url
from newsmodel._model import Block, BlockQuote, Figure, Link, ListBlock, Paragraph, Section, Table

__all__ = ["body", "one_line", "paragraph"]

# White space of CommonMark; a no-break space is text. Controls that its readers replace or end lines at go with it.
_SPACE = re.compile("[\0-\x20\x7f\x85\u2028\u2029\ufeff]+")
_WIDE = re.compile(r"\s")


def one_line(text: str) -> str:
    """Return a text on one line; U+FFFD for one that has nothing but controls."""
    return _trim(_SPACE.sub(" ", text)) or "\ufffd"


def _trim(text: str) -> str:
    return text.strip()


def _lines(text: str) -> str:
    """Return a text whose line breaks are kept, on lines that are not blank."""
    lines = (_trim(_SPACE.sub(" ", line)) for line in text.split("\n"))
    return "\n".join(line for line in lines if line) or "\ufffd"


def paragraph(whole: Paragraph) -> Paragraph:
    """Return a paragraph with its links, when its text need not be changed; a link leads where it may be followed."""
    text = _lines(whole.text)
    if text != whole.text:
        return Paragraph(text)
    return Paragraph(text, links=tuple(x for x in whole.links if _links(text, x)))


def _links(text: str, link: Link) -> bool:
    return _address(link.url) is not None and "\n" not in text[link.span.start : link.span.end]


def _address(url: str | None) -> str | None:
    """Return an address that can stand in Markdown and be followed, or None."""
    return url if url and safe_url(url) and not _WIDE.search(url) and not _SPACE.search(url) else None


def body(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections as Markdown can tell them apart: by headings alone."""
    found: list[Section] = []
    for section in sections:
        blocks = [b for block in section.blocks if (b := _block(block)) is not None]
        if section.heading is not None:
            found.append(Section(tuple(blocks), heading=one_line(section.heading), level=section.level))
        elif found:
            found[-1] = attrs.evolve(found[-1], blocks=found[-1].blocks + tuple(blocks))
        elif blocks:
            found.append(Section(tuple(blocks)))
    return tuple(found)


def _block(block: Block) -> Block | None:
    if isinstance(block, Paragraph):
        return paragraph(block)
    if isinstance(block, ListBlock):
        return _list(block)
    if isinstance(block, BlockQuote) and not block.pull:
        source = one_line(block.attribution) if block.attribution else None
        return BlockQuote(tuple(Paragraph(paragraph(p).text) for p in block.paragraphs), attribution=source)
    if isinstance(block, Figure):
        return _figure(block)
    return _table(block) if isinstance(block, Table) else None


def _list(block: ListBlock) -> ListBlock:
    """Return a list in which each nested one belongs to an item, and no item has two."""
    items: list[Paragraph | ListBlock] = []
    for item in block.items:
        if isinstance(item, Paragraph):
            items.append(Paragraph(paragraph(item).text))
            continue
        nested = _list(item)
        if not items:
            items += nested.items
        elif isinstance(last := items[-1], ListBlock):
            items[-1] = ListBlock(_joined(last.items, nested.items), ordered=last.ordered)
        else:
            items.append(nested)
    return ListBlock(tuple(items), ordered=block.ordered)


def _joined(
    first: tuple[Paragraph | ListBlock, ...], second: tuple[Paragraph | ListBlock, ...]
) -> tuple[Paragraph | ListBlock, ...]:
    """Return the items of two lists as those of one; two nested lists do not meet, for a list begins with a text."""
    return first + second


def _figure(figure: Figure) -> Figure | None:
    url = _address(figure.url)
    alt = one_line(figure.alt) if figure.alt else None
    caption = Paragraph(one_line(figure.caption.text)) if figure.caption else None
    return Figure(url=url, alt=alt, caption=caption) if url or alt or caption else None


def _table(table: Table) -> Table | None:
    """Return a table whose rows are of one length."""
    width = max(map(len, (table.header, *table.rows)))
    if not width:
        return None
    header = _cells(table.header, width)
    if not table.rows and not any(header):
        return None
    rows = tuple(_cells(row, width) for row in table.rows)
    return Table(rows=rows, header=header if any(header) else ())


def _cells(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    cells = tuple(_trim(_SPACE.sub(" ", cell)) for cell in row)
    return cells + ("",) * (width - len(cells))
