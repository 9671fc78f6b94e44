"""Blocks as CommonMark, escaped so that every text comes out of a CommonMark parser as it went in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel._model import Block, BlockQuote, Figure, Link, ListBlock, Paragraph, Section, Table

__all__ = ["lines"]

BREAK = "\\\n"
"""A line break inside a paragraph."""

# What means something wherever it stands: escapes, code, emphasis, links, HTML, references, cells, strikethrough.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=[A-Za-z#])")
# What means something at the start of a line: headings, lists, rules, the underlines of headings, a table's rule.
_START = re.compile(r"^(#|[-+=:]|\d{1,9}(?=[.)]))", re.MULTILINE)
_DASH = "— "


def _escaped(text: str) -> str:
    """Return a text that is no markup, without regard to where its lines begin."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _flowing(text: str) -> str:
    """Return lines of text that are no markup."""
    return _broken(_escaped(text))


def _broken(text: str) -> str:
    """Return escaped text with the starts of its lines escaped, and its line breaks written."""
    text = _START.sub(lambda m: f"{m[1]}\\" if m[1].isdigit() else f"\\{m[1]}", text)
    return text.replace("\n", BREAK)


def _words(paragraph: Paragraph) -> str:
    """Return the text of a paragraph with its links."""
    if not paragraph.links:
        return _flowing(paragraph.text)
    pieces: list[str] = []
    at = 0
    for link in paragraph.links:
        before = _escaped(paragraph.text[at : link.span.start])
        if before.endswith("!"):  # it would make the link a picture
            before = f"{before[:-1]}\\!"
        pieces += [before, _link(paragraph.text, link)]
        at = link.span.end
    return _broken("".join([*pieces, _escaped(paragraph.text[at:])]))


def _link(text: str, link: Link) -> str:
    return f"[{_escaped(text[link.span.start : link.span.end])}]({_address(link.url)})"


def _address(url: str) -> str:
    return f"<{_escaped(url)}>"


def lines(sections: tuple[Section, ...]) -> Iterator[str]:
    """Yield the blocks of a body, each without the blank line that parts it from the next."""
    mark = ""
    for section in sections:
        if section.heading is not None:
            yield f"{'#' * section.level} {_heading(section.heading)}"
            mark = ""
        for block in section.blocks:
            # A list right after another would go on with it, were its mark the same.
            mark = ("*" if mark == "-" else "-") if isinstance(block, ListBlock) else ""
            yield _block(block, mark)


def _heading(text: str) -> str:
    """Return the text of a heading; a number sign at its end would be taken for its closing."""
    escaped = _escaped(text)
    return f"{escaped[:-1]}\\#" if escaped.endswith("#") else escaped


def _block(block: Block, mark: str) -> str:
    if isinstance(block, Paragraph):
        return _words(block)
    if isinstance(block, ListBlock):
        return "\n".join(_list(block, mark, ""))
    if isinstance(block, BlockQuote):
        return _quotation(block)
    if isinstance(block, Figure):
        return _figure(block)
    return _table(block) if isinstance(block, Table) else ""


def _list(block: ListBlock, mark: str, indent: str) -> Iterator[str]:
    """Yield the lines of a list; a nested one is indented to the text of its item."""
    number = 0
    inner = indent
    for item in block.items:
        if isinstance(item, ListBlock):
            yield from _list(item, mark, inner)
            continue
        number += 1
        sign = f"{number}{'.' if mark == '-' else ')'} " if block.ordered else f"{mark} "
        inner = indent + " " * len(sign)
        yield indent + sign + _flowing(item.text).replace("\n", f"\n{inner}")


def _quotation(block: BlockQuote) -> str:
    texts = [_flowing(p.text) for p in block.paragraphs]
    if texts[-1].startswith(_DASH):  # it would be taken for the source
        texts[-1] = f"&mdash;{texts[-1][1:]}"
    if block.attribution is not None:
        texts.append(_DASH + _escaped(block.attribution))
    return "\n>\n".join("> " + text.replace("\n", "\n> ") for text in texts)


def _figure(block: Figure) -> str:
    caption = f' "{_title(block.caption.text)}"' if block.caption else ""
    return f"![{_escaped(block.alt or '')}]({_address(block.url or '')}{caption})"


def _title(text: str) -> str:
    return _escaped(text).replace('"', '\\"')


def _table(block: Table) -> str:
    width = len(block.rows[0]) if block.rows else len(block.header)
    rows = [block.header or ("",) * width, *block.rows]
    written = ["| " + " | ".join(map(_escaped, row)) + " |" for row in rows]
    return "\n".join([written[0], "|" + " --- |" * width, *written[1:]])
